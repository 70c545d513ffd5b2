import CSV
import Chance
import Testing

@Suite("Reading with several threads, against libcsv alone")
struct ParallelTests {
  @Test(
    "Any text gives the same records, or the same error at the same place",
    arguments: UInt64(1)...Self.seeds)
  func anyText(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let text = random.csv()
      let way = random.way()
      guard let difference = Self.difference(text, way) else { continue }
      Issue.record("\(way): \(String(decoding: text, as: UTF8.self).debugDescription)\n\(difference)")
      return
    }
  }

  /// A hundred, or as many as are asked for: `ISCM_CASES=1000000` divided by the 200 of each seed.
  static let seeds = UInt64((Environment.cases ?? 20_000) / 200)

  /// What differs between the two ways to read; nothing where all is the same.
  static func difference(_ text: [UInt8], _ way: ParallelReading.Way) -> String? {
    let expected = Reading(text, recordLimit: way.recordLimit)
    let found = ParallelReading(text, way)
    if found.error != expected.error {
      return "found \(found.error.debugDescription), expected \(expected.error.debugDescription)"
    }
    // Behind an error, the records of its block before it need not be there.
    let records =
      expected.error == nil ? expected.records : Array(expected.records.prefix(found.records.count))
    let wanted = zip(records, 0...).map { record, place in
      guard place > 0, let columns = way.columns else { return record }
      var record = record
      record.cells = columns.filter { $0 < record.cells.count }.map { record.cells[$0] }
      return record
    }
    guard found.records == wanted else { return "found \(found.records), expected \(wanted)" }
    guard found.counts == records.map(\.cells.count) else { return "found \(found.counts) cells" }
    return nil
  }

  @Test("A long file is the same with one thread and with several, and in blocks of any size")
  func longFile() {
    var random = SeededRandom(seed: 7)
    var text: [UInt8] = Array("a,b,c,d\r\n".utf8)
    while text.count < 300_000 { text += random.record() }
    for threads in [1, 2, 5] {
      for size in [64, 4096, 1 << 16, 1 << 20] {
        let way = ParallelReading.Way(threads: threads, blockSize: size)
        #expect(Self.difference(text, way) == nil, "\(way)")
      }
    }
  }

  @Test("Of two errors the first in the file is told", arguments: Kernel.available)
  func firstError(kernel: Kernel) {
    var text = Array("a,b\n".utf8)
    for _ in 0..<500 { text += Array("one,\"two, three\"\n".utf8) }
    for place in [1500, 4000] { text[place] = 0xC3 }
    let way = ParallelReading.Way(kernel: kernel)
    #expect(Self.difference(text, way) == nil)
    #expect(ParallelReading(text, way).error?.position?.offset == 1500)
  }
}

private enum Environment {
  /// How many cases somebody wants, beyond those of each run.
  static var cases: Int? { environment("ISCM_CASES").flatMap { Int($0) } }
}
