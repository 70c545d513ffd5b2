internal import Glibc

/// The process that holds a lock, as far as the system tells.
public struct LockHolder: Sendable, Hashable {
  /// The number of the process.
  public let process: Int
  /// The name of its program; empty where it cannot be known.
  public let program: String

  /// `process 1234 (iscm)`, or that it is not known.
  static func name(_ holder: LockHolder?) -> String {
    guard let holder else { return "another process" }
    return holder.program.isEmpty
      ? "process \(holder.process)" : "process \(holder.process) (\(holder.program))"
  }

  /// Who holds the lock of flock(2) on a file, by /proc/locks.
  ///
  /// - Parameter file: The file that is locked.
  /// - Returns: The first holder that is listed; nothing where the system does not tell.
  static func of(_ file: OpenFile) -> LockHolder? {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0, let locks = text("/proc/locks") else { return nil }
    for line in locks.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", let process = Int(words[4]), process > 0,
        words[5].split(separator: ":").last.flatMap({ UInt64($0) }) == UInt64(status.st_ino)
      else { continue }
      let program = text("/proc/\(process)/comm").map { $0.filter { !$0.isNewline } } ?? ""
      return LockHolder(process: process, program: program)
    }
    return nil
  }

  private static func text(_ path: String) -> String? {
    guard let file = try? OpenFile.open(path, O_RDONLY) else { return nil }
    var bytes: [UInt8] = []
    while let more = try? file.bytes(in: bytes.count..<bytes.count + 65_536), !more.isEmpty { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }
}
