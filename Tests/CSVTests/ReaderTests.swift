import CSV
import Testing

/// A document, and the records that it holds as `line@byte[cells]`.
struct Document: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let records: [String]

  init(_ name: String, _ text: String, _ records: String...) {
    self.name = name
    self.text = text
    self.records = records
  }

  var testDescription: String { name }

  static let all = [
    Document("an empty file", ""),
    Document("a byte-order mark alone", "\u{FEFF}"),
    Document("blank lines alone", "\n\r\n\r\r\n"),
    Document("a header alone", "a,b\r\n", "1@0[a|b]"),
    Document("a header without a line end", "a,b", "1@0[a|b]"),
    Document("LF", "a,b\n1,2\n", "1@0[a|b]", "2@4[1|2]"),
    Document("CRLF", "a,b\r\n1,2\r\n", "1@0[a|b]", "2@5[1|2]"),
    Document("CR", "a,b\r1,2\r", "1@0[a|b]", "2@4[1|2]"),
    Document("no line end at the end", "a,b\n1,2", "1@0[a|b]", "2@4[1|2]"),
    Document("no line end after a quoted cell", "a\n\"1\"", "1@0[a]", "2@2[1]"),
    Document("a comma at the end", "a,", "1@0[a|]"),
    Document("empty cells", ",,\n\"\",\"\"\n", "1@0[||]", "2@3[|]"),
    Document("one empty quoted cell", "a\n\"\"\nb\n", "1@0[a]", "2@2[]", "3@5[b]"),
    Document("one empty quoted cell at the end", "a\n\"\"", "1@0[a]", "2@2[]"),
    Document("blank lines are no records", "a\n\n\r\nb\n\n", "1@0[a]", "4@5[b]"),
    Document("a byte-order mark is passed over", "\u{FEFF}a,b\n1,2\n", "1@3[a|b]", "2@7[1|2]"),
    Document("a byte-order mark before a quoted cell", "\u{FEFF}\"a\"\n", "1@3[a]"),
    Document("a byte-order mark within the file is text", "a\n\u{FEFF}b\n", "1@0[a]", "2@2[\u{FEFF}b]"),
    Document("spaces and tabs belong to the cell", " a , \tb\t,  \n", "1@0[ a | \tb\t|  ]"),
    Document("spaces within quotation marks", "\" a \",\"\t\"\n", "1@0[ a |\t]"),
    Document("commas and quotation marks in a cell", "\"a,b\",\"say \"\"x\"\"\"\n", "1@0[a,b|say \"x\"]"),
    Document("nothing but a quotation mark", "\"\"\"\",b\n", "1@0[\"|b]"),
    Document(
      "line breaks in a cell count as lines", "\"a\nb\r\nc\rd\",1\r\nx,2\r\n", "1@0[a\nb\r\nc\rd|1]",
      "5@14[x|2]"),
    Document("a cell of line breaks", "\"\r\n\r\r\n\n\"\nx", "1@0[\r\n\r\r\n\n]", "6@9[x]"),
    Document(
      "every script", "español,русский,العربية,中文,🇰🇪\n\"é\u{301}\",\"\u{10FFFF}\",,,\n",
      "1@0[español|русский|العربية|中文|🇰🇪]", "2@55[é\u{301}|\u{10FFFF}|||]"),
    Document("control characters are text", "\u{1}\u{B},\u{7F}\n", "1@0[\u{1}\u{B}|\u{7F}]"),
    Document("records of different length", "a\nb,c\nd,e,f\n", "1@0[a]", "2@2[b|c]", "3@6[d|e|f]"),
    Document(
      "words of eight bytes before and after a line break", "12345678\n\"1234567\n12345678\"\n1234567,\n",
      "1@0[12345678]", "2@9[1234567\n12345678]", "4@28[1234567|]"),
  ]
}

@Suite("Reading")
struct ReaderTests {
  @Test("A document is read as its records, with the line and byte of each", arguments: Document.all)
  func documents(document: Document) {
    let reading = Reading(document.text)
    #expect(reading.error == nil)
    let found = reading.records.map { "\($0.line)@\($0.offset)[\($0.cells.joined(separator: "|"))]" }
    #expect(found == document.records)
    #expect(reading.records.map(\.number) == Array(1..<document.records.count + 1))
  }

