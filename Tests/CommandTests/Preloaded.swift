import Foundation
import Testing

/// A library that is loaded before those of a program under test, which is as it is installed: it does what a machine
/// does on a bad day.
enum Preloaded: String {
  /// Ends the program before, or in the middle of, its change to the disk whose number is in `CRASH_AT`.
  case crashPoint = "crash-point"
  /// Waits `WAIT_MS` thousandths of a second before each part of a large file is read.
  case slowDisk = "slow-disk"

  /// Whether it can be made on this machine.
  static let isPossible = isInstalled("cc")

  /// Makes it, in a folder of its own.
  ///
  /// - Returns: The folder, which must outlive the program, and what to add to the program's environment.
  func made() throws -> (folder: Scratch, environment: [String: String]) {
    let scratch = try Scratch(responses: false)
    let source = "\(Program.package)/Tests/CommandTests/Preloaded/\(rawValue).c"
    let run = try Run("cc -shared -fPIC -o library.so '\(source)' -ldl", in: scratch)
    try #require(run.code == 0, "\(run.errorText)")
    return (scratch, ["LD_PRELOAD": "\(scratch.path)/library.so"])
  }
}
