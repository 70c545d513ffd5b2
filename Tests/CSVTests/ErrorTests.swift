import CSV
import Testing

/// A document that is not CSV: how many records come before the error, where it is, and its text.
struct Fault: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let recordsBefore: Int
  let position: CSVPosition
  let text: String
  var recordLimit = CSVReader.defaultRecordLimit

  var testDescription: String { name }

  init(
    _ name: String, _ document: String, _ bytes: [UInt8] = [], then rest: String = "", records: Int,
    line: Int, column: Int, offset: Int, limit: Int = CSVReader.defaultRecordLimit, _ text: String
  ) {
    self.name = name
    self.bytes = Array(document.utf8) + bytes + Array(rest.utf8)
    recordsBefore = records
    position = CSVPosition(record: records + 1, line: line, column: column, offset: offset)
    self.text = text
    recordLimit = limit
  }

  static let stray = """
    expected none; put the whole cell between quotation marks and double each one inside of it
    """
  static let text = """
    expected a comma or the end of the line; remove it, or double the quotation mark before it
    """
  static let utf8 = "expected UTF-8; save the file again as CSV in UTF-8"

  static let all = [
    Fault(
      "a quotation mark in an unquoted cell", "a,b\nx,y\"z\n", records: 1, line: 2, column: 2, offset: 7,
      "line 2, column 2: quotation mark in an unquoted cell: found '\"' at byte 7, \(stray)"),
    Fault(
      "a quotation mark at the end of an unquoted cell", "5\"\n", records: 0, line: 1, column: 1, offset: 1,
      "line 1, column 1: quotation mark in an unquoted cell: found '\"' at byte 1, \(stray)"),
    Fault(
      "a space before a quoted cell", "a, \"b\"\n", records: 0, line: 1, column: 2, offset: 3,
      "line 1, column 2: quotation mark in an unquoted cell: found '\"' at byte 3, \(stray)"),
    Fault(
      "text after a closing quotation mark", "a\r\n\"b\r\nc\"d,e\r\n", records: 1, line: 3, column: 1,
      offset: 9,
      "line 3, column 1: text after a closing quotation mark: found 'd' at byte 9, \(text)"),
    Fault(
      "a space after a closing quotation mark", "\"a\" ,b\n", records: 0, line: 1, column: 1, offset: 3,
      "line 1, column 1: text after a closing quotation mark: found ' ' at byte 3, \(text)"),
    Fault(
      "a tab after a closing quotation mark", "\"a\"\t,b\n", records: 0, line: 1, column: 1, offset: 3,
      "line 1, column 1: text after a closing quotation mark: found U+0009 at byte 3, \(text)"),
    Fault(
      "a character of four bytes after a closing quotation mark", "\"a\"🦊,b\n", records: 0, line: 1,
      column: 1, offset: 3,
      "line 1, column 1: text after a closing quotation mark: found '🦊' at byte 3, \(text)"),
    Fault(
      "a quoted cell that is never closed", "\u{FEFF}a,b\n1,2\nx,\"y \"\"z\"\",\r\nmore\n", records: 2,
      line: 3, column: 2, offset: 13,
      """
      line 3, column 2: quotation mark that is never closed: found the end of the file, expected another \
      '"' for the one at byte 13; close the cell with a quotation mark
      """),
    Fault(
      "a quotation mark at the end of the file", "a\n\n\"", records: 1, line: 3, column: 1, offset: 3,
      """
      line 3, column 1: quotation mark that is never closed: found the end of the file, expected another \
      '"' for the one at byte 3; close the cell with a quotation mark
      """),
    Fault(
      "Windows-1252", "name\nCaf", [0xE9], then: " du\n", records: 1, line: 2, column: 1, offset: 8,
      "line 2, column 1: text that is not UTF-8: found byte E9 at byte 8, \(utf8)"),
    Fault(
      "UTF-16", "", [0xFF, 0xFE, 0x61, 0x00], records: 0, line: 1, column: 1, offset: 0,
      "line 1, column 1: text that is not UTF-8: found byte FF at byte 0, \(utf8)"),
    Fault(
      "a character that breaks off", "a,\"b\nc", [0xF0, 0x9F, 0xA6], then: "\"\n", records: 0, line: 2,
      column: 2, offset: 6,
      "line 2, column 2: text that is not UTF-8: found bytes F0 9F A6 at byte 6, \(utf8)"),
    Fault(
      "a character that the end of the file breaks off", "a,b", [0xE4, 0xB8], records: 0, line: 1, column: 2,
      offset: 3,
      "line 1, column 2: text that is not UTF-8: found bytes E4 B8 at byte 3, \(utf8)"),
    Fault(
      "a surrogate", "a,", [0xED, 0xA0, 0x80], records: 0, line: 1, column: 2, offset: 2,
      "line 1, column 2: text that is not UTF-8: found byte ED at byte 2, \(utf8)"),
    Fault(
      "a longer form than needed", "a,", [0xC0, 0xAF], records: 0, line: 1, column: 2, offset: 2,
      "line 1, column 2: text that is not UTF-8: found byte C0 at byte 2, \(utf8)"),
    Fault(
      "a number above U+10FFFF", "", [0xF4, 0x90, 0x80, 0x80], records: 0, line: 1, column: 1, offset: 0,
      "line 1, column 1: text that is not UTF-8: found byte F4 at byte 0, \(utf8)"),
    Fault(
      "half a byte-order mark", "", [0xEF, 0xBB], records: 0, line: 1, column: 1, offset: 0,
      "line 1, column 1: text that is not UTF-8: found bytes EF BB at byte 0, \(utf8)"),
    Fault(
      "bad bytes after a closing quotation mark", "\"a\"", [0xC3], then: "(\n", records: 0, line: 1,
      column: 1, offset: 3,
      "line 1, column 1: text that is not UTF-8: found byte C3 at byte 3, \(utf8)"),
    Fault(
      "a NUL byte", "a,b\n1,\"x", [0], then: "y\"\n", records: 1, line: 2, column: 2, offset: 8,
      "line 2, column 2: byte that is no text: found 00 at byte 8, \(utf8)"),
    Fault(
      "a NUL byte between records", "a\n", [0], then: "b\n", records: 1, line: 2, column: 1, offset: 2,
      "line 2, column 1: byte that is no text: found 00 at byte 2, \(utf8)"),
    Fault(
      "the first of two errors", "a\"b\n", [0, 0xFF], records: 0, line: 1, column: 1, offset: 1,
      "line 1, column 1: quotation mark in an unquoted cell: found '\"' at byte 1, \(stray)"),
    Fault(
      "a record that is too long, a quotation mark open", "a,b\nx,y\n1,\"2\"\"3\n456789", records: 2, line: 3,
      column: 2, offset: 10, limit: 12,
      """
      line 3, column 2: record that is too long: found more than 12 bytes, expected fewer; \
      close the quotation mark that is open from byte 10 on, or split the record
      """),
    Fault(
      "a record that is too long by a character", "a\n123456789é\n", records: 1, line: 2, column: 1,
      offset: 2, limit: 10,
      """
      line 2, column 1: record that is too long: found more than 10 bytes, expected fewer; split the record
      """),
  ]
}

