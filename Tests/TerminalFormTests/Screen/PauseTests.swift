import TerminalForm
import Testing

@Suite("Pauses between the bytes of a terminal")
struct PauseTests {
  @Test("ESC alone is the key Esc, after 50 ms; nothing else that was typed waits")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: Array("a\u{1b}".utf8)) == [.text("a")])
    #expect(decoder.patience == 50)
    #expect(decoder.flush() == [.escape])
    #expect(decoder.patience == nil)
    #expect(decoder.keys(from: Array("[A".utf8)) == [.text("["), .text("A")])
  }

  @Test("Esc twice is Esc twice")
  func twice() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0x1b, 0x1b]) == [.escape])
    #expect(decoder.flush() == [.escape])
  }

  @Test(
    "A sequence that breaks off means nothing, and takes nothing along",
    arguments: [
      "\u{1b}[", "\u{1b}O", "\u{1b}[1;", "\u{1b}[[", "\u{1b}[M a", "\u{1b}]11;", "\u{1b}[<0;1", "\u{1b}[200",
    ])
  func broken(begun: String) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: begun.utf8) == [])
    #expect(decoder.patience == 500)
    #expect(decoder.flush() == [.unknown])
    #expect(decoder.keys(from: "x".utf8) == [.text("x")])
  }

  @Test("A character may take its time between its bytes")
  func character() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0xe4, 0xb8]) == [])
    #expect(decoder.patience == nil)
    #expect(decoder.keys(from: [0xad]) == [.text("中")])
  }

  @Test("A paste that pauses is delivered in parts, and still presses no key")
  func stalled() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: Array("\u{1b}[200~one\r".utf8)) == [])
    #expect(decoder.patience == 2000)
    #expect(decoder.flush() == [.paste("one\n")])
    #expect(decoder.patience == nil)
    #expect(decoder.keys(from: Array("two\r\r".utf8)) == [])
    #expect(decoder.patience == 50)
    #expect(decoder.flush() == [.paste("two\n\n")])
    #expect(decoder.keys(from: Array("three\u{1b}[201~\r".utf8)) == [.paste("three"), .enter])
  }

  @Test(
    "After a paste that lost its end, the first key by itself is a key again",
    arguments: [
      ("\r", Key.enter), ("\u{1b}[A", .up), ("\u{1b}", .escape), ("é", .text("é")), ("\u{3}", .control("c")),
    ])
  func lostEnd(bytes: String, key: Key) {
    var decoder = KeyDecoder()
    _ = decoder.keys(from: Array("\u{1b}[200~lost".utf8))
    #expect(decoder.flush() == [.paste("lost")])
    #expect(decoder.keys(from: bytes.utf8) == [])
    #expect(decoder.flush() == [key])
    #expect(decoder.keys(from: "xy".utf8) == [.text("x"), .text("y")])
  }

  @Test("A paste of two million bytes is quick, and whole")
  func large() {
    let text = String(repeating: "~ a line with a tilde\n", count: 100_000)
    var decoder = KeyDecoder()
    var keys: [Key] = []
    let time = processorTime {
      keys = decoder.keys(from: Array(("\u{1b}[200~" + text + "\u{1b}[201~").utf8))
    }
    #expect(keys == [.paste(text)])
    #expect(time < .seconds(20))
  }
}
