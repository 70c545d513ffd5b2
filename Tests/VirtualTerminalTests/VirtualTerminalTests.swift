import Testing
import VirtualTerminal

@Suite("A terminal without a window")
struct VirtualTerminalTests {
  private let terminal = VirtualTerminal(rows: 4, columns: 12)

  @Test("Rows, cursor and size are what was written")
  func shows() {
    terminal.take("one\r\n\u{1b}[3;5Hthree \u{1b}[2;2Htwo")
    #expect(terminal.rows.map(\.text) == ["one", " two", "    three", ""])
    #expect(terminal.text == "one\n two\n    three")
    #expect(terminal.cursor == .init(row: 1, column: 4))
    #expect(terminal.size == (4, 12))
    #expect(
      terminal.picture == """
         0|one         |
         1| two        |
         2|    three   |
         3|            |
        cursor at row 1, column 4
        """)
  }

  @Test("A sequence and a character may come in pieces")
  func pieces() {
    for byte in "\u{1b}[2;3H中é\u{1b}[1mb".utf8 { terminal.take([byte]) }
    #expect(terminal.rows[1].text == "  中éb")
    #expect(terminal.cell(at: .init(row: 1, column: 5)).isBold)
  }

  @Test("Wide characters take two columns, marks none; places are columns")
  func widths() {
    terminal.take("中文 e\u{301}x بَت\r\nab")
    #expect(terminal.rows[0].text == "中文 e\u{301}x بَت")
    #expect(terminal.place(of: "文") == .init(row: 0, column: 2))
    #expect(terminal.place(of: "x") == .init(row: 0, column: 6))
    #expect(terminal.place(of: "ت") == .init(row: 0, column: 9))
    #expect(terminal.place(of: "b") == .init(row: 1, column: 1))
    #expect(terminal.place(of: "z") == nil)
    #expect(terminal.cell(at: .init(row: 0, column: 1)).text == "")
    #expect(terminal.cell(at: .init(row: 0, column: 5)).text == "e\u{301}")
  }

  @Test("The looks of a cell")
  func looks() {
    terminal.take("\u{1b}[1;4;31;44mA\u{1b}[0;7mB\u{1b}[0;5;38;5;200mC\u{1b}[0;38;2;1;2;3mD\u{1b}[mE")
    let cells = terminal.rows[0].cells
    #expect(cells[0].isBold && cells[0].isUnderlined && !cells[0].isReversed && !cells[0].isBlinking)
    #expect(cells[0].foreground == .indexed(1) && cells[0].background == .indexed(4))
    #expect(cells[1].isReversed && !cells[1].isBold && cells[1].foreground == .standard)
    #expect(cells[2].isBlinking && cells[2].foreground == .indexed(200))
    #expect(cells[3].foreground == .rgb(0x01_0203))
    #expect(cells.map(\.isPlain) == [false, false, false, false] + Array(repeating: true, count: 8))
  }

  @Test(
    "A pen that is not put down is noticed",
    arguments: ["1", "4", "3", "5", "7", "9", "31", "44", "38;5;200", "48;2;1;2;3"])
  func pen(look: String) {
    #expect(terminal.isPenPlain)
    terminal.take("\u{1b}[\(look)mA")
    #expect(!terminal.isPenPlain)
    terminal.take("\u{1b}[m")
    #expect(terminal.isPenPlain)
  }

  @Test("The alternate screen goes without a trace; what leaves the normal one at its top is kept")
  func screens() {
    terminal.take("1\r\n2\r\n3\r\n4\r\n5\r\n6")
    #expect(terminal.text == "3\n4\n5\n6")
    #expect(terminal.scrollback == ["1", "2"])
    terminal.take("\u{1b}[?1049h\u{1b}[Hform\r\n\n\n\n\n\nlast")
    #expect(terminal.isAlternateScreen)
    #expect(terminal.text == "\n\n\nlast")
    terminal.take("\u{1b}[?1049l\r\n7")
    #expect(!terminal.isAlternateScreen)
    #expect(terminal.text == "4\n5\n6\n7")
    #expect(terminal.scrollback == ["1", "2", "3"])
  }

  @Test("Cursor, mouse, paste, title and bell are as they were set, and as they were taken back")
  func modes() {
    #expect(terminal.isCursorVisible && !terminal.isPasteBracketed && !terminal.isMouseNumbered)
    #expect(terminal.mouse == .silent && terminal.title == nil)
    terminal.take("\u{1b}[?25l\u{1b}[?1000h\u{1b}[?2004h\u{1b}]2;Form\u{7}\u{7}")
    #expect(!terminal.isCursorVisible && terminal.isPasteBracketed)
    #expect(terminal.mouse == .clicks && !terminal.isMouseNumbered)
    #expect(terminal.title == "Form" && terminal.bells == 1)
    #expect(terminal.picture.hasSuffix("cursor at row 0, column 0, hidden"))
    terminal.take("\u{1b}[?1002h\u{1b}[?1006h")
    #expect(terminal.mouse == .drags && terminal.isMouseNumbered)
    terminal.take("\u{1b}[?25h\u{1b}[?1000l\u{1b}[?1006l\u{1b}[?2004l")
    #expect(terminal.isCursorVisible && !terminal.isPasteBracketed)
    #expect(terminal.mouse == .silent && !terminal.isMouseNumbered)
    #expect(terminal.queries.isEmpty && terminal.unknownSequences.isEmpty)
  }

  @Test(
    "Each question to the terminal is noted, and nothing else is",
    arguments: [
      ("\u{1b}[c", "␛[?1;2c"), ("\u{1b}[6n", "␛[1;1R"), ("\u{1b}[5n", "␛[0n"), ("\u{1b}[>c", "␛[>0;100;0c"),
      ("\u{1b}[?2004$p", "␛[?2004;2$y"), ("\u{1b}[>q", "[>q"), ("\u{1b}[?u", "[?u"), ("\u{1b}[18t", "[18t"),
      ("\u{1b}]11;?\u{7}", "]11;?"), ("\u{1b}P+q544e\u{1b}\\", "P+q544e"), ("\u{1b}[22;0;0t", ""),
      ("\u{1b}[?1049h\u{1b}=\u{1b}[?1h\u{1b}[1;4r\u{1b}[4l\u{1b}(B\u{1b}[m", ""),
    ])
  func queries(sequence: String, answer: String) {
    terminal.take(sequence)
    #expect(terminal.queries == (answer.isEmpty ? [] : [answer]))
    #expect(terminal.unknownSequences == (sequence == "\u{1b}[22;0;0t" ? ["[22;0;0t"] : []))
  }

  @Test("Another size keeps what there is room for")
  func sizes() {
    terminal.take("one two\r\nthree four\r\n")
    terminal.resize(rows: 6, columns: 20)
    #expect(terminal.size == (6, 20))
    #expect(terminal.text == "one two\nthree four")
    terminal.resize(rows: 2, columns: 5)
    #expect(terminal.scrollback + terminal.rows.map(\.text) == ["one two", "three", ""])
  }
}

