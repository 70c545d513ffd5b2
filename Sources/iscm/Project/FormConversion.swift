internal import Tables
internal import XLSForm

/// A questionnaire on its way into another format: its bytes, and what a person should know of them.
struct FormConversion {
  private let workbook: Workbook
  private let format: XLSForm.Format
  /// What the file is called where something is said of it.
  private let name: String

  /// Takes what is to be written.
  ///
  /// - Parameters:
  ///   - workbook: The sheets.
  ///   - format: How they are to be written.
  ///   - name: What the file is called.
  init(_ workbook: Workbook, to format: XLSForm.Format, named name: String) {
    self.workbook = workbook
    self.format = format
    self.name = name
  }

  /// The file, which holds the same sheets when it is read again.
  ///
  /// - Throws: `Failure` where it would not, or where a worker cannot make it.
  func bytes() throws(Failure) -> [UInt8] {
    let bytes = try written()
    let again: Workbook
    do {
      again = try XLSForm.workbook(bytes, as: format, named: name, workbooks: WorkbookDesk.read).workbook
    } catch {
      throw Failure(.unusableInput, error.problems.map { "\($0); nothing was written" })
    }
    guard again.holdsTheSame(as: workbook) else {
      throw Failure(
        .unusableInput,
        "\(name): .\(format.rawValue) cannot hold this form as it is, and nothing was written; look for characters that no "
          + "text has, or choose another format")
    }
    return bytes
  }

  private func written() throws(Failure) -> [UInt8] {
    switch format {
    case .md: return Array(workbook.markdown().utf8)
    case .csv:
      do { return try workbook.csv() } catch { throw Failure(.unusableInput, "\(name): \(error)") }
    case .xlsx:
      let obstacles = workbook.obstaclesToBook
      if !obstacles.isEmpty { throw Failure(.unusableInput, obstacles.map { "\(name): \($0)" }) }
      return try DocumentWriter(worker: "iscm-tables").bytes(of: workbook.book(title: title).records)
    }
  }

  /// The title of the form, as the settings have it.
  private var title: String {
    guard let settings = workbook["settings"], let row = settings.rows.first,
      let column = settings.header.cells.firstIndex(where: {
        ["form_title", "title"].contains($0.lowercased())
      })
    else { return "" }
    return row[column]
  }

  /// What the file holds, a line for each sheet, and what has to go with it.
  var summary: [String] {
    var lines = workbook.sheets.filter { !$0.header.cells.isEmpty }.map { sheet in
      "\(sheet.name): rows \(sheet.rows.count), columns \(sheet.header.cells.count { !$0.isEmpty })"
    }
    let (sheets, columns) = (workbook.foreignSheets, workbook.foreignColumns)
    if !sheets.isEmpty { lines.append("sheets that XLSForm does not know, carried along: \(listed(sheets))") }
    if !columns.isEmpty {
      lines.append("columns of survey that XLSForm does not know, carried along: \(listed(columns))")
    }
    if !workbook.listFiles.isEmpty {
      lines.append("list files, which have to go with it: \(listed(workbook.listFiles))")
    }
    return lines
  }

  /// What is not as it was, or is read otherwise by other programs.
  var remarks: [String] {
    var lines: [String] = []
    if workbook.formulaCount > 0 {
      lines.append(
        "\(name): found formulas: \(workbook.formulaCount); their results are written, not they themselves")
    }
    if format != .xlsx, !workbook.emptySheets.isEmpty {
      lines.append("\(name): nothing stands in \(listed(workbook.emptySheets)), which is left out")
    }
    if format == .csv, !workbook.foreignSheets.isEmpty {
      lines.append(
        "\(name): pyxform refuses a .csv with a sheet that XLSForm does not know (\(listed(workbook.foreignSheets))); "
          + "iscm reads it; for pyxform, take .xlsx or .md")
    }
    if format == .md, workbook.hasLineBreaks {
      lines.append(
        "\(name): line breaks within cells are written '&#10;', which iscm reads and pyxform does not; for pyxform, take "
          + ".xlsx or .csv")
    }
    if format == .md, !workbook.sheetsWithBareCells.isEmpty {
      lines.append(
        "\(name): cells stand below no heading in \(listed(workbook.sheetsWithBareCells)), over which pyxform stumbles in "
          + ".md; write headings, or take .xlsx or .csv")
    }
    return lines
  }

  private func listed(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
}
