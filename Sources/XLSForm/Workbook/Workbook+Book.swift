internal import Survey
package import Tables

extension Workbook {
  /// How many empty columns side by side end the headings of a sheet, and how many empty rows its rows: as in pyxform.
  fileprivate static let mostEmptyColumns = 20
  fileprivate static let mostEmptyRows = 60

  /// Reads a workbook of a spreadsheet program.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - place: The file.
  ///   - reader: What unpacks it; nothing where nobody does.
  ///   - problems: Where all that is wrong with the file as a file is reported.
  init(
    workbook bytes: [UInt8], at place: FormProblem.Place, with reader: XLSForm.WorkbookReader?,
    problems: inout [FormProblem]
  ) {
    do throws(FormProblem.FileFault) {
      if bytes.isEmpty { throw .empty }
      guard let reader else { throw .noReader(reason: "no program for it was named") }
      let book = try reader(bytes)
      if let refusal = book.refusal { throw .noWorkbook(refusal) }
      self.init(book, at: place, problems: &problems)
    } catch {
      problems.report(.file(error), at: place)
      self.init(sheets: [])
    }
  }

  /// Takes the sheets of a workbook that was unpacked.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - place: The file.
  ///   - problems: Where sheets without headings, and cells that need a look, are reported.
  package init(_ book: ReadBook, at place: FormProblem.Place, problems: inout [FormProblem]) {
    var sheets: [Sheet] = []
    for read in book.sheets {
      let isOfForms = Sheet(name: read.name, line: 1, header: Row(line: 1, cells: []), rows: []).isOfForms
      var rows = read.rows.map { Row(line: $0.number, isOfSheet: true, cells: $0.cells) }
        .filter { !$0.cells.isEmpty }
      var header = Row(line: 1, isOfSheet: true, cells: [])
      if let first = rows.first {
        if first.line == 1 || !isOfForms {
          header = rows.removeFirst()
        } else {
          problems.report(.file(.noHeader(sheet: read.name, row: first.line)), at: place)
        }
      }
      let sheet = Sheet(name: read.name, line: 1, header: header, rows: rows)
      sheets.append(
        isOfForms || book.sheets.count == 1 ? sheet.untilGap(in: place.file, problems: &problems) : sheet)
      if isOfForms { sheet.report(read.doubts, in: place.file, problems: &problems) }
    }
    self.init(
      sheets: sheets, takesOnlySheet: true, formulaCount: book.sheets.reduce(0) { $0 + $1.formulaCount })
  }
}

extension Workbook.Sheet {
  /// The sheet as far as pyxform reads it; reports what is beyond.
  fileprivate func untilGap(in file: String, problems: inout [FormProblem]) -> Self {
    var width = header.cells.count
    var empty = 0
    for (index, heading) in header.cells.enumerated() {
      empty = heading.isEmpty ? empty + 1 : 0
      guard empty > Workbook.mostEmptyColumns else { continue }
      width = index + 1 - empty
      let next = header.cells[index...].firstIndex { !$0.isEmpty } ?? index
      problems.report(
        .sheet(.beyondGap(found: header[next], isRow: false)), at: place(of: header, in: file, index: next))
      break
    }
    let isCut = width < header.cells.count
    var kept: [Workbook.Row] = []
    var last = header.line
    for row in rows {
      // What has no heading is no reason to read on.
      let cells = row.cells.prefix(max(width, isCut ? width : row.cells.count))
      let hasAny = zip(header.cells, cells).contains { !$0.isEmpty && !$1.isEmpty }
      if hasAny {
        guard row.line - last - 1 <= Workbook.mostEmptyRows else {
          let index = row.cells.firstIndex { !$0.isEmpty } ?? 0
          problems.report(
            .sheet(.beyondGap(found: row[index], isRow: true)), at: place(of: row, in: file, index: index))
          break
        }
        last = row.line
      }
      let rest = isCut ? Workbook.Row(line: row.line, isOfSheet: true, cells: cells) : row
      if !rest.cells.isEmpty { kept.append(rest) }
    }
    let header = isCut ? Workbook.Row(line: 1, isOfSheet: true, cells: header.cells[..<width]) : header
    return Workbook.Sheet(name: name, line: line, header: header, rows: kept)
  }

  /// Reports the cells of a workbook whose text may not be what somebody sees who opens it.
  fileprivate func report(
    _ doubts: [ReadSheet.Doubt], in file: String, problems: inout [FormProblem]
  ) {
    for doubt in doubts {
      let index = doubt.column - 1
      let row =
        rows.first { $0.line == doubt.row }
        ?? Workbook.Row(
          line: doubt.row, isOfSheet: true, cells: [])
      let fault: FormProblem.SheetFault =
        switch doubt.kind {
        case .date: .dateCell(found: row[index])
        case .notCalculated: .notCalculated
        case .error: .errorValue(row[index])
        }
      let heading = header[index].isEmpty ? nil : header[index]
      problems.report(.sheet(fault), at: place(of: row, in: file, heading: heading, index: index))
    }
  }
}
