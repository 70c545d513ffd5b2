import Foundation
import Testing

/// A folder of `Cases`: a script, and what it must write and end with.
///
/// - `cmd`: the script, for /bin/sh in a project of its own
/// - `stdin`, `files/`: its standard input, and files to copy into the project; both are optional
/// - `stdout`, `stderr`, `exit`: what is expected, to the byte; a file that is missing expects nothing, or 0
struct CommandCase: CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path() + "Cases"

  static let all: [CommandCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(CommandCase.init)
  }()

  func file(_ part: String) -> String { "\(Self.folder)/\(name)/\(part)" }

  func contents(_ part: String) -> Data? { FileManager.default.contents(atPath: file(part)) }

  func text(_ part: String) -> String { String(decoding: contents(part) ?? Data(), as: UTF8.self) }

  /// Writes what a run did as what is expected; what is nothing has no file.
  func record(_ found: [(part: String, text: Data)]) throws {
    for (part, text) in found {
      if text.isEmpty {
        try? FileManager.default.removeItem(atPath: file(part))
      } else {
        try text.write(to: URL(filePath: file(part)))
      }
    }
  }
}

@Suite("Commands, as they are typed")
struct CaseTests {
  @Test(
    "A command writes to the byte what its case says, and ends with its exit code", arguments: CommandCase.all
  )
  func holds(_ example: CommandCase) throws {
    let script = try #require(example.contents("cmd"), "the case has no cmd")
    let scratch = try Scratch()
    try scratch.overlay(example.file("files"))
    let run = try Run(
      String(decoding: script, as: UTF8.self), in: scratch, input: example.contents("stdin") ?? Data())
    let code = run.code == 0 ? "" : "\(run.code)\n"
    if ProcessInfo.processInfo.environment["ISCM_RECORD"] == "1" {
      try example.record([("stdout", run.output), ("stderr", run.errors), ("exit", Data(code.utf8))])
      Issue.record("recorded; look at the difference, then run without ISCM_RECORD")
      return
    }
    for (found, part) in [(run.output, "stdout"), (run.errors, "stderr"), (Data(code.utf8), "exit")] {
      // Swift calls texts equal that differ in how their characters are put together; bytes tell.
      if found == example.contents(part) ?? Data() { continue }
      #expect(String(decoding: found, as: UTF8.self) == example.text(part), "\(part)")
      Issue.record("\(part) differs")
    }
    #expect(!(run.output + run.errors).contains(0x1b), "an escape byte")
  }
}
