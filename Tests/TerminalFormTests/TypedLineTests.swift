import Messages
import TerminalForm
import Testing

@Suite("A line while it is typed")
struct TypedLineTests {
  /// A line that took some bytes, what it echoed, and what its last byte brought about.
  struct Typed {
    var line: TypedLine
    var echo = ""
    var last = TypedLine.Event.typed

    init(_ text: String = "", prompt: String = "> ", width: Int = 80) {
      line = TypedLine(prompt: prompt, width: width)
      type(Array(text.utf8))
    }

    mutating func type(_ bytes: [UInt8]) {
      for byte in bytes {
        last = line.take(byte)
        echo += line.takeEcho()
      }
    }

    mutating func type(_ text: String) { type(Array(text.utf8)) }
  }

  static let backspace = "\u{7f}"

  @Test(
    "Text of any script is taken whole, byte by byte",
    arguments: ["a", "é", "e\u{301}", "中文", "مرحبا", "🇰🇪", "👩‍👩‍👧", "a\tb", " x "])
  func taken(text: String) {
    let typed = Typed(text)
    #expect(typed.line.text == text)
    #expect(!typed.line.isDamaged)
    #expect(typed.echo.replacing("\t", with: " ") == text.replacing("\t", with: " "))
  }

  @Test(
    "Backspace takes back what people see as one sign",
    arguments: [
      ("ab", "a", 1), ("é", "", 1), ("ae\u{301}", "a", 1), ("中文", "中", 2), ("x🇰🇪", "x", "🇰🇪".columns),
      ("a\t", "a", 1), ("", "", 0),
    ])
  func backspace(text: String, left: String, columns: Int) {
    var typed = Typed(text)
    typed.echo = ""
    typed.type(Self.backspace)
    #expect(typed.line.text == left)
    let back = String(repeating: "\u{08}", count: columns)
    #expect(typed.echo == back + String(repeating: " ", count: columns) + back)
  }

  @Test(
    "Keys are what they are everywhere",
    arguments: [
      ("one two", "\u{15}", ""), ("one two", "\u{17}", "one "), ("one two  ", "\u{17}", "one "),
      ("", "\u{17}", ""),
      ("one", "\u{17}", ""), ("  ", "\u{17}", ""), ("ab", "\u{08}", "a"), ("ab", "\u{0c}\u{01}\u{05}", "ab"),
    ])
  func keys(text: String, key: String, left: String) {
    var typed = Typed(text)
    typed.type(key)
    #expect(typed.line.text == left)
  }

  @Test("Enter, Ctrl-C, Ctrl-D and Ctrl-Z say what they are; Ctrl-D only where nothing is typed")
  func events() {
    #expect(Typed("ab\n").last == .line)
    #expect(Typed("ab\r").last == .line)
    #expect(Typed("ab\u{03}").last == .interrupt)
    #expect(Typed("\u{04}").last == .end)
    #expect(Typed("a\u{04}").last == .typed)
    #expect(Typed("ab\u{1a}").last == .suspend)
    var typed = Typed("ab")
    typed.line.showAgain()
    #expect(typed.line.takeEcho() == "\n> ab")
    #expect(typed.line.text == "ab")
  }

  @Test(
    "Arrow and function keys are swallowed, whole",
    arguments: [
      "\u{1b}[A", "\u{1b}[1;5C", "\u{1b}OP", "\u{1b}[[A", "\u{1b}[15~", "\u{1b}\u{1b}[A", "\u{1b}[?1;2c",
    ])
  func escapes(key: String) {
    let typed = Typed("a" + key + "b")
    #expect(typed.line.text == "ab")
    #expect(typed.echo == "ab")
  }

  @Test(
    "A key that breaks off takes nothing of what follows",
    arguments: [
      ("\u{1b}a", "a"), ("\u{1b}é", "é"), ("a\u{1b}\u{7f}b", "b"), ("\u{1b}[é", "é"), ("\u{1b}", ""),
    ])
  func brokenKeys(text: String, left: String) {
    #expect(Typed(text).line.text == left)
    #expect(Typed(text + "\n").last == .line)
    #expect(Typed(text + "\u{1b}[" + "\n").last == .line)
    #expect(Typed(text + "\u{1b}[" + "\u{03}").last == .interrupt)
  }

