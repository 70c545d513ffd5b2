import CSV
import Chance
import Glibc

/// A variable of the environment.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// Files as threads read them.
extension SeededRandom {
  /// A file that is mostly well formed, or has something wrong at one place.
  mutating func csv() -> [UInt8] {
    var text: [UInt8] = number(below: 8) == 0 ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<number(below: 40) { text += record() }
    if number(below: 4) == 0, !text.isEmpty { text.removeLast(1 + number(below: min(3, text.count))) }
    if number(below: 3) == 0, !text.isEmpty { spoil(&text) }
    return text
  }

  /// One record of up to eight cells with its end, or a blank line.
  mutating func record() -> [UInt8] {
    let ends: [[UInt8]] = [[10], [10], [13, 10], [13, 10], [13], [10, 10], [13, 10, 13, 10], [10, 13]]
    let end = ends[number(below: ends.count)]
    if number(below: 30) == 0 { return end }
    var record: [UInt8] = []
    for column in 0..<1 + number(below: 8) {
      if column > 0 { record.append(UInt8(ascii: ",")) }
      record += cell()
    }
    return record + end
  }

  private mutating func cell() -> [UInt8] {
    let pieces = [
      "a", "yes", " ", "\t", "  ", "é", "中文", "م", "🇰🇪", "\u{10FFFF}", "\u{800}", "objective_1", "x\u{301}",
    ]
    let quoted = [",", "\"\"", "\n", "\r\n", "\r", "\"\"\"\"", ",,"]
    switch number(below: 6) {
    case 0: return []
    case 1, 2: return (0..<number(below: 4)).flatMap { _ in Array(pieces[number(below: pieces.count)].utf8) }
    case 3: return Array("\"\"".utf8)
    default:
      let inside = (0..<number(below: 9)).flatMap { _ in
        Array(
          (number(below: 2) == 0 ? quoted[number(below: quoted.count)] : pieces[number(below: pieces.count)])
            .utf8)
      }
      return [34] + inside + [34]
    }
  }

  /// Puts in, takes out or changes bytes that matter.
  private mutating func spoil(_ text: inout [UInt8]) {
    let bytes: [UInt8] = [
      34, 34, 34, 44, 10, 13, 0, 32, 97, 0x80, 0xC0, 0xC3, 0xE0, 0xED, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<1 + number(below: 2) {
      let place = number(below: text.count)
      switch number(below: 3) {
      case 0: text.insert(bytes[number(below: bytes.count)], at: place)
      case 1: text[place] = bytes[number(below: bytes.count)]
      default: text.remove(at: place)
      }
      if text.isEmpty { return }
    }
  }

  /// A way to read it.
  mutating func way() -> ParallelReading.Way {
    let kernels = Kernel.available
    var columns: [Int]?
    if number(below: 2) == 0 { columns = (0..<10).filter { _ in number(below: 3) == 0 } }
    return ParallelReading.Way(
      threads: 1 + number(below: 3), blockSize: 64 * (1 + number(below: 4)),
      recordLimit: number(below: 6) == 0 ? 1 + number(below: 200) : CSVReader.defaultRecordLimit,
      kernel: kernels[number(below: kernels.count)], columns: columns)
  }
}
