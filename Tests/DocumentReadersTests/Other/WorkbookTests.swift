import DocumentReaders
import Documents
import Testing
import ZipFiles

@Suite("Workbooks")
struct WorkbookTests {
  /// What the reader makes of a workbook whose first sheet has these rows.
  private func lines(_ rows: String, isStrict: Bool = false, startsIn1904: Bool = false) -> [String] {
    let base = isStrict ? "http://purl.oclc.org/ooxml" : "http://schemas.openxmlformats.org"
    let main = isStrict ? "\(base)/spreadsheetml/main" : "\(base)/spreadsheetml/2006/main"
    let references =
      isStrict ? "\(base)/officeDocument/relationships" : "\(base)/officeDocument/2006/relationships"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var file = ZipFile()
    file.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/xl/workbook.xml" ContentType="\(type)sheet.main+xml"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(type)sharedStrings+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(type)styles+xml"/></Types>
      """)
    file.add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(references)"><workbookPr date1904="\(startsIn1904 ? 1 : 0)"/><sheets>\
      <sheet name="My answers" r:id="r1"/><sheet name="lists" state="hidden" r:id="r2"/><sheet name="B" r:id="r3"/>\
      </sheets><definedNames><definedName name="q04">'My answers'!$B$2</definedName></definedNames></workbook>
      """)
    file.add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/>\
      <Relationship Id="r3" Target="/xl/worksheets/sheet1.xml"/></Relationships>
      """)
    file.add(
      "xl/sharedStrings.xml",
      """
      <sst xmlns="\(main)"><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r>\
      <rPh><t>aloud</t></rPh></si><si><t>a_x000D_b_x_c</t></si></sst>
      """)
    file.add(
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(main)"><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>\
      <numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/><numFmt numFmtId="166" formatCode="0&quot; days&quot;"/>\
      <numFmt numFmtId="167" formatCode="[h]:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>\
      <xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>
      """)
    file.add(
      "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>")
    return summary(DocumentReader.read(WorkerRequest(id: "1", bytes: file.bytes())))
      .filter { !$0.hasPrefix("property") && !$0.hasPrefix("3.") }
  }

  @Test("Cells are fields under their own names, whatever kind they are", arguments: [false, true])
  func cells(isStrict: Bool) {
    let rows = """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c t="inlineStr"><is><t>in</t></is></c></row>\
      <row r="4"><c r="AA4"><f>1+2</f><v>3</v></c><c t="b"><v>1</v></c><c t="s"><v>99</v></c><c t="s"><v>2</v></c></row>\
      <row><c><v>0.30000000000000004</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>s</v></c></row>
      """
    #expect(
      lines(rows, isStrict: isStrict) == [
        "1.2.1: A2='plain'", "1.2.2: [q04] B2='rich '", "1.2.3: C2='in'", "1.4.27: AA4='3'",
        "1.4.28: AB4='TRUE'",
        "1.4.30: AD4='a\rb_x_c'", "1.5.1: A5='0.30000000000000004'", "1.5.2: B5='#N/A'", "1.5.3: C5='s'",
      ])
  }

  @Test(
    "Dates are told by their formats, in both calendars",
    arguments: [
      ("43413", 0, false, "43413"), ("43413", 1, false, "2018-11-09"), ("43413", 2, false, "2018-11-09"),
      ("43413.5", 3, false, "2018-11-09T12:00:00"), ("43413", 3, false, "2018-11-09T00:00:00"),
      ("43413", 4, false, "43413"), ("0.378472222222222", 5, false, "09:05:00"),
      ("41951", 1, true, "2018-11-09"),
      ("1", 1, false, "1900-01-01"), ("59", 1, false, "1900-02-28"), ("60", 1, false, "60"),
      ("61", 1, false, "1900-03-01"),
      ("-1", 1, false, "-1"), ("1e300", 1, false, "1e300"), ("nan", 1, false, "nan"),
    ])
  func dates(raw: String, style: Int, startsIn1904: Bool, text: String) {
    let found = lines(
      "<row r=\"1\"><c r=\"A1\" s=\"\(style)\"><v>\(raw)</v></c></row>", startsIn1904: startsIn1904)
    #expect(found == ["1.1.1: A1='\(text)'"])
  }
}
