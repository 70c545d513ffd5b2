import Foundation
import Testing

/// What the README shows of commands that only read.
@Suite("The README")
struct ReadmeTests {
  /// A command, and what it is said to write; `…` on a line stands for any lines.
  struct Transcript: CustomTestStringConvertible {
    let command: String
    let lines: [String]

    var testDescription: String { command }

    /// Whether a text has the lines in their order, from its start to its end unless `…` stands there.
    func isTrue(of text: String) -> Bool {
      var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
      if rest.last == "" { rest.removeLast() }
      let parts = lines.split(separator: "…", omittingEmptySubsequences: false)
      for (number, part) in parts.enumerated() where !part.isEmpty {
        if number == 0 {
          guard rest.starts(with: part) else { return false }
          rest = rest.dropFirst(part.count)
        } else {
          guard let range = rest.firstRange(of: part) else { return false }
          rest = rest[range.upperBound...]
        }
      }
      return rest.isEmpty || parts.last?.isEmpty == true
    }
  }

  /// Those of the README that begin with such a command.
  static let transcripts: [Transcript] = {
    let readme = FileManager.default.contents(atPath: "\(Program.package)/README.md") ?? Data()
    let blocks = String(decoding: readme, as: UTF8.self).components(separatedBy: "\n```")
    return blocks.compactMap { block in
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).drop(
        while: \.isEmpty)
      guard let first = lines.first, first.wholeMatch(of: /\$ iscm (tally|audit|status|list|check) .*/) != nil
      else { return nil }
      return Transcript(command: String(first.dropFirst(2)), lines: Array(lines.dropFirst()))
    }
  }()

  @Test("Shows what the program writes", arguments: transcripts)
  func shown(transcript: Transcript) throws {
    let run = try Run(transcript.command, in: Scratch())
    let isTrue = transcript.isTrue(of: run.outputText)
    #expect(isTrue, "\(transcript.command) writes:\n\(run.outputText)\(run.errorText)")
  }

  @Test("Has such transcripts, and one that leaves something out is found")
  func several() {
    #expect(Self.transcripts.count > 2)
    let whole = "one\ntwo\nthree\n"
    #expect(Transcript(command: "", lines: ["one", "…", "three"]).isTrue(of: whole))
    #expect(Transcript(command: "", lines: ["…", "two", "…"]).isTrue(of: whole))
    #expect(!Transcript(command: "", lines: ["one", "two"]).isTrue(of: whole))
    #expect(!Transcript(command: "", lines: ["…", "two"]).isTrue(of: whole))
    #expect(!Transcript(command: "", lines: ["two", "…"]).isTrue(of: whole))
  }
}
