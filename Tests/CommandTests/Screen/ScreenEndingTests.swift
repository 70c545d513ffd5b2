import Foundation
import Testing
import VirtualTerminal

/// How a form on a full screen can end, what is done to end it, and the code that follows.
private struct ScreenEnding: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let code: Int32
  let bring: @Sendable (ScreenSession) throws -> Void

  static let all = [
    ScreenEnding(testDescription: "the menu", code: 3) { session in
      try session.press(.escape)
      try session.wait(forScreen: "save and leave")
      try session.type("14")
      try session.wait(forScreen: "> 14  save and leave")
      try session.press(.enter)
    },
    ScreenEnding(testDescription: "Ctrl-C twice", code: 3) { session in
      try session.press(.control("c"))
      try session.wait(forScreen: "Leave? Your answers are saved.")
      try session.press(.control("c"))
    },
    ScreenEnding(testDescription: "Ctrl-C twice, at once", code: 3) {
      try $0.press(.control("c"), .control("c"))
    },
    ScreenEnding(testDescription: "SIGINT from outside", code: 130) { $0.terminal.send(SIGINT) },
    ScreenEnding(testDescription: "SIGTERM", code: 143) { $0.terminal.send(SIGTERM) },
  ]
}

@Suite("How a form on a full screen ends")
struct ScreenEndingTests {
  /// A form that can be submitted with its first question answered.
  fileprivate static let shortForm = "gcm-regional-review-2020"

  @Test(
    "The answers are kept, the terminal is as it was, and the command that goes on stands in it",
    arguments: ScreenEnding.all)
  private func leaves(_ ending: ScreenEnding) throws {
    let scratch = try Scratch()
    let session = try ScreenSession.atQuestion2a(in: scratch)
    #expect(session.screen.isAlternateScreen && session.screen.isPasteBracketed)
    #expect(session.screen.mouse == .clicks && session.screen.isMouseNumbered)
    try session.typeAndSee("Guatemal")
    try ending.bring(session)
    #expect(try session.end() == ending.code)
    #expect(session.traces.isEmpty)
    #expect(session.remains == "Saved, not submitted.\nTo go on: iscm fill gcm-review-2018 --resume")
    #expect(try scratch.draft.contains("\"answer\",\"iscm\",\"rcm\""))
    #expect(try scratch.draft.contains("\"chair_country\",\"Guatemal\""))
    #expect(!scratch.stored(in: "gcm-review-2018").contains("63cbe1e4"), "something was submitted")
  }

  @Test(
    "A form that was only looked at leaves no draft, one in which a letter was typed does",
    arguments: [true, false])
  func looksIn(isForMechanism: Bool) throws {
    let scratch = try Scratch(responses: false)
    func open() throws -> ScreenSession {
      if !isForMechanism { return try .atQuestion1(in: scratch) }
      let session = try ScreenSession("iscm fill gcm-review-2018 --for puebla", in: scratch)
      try session.wait(forScreen: "Start the questionnaire")
      try session.press(.enter)
      try session.wait(forScreen: "Question 1")
      return session
    }
    var session = try open()
    try session.press(.down, .tab, .control("c"), .control("c"))
    #expect(try session.end() == 3)
    #expect(session.remains == "Nothing was entered, and no draft is kept.")
    #expect(try scratch.drafts.isEmpty)
    session = try open()
    if isForMechanism {
      try session.press(.enter)
      try session.wait(forScreen: "2a. Which country holds the Chair?")
    } else {
      try session.goToQuestion2a()
    }
    try session.typeAndSee("G")
    try session.press(.control("c"), .control("c"))
    #expect(try session.end() == 3)
    #expect(session.remains.hasPrefix("Saved, not submitted.\nTo go on"))
    #expect(try scratch.draft.contains("\"chair_country\",\"G\""))
  }

  @Test("Submitted: sealed, and the receipt stays in the normal screen", arguments: [80, 40])
  func submits(columns: Int) throws {
    let scratch = try Scratch(responses: false)
    let session = try ScreenSession.atShortForm(in: scratch, columns: columns)
    try session.submit()
    #expect(try session.end() == 0)
    #expect(session.traces.isEmpty)
    let lines = session.remains.split(separator: "\n").map(String.init)
    #expect(lines.first == "Submitted. Thank you.")
    #expect(lines.contains("  Receipt: Y2C0-H9W4"))
    #expect(try scratch.drafts.isEmpty)
    let row = try #require(try scratch.responses(to: Self.shortForm).first)
    #expect(row["instance_id"] == "uuid:63cbe1e4-5932-4dd7-844c-3cd7f43c661c")
    #expect(row["source"] == "form" && row["iscm"] == "rcm")
  }

  @Test("A submission that fails keeps the answers and the screen, and can be tried again")
  func failsToSubmit() throws {
    let scratch = try Scratch(responses: false)
    let file = try scratch.blockResponses()
    let session = try ScreenSession.atShortForm(in: scratch)
    try session.submit()
    try session.wait(forScreen: "Not submitted: Responses/\(Self.shortForm)/responses.csv")
    #expect(session.screen.isAlternateScreen)
    #expect(try scratch.draft.contains("\"answer\",\"iscm\",\"rcm\""))
    try FileManager.default.removeItem(atPath: file)
    try session.press(.enter)
    #expect(try session.end() == 0)
    #expect(try scratch.responses(to: Self.shortForm).map { $0["iscm"] } == ["rcm"])
  }

  @Test("Left after a submission that failed, the form ends with 4")
  func leavesAfterFailure() throws {
    let scratch = try Scratch(responses: false)
    _ = try scratch.blockResponses()
    let session = try ScreenSession.atShortForm(in: scratch)
    try session.submit()
    try session.wait(forScreen: "Not submitted: Responses/\(Self.shortForm)/responses.csv")
    try session.press(.control("c"), .control("c"))
    #expect(try session.end() == 4)
    #expect(session.traces.isEmpty)
    #expect(session.remains.hasSuffix("To go on: iscm fill \(Self.shortForm) --resume"))
  }