@Suite("Errors of reading")
struct ErrorTests {
  @Test("What is not CSV is refused, with its place and what to do", arguments: Fault.all)
  func faults(fault: Fault) throws {
    let reading = Reading(fault.bytes, recordLimit: fault.recordLimit)
    #expect(reading.records.count == fault.recordsBefore)
    #expect(reading.error?.position == fault.position)
    #expect(reading.error?.description == fault.text)
  }

  @Test("Where the bytes are cut makes no difference to an error", arguments: Fault.all)
  func blocks(fault: Fault) {
    let whole = Reading(fault.bytes, recordLimit: fault.recordLimit)
    for size in 1...fault.bytes.count {
      #expect(Reading(fault.bytes, blockSize: size, recordLimit: fault.recordLimit) == whole)
    }
  }

  @Test("A record of just the allowed length is read, its line end included")
  func allowedLength() {
    #expect(Reading(Array("12345\n1234,\n".utf8), recordLimit: 6).error == nil)
    #expect(Reading(Array("12345\n123456".utf8), recordLimit: 6).error == nil)
    #expect(Reading(Array("12345\n123456\n".utf8), recordLimit: 6).error != nil)
  }

  @Test("A reader that has failed fails again in the same way")
  func again() {
    var reader = CSVReader("a\nb\"\nc\n")
    var records = 0
    var errors: [CSVError] = []
    for _ in 0..<4 {
      do { records += try reader.next() ? 1 : 0 } catch { errors.append(error) }
    }
    #expect(records == 1)
    let expected = CSVError.strayQuote(CSVPosition(record: 2, line: 2, column: 1, offset: 3))
    #expect(errors == [expected, expected, expected])
  }

  @Test("Memory that runs out is said with its place")
  func outOfMemory() {
    let error = CSVError.outOfMemory(CSVPosition(record: 3, line: 14, column: 2, offset: 1033))
    #expect(
      error.description == """
        line 14, column 2: out of memory: found no room for more of this cell; \
        close other programs and try again
        """)
  }
}
