import Foundation
import Testing
import VirtualTerminal

/// The tests' own terminal, tried on small programs, before anything is said of a form with it.
@Suite("A screen under test")
struct ScreenSessionTests {
  @Test("A program with a screen of its own, until it is gone")
  func alternateScreen() throws {
    let session = try ScreenSession(
      """
      sh -c 'echo before; printf "\\033[?1049h\\033[?25l\\033[3;5H\\033[1mName:\\033[m "; read name;
      printf "\\033[?1049l\\033[?25h"; echo "bye $name"; exit 7'
      """, in: Scratch(responses: false))
    try session.wait(forScreen: "Name:")
    #expect(session.screen.text == "\n\n    Name:")
    #expect(session.screen.cursor == .init(row: 2, column: 10))
    #expect(session.screen.cell(at: .init(row: 2, column: 4)).isBold)
    #expect(session.traces == ["a hidden cursor", "the alternate screen"])
    try session.type("Ana Pérez")
    try session.wait(forScreen: "Name: Ana Pérez")
    try session.press(.enter)
    #expect(try session.end() == 7)
    #expect(session.screen.text == "before\nbye Ana Pérez")
    #expect(session.traces.isEmpty)
  }

  @Test("Kind, locale, variables and size are those that were asked for")
  func surroundings() throws {
    let session = try ScreenSession(
      "sh -c 'echo $TERM $LANG $WORD; stty size'", in: Scratch(responses: false), type: "vt100", rows: 15,
      columns: 40, locale: "C", environment: ["WORD": "here"])
    #expect(try session.end() == 0)
    #expect(session.screen.text == "vt100 C here\n15 40")
  }

  @Test("Another size reaches the program")
  func resizes() throws {
    let session = try ScreenSession(
      "sh -c 'trap \"stty size\" WINCH; echo ready; while :; do sleep 0.02; done'",
      in: Scratch(responses: false))
    try session.wait(forScreen: "ready")
    for (rows, columns) in [(15, 40), (60, 200), (5, 20)] {
      session.resize(rows: rows, columns: columns)
      try session.wait(forScreen: "\(rows) \(columns)")
      #expect(session.screen.size == (rows, columns))
    }
    session.terminal.send(SIGTERM)
    #expect(try session.end() == 143)
  }

  @Test("Keys, pastes and clicks arrive as a terminal sends them")
  func keys() throws {
    let session = try ScreenSession(
      "sh -c 'stty -icanon -echo -icrnl -isig; printf \"\\033[?2004h\\033[?1000h\\033[?1006h\\033[?1hready\\n\"; cat -v'",
      in: Scratch(responses: false))
    try session.wait(forScreen: "ready")
    #expect(
      session.traces == [
        "brackets around a paste", "keys are read otherwise", "other cursor keys", "the mouse",
      ])
    try session.press(.down, .function(9), .shiftFunction(4), .backTab, .control("c"), .enter)
    try session.wait(forScreen: "^[OB^[[20~^[[1;2S^[[Z^C^M")
    try session.paste("two")
    try session.wait(forScreen: "^M^[[200~two^[[201~")
    try session.click(on: "eady")
    try session.wait(forScreen: "^[[<0;2;1M^[[<0;2;1m")
  }

  @Test("Nothing is answered, and each question is noted")
  func silence() throws {
    let session = try ScreenSession(
      "sh -c 'stty -icanon min 0 time 3; printf \"\\033[6n\"; dd bs=1 count=1 2>/dev/null | wc -c; stty sane'",
      in: Scratch(responses: false))
    #expect(try session.end() == 0)
    #expect(session.screen.text == "0")
    #expect(session.screen.queries == ["␛[1;1R"])
  }

  @Test("Bytes are counted from a mark, also those that come late; a silent program writes none")
  func counts() throws {
    let session = try ScreenSession(
      "sh -c 'stty -echo; printf ready; read x; printf 1234; sleep 0.02; printf 567; sleep 5'",
      in: Scratch(responses: false))
    try session.wait(forScreen: "ready")
    session.mark()
    session.settle(for: 100)
    #expect(session.bytesSinceMark == 0)
    try session.press(.enter)
    try session.wait(forScreen: "1234")
    #expect(session.bytesSinceMark == 7)
    #expect(session.screen.text == "ready1234567")
  }

  @Test("What never comes is told with the whole screen, and at once where the program has ended")
  func failure() throws {
    let session = try ScreenSession(
      "sh -c 'echo one; echo two'", in: Scratch(responses: false), rows: 3, columns: 8)
    let start = Date()
    let failure = session.failure(waitingFor: "\"three\"") { $0.place(of: "three") != nil }
    #expect(
      failure == """
        waited for "three"; the program has ended:
         0|one     |
         1|two     |
         2|        |
        cursor at row 2, column 0
        """)
    #expect(Date().timeIntervalSince(start) < Terminal.patience / 2)
  }

  @Test("The form line by line writes lines, at a terminal that could do more too")
  func lineForm() throws {
    let session = try ScreenSession("iscm fill gcm-regional-review-2020 --line", in: Scratch())
    try session.wait(forScreen: "Number: ")
    let beginning = session.screen.scrollback + session.screen.rows.map(\.text)
    #expect(beginning.contains { $0.hasPrefix("Question 0 of 4") })
    #expect(session.screen.rows[session.screen.cursor.row].text == "Number:")
    #expect(session.screen.cursor == .init(row: 23, column: 8))
    try session.type("12\r")
    try session.wait(forScreen: "Question 1 of 4")
    #expect(session.screen.rows[session.screen.cursor.row].text == ">")
    #expect(session.screen.cursor.column == 2)
    try session.press(.control("d"))
    #expect(try session.end() == 3)
    #expect(session.traces.isEmpty)
    #expect(!session.terminal.written.contains(0x1b), "an escape byte")
    #expect(session.screen.queries.isEmpty)
  }
}
