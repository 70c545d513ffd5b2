import TerminalForm
import Testing

@Suite("Keys from bytes")
struct KeyDecoderTests {
  @Test("typed text")
  func text() { 
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: Array("aé".utf8)) == [.text("a"), .text("é")])
  }
}
