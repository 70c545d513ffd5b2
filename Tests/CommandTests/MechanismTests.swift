import Foundation
import Testing
import VirtualTerminal

/// Sessions that are for one mechanism: what sshd's `ForceCommand` sets on a shared host.
///
/// `ISCM_NOW` and `ISCM_SEED` mean nothing in them, so times and ids are never the same.
@Suite("For one mechanism alone")
struct MechanismTests {
  static let form = "gcm-review-2018"
  static let command = "iscm fill \(form) --for puebla"
  static let name = "Regional Conference on Migration"
  static let fixed = "This answer is fixed here: it cannot be changed."

  /// A project without responses, in which some mechanisms have begun a form.
  static func scratch(drafts mechanisms: String...) throws -> Scratch {
    let scratch = try Scratch(responses: false)
    for (index, mechanism) in mechanisms.enumerated() {
      let lines = "\(mechanism)\nChair of \(mechanism)\n"
      _ = try Run(
        "iscm fill \(form) --line", in: scratch, input: Data(lines.utf8),
        environment: ["ISCM_SEED": String(20 + index)])
    }
    return scratch
  }

  /// Stores a response of a mechanism.
  ///
  /// - Returns: Its receipt.
  static func send(_ mechanism: String, to scratch: Scratch, seed: Int, revising earlier: String? = nil)
    throws -> String
  {
    try scratch.write("name,value\niscm,\(mechanism)\nposition,no\nsubmitted_by,Ana\n", to: "answers.csv")
    let revise = earlier.map { " --revise \($0)" } ?? ""
    let run = try Run(
      "iscm fill \(form) --answers answers.csv\(revise)", in: scratch,
      environment: ["ISCM_SEED": String(seed)])
    try #require(run.code == 0, "\(run.errorText)")
    return String(try #require(run.outputText.split(separator: " ").last).dropLast())
  }

  // MARK: - What is seen

  @Test(
    "Only the mechanism's own drafts are offered, and nothing else is told of others",
    arguments: [true, false])
  func ownDrafts(isScreen: Bool) throws {
    let scratch = try Self.scratch(drafts: "prague", "rcm", "rabat")
    try scratch.write("broken\n", to: "Responses/\(Self.form)/drafts/broken.csv")
    // Rabat's correction of what Prague sent, and the Regional Conference's of the same: it belongs to neither.
    let prague = try Self.send("prague", to: scratch, seed: 30)
    _ = try Run(
      "printf 'rcm\\nNobody\\n' | iscm fill \(Self.form) --line --revise \(prague)", in: scratch,
      environment: ["ISCM_SEED": "31"])
    let open = try Terminal("iscm fill \(Self.form) --line", in: scratch)
    try open.wait(forPromptAfter: "9. Start another")
    #expect(open.text.contains("broken.csv"), "else this test says nothing")

    let own = "\(Self.name), answered 2 of "
    if isScreen {
      let session = try ScreenSession(Self.command, in: scratch)
      try session.wait(forScreen: "9  Start another")
      let text = session.screen.text
      #expect(text.contains("> 7  Continue the draft: \(own)"))
      #expect(text.contains("  8  Look at it only: \(own)"))
      for other in ["Prague", "Rabat", "Nobody", "broken"] {
        #expect(!session.terminal.text.contains(other), "\(other)")
      }
      try session.press(.enter)
      try session.wait(forScreen: "Chair of rcm")
    } else {
      let terminal = try Terminal("\(Self.command) --line", in: scratch, columns: 160)
      try terminal.wait(forPromptAfter: "3. Start another")
      #expect(
        terminal.text.hasPrefix("A draft was found on this machine:\n1. Continue the draft: \(own)"))
      for other in ["Prague", "Rabat", "Nobody", "broken"] {
        #expect(!terminal.text.contains(other), "\(other)")
      }
      try terminal.type("1\r")
      try terminal.wait(forPromptAfter: "Question 2b of 28")
      try terminal.type("..\r1\r")
      try terminal.wait(forPromptAfter: "Now: Chair of rcm")
    }
  }

