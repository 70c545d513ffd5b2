internal import Documents
public import Tables

/// Reads a workbook as pyxform 4.5.0 does, for questionnaires: all sheets, hidden ones and hidden rows too, and each cell
/// as the text that pyxform (through openpyxl) takes it for.
///
/// A whole number has no decimal point, a boolean is `TRUE` or `FALSE`, a date `2018-11-09 00:00:00`, a formula what it
/// last gave. Unlike openpyxl, `_x000D_` is the character that it stands for.
public enum FormBookReader {
  /// How many cells a sheet may have, empty ones before others among them.
  private static let mostCells = 2_000_000

  /// Reads a workbook.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Its sheets. Whatever the bytes are, something comes back: why there are none is a refusal.
  public static func read(_ bytes: [UInt8]) -> ReadBook { read(bytes, limits: ReadingLimits()) }

  /// Reads a workbook within limits.
  package static func read(_ bytes: [UInt8], limits: ReadingLimits) -> ReadBook {
    switch Signature(bytes) {
    case .zip: break
    case .pdf: return ReadBook(refusal: .noWorkbook(detail: "a PDF"))
    case .rtf: return ReadBook(refusal: .noWorkbook(detail: "a text in RTF"))
    case .compound: return ReadBook(refusal: refusal(ofCompound: bytes))
    case .other:
      let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
      return ReadBook(refusal: .noWorkbook(detail: isText ? "text" : "something else"))
    }
    do throws(Stop) {
      return try readArchive(bytes, limits: limits)
    } catch {
      let detail = error.finding.detail
      return switch error.finding.kind {
      case .encrypted: ReadBook(refusal: .encrypted)
      case .limit: ReadBook(refusal: .tooMuch(detail: detail))
      default: ReadBook(refusal: .broken(detail: detail))
      }
    }
  }

  /// Why a compound file is no workbook that can be read: it is encrypted, or of an old format.
  private static func refusal(ofCompound bytes: [UInt8]) -> ReadBook.Refusal {
    if Signature.find("EncryptedPackage".inUTF16, in: bytes) { return .encrypted }
    if Signature.find("Workbook".inUTF16, in: bytes) || Signature.find("Book".inUTF16, in: bytes) {
      return .oldFormat
    }
    return .noWorkbook(detail: "a compound file that is no workbook")
  }

  private static func readArchive(_ bytes: [UInt8], limits: ReadingLimits) throws(Stop) -> ReadBook {
    var archive = try ZipArchive(bytes, limits: limits)
    if archive.has("content.xml"), archive.has("mimetype") {
      let type = String(decoding: try archive.part("mimetype") ?? [], as: UTF8.self)
      return ReadBook(
        refusal: type.contains("spreadsheet")
          ? .openDocument : .noWorkbook(detail: "a document of OpenDocument"))
    }
    guard archive.has("[Content_Types].xml") else {
      return ReadBook(refusal: .noWorkbook(detail: "an archive that is no workbook"))
    }
    var package = try OfficePackage(archive, limits: limits)
    if package.part(ofType: OfficePackage.wordMain) != nil {
      return ReadBook(refusal: .noWorkbook(detail: "a document of Word"))
    }
    guard let main = package.part(ofType: OfficePackage.workbookMain) else {
      return ReadBook(refusal: .noWorkbook(detail: "a package of Office that is no workbook"))
    }
    if package.part(ofType: OfficePackage.macroWorkbookMain) != nil { return ReadBook(refusal: .macros) }
    let parts = try WorkbookParts(&package, main: main, limits: limits)
    var book = ReadBook()
    var byteCount = 0
    for sheet in parts.sheets {
      let (tree, stop) = try parts.tree(of: sheet, &package, limits: limits)
      if let stop { throw stop }
      book.sheets.append(try read(tree, of: parts, name: sheet.name, limits: limits, &byteCount))
    }
    return book
  }

  private static func read(
    _ tree: XMLTree, of parts: WorkbookParts, name: String, limits: ReadingLimits, _ byteCount: inout Int
  ) throws(Stop) -> ReadSheet {
    var sheet = ReadSheet(name: name)
    var cellCount = 0
    try parts.forEachCell(of: tree) { cell throws(Stop) in
      let (text, doubt) = understood(cell.value, parts)
      if cell.isFormula { sheet.formulaCount += 1 }
      let kind = cell.isFormula && !cell.hasValue ? .notCalculated : doubt
      if let kind { sheet.doubts.append(ReadSheet.Doubt(kind, row: cell.row, column: cell.column)) }
      guard !text.isEmpty else { return }
      if sheet.rows.last?.number != cell.row {
        sheet.rows.append(ReadSheet.Row(number: cell.row, cells: []))
      }
      let row = sheet.rows.count - 1
      // A cell that is there twice, or before its place, is no sheet of any program.
      guard sheet.rows[row].cells.count < cell.column else {
        throw Stop(.broken, "the sheet \"\(name)\" has the cells of row \(cell.row) in no order")
      }
      cellCount += cell.column - sheet.rows[row].cells.count
      byteCount += text.utf8.count
      guard cellCount <= mostCells, byteCount <= limits.inflatedBytes else {
        throw Stop(.limit, "the sheet \"\(name)\" has more cells than any form")
      }
      sheet.rows[row].cells += repeatElement("", count: cell.column - sheet.rows[row].cells.count - 1)
      sheet.rows[row].cells.append(text)
    }
    return sheet
  }

  private static func understood(
    _ value: CellValue, _ parts: WorkbookParts
  ) -> (text: String, doubt: ReadSheet.Doubt.Kind?) {
    switch value {
    case .text(let text): (text, nil)
    case .boolean(let value): (value ? "TRUE" : "FALSE", nil)
    case .error(let text): (text, .error)
    case .date(let text): (text.replacing("T", with: " "), .date)
    case .number(let raw, let format):
      if parts.formats.isDate(format),
        let text = FormNumber.date(raw, startsIn1904: parts.startsIn1904)
      {
        (text, .date)
      } else {
        (FormNumber.text(raw), nil)
      }
    }
  }
}
