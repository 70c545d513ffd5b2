import Foundation
import Messages
import Testing

/// How far the reading of a large file is, as somebody at a terminal sees it: on a slow disk, so that a fast machine
/// takes as long.
@Suite("How far a reading is", .enabled(if: Preloaded.isPossible))
struct ProgressTests {
  private static let name = "a-rather-long-name-of-a-file-of-responses.csv"

  /// Held, so that it is there as long as a program may be started with it.
  private let disk: (folder: Scratch, environment: [String: String])

  init() throws {
    disk = try Preloaded.slowDisk.made()
  }

  /// A terminal at which a large file is read: for more than a second.
  private func session(
    _ command: String, in scratch: Scratch, type: String = "xterm-256color", columns: Int = 80
  ) throws -> ScreenSession {
    try ScreenSession(
      command, in: scratch, type: type, columns: columns,
      environment: disk.environment.merging(["WAIT_MS": "80"]) { $1 })
  }

  /// A project with a response file that is read in some sixteen parts.
  private func scratch(behind: [UInt8] = []) throws -> Scratch {
    let scratch = try Scratch()
    let few = try #require(scratch.read("Responses/gcm-review-2018/responses.csv"))
    let header = try #require(few.firstIndex(of: UInt8(ascii: "\n")))
    var many = few
    while many.count < 4 << 20 { many += few[(header + 1)...] }
    try scratch.write(many + behind, to: Self.name)
    return scratch
  }

  private func command(_ rest: String = "") -> String {
    "iscm tally gcm-review-2018 position --threads 1 --no-sidecar --responses \(Self.name) \(rest)"
  }

  @Test("It says which file is read in one row of the terminal, and nothing is left of it")
  func narrow() throws {
    let session = try session(command("> figures"), in: scratch(), columns: 40)
    #expect(try session.end() == 1)
    let shown = session.terminal.text.split(separator: "\r\u{1B}[K").filter { $0.hasSuffix(" %") }
    #expect(shown.count > 1)
    #expect(shown.allSatisfy { $0.hasPrefix("…") && $0.contains("of-responses.csv: ") })
    #expect(shown.allSatisfy { $0.columns == 39 }, "\(shown)")
    let isLeft = session.remains.contains(" %")
    #expect(!isLeft)
    let first = session.remains.prefix(60)
    #expect(first.hasPrefix(Self.name.prefix(40)), "\(first)")
  }

  @Test("An error does not stand behind it")
  func error() throws {
    let session = try session(command(), in: scratch(behind: [0xFF, 0x0A]))
    #expect(try session.end() == 2)
    #expect(session.terminal.text.contains(" %"))
    #expect(session.remains.hasPrefix("\(Self.name): line "), "\(session.remains)")
  }

  @Test(
    "Where nobody sees it, or it could not be taken away, it is not said",
    arguments: [("xterm", "2> told"), ("dumb", "> figures"), ("", "> figures")])
  func nobody(type: String, redirection: String) throws {
    let scratch = try scratch()
    let session = try self.session(command(redirection), in: scratch, type: type)
    #expect(try session.end() == 1)
    let told = scratch.read("told") ?? session.terminal.written
    let hasSequences = told.contains(0x1B)
    #expect(!hasSequences)
    #expect(told.starts(with: Self.name.utf8), "\(told.prefix(100))")
  }
}
