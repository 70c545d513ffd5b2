import TerminalForm
import Testing

@Suite("Keys from the bytes of a terminal")
struct KeyDecoderTests {
  /// Bytes, and the keys that they are whatever comes before and after them.
  struct Example: CustomTestStringConvertible, Sendable {
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
  }

  static let examples: [Example] = [
    // Text, whatever the script.
    Example("a", .text("a")), Example(" ", .text(" ")), Example("é", .text("é")), Example("中", .text("中")),
    Example("e\u{301}", .text("e"), .text("\u{301}")), Example("😀", .text("😀")),
    Example("نعم", .text("ن"), .text("ع"), .text("م")),
    // Keys of one byte.
    Example("\r", .enter), Example("\n", .enter), Example("\t", .tab), Example("\u{7f}", .backspace),
    Example("\u{8}", .backspace), Example("\u{1}", .control("a")), Example("\u{3}", .control("c")),
    Example("\u{c}", .control("l")), Example("\u{1a}", .control("z")), Example("\u{1c}", .unknown),
    Example("\0"),
    // Arrows and their like, in both modes of the terminal, with and without Shift, Ctrl and Alt.
    Example("\u{1b}[A", .up), Example("\u{1b}OB", .down), Example("\u{1b}[1;5C", .right),
    Example("\u{1b}[1;2D", .left), Example("\u{1b}[a", .up), Example("\u{1b}Ob", .down),
    Example("\u{1b}[H", .home), Example("\u{1b}OF", .end),
    Example("\u{1b}[1~", .home), Example("\u{1b}[7~", .home), Example("\u{1b}[4~", .end),
    Example("\u{1b}[8~", .end), Example("\u{1b}[8^", .end),
    Example("\u{1b}[5~", .pageUp), Example("\u{1b}[6~", .pageDown), Example("\u{1b}[6;2~", .pageDown),
    Example("\u{1b}[3~", .delete),
    Example("\u{1b}[3$", .delete), Example("\u{1b}[2~", .unknown), Example("\u{1b}[Z", .backTab),
    // Function keys: xterm, VT220, the Linux console, rxvt.
    Example("\u{1b}OP", .function(1)), Example("\u{1b}[[A", .function(1)),
    Example("\u{1b}[11~", .function(1)), Example("\u{1b}[P", .function(1)),
    Example("\u{1b}OS", .function(4)), Example("\u{1b}[[E", .function(5)),
    Example("\u{1b}[15~", .function(5)), Example("\u{1b}[21~", .function(10)),
    Example("\u{1b}[24~", .function(12)),
    Example("\u{1b}[1;2S", .shiftFunction(4)), Example("\u{1b}O2S", .shiftFunction(4)),
    Example("\u{1b}[14;2~", .shiftFunction(4)), Example("\u{1b}[14$", .shiftFunction(4)),
    Example("\u{1b}[26~", .shiftFunction(4)), Example("\u{1b}[29~", .shiftFunction(4)),
    Example("\u{1b}[34~", .shiftFunction(10)), Example("\u{1b}[15;2~", .shiftFunction(5)),
    Example("\u{1b}[1;5S", .unknown), Example("\u{1b}[14^", .unknown), Example("\u{1b}[[F", .unknown),
    // The keypad of a VT100 in its other mode.
    Example("\u{1b}Ot", .text("4")), Example("\u{1b}OM", .enter), Example("\u{1b}On", .text(".")),
    // The mouse: pressed, let go, moved, another button, the wheel; the old report.
    Example("\u{1b}[<0;7;3M", .click(row: 2, column: 6)), Example("\u{1b}[<0;7;3m"),
    Example("\u{1b}[<32;7;3M"), Example("\u{1b}[<2;7;3M"),
    Example("\u{1b}[<16;300;3M", .click(row: 2, column: 299)),
    Example("\u{1b}[<64;7;3M", .wheelUp), Example("\u{1b}[<65;7;3M", .wheelDown),
    Example("\u{1b}[M '#", .click(row: 2, column: 6)), Example("\u{1b}[M#'#"),
    Example(bytes: [0x1b, 0x5b, 0x4d, 0x60, 0xff, 0x21], .wheelUp),
    // Pastes.
    Example("\u{1b}[200~a\u{1b}[201~", .paste("a")), Example("\u{1b}[200~\u{1b}[201~", .paste("")),
    Example("\u{1b}[200~a\rb\r\nc\nd\te\u{1b}[201~", .paste("a\nb\nc\nd\te")),
    Example("\u{1b}[200~\u{1b}[31m\u{1b}[200~\u{3}é\u{1b}\u{1b}[201~", .paste("[31m[200~é")),
    Example(
      bytes: Array("\u{1b}[200~".utf8) + [0x61, 0xff, 0x62] + Array("\u{1b}[201~".utf8), .paste("a\u{fffd}b")),
    Example("\u{1b}[201~"),
    // Alt with something is never that something.
    Example("\u{1b}x", .unknown), Example("\u{1b}é", .unknown), Example("\u{1b}\r", .unknown),
    Example("\u{1b}]x", .unknown, .text("x")),
    Example("\u{1b}\u{1b}[A", .escape, .up),
    // What is no key at all: answers to questions of other programs, and the focus.
    Example("\u{1b}[?64;1;2c"), Example("\u{1b}[>0;276;0c"), Example("\u{1b}[12;1R"),
    Example("\u{1b}[?2004;1$y"), Example("\u{1b}[I"), Example("\u{1b}[O"),
    Example("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\"), Example("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}"),
    // No UTF-8: each time something is missing, and nothing else is lost.
    Example(bytes: [0xff, 0x61], .unknown, .text("a")), Example(bytes: [0xc3, 0x61], .unknown, .text("a")),
    Example(bytes: [0xe4, 0xb8, 0x61], .unknown, .text("a")),
    Example(bytes: [0xe4, 0xb8, 0xc3, 0xa9], .unknown, .text("é")),
    Example(bytes: [0xed, 0xa0, 0x80, 0x61], .unknown, .unknown, .unknown, .text("a")),
    Example(bytes: [0xc0, 0xaf, 0x61], .unknown, .unknown, .text("a")),
    Example(bytes: [0xf4, 0x90, 0x80, 0x80, 0x61], .unknown, .unknown, .unknown, .unknown, .text("a")),
    Example(bytes: [0xc2, 0x9b, 0x61], .unknown, .text("a")),
    Example(bytes: [0xc3, 0x1b, 0x5b, 0x41], .unknown, .up),
    // Sequences that break off, that nobody sends, or that are too long.
    Example("\u{1b}[1;\r", .unknown, .enter), Example("\u{1b}[1\u{1b}[A", .unknown, .up),
    Example("\u{1b}[é", .unknown, .text("é")),
    Example("\u{1b}O\u{1b}OA", .unknown, .up), Example("\u{1b}[[\r", .unknown, .enter),
    Example("\u{1b}[99999999999999999999~", .home),
    Example("\u{1b}[" + String(repeating: "1;", count: 500) + "A", .unknown),
  ]

