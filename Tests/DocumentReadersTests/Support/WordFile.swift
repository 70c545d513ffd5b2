import DocumentReaders
import Documents
import ZipFiles

/// A document of Word made in memory for a test.
struct WordFile {
  var body: String
  var isStrict = false
  /// Other parts by name, with their content types.
  var parts: [(name: String, type: String, xml: String)] = []
  var mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
  var prolog = ""

  init(_ body: String) { self.body = body }

  var archive: ZipFile {
    var file = ZipFile()
    let overrides = parts.map { "<Override PartName=\"/\($0.name)\" ContentType=\"\($0.type)\"/>" }.joined()
    file.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/main.xml" ContentType="\(mainType)"/>\(overrides)</Types>
      """)
    file.add("word/main.xml", prolog + element("document", "<w:body>\(body)</w:body>"))
    for part in parts { file.add(part.name, part.xml) }
    return file
  }

  /// An element of WordprocessingML with its namespaces.
  func element(_ name: String, _ content: String) -> String {
    let space =
      isStrict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return """
      <w:\(name) xmlns:w="\(space)" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\(content)</w:\(name)>
      """
  }

  /// What the reader makes of it.
  var lines: [String] { summary(DocumentReader.read(WorkerRequest(id: "1", bytes: archive.bytes()))) }
}

/// A paragraph of runs.
func p(_ content: String) -> String { "<w:p>\(content)</w:p>" }
/// A run of words.
func r(_ text: String, _ properties: String = "") -> String {
  "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}
/// A table of rows.
func table(_ rows: String...) -> String { "<w:tbl>\(rows.map { "<w:tr>\($0)</w:tr>" }.joined())</w:tbl>" }
/// A cell with the properties given.
func cell(_ content: String, _ properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
}
/// A content control.
func control(_ tag: String, _ properties: String, _ content: String) -> String {
  "<w:sdt><w:sdtPr><w:tag w:val=\"\(tag)\"/>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
}
/// A check box of Word 2010.
func checkBox(_ tag: String, _ value: String, _ sign: String) -> String {
  control(
    tag,
    "<w14:checkbox><w14:checked w14:val=\"\(value)\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/>"
      + "<w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox>", r(sign))
}
/// A legacy form field: its data, and what it shows.
func formField(_ data: String, _ result: String = "") -> String {
  "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>\(data)</w:ffData></w:fldChar></w:r>"
    + "<w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    + result + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
}
