internal import Expressions
internal import Survey

/// A sheet whose headings are understood.
struct Table<Column: SheetColumn> {
  /// One column of the sheet.
  struct Place {
    let index: Int
    let heading: String
    /// The language in the heading.
    let language: Language?
  }

  let file: String
  private(set) var sheet: Workbook.Sheet
  /// The places of each column that the sheet has: several for one with languages.
  private(set) var places: [Column: [Place]] = [:]
  /// The columns that XLSForm does not know, by their place.
  private(set) var others: [Place] = []

  /// Understands the headings of a sheet, and reports what is wrong with them.
  init(_ sheet: Workbook.Sheet, file: String, required: [Column], problems: inout [FormProblem]) {
    self.file = file
    self.sheet = sheet
    let usesDoubleColons = sheet.header.cells.contains { $0.contains("::") }
    for (index, text) in sheet.header.cells.enumerated() where !text.isEmpty {
      if let other = Column.overruling(text, in: sheet.header.cells) {
        problems.report(.sheet(.overruledSpelling(by: other)), at: self.place(ofHeading: text))
        continue
      }
      let heading = Heading<Column>(text, usesDoubleColons: usesDoubleColons)
      let place = Place(index: index, heading: text, language: heading.language)
      guard let column = heading.column else {
        others.append(place)
        continue
      }
      if !heading.rest.isEmpty {
        let fault: FormProblem.SheetFault =
          column.isTranslated ? .badLanguage(column.rawValue) : .notTranslated(column.rawValue)
        problems.report(.sheet(fault), at: self.place(ofHeading: text))
      } else if let first = places[column]?.first(where: { $0.language == heading.language }) {
        problems.report(.sheet(.repeatedColumn(first: first.heading)), at: self.place(ofHeading: text))
      } else {
        places[column, default: []].append(place)
      }
    }
    if let row = headingsBelow(required) {
      problems.report(.sheet(.headingsBelow(row)), at: self.place(of: sheet.header))
      return
    }
    reportMissing(required, problems: &problems)
    reportLanguages(problems: &problems)
    reportCellsWithoutHeading(problems: &problems)
  }

  /// The same columns with other rows below them.
  func with(_ rows: [Workbook.Row]) -> Table {
    var table = self
    table.sheet = Workbook.Sheet(name: sheet.name, line: sheet.line, header: sheet.header, rows: rows)
    return table
  }

  /// The same with an empty column at the end for each of these that the sheet does not have.
  func with(columns: [Column]) -> Table {
    var table = self
    var headings = sheet.header.cells
    for column in columns where !has(column) {
      table.places[column] = [Place(index: headings.count, heading: column.rawValue, language: nil)]
      headings.append(column.rawValue)
    }
    let header = Workbook.Row(
      line: sheet.header.line, isOfSheet: sheet.header.isOfSheet, cells: headings)
    table.sheet = Workbook.Sheet(name: sheet.name, line: sheet.line, header: header, rows: sheet.rows)
    return table
  }

  /// The same with one space where several stand side by side, in expressions too.
  ///
  /// As pyxform has it (`clean_text_values`). The file keeps them.
  func withSingleSpaces() -> Table {
    guard sheet.rows.contains(where: { $0.cells.contains(where: hasSpacesSideBySide) }) else { return self }
    return with(
      sheet.rows.map { row in
        Workbook.Row(
          line: row.line, isOfSheet: row.isOfSheet,
          cells: row.cells.map { hasSpacesSideBySide($0) ? $0.replacing(/[ ]+/, with: " ") : $0 })
      })
  }

  /// Whether the sheet has a column.
  func has(_ column: Column) -> Bool { places[column] != nil }

  /// The text of a cell; empty where the sheet has no such column.
  ///
  /// In a workbook a non-breaking space is a space, as pyxform has it; in what people read it stays (`texts`).
  func text(_ column: Column, in row: Workbook.Row) -> String {
    let text = places[column]?.first.map { row[$0.index] } ?? ""
    return sheet.countsItsRows ? text.withoutNonBreakingSpaces : text
  }

