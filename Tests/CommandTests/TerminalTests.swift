import Foundation
import Testing

/// How a form at a terminal can end, what is done to end it, and the code that follows.
private struct Ending: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let code: Int32
  /// What stands in the terminal when all is over.
  let last: String
  let bring: @Sendable (Terminal) throws -> Void

  static let all = [
    Ending(testDescription: "a submission", code: 0, last: "Receipt: Y2C0-H9W4") { terminal in
      try terminal.type("\r")
      try terminal.wait(forPromptAfter: "Question 1 of 4")
      try terminal.type("..\r6\r")
      try terminal.wait(forPromptAfter: "What next")
      try terminal.type("1\r")
    },
    Ending(
      testDescription: "the menu", code: 3, last: "To go on: iscm fill gcm-regional-review-2020 --resume"
    ) {
      try $0.type("..\r7\r")
    },
    Ending(testDescription: "Ctrl-C twice", code: 3, last: "--resume") { terminal in
      try terminal.type("\u{3}")
      try terminal.wait(for: "Ctrl-C")
      try terminal.type("\u{3}")
    },
    Ending(testDescription: "Ctrl-D", code: 3, last: "--resume") { try $0.type("\u{4}") },
    Ending(testDescription: "SIGINT from outside", code: 130, last: "Saved, not submitted.") {
      $0.send(SIGINT)
    },
    Ending(testDescription: "SIGTERM", code: 143, last: "Saved, not submitted.") { $0.send(SIGTERM) },
    Ending(testDescription: "SIGHUP", code: 129, last: "Number: ") { $0.send(SIGHUP) },
    Ending(testDescription: "a terminal that is gone", code: 129, last: "Number: ") { $0.hangUp() },
  ]
}

