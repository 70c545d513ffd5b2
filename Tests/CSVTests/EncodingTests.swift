import Chance
import CSV
import Testing

@Suite("UTF-8")
struct EncodingTests {
  @Test("Any two bytes before continuation bytes are text exactly when the standard library says so")
  func pairs() {
    for lead: UInt8 in 0x01...0xFF {
      for second: UInt8 in 0x01...0xFF {
        for continuations in 0...2 {
          let bytes = [lead, second] + Array(repeating: 0x80, count: continuations)
          guard isWritten(bytes) != (String(validating: bytes, as: UTF8.self) != nil) else { continue }
          Issue.record("\(bytes) is judged wrongly")
        }
      }
    }
  }

  @Test("The first bytes that are no text are found wherever they stand", arguments: UInt64(1)...50)
  func anywhere(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      var bytes = Array(random.text(upTo: 30).utf8).filter { $0 != UInt8(ascii: "\"") }
      for _ in 0..<random.number(below: 3) where !bytes.isEmpty {
        bytes[random.number(below: bytes.count)] = UInt8(1 + random.number(below: 33))
        bytes.insert(UInt8(0x80 + random.number(below: 128)), at: random.number(below: bytes.count))
        bytes.removeAll { $0 == UInt8(ascii: "\"") }
      }
      // As long as it can be: up to there all is text.
      let valid = (0...bytes.count).last { String(validating: bytes.prefix($0), as: UTF8.self) != nil }
      let error = Reading(bytes, blockSize: 1 + random.number(below: 40)).error
      if valid == bytes.count {
        #expect(error == nil)
      } else if case .invalidUTF8(let found, let position) = error {
        #expect(position.offset == valid)
        #expect(bytes.dropFirst(position.offset).starts(with: found))
      } else {
        Issue.record("\(bytes): \(error.debugDescription)")
      }
    }
  }

  private func isWritten(_ bytes: [UInt8]) -> Bool {
    var writer = CSVWriter()
    do {
      try bytes.withUnsafeBytes { try writer.append($0) }
      return true
    } catch {
      return false
    }
  }
}
