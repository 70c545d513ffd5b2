import TerminalForm
import Testing

@Suite("Lines in blocks of bytes")
struct InputLinesTests {
  static func lines(_ bytes: [UInt8], blocks: [Int]) -> [LineInput] {
    var input = InputLines()
    var rest = bytes[...]
    var lines: [LineInput] = []
    for block in blocks + [bytes.count] {
      input.append(rest.prefix(block))
      rest = rest.dropFirst(block)
      // As a form reads: one line, then perhaps more bytes before the next.
      if let line = input.nextLine() { lines.append(line) }
    }
    while let line = input.nextLine() { lines.append(line) }
    if let last = input.lastLine() { lines.append(last) }
    return lines
  }

  @Test("Lines are the same at every size of block", arguments: 1...40)
  func blocks(size: Int) {
    let text = "one\r\n\ntwo words\n\u{e9}t\u{e9} 中文\n" + String(repeating: "x", count: 60) + "\nlast"
    let bytes = Array(text.utf8)
    let blocks = Array(repeating: size, count: bytes.count / size + 1)
    #expect(
      Self.lines(bytes, blocks: blocks) == [
        .line("one"), .line(""), .line("two words"), .line("été 中文"),
        .line(String(repeating: "x", count: 60)),
        .line("last"),
      ])
  }

  @Test("Random bytes give the same lines whole and in blocks", arguments: 0..<200 as Range<UInt64>)
  func property(seed: UInt64) {
    var random = Script(seed: seed)
    let bytes = (0..<random.number(below: 200)).map { _ in
      [0x0a, 0x0a, 0x0d, 0x61, 0x62, 0xc3, 0xa9, 0xff][random.number(below: 8)] as UInt8
    }
    let blocks = (0..<random.number(below: 50)).map { _ in random.number(below: 30) }
    #expect(Self.lines(bytes, blocks: blocks) == Self.lines(bytes, blocks: []))
  }

  @Test("A line that is no UTF-8 is said to be so, and the next is read")
  func undecodable() {
    #expect(Self.lines([0xff, 0x0a, 0x61, 0x0a], blocks: []) == [.undecodable, .line("a")])
  }

  @Test("A line may follow bytes that were taken one by one")
  func mixed() {
    var input = InputLines()
    input.append(Array("a\nbc\n".utf8))
    #expect(input.nextByte() == 0x61)
    #expect(input.nextLine() == .line(""))
    #expect(input.nextByte() == 0x62)
    #expect(input.nextLine() == .line("c"))
    #expect(input.nextLine() == nil)
    #expect(input.nextByte() == nil)
    #expect(input.isEmpty)
  }

  @Test("A line of a million bytes in small blocks is quick")
  func long() {
    var input = InputLines()
    let block = [UInt8](repeating: 0x61, count: 1000)
    let time = processorTime {
      for _ in 0..<1000 {
        input.append(block)
        _ = input.nextLine()
      }
      input.append([0x0a])
    }
    #expect(input.nextLine() == .line(String(repeating: "a", count: 1_000_000)))
    #expect(time < .seconds(10))
  }
}
