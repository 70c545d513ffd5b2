import TerminalForm
import Testing

@Suite("Keys from the bytes of a terminal")
struct KeyDecoderTests {
  @Test("A sequence is its key", arguments: KeyExample.all)
  func sequences(example: KeyExample) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: example.bytes) == example.keys)
    #expect(decoder.patience == nil)
    #expect(decoder.flush() == [])
  }

  @Test("Wherever a sequence is cut, the keys are the same", arguments: KeyExample.all)
  func cuts(example: KeyExample) {
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
      KeyExample.all[random.number(below: KeyExample.all.count)]
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
