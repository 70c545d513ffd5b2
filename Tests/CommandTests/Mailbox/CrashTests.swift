import Foundation
import Testing

/// `kill -9` before, or in the middle of, each change that `iscm` makes to the disk: the program as it is installed, with
/// a library loaded before its own that ends it (`Preloaded.crashPoint`).
@Suite("A program that is killed at any step", .enabled(if: Preloaded.isPossible))
struct CrashTests {
  typealias Sample = SampleMailbox

  static let mails = ["01-prague-first.eml", "02-prague-revised.eml", "44-stranger.eml"]

  /// What is killed and said again.
  enum Command: String, CaseIterable {
    /// The first import, which makes all files.
    case importing
    /// One that corrects what was imported before.
    case importingMore
    /// A decision.
    case reviewing

    /// What was done before.
    var before: String {
      switch self {
      case .importing: "true"
      case .importingMore: "mv mails/02* . && iscm import \(Sample.form) mails; mv 02* mails"
      case .reviewing: "iscm import \(Sample.form) mails"
      }
    }

    /// What is killed.
    func script(in scratch: Scratch) throws -> String {
      guard self == .reviewing else { return "iscm import \(Sample.form) mails" }
      let number = try Sample.number(of: .init(mail: "44-stranger.eml", part: "1"), in: scratch)
      return "iscm review \(Sample.form) \(number) accept --reviewer Clerk"
    }
  }

  @Test(
    "What is said again gives the same bytes: nothing is lost, nothing is there twice",
    arguments: Command.allCases)
  func killed(_ command: Command) throws {
    let library = try Preloaded.crashPoint.made()
    let before = try Sample.scratch(Self.mails)
    _ = try Run(command.before, in: before)
    let script = try command.script(in: before)
    let undisturbed = try Self.copy(of: before)
    let whole = try Run(script, in: undisturbed)
    #expect([0, 1].contains(whole.code), "\(whole.errorText)")
    let expected = try Self.tree(undisturbed)
    #expect(expected.count > 6)
    var step = 0
    while true {
      step += 1
      let scratch = try Self.copy(of: before)
      let run = try Run(
        "exec \(script)", in: scratch,
        environment: library.environment.merging(["CRASH_AT": "\(step)"]) { $1 })
      if run.code != 128 + SIGKILL {
        #expect(run.code == whole.code, "\(run.errorText)")
        break
      }
      _ = try Run(script, in: scratch)
      let found = try Self.tree(scratch)
      #expect(Set(found.keys) == Set(expected.keys), "step \(step)")
      for (name, data) in expected { #expect(found[name] == data, "step \(step): \(name)") }
    }
    #expect(step > 15, "it was killed \(step - 1) times")
  }

  private static func copy(of before: Scratch) throws -> Scratch {
    let scratch = try Sample.scratch(mails)
    try scratch.overlay(before.path)
    return scratch
  }

  /// All files beside the responses, with those of the mails that are kept.
  ///
  /// Without the journal in the lock's file: killed when all rows are on the disk, a commit leaves it to the next one,
  /// which may have nothing to write.
  private static func tree(_ scratch: Scratch) throws -> [String: Data] {
    let folder = "\(scratch.path)/\(Sample.responses)"
    var tree: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where !name.hasSuffix(".lock") {
      tree[name] = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
    }
    return tree
  }
}