  @Test("What a crash left behind another mechanism's submission is not told")
  func recovered() throws {
    let scratch = try Self.scratch(drafts: "prague", "rcm")
    let folder = "Responses/\(Self.form)/drafts"
    let script = try Run(
      """
      cp -r \(folder) before
      for _ in 1 2; do
        printf '..\\n6\\n2\\nsubmitted_by\\nAna\\n..\\n6\\n1\\n' | iscm fill \(Self.form) --line --resume | grep Receipt
      done
      rmdir \(folder) && mv before \(folder)
      for file in \(folder)/*; do printf '"2018-11-09T10:14:33Z","submit","",""\\r\\n' >> "$file"; done
      """, in: scratch)
    let receipts = script.outputText.split(separator: "\n").map {
      String($0.split(separator: " ").last ?? "")
    }
    try #require(receipts.count == 2, "\(script.outputText)\(script.errorText)")
    let terminal = try Terminal("\(Self.command) --line", in: scratch, columns: 160)
    try terminal.wait(forPromptAfter: "3. Start another questionnaire (what was sent stays as it is)")
    let other = try #require(receipts.first { !terminal.text.contains($0) }, "one of the two is Prague's")
    let own = try #require(receipts.first { $0 != other })
    #expect(
      terminal.text.hasPrefix(
        """
        Submitted. Thank you. Receipt: \(own)
        \(Self.name) has answered already, on 9 Nov 2018 10:14 UTC; receipt \(own).
        """))
  }

  @Test("A mechanism that has answered is told so, before the form and in it")
  func toldSo() throws {
    let scratch = try Self.scratch()
    let receipt = try Self.send("rcm", to: scratch, seed: 40)
    let told = "\(Self.name) has answered already, on 9 Nov 2018 10:14 UTC;"
    let terminal = try Terminal("\(Self.command) --line", in: scratch, columns: 160)
    try terminal.wait(forPromptAfter: "3. Start another")
    #expect(terminal.text.hasPrefix("\(told) receipt \(receipt).\n1. Correct what was sent on "))
    try terminal.type("3\r")
    try terminal.wait(for: told)
    try terminal.wait(forPromptAfter: Self.fixed)
    try terminal.type("\u{4}")
    #expect(try terminal.end() == 3)

    let session = try ScreenSession("\(Self.command) --resume", in: scratch, columns: 120)
    try session.wait(forScreen: told)
    #expect(!session.screen.text.contains("iscm fill"), "no command that nobody can type")
    #expect(session.screen.text.contains(Self.fixed))
  }

  // MARK: - Corrections

  @Test("What was sent is corrected from the welcome, line by line; whose it is stays")
  func correctsAtLines() throws {
    let scratch = try Self.scratch()
    let prague = try Self.send("prague", to: scratch, seed: 50)
    let first = try Self.send("rcm", to: scratch, seed: 51)
    let latest = try Self.send("rcm", to: scratch, seed: 52, revising: first)
    let terminal = try Terminal("\(Self.command) --line", in: scratch, columns: 160)
    try terminal.wait(forPromptAfter: "3. Start another")
    #expect(terminal.text.contains("\n1. Correct what was sent on 9 Nov 2018 10:14 UTC, receipt \(latest)\n"))
    #expect(!terminal.text.contains(first), "it has been corrected already")
    #expect(!terminal.text.contains(prague))
    try terminal.type("2\r")
    try terminal.wait(forPromptAfter: "Only looked at; nothing was changed.")
    try terminal.type("1\r")
    try terminal.wait(forPromptAfter: Self.fixed)
    try terminal.type("3\r")
    try terminal.wait(forPromptAfter: Self.fixed)
    try terminal.type("\r")
    try terminal.wait(forPromptAfter: "Question 2a of 28")
    try terminal.type("Guatemala\r")
    try terminal.wait(forPromptAfter: "Question 2b of 28")
    try terminal.type("..\r5\r")
    try terminal.wait(forPromptAfter: "What next")
    try terminal.type("1\r")
    #expect(try terminal.end() == 0)
    #expect(!terminal.text.contains("Responses/"), "where files stand is not told")
    let rows = try scratch.responses(to: Self.form)
    let row = try #require(rows.last)
    #expect(row["iscm"] == "rcm")
    #expect(row["chair_country"] == "Guatemala")
    #expect(row["position"] == "no")
    #expect(row["supersedes"] == rows[2]["instance_id"])
  }

  @Test("What was sent is corrected from the welcome of the full screen")
  func correctsOnScreen() throws {
    let scratch = try Self.scratch()
    let receipt = try Self.send("rcm", to: scratch, seed: 53)
    let session = try ScreenSession(Self.command, in: scratch)
    try session.wait(forScreen: "> 7  Correct what was sent on 9 Nov 2018 10:14 UTC, receipt \(receipt)")
    try session.type("8")
    try session.press(.enter)
    try session.wait(forScreen: "Look only: nothing can be changed")
    try session.press(.escape)
    try session.wait(forScreen: "> 8  Look at it only: \(receipt)")
    try session.press(.up, .enter)
    try session.wait(forScreen: Self.fixed)
    try session.press(.function(9))
    try session.wait(forScreen: "Review before sending")
    try session.press(.tab, .enter)
    #expect(try session.end() == 0)
    let rows = try scratch.responses(to: Self.form)
    #expect(rows.map { $0["iscm"] } == ["rcm", "rcm"])
    #expect(rows[1]["supersedes"] == rows[0]["instance_id"])
    #expect(!session.terminal.text.contains("Responses/"))
  }

  @Test("With --revise, a receipt of another mechanism is as if it were not there")
  func revises() throws {
    let scratch = try Self.scratch()
    let prague = try Self.send("prague", to: scratch, seed: 54)
    let newer = try Self.send("prague", to: scratch, seed: 55, revising: prague)
    let first = try Self.send("rcm", to: scratch, seed: 56)
    let latest = try Self.send("rcm", to: scratch, seed: 57, revising: first)
    for receipt in [prague, newer, "0000-0000"] {
      let run = try Run("\(Self.command) --revise \(receipt)", in: scratch)
      #expect(run.errorText == "'\(receipt)': no response of 'rcm' has this receipt or id\n")
      #expect(run.code == 2)
    }
    let run = try Run("\(Self.command) --revise \(first)", in: scratch)
    #expect(
      run.errorText
        == "'\(first)' has been corrected already; leave --revise out, and the form offers what was sent last\n"
    )
    let terminal = try Terminal("\(Self.command) --line --revise \(latest)", in: scratch, columns: 160)
    try terminal.wait(forPromptAfter: Self.fixed)
    #expect(!terminal.text.contains("has answered already"), "who corrects knows")
  }

  // MARK: - Drafts begun in one way and resumed in the other

  @Test("A draft begun for a mechanism is resumed without --for, and the answer can then be changed")
  func resumedInTheOpen() throws {
    let scratch = try Self.scratch()
    let own = try Terminal("\(Self.command) --line", in: scratch, columns: 160)
    try own.wait(forPromptAfter: Self.fixed)
    try own.type("\rMexico\r")
    try own.wait(forPromptAfter: "Question 2b of 28")
    try own.type("\u{4}")
    #expect(try own.end() == 3)
    let open = try Run("printf '..\\n2\\n1\\n3\\n' | iscm fill \(Self.form) --line --resume", in: scratch)
    #expect(open.outputText.contains("Saved. Prague Process\n"))
    let again = try Terminal("\(Self.command) --resume", in: scratch, columns: 160)
    #expect(try again.end() == 2)
    #expect(
      again.text
        == "no draft of '\(Self.form)' waits to be resumed; start one: iscm fill \(Self.form) --for rcm\n")
  }

  @Test("A draft begun without --for is resumed for its mechanism, and what was taken back there stays so")
  func resumedForOne() throws {
    let scratch = try Self.scratch()
    // Prague, then the Regional Conference; taken back, and made again.
    _ = try Run(
      "printf '3\\n..\\n1\\n12\\n..\\n8\\n..\\n9\\n\\nMexico\\n' | iscm fill \(Self.form) --line", in: scratch
    )
    let terminal = try Terminal("\(Self.command) --line --resume", in: scratch, columns: 160)
    try terminal.wait(forPromptAfter: "Question 2b of 28")
    for told in [
      "Taken back: question 2a.", "There is nothing to take back.", "There is nothing to take back.",
    ] {
      try terminal.type("..\r7\r")
      try terminal.wait(forPromptAfter: told)
    }
    try terminal.type("..\r6\r")
    #expect(try terminal.end() == 3)
    let draft = try scratch.draft
    #expect(draft.components(separatedBy: "\"undo\"").count == 3, "the open session's and one of this")
    let again = try Terminal("\(Self.command) --line --resume", in: scratch, columns: 160)
    try again.wait(forPromptAfter: "Question 2a of 28")
    try again.type("..\r1\r")
    try again.wait(forPromptAfter: "Now: \(Self.name)")
  }
}