  @Test("Commands of the terminal that come as characters are not taken, nor echoed")
  func controls() {
    let typed = Typed("a\u{9b}31m\u{85}b\u{0}")
    #expect(typed.line.text == "a31mb")
    #expect(typed.echo == "a31mb")
  }

  @Test(
    "Bytes that are no UTF-8 damage the line; what follows is not swallowed, and taking them back mends it")
  func damage() {
    var typed = Typed("a")
    typed.type([0xff, 0xe9, 0x41, 0x42])
    #expect(typed.line.text == "a\u{FFFD}\u{FFFD}AB")
    #expect(typed.line.isDamaged)
    typed.type("\u{7f}\u{7f}\u{7f}")
    #expect(typed.line.isDamaged)
    typed.type("\u{7f}")
    #expect(!typed.line.isDamaged)
    #expect(typed.line.text == "a")
    typed.type([0xe4, 0xb8])
    typed.type("\n")
    #expect(typed.last == .line)
    #expect(typed.line.isDamaged)
  }

  @Test("A line that has wrapped is taken back within its row, and shown anew where it climbs")
  func wrapped() {
    var typed = Typed("abcdefghij", prompt: "> ", width: 8)
    typed.echo = ""
    // Behind "> abcdef" the row holds "ghij".
    typed.type(Self.backspace)
    #expect(typed.echo == "\u{08} \u{08}")
    typed.type("\u{7f}\u{7f}\u{7f}")
    #expect(typed.line.text == "abcdef")
    typed.echo = ""
    typed.type(Self.backspace)
    #expect(typed.echo == "\n> abcde")
    typed.type("\u{15}")
    #expect(typed.line.text == "")
  }

  @Test(
    "Whatever is typed, the text is what a simple reading gives, and no escape is echoed",
    arguments: 0..<300 as Range<UInt64>)
  func property(seed: UInt64) {
    var random = Script(seed: seed)
    var typed = Typed(prompt: "Answer: ", width: 2 + random.number(below: 30))
    var expected = ""
    for _ in 0..<random.number(below: 80) {
      switch random.number(below: 12) {
      case 0, 1, 2:
        typed.type("\u{7f}")
        if !expected.isEmpty { expected.removeLast() }
      case 3:
        typed.type("\u{15}")
        expected = ""
      case 4: typed.type("\u{1b}[B")
      default:
        let piece = random.text(of: ["a", "b ", "中", "é", "e\u{301}", "\u{301}", "م", "🇰🇪", "\t"], upTo: 3)
        typed.type(piece)
        expected += piece
      }
      #expect(typed.line.text == expected)
    }
    #expect(!typed.echo.utf8.contains(0x1b))
    #expect(typed.echo.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\u{08}" || $0.value >= 0x20 })
  }

  @Test("Any bytes at all are taken without a trap", arguments: 0..<300 as Range<UInt64>)
  func bytes(seed: UInt64) {
    var random = Script(seed: seed)
    var typed = Typed(width: 5)
    typed.type((0..<200).map { _ in UInt8(random.number(below: 256)) })
    #expect(!typed.echo.utf8.contains(0x1b))
    #expect(String(validating: Array(typed.line.text.utf8), as: UTF8.self) != nil)
  }

  @Test("A long line is taken whole, and its cost grows as it does", arguments: [10_000, 1_000_000])
  func long(count: Int) {
    var line = TypedLine(prompt: "> ", width: 80)
    var echoed = 0
    let time = processorTime {
      for index in 0..<count {
        _ = line.take(UInt8(ascii: "a") + UInt8(index % 26))
        if index % 4096 == 0 { echoed += line.takeEcho().utf8.count }
      }
      // Taking back costs a row at most, not the line.
      for _ in 0..<2_000 {
        _ = line.take(0x7f)
        echoed += line.takeEcho().utf8.count
      }
    }
    #expect(line.text.utf8.count == count - 2_000)
    #expect(echoed <= count + 2_000 * 10)
    // A quadratic line takes minutes; the bound has room for a slow machine and a debug build.
    #expect(time < .milliseconds(200 + count / 50))
  }
}
