import Chance
import DocumentReaders
import Tables
import Testing
import ZipFiles

@Suite("Workbooks that are questionnaires")
struct FormBookTests {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// A workbook whose first sheet, which is hidden, has these rows.
  private func file(_ rows: String, type: String = Self.office + "sheet.main+xml") -> ZipFile {
    var file = ZipFile()
    file.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/xl/workbook.xml" ContentType="\(type)"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(Self.office)sharedStrings+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(Self.office)styles+xml"/></Types>
      """)
    file.add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.main)" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <sheets><sheet name="Survey" state="hidden" r:id="r1"/><sheet name="empty" r:id="r2"/></sheets></workbook>
      """)
    file.add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/>\
      </Relationships>
      """)
    file.add(
      "xl/sharedStrings.xml",
      """
      <sst xmlns="\(Self.main)"><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r></si>\
      <si><t>a_x000D_\nb_x005F_x0041_</t></si></sst>
      """)
    file.add(
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(Self.main)"><numFmts><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>
      """)
    file.add(
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>")
    file.add("xl/worksheets/sheet2.xml", "<worksheet xmlns=\"\(Self.main)\"><sheetData/></worksheet>")
    return file
  }

  /// The text of a cell, and what is doubtful in it.
  private func cell(_ xml: String) -> String {
    let sheet = FormBookReader.read(file("<row r=\"1\">\(xml)</row>").bytes()).sheets.first
    let doubt = sheet?.doubts.first.map { " (\($0.kind))" } ?? ""
    return (sheet?.rows.first?.cells.joined(separator: "|") ?? "") + doubt
  }

  @Test("Sheets and rows that are hidden count too; rows keep their numbers, cells their columns")
  func sheets() {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2" hidden="1"/>\
      <row r="7" hidden="1"><c t="inlineStr"><is><t>in</t></is></c><c><f>1+2</f><v>3</v></c></row>
      """
    var sheet = ReadSheet(name: "Survey", rows: [.init(number: 1, cells: ["plain", "", "rich "])])
    sheet.rows.append(.init(number: 7, cells: ["in", "3"]))
    sheet.formulaCount = 1
    #expect(FormBookReader.read(file(rows).bytes()) == ReadBook(sheets: [sheet, ReadSheet(name: "empty")]))
  }

  @Test(
    "A cell is the text that pyxform takes it for",
    arguments: [
      ("<c><v>1</v></c>", "1"), ("<c><v>1.0</v></c>", "1"), ("<c><v>1.50</v></c>", "1.5"),
      ("<c><v>1E3</v></c>", "1000"), ("<c><v>1e22</v></c>", "10000000000000000000000"),
      ("<c><v>0.30000000000000004</v></c>", "0.30000000000000004"), ("<c><v>-2.0</v></c>", "-2"),
      ("<c><v>1E-5</v></c>", "1e-05"), ("<c><v>007</v></c>", "7"), ("<c t=\"b\"><v>1</v></c>", "TRUE"),
      ("<c t=\"b\"><v>0</v></c>", "FALSE"), ("<c s=\"1\"><v>43413</v></c>", "2018-11-09 00:00:00 (date)"),
      ("<c s=\"2\"><v>43413.5</v></c>", "2018-11-09 12:00:00 (date)"),
      ("<c s=\"3\"><v>0.378472222222222</v></c>", "09:05:00 (date)"),
      ("<c s=\"1\"><v>59</v></c>", "1900-02-28 00:00:00 (date)"),
      ("<c t=\"s\"><v>2</v></c>", "a\r\nb_x0041_"),
      // No text holds a NUL, and no worker could say it.
      ("<c t=\"str\"><v>a_x0000_b_x0001_</v></c>", "a_x0000_b\u{1}"),
      ("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0! (error)"),
      ("<c><f>A1</f></c>", " (notCalculated)"),
      ("<c t=\"str\"><f>\"\"</f><v></v></c>", ""), ("<c/>", ""), ("<c t=\"s\"><v>99</v></c>", ""),
    ])
  func values(xml: String, text: String) { #expect(cell(xml) == text) }

  @Test("What is no workbook is told by what it is")
  func refusals() {
    func refusal(_ bytes: [UInt8]) -> ReadBook.Refusal? { FormBookReader.read(bytes).refusal }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    func stream(_ name: String) -> [UInt8] { compound + name.utf8.flatMap { [$0, 0] } }
    #expect(refusal(stream("EncryptedPackage")) == .encrypted)
    #expect(refusal(stream("Workbook")) == .oldFormat)
    #expect(refusal(compound) == .noWorkbook(detail: "a compound file that is no workbook"))
    #expect(refusal(Array("%PDF-1.7".utf8)) == .noWorkbook(detail: "a PDF"))
    #expect(refusal(Array("survey\n,type".utf8)) == .noWorkbook(detail: "text"))
    #expect(refusal([0, 1, 2]) == .noWorkbook(detail: "something else"))
    #expect(
      refusal(file("", type: "application/vnd.ms-excel.sheet.macroEnabled.main+xml").bytes()) == .macros)
    #expect(refusal(file("").bytes(password: "secret")) == .encrypted)
    var spreadsheet = ZipFile()
    spreadsheet.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    spreadsheet.add("content.xml", "<x/>")
    #expect(refusal(spreadsheet.bytes()) == .openDocument)
    #expect(refusal(WordFile("").archive.bytes()) == .noWorkbook(detail: "a document of Word"))
  }

  @Test("What means harm is refused: entities, bombs, rows of empty cells without end, cells in no order")
  func hostile() {
    func refusal(_ rows: String, prolog: String = "") -> ReadBook.Refusal? {
      FormBookReader.read(file(rows).bytes()).refusal
    }
    #expect(
      refusal(String(repeating: "<row/>", count: 1_000_000))
        == .tooMuch(detail: "xl/worksheets/sheet1.xml unpacks to more than 200 times its size"))
    let wide = (1...200).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>\($0)</v></c></row>" }.joined()
    #expect(refusal(wide) == .tooMuch(detail: "the sheet \"Survey\" has more cells than any form"))
    #expect(
      refusal("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")
        == .broken(detail: "the sheet \"Survey\" has the cells of row 1 in no order"))
    #expect(refusal("<row><c>") != nil)
    var entities = file("")
    entities.add("xl/worksheets/sheet3.xml", "")
    var declared = ZipFile()
    for entry in entities.entries {
      let isBook = entry.name == "xl/workbook.xml"
      declared.add(
        entry.name,
        bytes: (isBook ? Array("<!DOCTYPE x [<!ENTITY a \"b\">]>".utf8) : []) + entry.bytes)
    }
    #expect(
      FormBookReader.read(declared.bytes()).refusal
        == .broken(detail: "xl/workbook.xml: a part has a document type, which could declare entities"))
  }

  @Test("Bytes that were changed at random never crash the reader", arguments: 0..<150 as Range<UInt64>)
  func damaged(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var bytes = file("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").bytes()
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    _ = FormBookReader.read(bytes)
  }
}
