import Chance
import CSV
import Testing

@Suite("Writing")
struct WriterTests {
  @Test("Every cell is quoted, and a record ends in CR LF")
  func record() throws {
    let bytes = try CSVWriter.record(["a", "", " b, \"c\" ", "line 1\nline 2\r\n"])
    #expect(
      String(decoding: bytes, as: UTF8.self) == "\"a\",\"\",\" b, \"\"c\"\" \",\"line 1\nline 2\r\n\"\r\n")
  }

  @Test(
    "What a spreadsheet program would take for a formula has an apostrophe before it, where that is asked for",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
      ("\r\n=1", "'\r\n=1"), ("a=1", "a=1"), (" =1", " =1"), ("", ""), ("'=1", "'=1"),
    ])
  func spreadsheetSafe(cell: String, safe: String) throws {
    #expect(cell.spreadsheetSafe == safe)
    // The record itself is as it was typed.
    var reader = CSVReader(try CSVWriter.record([cell]))
    let isThere = try reader.next()
    #expect(isThere)
    expect(reader.record.strings, [cell])
  }

  @Test("A record ends in LF if asked to")
  func lineFeed() throws {
    #expect(try CSVWriter.record(["a"], lineEnd: .lf) == Array("\"a\"\n".utf8))
    #expect(try CSVWriter.record([""], lineEnd: .lf) == Array("\"\"\n".utf8))
  }

  @Test("Records are taken out as they come")
  func taking() throws {
    var writer = CSVWriter(lineEnd: .lf)
    try writer.append(record: ["a", "b"])
    let first = writer.takeBytes()
    #expect(first == Array("\"a\",\"b\"\n".utf8))
    let bytes: [UInt8] = [0x63]
    try bytes.withUnsafeBytes { try writer.append($0) }
    try writer.append("")
    writer.endRecord()
    expect(writer.count, 7)
    let second = writer.drain { Array($0) }
    #expect(second == Array("\"c\",\"\"\n".utf8))
    expect(writer.count, 0)
    #expect(writer.takeBytes().isEmpty)
  }

  @Test("A cell that could not be read back is refused, and nothing of it is written")
  func refused() throws {
    var writer = CSVWriter()
    try writer.append(record: ["a"])
    var errors: [String] = []
    do { try writer.append(record: ["b", "c\0"]) } catch { errors.append("\(error)") }
    for bytes: [UInt8] in [[0x61, 0xE9, 0x62], [0x61, 0xE4, 0xB8], [0x0A, 0x22, 0]] {
      bytes.withUnsafeBytes { bytes in
        do { try writer.append(bytes) } catch { errors.append("\(error)") }
      }
    }
    #expect(
      errors == [
        "record 2, column 2: cell that is no text: found the character U+0000, expected text; remove it",
        "record 2, column 1: cell that is not UTF-8: found byte E9, expected UTF-8; convert the text",
        "record 2, column 1: cell that is not UTF-8: found bytes E4 B8, expected UTF-8; convert the text",
        "record 2, column 1: cell that is no text: found the character U+0000, expected text; remove it",
      ])
    #expect(writer.takeBytes() == Array("\"a\"\r\n".utf8))
  }

  @Test("What is written is read back, whatever it is and however it is cut", arguments: UInt64(1)...200)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let records = random.records(upTo: 12, columns: 6)
    for lineEnd in [CSVWriter.LineEnd.crlf, .lf] {
      var writer = CSVWriter(lineEnd: lineEnd)
      for record in records { try writer.append(record: record) }
      let bytes = writer.takeBytes()
      for blockSize in [1, 2, 3, 1 + random.number(below: 64), bytes.count + 1] {
        let reading = Reading(bytes, blockSize: blockSize)
        #expect(reading.error == nil)
        #expect(reading.cells.map { $0.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
      }
    }
  }
}