  @Test("A sequence is its key", arguments: examples)
  func sequences(example: Example) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: example.bytes) == example.keys)
    #expect(decoder.patience == nil)
    #expect(decoder.flush() == [])
  }

  @Test("Wherever a sequence is cut, the keys are the same", arguments: examples)
  func cuts(example: Example) {
    for place in 0...example.bytes.count {
      var decoder = KeyDecoder()
      let keys = decoder.keys(from: example.bytes[..<place]) + decoder.keys(from: example.bytes[place...])
      #expect(keys == example.keys, "cut at \(place)")
    }
  }

  @Test("Sequences at random, in blocks at random, are their keys", arguments: 0..<300 as Range<UInt64>)
  func random(seed: UInt64) {
    var random = Script(seed: seed)
    let chosen = (0..<random.number(below: 40)).map { _ in
      Self.examples[random.number(below: Self.examples.count)]
    }
    var decoder = KeyDecoder()
    var keys: [Key] = []
    var rest = chosen.flatMap(\.bytes)[...]
    while !rest.isEmpty {
      let count = 1 + random.number(below: 12)
      keys += decoder.keys(from: rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(keys == chosen.flatMap(\.keys))
  }

  @Test("After any bytes and a pause, what is typed arrives", arguments: 0..<500 as Range<UInt64>)
  func bytes(seed: UInt64) {
    var random = Script(seed: seed)
    let likely = Array("\u{1b}\u{1b}\u{1b}[[O]<M~;0123$?\r\n ab".utf8)
    let bytes = (0..<random.number(below: 300)).map { _ in
      random.number(below: 4) == 0
        ? UInt8(random.number(below: 256)) : likely[random.number(below: likely.count)]
    }
    var decoder = KeyDecoder()
    _ = decoder.keys(from: bytes)
    for character in ["d", "é", "中"] {
      while decoder.patience != nil { _ = decoder.flush() }
      _ = decoder.flush()
      #expect(
        (decoder.keys(from: character.utf8) + decoder.flush()) == [.text(Unicode.Scalar(character) ?? " ")])
    }
  }
}