  @Test("Where the bytes are cut makes no difference", arguments: Document.all)
  func blocks(document: Document) {
    let bytes = Array(document.text.utf8)
    let whole = Reading(bytes)
    for size in 1..<max(2, bytes.count) { #expect(Reading(bytes, blockSize: size) == whole) }
  }

  @Test("A record of 100,000 cells is read whole")
  func wideRecord() {
    let cells = (0..<100_000).map { $0 % 3 == 0 ? "" : String($0) }
    let reading = Reading(cells.joined(separator: ",") + "\nx\n")
    #expect(reading.cells == [cells, ["x"]])
  }

  @Test("A cell of a megabyte is read whole, and the next record has its own place")
  func longCell() {
    let cell = String(repeating: "0123456789,\"\r\n", count: 75_000)
    let text = "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    let reading = Reading(Array((text + "\"\nx\n").utf8), blockSize: 4096)
    #expect(reading.cells == [[cell], ["x"]])
    #expect(reading.records.last?.line == 75_002)
    #expect(reading.records.last?.offset == 75_000 * 15 + 3)
  }

  @Test("Columns that are not kept are counted and passed over", arguments: [1, 2, 3, 7, 1000])
  func keptColumns(blockSize: Int) throws {
    let text = "a,b,c,d\n1,\"2,\n2\",3,4\n5,6\n7,8,9,10,11\n"
    var reader = CSVReader(Array(text.utf8), blockSize: blockSize)
    let hasHeader = try reader.next()
    #expect(hasHeader)
    reader.keep(columns: [3, 1])
    expect(reader.record.strings, ["a", "b", "c", "d"])
    try reader.forEach { record in
      expect(record.count, [2: 4, 3: 2, 4: 5][record.number])
      expect(record.string(at: 1), [2: "2,\n2", 3: "6", 4: "8"][record.number])
      if record.count > 3 { expect(record.string(at: 3), [2: "4", 4: "10"][record.number]) }
    }
    expect(reader.record.number, 4)
  }

  @Test("Asking for a cell that was not kept stops the program, for it would look empty")
  func notKept() async {
    await #expect(processExitsWith: .failure) {
      var reader = CSVReader("a,b\n1,2\n")
      reader.keep(columns: [0])
      while try reader.next() { _ = reader.record.string(at: 1) }
    }
  }

  @Test("A cell is compared byte by byte and its emptiness told without a string")
  func cells() throws {
    var reader = CSVReader("e\u{301},,\"\",position\n")
    try reader.forEach { record in
      expect(record.cell(at: 0, is: "e\u{301}"), true)
      expect(record.cell(at: 0, is: "\u{E9}"), false)
      expect(record.cell(at: 0, is: ""), false)
      expect(record.cell(at: 1, is: ""), true)
      expect(record.cell(at: 3, is: "position"), true)
      expect(record.cell(at: 3, is: "positiom"), false)
      expect(record.cell(at: 3, is: "positions"), false)
      expect((0..<4).map { record.isEmpty(at: $0) }, [false, true, true, false])
      expect(Array(record.bytes(at: 0)), [0x65, 0xCC, 0x81])
      expect(record.position(ofColumn: 3).description, "line 1, column 4")
    }
    expect(reader.record.number, 1)
  }

  @Test("Each record is lent to a closure, whose error ends the reading")
  func closure() throws {
    struct Enough: Error {}
    var reader = CSVReader("a\nb\nc\n")
    var seen: [String] = []
    do {
      try reader.forEach { record in
        seen.append(record.string(at: 0))
        if record.cell(at: 0, is: "b") { throw Enough() }
      }
      Issue.record("The error was lost")
    } catch is Enough {}
    #expect(seen == ["a", "b"])
    try reader.forEach { record in seen.append(record.string(at: 0)) }
    #expect(seen == ["a", "b", "c"])
  }
}

/// `#expect` for what is asked of a record, which the macro cannot copy.
func expect<Value: Equatable>(
  _ found: Value, _ expected: Value, at location: SourceLocation = #_sourceLocation
) {
  #expect(found == expected, sourceLocation: location)
}