  /// Whether nothing stands in a column, in any language.
  func isBlank(_ column: Column, in row: Workbook.Row) -> Bool {
    places[column]?.allSatisfy { row[$0.index].isEmpty } ?? true
  }

  /// The place of a cell.
  func place(_ column: Column, in row: Workbook.Row) -> FormProblem.Place {
    let first = places[column]?.first
    return sheet.place(of: row, in: file, heading: first?.heading ?? column.rawValue, index: first?.index)
  }

  /// The place of a cell below a heading.
  func place(_ heading: Place, in row: Workbook.Row) -> FormProblem.Place {
    sheet.place(of: row, in: file, heading: heading.heading, index: heading.index)
  }

  /// The place of a row as a whole.
  func place(of row: Workbook.Row) -> FormProblem.Place {
    sheet.place(of: row, in: file)
  }

  /// The place of a heading.
  func place(ofHeading heading: String) -> FormProblem.Place {
    sheet.place(
      of: sheet.header, in: file, heading: heading, index: sheet.header.cells.lastIndex(of: heading))
  }

  /// The row in which the headings stand, where they stand below a title.
  private func headingsBelow(_ required: [Column]) -> FormProblem.RowNumber? {
    guard required.count > 1, !required.contains(where: has) else { return nil }
    return sheet.rows.prefix(10).first { row in
      required.allSatisfy { column in row.cells.contains { Column(spelling: snakeCase($0)) == column } }
    }?.number
  }

  private func reportMissing(_ required: [Column], problems: inout [FormProblem]) {
    let missing = required.filter { !has($0) }
    for column in missing {
      let near = nearest(to: column.rawValue, among: others.map(\.heading))
      problems.report(.sheet(.missingColumn(column.rawValue, nearest: near)), at: place(of: sheet.header))
    }
    guard Column.suggests else { return }
    let known = Column.allCases.map(\.rawValue)
    let explained = Set(missing.compactMap { nearest(to: $0.rawValue, among: others.map(\.heading)) })
    for other in others where !explained.contains(other.heading) {
      guard Heading<Column>.meant(by: other.heading) == nil,
        let near = nearest(to: snakeCase(other.heading), among: known)
      else { continue }
      problems.report(
        .sheet(.nearColumn(other.heading, nearest: near)), at: place(ofHeading: other.heading))
    }
  }

  private func reportLanguages(problems: inout [FormProblem]) {
    for other in others {
      guard let meant = Heading<Column>.meant(by: other.heading) else { continue }
      problems.report(
        .sheet(.languageAmiss(other.heading, meant: meant)), at: place(ofHeading: other.heading))
    }
  }

  private func reportCellsWithoutHeading(problems: inout [FormProblem]) {
    let headings = sheet.header.cells
    let bare = headings.indices.filter { headings[$0].isEmpty }
    for row in sheet.rows where row.cells.count > headings.count || !bare.isEmpty {
      let beyond = headings.count..<max(headings.count, row.cells.count)
      // One complaint a row: what follows the first such cell has slipped too.
      guard let index = (bare + beyond).first(where: { !row[$0].isEmpty }) else { continue }
      problems.report(
        .sheet(
          .cellWithoutHeading(
            found: row[index], column: sheet.columnLabel(index),
            partedBy: sheet.countsItsRows ? nil : file.hasSuffix(".md") ? .pipe : .comma)),
        at: sheet.place(of: row, in: file, index: index))
    }
  }
}

extension String {
  /// The text with a space for each non-breaking one.
  fileprivate var withoutNonBreakingSpaces: String {
    // Few cells have one, and all are asked.
    utf8.contains(0xC2) ? replacing("\u{A0}", with: " ") : self
  }
}

private func hasSpacesSideBySide(_ text: String) -> Bool {
  var wasSpace = false
  for byte in text.utf8 {
    if byte == UInt8(ascii: " ") {
      if wasSpace { return true }
      wasSpace = true
    } else {
      wasSpace = false
    }
  }
  return false
}
