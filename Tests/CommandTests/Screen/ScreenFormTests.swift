import Foundation
import Testing
import VirtualTerminal

@Suite("The form on a full screen")
struct ScreenFormTests {
  @Test("It asks the terminal nothing, is silent while nothing happens, and sends little")
  func sendsLittle() throws {
    let session = try ScreenSession("iscm fill gcm-review-2018", in: Scratch())
    try session.wait(forScreen: "> 7  Start the questionnaire")
    #expect(session.bytesSinceMark <= 4_096)
    session.mark()
    try session.press(.enter)
    try session.wait(forScreen: "> ( )  1  Almaty Process")
    #expect(session.bytesSinceMark <= 4_096)
    session.mark()
    try session.press(.control("l"))
    session.settle()
    #expect((1_000...4_096).contains(session.bytesSinceMark), "a page anew")
    session.mark()
    session.settle(for: 1_500)
    #expect(session.bytesSinceMark == 0)
    var counts: [Int] = []
    for number in 2...31 {
      session.mark()
      try session.press(.down)
      try session.wait(forScreen: "> ( ) \(number < 10 ? " " : "")\(number)  ")
      #expect(session.screen.rows[session.screen.cursor.row].text.hasPrefix(" > ( )"))
      counts.append(session.bytesSinceMark)
    }
    #expect(counts.sorted()[counts.count / 2] <= 100, "\(counts)")
    #expect(session.screen.queries.isEmpty)
  }

  @Test("A paste is text, whatever it holds: it presses no key")
  func pastes() throws {
    let scratch = try Scratch()
    let session = try ScreenSession.atQuestion2a(in: scratch)
    try session.paste("Guatemala\r\tand\u{1b}[B\nBelize")
    try session.wait(forScreen: "Belize")
    #expect(session.screen.place(of: "> 2a Which country") != nil)
    try session.press(.control("c"), .control("c"))
    #expect(try session.end() == 3)
    #expect(try scratch.draft.contains("Guatemala"))
    #expect(try !scratch.draft.contains("\"chair_name\","))
  }

  @Test("A click chooses")
  func clicks() throws {
    let session = try ScreenSession.atQuestion1(in: Scratch())
    try session.click(on: "Prague Process")
    try session.wait(forScreen: "> (*)  3  Prague Process")
    #expect(session.screen.rows[session.screen.cursor.row].text.contains("Prague Process"))
  }

  @Test("F2 goes over to the lines at the same question, on a terminal that was given back, and back again")
  func goesOver() throws {
    let session = try ScreenSession.atQuestion2a(in: Scratch())
    try session.typeAndSee("Guatemala")
    try session.press(.function(2))
    try session.wait(forScreen: "Answer: ")
    #expect(session.traces == ["keys are read otherwise"])
    #expect(session.screen.place(of: "Question 2a of 28") != nil)
    #expect(session.screen.place(of: "Now: Guatemala") != nil)
    #expect(session.screen.place(of: "Two full stops (..) on a line of their own open the menu") != nil)
    try session.type("..\r")
    try session.wait(forScreen: "full screen")
    let menu = session.screen.rows.map(\.text).joined(separator: " ")
    let number = try #require(menu.firstMatch(of: /(\d+) full screen/)?.output.1)
    try session.type("\(number)\r")
    try session.wait(for: "the full screen") { $0.isAlternateScreen && $0.isCursor(behind: "Guatemala") }
    // Once is enough.
    try session.press(.function(2))
    try session.wait(for: "the lines") { !$0.isAlternateScreen && $0.isCursor(behind: "Answer: ") }
    #expect(session.screen.rows.count { $0.text.contains("Two full stops") } <= 1)
    try session.press(.control("d"))
    #expect(try session.end() == 3)
    #expect(session.traces.isEmpty)
  }

  @Test("An editor finds the terminal as it was; its text comes back, and the form with it")
  func edits() throws {
    let scratch = try Scratch()
    try scratch.write(
      "stty -a | grep -o ' icanon'; sleep 0.3; printf 'Two\\nlines\\n' > \"$1\"", to: "editor.sh")
    let session = try ScreenSession.atQuestion2a(in: scratch, environment: ["VISUAL": "sh editor.sh"])
    try session.press(.function(3))
    try session.wait(for: "the editor") { !$0.isAlternateScreen && $0.place(of: " icanon") != nil }
    try session.wait(for: "the form") { $0.isAlternateScreen && $0.place(of: "Two") != nil }
    #expect(session.screen.isPasteBracketed)
    try session.press(.control("c"), .control("c"))
    #expect(try session.end() == 3)
    #expect(session.traces.isEmpty)
    #expect(try scratch.draft.contains("\"chair_country\",\"Two\nlines\""))
  }
}
