import DocumentReaders
import Documents
import Tables
import XLSForm
import ZipFiles

extension FuzzTarget {
  /// Reads a workbook as a questionnaire and as a form that came back.
  ///
  /// An input is the workbook, or its parts as texts (`InputParts`), which are packed here: mutated bytes of an archive
  /// hardly ever unpack. Parts that the input leaves out are those of a workbook with three empty sheets.
  static let xlsx = FuzzTarget(name: "xlsx") { input in
    let bytes = input.starts(with: Array("PK".utf8)) ? input : packed(InputParts(input))
    let book = FormBookReader.read(bytes)
    do {
      let payload = try book.payload()
      hold(ReadBook(payload: payload) == book, "another workbook comes out of the worker")
    } catch {
      fatalError("no worker can say this: \(error)")
    }
    FormProperties.check(bytes, as: .xlsx) { _ throws(FormProblem.FileFault) in book }

    let reply = WorkerReply(id: "1", extract: DocumentReader.read(WorkerRequest(id: "1", bytes: bytes)))
    hold(WorkerReply(payload: reply.payload) == reply, "another document comes out of the worker")
  }

  private static func packed(_ parts: InputParts) -> [UInt8] {
    var archive = ZipFile()
    for (name, text) in workbook where parts[name] == nil { archive.add(name, text) }
    for (name, bytes) in parts.files where !name.isEmpty { archive.add(name, bytes: bytes) }
    return archive.bytes(isStored: true)
  }

  /// A workbook with sheets that are empty.
  private static let workbook: [(name: String, text: String)] = {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    let sheets = ["survey", "choices", "settings"]
    func each(_ text: (String, Int) -> String) -> String { zip(sheets, 1...).map(text).joined() }
    let overrides = ["workbook": "sheet.main", "sharedStrings": "sharedStrings", "styles": "styles"]
      .sorted { $0.key < $1.key }
      .map { "<Override PartName=\"/xl/\($0).xml\" ContentType=\"\(office)\($1)+xml\"/>" }.joined()
    return [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\(overrides)</Types>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
          + "<sheets>\(each { "<sheet name=\"\($0)\" r:id=\"r\($1)\"/>" })</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + each { "<Relationship Id=\"r\($1)\" Target=\"worksheets/sheet\($1).xml\"/>" } + "</Relationships>"
      ),
    ]
      + (1...sheets.count).map { ("xl/worksheets/sheet\($0).xml", "<worksheet xmlns=\"\(main)\"/>") }
  }()
}
