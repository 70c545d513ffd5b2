import TerminalForm
import Testing

/// Bytes, and the keys that they are whatever comes before and after them.
struct KeyExample: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let keys: [Key]

  init(_ text: String, _ keys: Key...) {
    bytes = Array(text.utf8)
    self.keys = keys
  }

  init(bytes: [UInt8], _ keys: Key...) {
    self.bytes = bytes
    self.keys = keys
  }

  var testDescription: String {
    bytes.map { (0x21...0x7e).contains($0) ? String(Unicode.Scalar($0)) : "<\(String($0, radix: 16))>" }
      .joined()
  }

  static let all: [KeyExample] = [
    // Text, whatever the script.
    KeyExample("a", .text("a")), KeyExample(" ", .text(" ")), KeyExample("é", .text("é")),
    KeyExample("中", .text("中")),
    KeyExample("e\u{301}", .text("e"), .text("\u{301}")), KeyExample("😀", .text("😀")),
    KeyExample("نعم", .text("ن"), .text("ع"), .text("م")),
    // Keys of one byte.
    KeyExample("\r", .enter), KeyExample("\n", .enter), KeyExample("\t", .tab),
    KeyExample("\u{7f}", .backspace),
    KeyExample("\u{8}", .backspace), KeyExample("\u{1}", .control("a")), KeyExample("\u{3}", .control("c")),
    KeyExample("\u{c}", .control("l")), KeyExample("\u{1a}", .control("z")), KeyExample("\u{1c}", .unknown),
    KeyExample("\0"),
    // Arrows and their like, in both modes of the terminal, with and without Shift, Ctrl and Alt.
    KeyExample("\u{1b}[A", .up), KeyExample("\u{1b}OB", .down), KeyExample("\u{1b}[1;5C", .right),
    KeyExample("\u{1b}[1;2D", .left), KeyExample("\u{1b}[a", .up), KeyExample("\u{1b}Ob", .down),
    KeyExample("\u{1b}[H", .home), KeyExample("\u{1b}OF", .end),
    KeyExample("\u{1b}[1~", .home), KeyExample("\u{1b}[7~", .home), KeyExample("\u{1b}[4~", .end),
    KeyExample("\u{1b}[8~", .end), KeyExample("\u{1b}[8^", .end),
    KeyExample("\u{1b}[5~", .pageUp), KeyExample("\u{1b}[6~", .pageDown),
    KeyExample("\u{1b}[6;2~", .pageDown),
    KeyExample("\u{1b}[3~", .delete),
    KeyExample("\u{1b}[3$", .delete), KeyExample("\u{1b}[2~", .unknown), KeyExample("\u{1b}[Z", .backTab),
    // Function keys: xterm, VT220, the Linux console, rxvt.
    KeyExample("\u{1b}OP", .function(1)), KeyExample("\u{1b}[[A", .function(1)),
    KeyExample("\u{1b}[11~", .function(1)), KeyExample("\u{1b}[P", .function(1)),
    KeyExample("\u{1b}OS", .function(4)), KeyExample("\u{1b}[[E", .function(5)),
    KeyExample("\u{1b}[15~", .function(5)), KeyExample("\u{1b}[21~", .function(10)),
    KeyExample("\u{1b}[24~", .function(12)),
    KeyExample("\u{1b}[1;2S", .shiftFunction(4)), KeyExample("\u{1b}O2S", .shiftFunction(4)),
    KeyExample("\u{1b}[14;2~", .shiftFunction(4)), KeyExample("\u{1b}[14$", .shiftFunction(4)),
    KeyExample("\u{1b}[26~", .shiftFunction(4)), KeyExample("\u{1b}[29~", .shiftFunction(4)),
    KeyExample("\u{1b}[34~", .shiftFunction(10)), KeyExample("\u{1b}[15;2~", .shiftFunction(5)),
    KeyExample("\u{1b}[1;5S", .unknown), KeyExample("\u{1b}[14^", .unknown),
    KeyExample("\u{1b}[[F", .unknown),
    // The keypad of a VT100 in its other mode.
    KeyExample("\u{1b}Ot", .text("4")), KeyExample("\u{1b}OM", .enter), KeyExample("\u{1b}On", .text(".")),
    // The mouse: pressed, let go, moved, another button, the wheel; the old report.
    KeyExample("\u{1b}[<0;7;3M", .click(row: 2, column: 6)), KeyExample("\u{1b}[<0;7;3m"),
    KeyExample("\u{1b}[<32;7;3M"), KeyExample("\u{1b}[<2;7;3M"),
    KeyExample("\u{1b}[<16;300;3M", .click(row: 2, column: 299)),
    KeyExample("\u{1b}[<64;7;3M", .wheelUp), KeyExample("\u{1b}[<65;7;3M", .wheelDown),
    KeyExample("\u{1b}[M '#", .click(row: 2, column: 6)), KeyExample("\u{1b}[M#'#"),
    KeyExample(bytes: [0x1b, 0x5b, 0x4d, 0x60, 0xff, 0x21], .wheelUp),
    // Pastes.
    KeyExample("\u{1b}[200~a\u{1b}[201~", .paste("a")), KeyExample("\u{1b}[200~\u{1b}[201~", .paste("")),
    KeyExample("\u{1b}[200~a\rb\r\nc\nd\te\u{1b}[201~", .paste("a\nb\nc\nd\te")),
    KeyExample("\u{1b}[200~\u{1b}[31m\u{1b}[200~\u{3}é\u{1b}\u{1b}[201~", .paste("[31m[200~é")),
    KeyExample(
      bytes: Array("\u{1b}[200~".utf8) + [0x61, 0xff, 0x62] + Array("\u{1b}[201~".utf8), .paste("a\u{fffd}b")),
    KeyExample("\u{1b}[201~"),
    // Alt with something is never that something.
    KeyExample("\u{1b}x", .unknown), KeyExample("\u{1b}é", .unknown), KeyExample("\u{1b}\r", .unknown),
    KeyExample("\u{1b}]x", .unknown, .text("x")), KeyExample("\u{1b}\u{3}", .escape, .control("c")),
    KeyExample("\u{1b}\u{1b}[A", .escape, .up),
    // What is no key at all: answers to questions of other programs, and the focus.
    KeyExample("\u{1b}[?64;1;2c"), KeyExample("\u{1b}[>0;276;0c"), KeyExample("\u{1b}[12;1R"),
    KeyExample("\u{1b}[?2004;1$y"), KeyExample("\u{1b}[I"), KeyExample("\u{1b}[O"),
    KeyExample("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\"), KeyExample("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}"),
    // No UTF-8: each time something is missing, and nothing else is lost.
    KeyExample(bytes: [0xff, 0x61], .unknown, .text("a")),
    KeyExample(bytes: [0xc3, 0x61], .unknown, .text("a")),
    KeyExample(bytes: [0xe4, 0xb8, 0x61], .unknown, .text("a")),
    KeyExample(bytes: [0xe4, 0xb8, 0xc3, 0xa9], .unknown, .text("é")),
    KeyExample(bytes: [0xed, 0xa0, 0x80, 0x61], .unknown, .unknown, .unknown, .text("a")),
    KeyExample(bytes: [0xc0, 0xaf, 0x61], .unknown, .unknown, .text("a")),
    KeyExample(bytes: [0xf4, 0x90, 0x80, 0x80, 0x61], .unknown, .unknown, .unknown, .unknown, .text("a")),
    KeyExample(bytes: [0xc2, 0x9b, 0x61], .unknown, .text("a")),
    KeyExample(bytes: [0xc3, 0x1b, 0x5b, 0x41], .unknown, .up),
    // Sequences that break off, that nobody sends, or that are too long.
    KeyExample("\u{1b}[1;\r", .unknown, .enter), KeyExample("\u{1b}[1\u{1b}[A", .unknown, .up),
    KeyExample("\u{1b}[é", .unknown, .text("é")),
    KeyExample("\u{1b}O\u{1b}OA", .unknown, .up), KeyExample("\u{1b}[[\r", .unknown, .enter),
    KeyExample("\u{1b}[99999999999999999999~", .unknown),
    KeyExample("\u{1b}[" + String(repeating: "1;", count: 500) + "A", .unknown),
  ]
}
