import Foundation
import Testing
import VirtualTerminal

@Suite("Which form a terminal gets")
struct ScreenLadderTests {
  @Test(
    "A terminal with a screen gets the full screen, in any locale, asks nothing of it, and is given back",
    arguments: ["xterm-256color", "xterm", "screen", "tmux", "linux", "vt100", "putty"], ["C.UTF-8", "C"])
  func screens(type: String, locale: String) throws {
    let session = try ScreenSession.atQuestion1(in: Scratch(), type: type, locale: locale)
    #expect(session.screen.queries.isEmpty)
    #expect(session.screen.bells == 0)
    try session.press(.down)
    try session.wait(forScreen: "> ( )  2  Eastern Partnership")
    try session.press(.end)
    try session.wait(forScreen: "> ( ) 31 ")
    try session.press(.home, .function(1))
    try session.wait(forScreen: "inter-State consultation mechanism on migration, ISCM: ")
    try session.press(.escape)
    try session.wait(forScreen: "> ( )  1  Almaty Process")
    try session.goToQuestion2a()
    try session.typeAndSee("Côte d’Ivoire 中文 Қазақстан")
    try session.press(.control("c"), .control("c"))
    #expect(try session.end() == 3)
    #expect(session.traces.isEmpty)
    #expect(session.remains.hasSuffix("Saved, not submitted.\nTo go on: iscm fill gcm-review-2018 --resume"))
    #expect(session.screen.queries.isEmpty)
  }

  @Test("What is no ASCII is shown in every locale", arguments: ["C.UTF-8", "C", "en_US.ISO-8859-1", ""])
  func locales(locale: String) throws {
    let session = try ScreenSession("iscm fill gcm-review-2018", in: Scratch(), locale: locale)
    try session.wait(forScreen: "> 7  Start the questionnaire")
    for name in ["Français", "Español", "Русский", "العربية", "中文"] {
      #expect(session.screen.place(of: name) != nil)
    }
  }

  @Test(
    "A terminal without a screen gets the form line by line, without an escape byte",
    arguments: [
      (["TERM": "dumb"], ""), (["TERM": ""], ""), (["TERM": "xterm-256color", "ACCESSIBLE": "1"], ""),
      (
        ["TERM": "nobody-knows-it"],
        "TERM names a terminal that is not known here: 'nobody-knows-it'; the form goes on line by line"
      ),
    ])
  func lines(environment: [String: String], complaint: String) throws {
    let session = try ScreenSession(
      "iscm fill gcm-regional-review-2020", in: Scratch(), type: environment["TERM"] ?? "", rows: 60,
      columns: 120,
      environment: environment)
    try session.wait(forScreen: "Number: ")
    #expect(
      complaint.isEmpty ? session.screen.place(of: "TERM") == nil : session.screen.rows[0].text == complaint)
    #expect(session.screen.place(of: "Question 0 of 4") != nil)
    try session.press(.control("d"))
    #expect(try session.end() == 3)
    #expect(!session.terminal.written.contains(0x1b), "an escape byte")
    #expect(session.traces.isEmpty)
  }

  @Test(
    "Without a terminal the form is refused, with the reason and what to do, and no draft is begun",
    arguments: ["< /dev/null", "| cat"])
  func refuses(redirection: String) throws {
    let scratch = try Scratch(responses: false)
    let session = try ScreenSession("iscm fill gcm-review-2018 \(redirection)", in: scratch, columns: 120)
    #expect(try session.end() == (redirection == "| cat" ? 0 : 2))
    #expect(
      session.screen.text
        == "standard input or output is no terminal; add --line to read answers line by line, or use --answers FILE"
    )
    #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/Responses"))
  }

  @Test("A full screen that was asked for by name, and cannot be, is refused")
  func refusesScreen() throws {
    let session = try ScreenSession(
      "iscm fill gcm-review-2018 --screen", in: Scratch(), type: "dumb", columns: 120)
    #expect(try session.end() == 2)
    #expect(
      session.screen.text
        == "--screen: a terminal of the kind 'dumb' has no screen to move on; use --line, or --answers FILE")
  }

  @Test("NO_COLOR leaves no colour, and nothing is told by colour alone", arguments: [true, false])
  func colours(hasNone: Bool) throws {
    let session = try ScreenSession.atQuestion1(in: Scratch(), environment: hasNone ? ["NO_COLOR": "1"] : [:])
    let cells = session.screen.rows.flatMap(\.cells)
    #expect(cells.allSatisfy { $0.foreground == .standard && $0.background == .standard } == hasNone)
    #expect(session.screen.rows[0].text.hasSuffix("Saved"))
  }
}
