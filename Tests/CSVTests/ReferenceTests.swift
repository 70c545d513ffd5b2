import Chance
import CSV
import Testing

@Suite("The reader against one that is written for being seen to be right")
struct ReferenceTests {
  @Test("Any text gives the same records, or the same error at the same place", arguments: UInt64(1)...64)
  func anyText(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let text = randomText(&random)
      let reference = ReferenceReader(text)
      let reading = Reading(text, blockSize: 1 + random.number(below: text.count + 1))
      guard reading.records == reference.records, isSame(reading.error, reference.fault?.kind),
        reading.error?.position == reference.fault?.position
      else {
        Issue.record("\(String(decoding: text, as: UTF8.self).debugDescription): \(reading)")
        return
      }
    }
  }

  /// Cells that are mostly well quoted, or a heap of the characters that matter.
  private func randomText(_ random: inout SeededRandom) -> [UInt8] {
    let marks = Array("\"\",\n\rab ".utf8)
    var text: [UInt8] = []
    for _ in 0..<random.number(below: 12) {
      if random.number(below: 4) > 0 {
        let inside = (0..<random.number(below: 12)).flatMap { _ in
          let byte = marks[random.number(below: marks.count)]
          return byte == 34 ? [byte, byte] : [byte]
        }
        text += [34] + inside + [34]
        text += [Array(",".utf8), Array("\n".utf8), Array("\r\n".utf8), [13]][random.number(below: 4)]
      } else {
        text += (0..<random.number(below: 4)).map { _ in marks[random.number(below: marks.count)] }
      }
    }
    return text
  }

  private func isSame(_ error: CSVError?, _ fault: ReferenceReader.Fault?) -> Bool {
    switch (error, fault) {
    case (nil, nil), (.strayQuote, .stray), (.textAfterQuote, .textAfter),
      (.unterminatedQuote, .unterminated):
      true
    default: false
    }
  }
}