@Suite("The keyboard of a terminal without a window")
struct KeyboardTests {
  private let terminal = VirtualTerminal(rows: 24, columns: 80)

  @Test(
    "Keys are sent as xterm sends them",
    arguments: [
      (.enter, "\r"), (.tab, "\t"), (.backTab, "\u{1b}[Z"), (.escape, "\u{1b}"), (.backspace, "\u{7f}"),
      (.delete, "\u{1b}[3~"), (.up, "\u{1b}[A"), (.down, "\u{1b}[B"), (.home, "\u{1b}[H"), (.end, "\u{1b}[F"),
      (.pageUp, "\u{1b}[5~"), (.function(1), "\u{1b}OP"), (.function(4), "\u{1b}OS"),
      (.function(5), "\u{1b}[15~"), (.function(9), "\u{1b}[20~"), (.shiftFunction(4), "\u{1b}[1;2S"),
      (.control("c"), "\u{3}"), (.control("L"), "\u{c}"),
    ] as [(Press, String)])
  func keys(press: Press, bytes: String) {
    #expect(terminal.bytes(of: press) == Array(bytes.utf8))
    #expect(terminal.queries.isEmpty)
  }

  @Test("Arrows follow the mode of the cursor keys, as in every program of curses")
  func cursorKeys() {
    terminal.take("\u{1b}[?1h\u{1b}=")
    #expect(terminal.bytes(of: .down) == Array("\u{1b}OB".utf8))
    #expect(terminal.bytes(of: .home) == Array("\u{1b}OH".utf8))
  }

  @Test("A paste has brackets, and the mouse a voice, where the program has asked for them")
  func pasteAndMouse() {
    let place = VirtualTerminal.Place(row: 2, column: 4)
    #expect(terminal.bytes(ofPaste: "a\nb") == Array("a\nb".utf8))
    #expect(terminal.bytes(ofClick: place).isEmpty && terminal.bytes(ofWheelDown: true).isEmpty)
    terminal.take("\u{1b}[?2004h\u{1b}[?1000h\u{1b}[?1006h")
    #expect(terminal.bytes(ofPaste: "a\nb") == Array("\u{1b}[200~a\nb\u{1b}[201~".utf8))
    #expect(terminal.bytes(ofClick: place) == Array("\u{1b}[<0;5;3M\u{1b}[<0;5;3m".utf8))
    #expect(terminal.bytes(ofWheelDown: true) == Array("\u{1b}[<65;5;3M".utf8))
    #expect(terminal.bytes(ofWheelDown: false) == Array("\u{1b}[<64;5;3M".utf8))
  }
}