  @Test("SIGHUP: all is kept, and not one byte more is written")
  func hangsUpBySignal() throws {
    let scratch = try Scratch()
    let session = try ScreenSession.atQuestion2a(in: scratch)
    try session.typeAndSee("Guatemal")
    try session.waitUntilSaved()
    session.mark()
    session.terminal.send(SIGHUP)
    #expect(try session.end() == 129)
    #expect(session.bytesSinceMark == 0)
    #expect(try scratch.draft.contains("\"chair_country\",\"Guatemal\""))
  }

  @Test(
    "What was typed the moment before a SIGHUP, or before the line drops, is kept", arguments: [true, false])
  func hangsUpWhileTyping(bySignal: Bool) throws {
    let scratch = try Scratch()
    let session = try ScreenSession.atQuestion2a(in: scratch)
    try session.typeAndSee("Guatemal")
    if bySignal { session.terminal.send(SIGHUP) } else { session.terminal.hangUp() }
    #expect(try session.end() == 129)
    #expect(try scratch.draft.contains("\"chair_country\",\"Guatemal\""))
  }

  @Test(
    "Stopped, the terminal is as it was; continued, the form is there again, with what was typed",
    arguments: [SIGTSTP, SIGSTOP])
  func stops(signal: Int32) throws {
    let scratch = try Scratch()
    let session = try ScreenSession("sh -i", in: scratch, environment: ["PS1": "$ "])
    try session.wait(forScreen: "$ ")
    try session.type("iscm fill gcm-review-2018\r")
    try session.wait(forScreen: "> 7  Start the questionnaire")
    try session.press(.enter)
    try session.wait(forScreen: "> ( )  1  Almaty Process")
    try session.goToQuestion2a()
    try session.typeAndSee("Tha")
    try session.waitUntilSaved()
    let before = session.screen.picture
    let child = try Run("pgrep -P \(session.terminal.id)", in: scratch).outputText.split(separator: "\n")
      .first
    let form = try #require(child.flatMap { pid_t($0) })
    kill(form, signal)
    if signal == SIGTSTP {
      try session.wait(forScreen: "Stopped")
      #expect(session.traces.isEmpty)
      #expect(try scratch.draft.contains("\"chair_country\",\"Tha\""))
    } else {
      // Nobody can give a terminal back who is stopped at once.
      try session.wait(for: "the shell") { _ in session.terminal.text.contains("Stopped") }
    }
    // Not the key Enter: it sends a line feed only where the terminal was given back.
    try session.type("fg\n")
    try session.wait(for: "the form") { $0.isCursor(behind: "Tha") }
    #expect(session.screen.picture == before)
    #expect(session.screen.isAlternateScreen && session.screen.isPasteBracketed)
    try session.typeAndSee("iland")
    try session.press(.control("c"), .control("c"))
    try session.wait(forScreen: "Saved, not submitted.")
    try session.wait(for: "the prompt") { $0.isCursor(behind: "$ ") }
    #expect(session.traces.isEmpty)
    try session.type("echo code $?\r")
    try session.wait(forScreen: "code 3")
    try session.type("exit\r")
    _ = try session.end()
    #expect(try scratch.draft.contains("\"chair_country\",\"Thailand\""))
  }

  @Test(
    "A crash leaves no raw terminal behind, and all but the last second of typing",
    arguments: [SIGSEGV, SIGABRT])
  func crashes(signal: Int32) throws {
    let scratch = try Scratch()
    let session = try ScreenSession.atQuestion2a(in: scratch, environment: ["SWIFT_BACKTRACE": "enable=no"])
    try session.typeAndSee("Guatemal")
    try session.waitUntilSaved()
    session.terminal.send(signal)
    #expect(try session.end() == 128 + signal)
    #expect(session.traces.isEmpty)
    #expect(try scratch.draft.contains("\"chair_country\",\"Guatemal\""))
  }
}

extension ScreenSession {
  /// Starts the short form, and answers its first question.
  fileprivate static func atShortForm(in scratch: Scratch, columns: Int = 80) throws -> ScreenSession {
    let session = try ScreenSession(
      "iscm fill \(ScreenEndingTests.shortForm)", in: scratch, columns: columns)
    try session.wait(forScreen: "> 7  Start the questionnaire")
    try session.press(.enter)
    try session.wait(forScreen: "> ( )  1  ")
    try session.type("12")
    try session.wait(forScreen: "> ( ) 12  Regional")
    try session.type(" ")
    try session.wait(forScreen: "> (*) 12  Regional")
    return session
  }

  /// Goes to the review, and submits.
  fileprivate func submit() throws {
    try press(.function(9))
    try wait(forScreen: "Review before")
    try press(.tab)
    try wait(for: "the button") { $0.rows[$0.cursor.row].text.contains("[ Submit ]") }
    try press(.enter)
  }
}

extension Scratch {
  /// The response file of a form, as text.
  fileprivate func stored(in form: String) -> String {
    String(decoding: read("Responses/\(form)/responses.csv") ?? Data(), as: UTF8.self)
  }

  /// Puts a folder where the responses to the short form would be stored.
  fileprivate func blockResponses() throws -> String {
    let file = "\(path)/Responses/\(ScreenEndingTests.shortForm)/responses.csv"
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
    return file
  }

  /// The names of the journals of unfinished forms.
  fileprivate var drafts: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: "\(path)/Responses")
        .filter { $0.contains("/drafts/") && $0.hasSuffix(".csv") }
    }
  }
}