@Suite("At a terminal")
struct TerminalTests {
  @Test("Where a table is too wide for the terminal, each question stands below its times")
  func narrow() throws {
    let scratch = try Scratch()
    let fill = try Terminal("iscm fill gcm-regional-review-2020", in: scratch)
    try fill.wait(forPromptAfter: "Question 0 of 4")
    try fill.type("12\r..\r7\r")
    #expect(try fill.end() == 3)
    for columns in [40, 79] as [UInt16] {
      let show = try Terminal(
        "iscm show gcm-regional-review-2020 Y2C0-H9W4 --paradata", in: scratch, columns: columns)
      #expect(try show.end() == 0)
      let lines = show.text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= columns }, "\(show.text)")
      let row = try #require(lines.first { $0.hasPrefix("0 ") })
      #expect(row.contains("What is the name") == (columns == 79), "\(show.text)")
      #expect(lines.contains("    What is the name of your inter-State") == (columns == 40))
    }
  }

  @Test("However a form ends, the terminal is as it was, and the exit code says how", arguments: Ending.all)
  private func ends(_ ending: Ending) throws {
    let scratch = try Scratch()
    let terminal = try Terminal("iscm fill gcm-regional-review-2020", in: scratch)
    try terminal.wait(forPromptAfter: "Question 0 of 4")
    #expect(!terminal.attributes.isLineMode, "a line must not end at 4,095 bytes")
    try terminal.type("12\r..\r2\r0\r")
    try terminal.wait(forPromptAfter: "Now: Regional Conference on Migration")
    try ending.bring(terminal)
    #expect(try terminal.end() == ending.code)
    if terminal.isThere { #expect(terminal.attributes == terminal.attributesBefore) }
    #expect(terminal.text.contains(ending.last))
    #expect(!terminal.written.contains(0x1b), "an escape byte")
    let stored = scratch.read("Responses/gcm-regional-review-2020/responses.csv")
    #expect((stored != nil) == (ending.code == 0), "only a submission stores a response")
    if ending.code != 0 { #expect(try scratch.draft.contains("\"answer\",\"iscm\",\"rcm\"")) }
  }

  @Test(
    "What is typed and not ended is in the draft when the program is told to end",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func keepsTyping(signal: Int32) throws {
    let scratch = try Scratch()
    let terminal = try Terminal.atQuestion2a(in: scratch)
    try terminal.type("Guatemal")
    try terminal.wait(for: "Guatemal")
    terminal.send(signal)
    #expect(try terminal.end() == 128 + signal)
    #expect(try scratch.draft.contains("\"typing\",\"chair_country\",\"Guatemal\""))
  }

  @Test("What is typed is in the draft after a moment, without Enter")
  func savesAtPauses() throws {
    let scratch = try Scratch()
    let terminal = try Terminal.atQuestion2a(in: scratch)
    try terminal.type("Guatemal")
    terminal.wait { (try? scratch.draft.contains("\"Guatemal\"")) == true }
    terminal.send(SIGKILL)
    #expect(try terminal.end() == 137)
    #expect(try scratch.draft.contains("\"typing\",\"chair_country\",\"Guatemal\""))
  }

  @Test("A text that was typed, erased and kept is the earlier one, also in the draft")
  func erasesNothing() throws {
    let scratch = try Scratch()
    let terminal = try Terminal.atQuestion2a(in: scratch)
    try terminal.type("Guatemala\r")
    try terminal.wait(forPromptAfter: "Question 2b of 28")
    try terminal.type("..\r1\r")
    try terminal.wait(forPromptAfter: "Now: Guatemala")
    try terminal.type("Xy")
    terminal.wait { (try? scratch.draft.contains("\"Xy\"")) == true }
    try terminal.type("\u{7f}\u{7f}")
    terminal.wait { (try? scratch.draft.hasSuffix("\"chair_country\",\"\"\r\n")) == true }
    try terminal.type("\r")
    try terminal.wait(for: "Kept as it was.")
    try terminal.wait(forPromptAfter: "Question 2b of 28")
    terminal.send(SIGKILL)
    #expect(try terminal.end() == 137)

    let again = try Terminal("iscm fill gcm-review-2018 --resume", in: scratch)
    try again.wait(forPromptAfter: "Question 2b of 28")
    try again.type("..\r1\r")
    try again.wait(forPromptAfter: "Now: Guatemala")
  }

  @Test("Ctrl-C and Ctrl-Z at a question with an answer leave it as it is", arguments: ["\u{3}\r", "\u{1a}"])
  func interrupts(keys: String) throws {
    let scratch = try Scratch()
    let terminal = try Terminal.atQuestion2a(in: scratch)
    try terminal.type("Guatemala\r..\r1\r")
    try terminal.wait(forPromptAfter: "Now: Guatemala")
    try terminal.type(keys)
    try terminal.wait(forPromptAfter: keys == "\u{1a}" ? "Answer: " : "Now: Guatemala")
    try terminal.type("\r")
    try terminal.wait(forPromptAfter: "Question 2b of 28")
    terminal.send(SIGKILL)
    _ = try terminal.end()
    #expect(try !scratch.draft.contains("\"typing\",\"chair_country\",\"\""))
  }

  @Test("A draft that another session fills can be looked at, and is not resumed")
  func heldDraft() throws {
    let scratch = try Scratch()
    let first = try Terminal("iscm fill gcm-review-2018", in: scratch)
    try first.wait(forPromptAfter: "Question 1 of 28")
    try first.type("12\r")
    try first.wait(forPromptAfter: "Question 2a of 28")
    let second = try Terminal("iscm fill gcm-review-2018", in: scratch, environment: ["ISCM_SEED": "8"])
    try second.wait(forPromptAfter: "3. Start another questionnaire (the draft is kept)")
    #expect(second.text.contains("1. Look at it only: Regional Conference on Migration, answered 1 of "))
    try second.type("1\r")
    try second.wait(forPromptAfter: "Only looked at; nothing was changed.")
    let third = try Run("iscm fill gcm-review-2018 --line --resume", in: scratch)
    #expect(third.code == 2)
    try first.type("Guatemala\r")
    try first.wait(forPromptAfter: "Question 2b of 28")
    try second.type("\u{4}")
    #expect(try second.end() == 3)
    first.send(SIGKILL)
    _ = try first.end()
    #expect(try scratch.draft.contains("\"chair_country\",\"Guatemala\""))
  }

  @Test("An editor finds the terminal as it was, and the form has it back afterwards")
  func edits() throws {
    let scratch = try Scratch()
    try scratch.write("stty -a | grep -o ' icanon'; printf 'Two\\nlines\\n' > \"$2\"", to: "editor.sh")
    let terminal = try Terminal(
      "iscm fill gcm-review-2018-interview", in: scratch, environment: ["VISUAL": "sh editor.sh --wait"])
    try terminal.wait(forPromptAfter: "Question 1 of 11")
    try terminal.type("8\r..\r2\r4\r")
    try terminal.wait(forPromptAfter: "Question 4 of 11")
    try terminal.type("..\r5\r")
    try terminal.wait(for: " icanon")
    try terminal.wait(forPromptAfter: "Now: Two\nlines")
    #expect(!terminal.attributes.isLineMode)
    terminal.send(SIGKILL)
    _ = try terminal.end()
    #expect(try scratch.draft.contains("\"answer\",\"value_added\",\"Two\nlines\""))
  }

  @Test("A pasted text is stored whole", arguments: [false, true])
  func pastes(hasLineBefore: Bool) throws {
    let scratch = try Scratch()
    let terminal = try Terminal("iscm fill gcm-review-2018-interview", in: scratch)
    try terminal.wait(forPromptAfter: "Question 1 of 11")
    try terminal.type("8\r..\r2\r4\r")
    try terminal.wait(forPromptAfter: "Question 4 of 11")
    let long = (0..<2_000).map { "\($0 % 10)éab" }.joined()
    let text = hasLineBefore ? "First.\n\(long)\nLast." : long
    try terminal.type(text.replacing("\n", with: "\r") + "\r.\r")
    try terminal.wait(forPromptAfter: "Question 5 of 11")
    #expect(terminal.text.components(separatedBy: long).count == 2, "echoed once")
    try terminal.type("..\r6\r")
    try terminal.wait(forPromptAfter: "What next")
    try terminal.type("1\r")
    #expect(try terminal.end() == 0)
    let row = try #require(try scratch.responses(to: "gcm-review-2018-interview").last)
    #expect(row["value_added"].map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test("Backspace takes a character away, whatever it is made of")
  func erases() throws {
    let scratch = try Scratch()
    let terminal = try Terminal("iscm fill gcm-review-2018-interview", in: scratch)
    try terminal.wait(forPromptAfter: "Question 1 of 11")
    try terminal.type("8\r")
    try terminal.wait(forPromptAfter: "Question 2a of 11")
    // é in one piece, a Chinese character, e and a combining acute, a family, Arabic with a mark.
    try terminal.type("Zé中e\u{301}👩‍👩‍👧بَ")
    try terminal.wait(for: "بَ")
    try terminal.type("\u{7f}")
    try terminal.wait(for: "\u{8} \u{8}")
    try terminal.type("\u{7f}")
    try terminal.wait(for: "\u{8}\u{8}  \u{8}\u{8}")
    try terminal.type("\u{7f}")
    try terminal.wait(for: "\u{8} \u{8}")
    try terminal.type("\u{7f}")
    try terminal.wait(for: "\u{8}\u{8}  \u{8}\u{8}")
    try terminal.type("\u{7f}oe\u{308}\u{7f}ë\r")
    try terminal.wait(forPromptAfter: "Question 2b of 11")
    terminal.send(SIGKILL)
    _ = try terminal.end()
    #expect(try scratch.draft.contains("\"answer\",\"interviewee_name\",\"Zoë\""))
  }

  @Test("Arrow and function keys leave nothing in an answer")
  func ignoresKeys() throws {
    let scratch = try Scratch()
    let terminal = try Terminal("iscm fill gcm-review-2018-interview", in: scratch)
    try terminal.wait(forPromptAfter: "Question 1 of 11")
    try terminal.type("8\r")
    try terminal.wait(forPromptAfter: "Question 2a of 11")
    try terminal.type("An\u{1b}[A\u{1b}[1;5D\u{1b}OP\u{1b}[15~a\r")
    try terminal.wait(forPromptAfter: "Question 2b of 11")
    terminal.send(SIGKILL)
    _ = try terminal.end()
    #expect(try scratch.draft.contains("\"answer\",\"interviewee_name\",\"Ana\""))
    #expect(!terminal.written.contains(0x1b))
  }

  @Test(
    "Stopped and continued, by a key or from outside, the form goes on where it was",
    arguments: [true, false])
  func stops(byKey: Bool) throws {
    let scratch = try Scratch()
    let terminal = try Terminal("sh -i", in: scratch, environment: ["PS1": "$ "])
    try terminal.wait(forPromptAfter: "$ ")
    try terminal.type("iscm fill gcm-review-2018-interview\r")
    try terminal.wait(forPromptAfter: "Question 1 of 11")
    try terminal.type("8\r")
    try terminal.wait(forPromptAfter: "Question 2a of 11")
    try terminal.type("Tha")
    try terminal.wait(for: "Tha")
    if byKey {
      try terminal.type("\u{1a}")
    } else {
      let id = try #require(
        try Run("pgrep -P \(terminal.id)", in: scratch).outputText.split(separator: "\n").first)
      kill(try #require(pid_t(id)), SIGTSTP)
    }
    try terminal.wait(for: "Stopped")
    try terminal.wait(forPromptAfter: "$ ")
    #expect(terminal.attributes.isLineMode, "the shell needs its terminal back")
    try terminal.type("fg\r")
    try terminal.wait(for: "Answer: Tha")
    terminal.wait { !terminal.attributes.isLineMode }
    try terminal.type("ndi\r")
    try terminal.wait(forPromptAfter: "Question 2b of 11")
    try terminal.type("\u{4}")
    try terminal.wait(for: "Saved, not submitted.")
    try terminal.wait(forPromptAfter: "$ ")
    try terminal.type("echo code $?\r")
    try terminal.wait(for: "code 3")
    #expect(terminal.attributes.isLineMode)
    try terminal.type("exit\r")
    _ = try terminal.end()
    #expect(try scratch.draft.contains("\"answer\",\"interviewee_name\",\"Thandi\""))
  }
}

extension Scratch {
  /// The journal of the only draft of the project.
  var draft: String {
    get throws {
      let names = try FileManager.default.subpathsOfDirectory(atPath: "\(path)/Responses")
      let drafts = names.filter { $0.contains("/drafts/") && $0.hasSuffix(".csv") }
      let draft = try #require(drafts.count == 1 ? drafts.first : nil, "the drafts are \(drafts)")
      return String(decoding: read("Responses/\(draft)") ?? Data(), as: UTF8.self)
    }
  }
}

extension Terminal {
  /// The 2018 survey at its first question that takes a text, with the mechanism chosen.
  fileprivate static func atQuestion2a(in scratch: Scratch) throws -> Terminal {
    let terminal = try Terminal("iscm fill gcm-review-2018", in: scratch)
    try terminal.wait(forPromptAfter: "Question 1 of 28")
    try terminal.type("12\r")
    try terminal.wait(forPromptAfter: "Question 2a of 28")
    return terminal
  }
}
