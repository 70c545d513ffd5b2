extension Workbook {
  /// Puts sheets together from the rows of one file, in which the first column is for the names of sheets.
  ///
  /// A row with a name begins a sheet; the header follows in the same row or in the next one that is not blank.
  ///
  /// - Parameters:
  ///   - rows: All rows of the file, the first column included.
  ///   - takesOnlySheet: Whether a sheet that is the only one is the survey, whatever it is called.
  ///   - place: The file.
  ///   - problems: Where rows before the first sheet and sheets that are there twice are reported.
  init(
    oneFile rows: some Sequence<Row>, takesOnlySheet: Bool = false, at place: FormProblem.Place,
    problems: inout [FormProblem]
  ) {
    var sheets: [Sheet] = []
    var lines: [String: Int] = [:]
    var current: (name: String, line: Int, header: Row?, rows: [Row])?
    func finished() -> [Sheet] {
      guard let current else { return [] }
      let header = current.header ?? Row(line: current.line, cells: [])
      return [Sheet(name: current.name, line: current.line, header: header, rows: current.rows)]
    }
    for row in rows {
      let name = row[0]
      let content = Row(line: row.line, trimmed: row.cells.dropFirst())
      if !name.isEmpty {
        sheets += finished()
        current = (name, row.line, nil, [])
        if let first = lines.updateValue(row.line, forKey: name.lowercased()) {
          problems.report(
            .file(.repeatedSheet(name, at: FormProblem.RowNumber(first))), at: place.at(line: row.line))
        }
      }
      if content.cells.isEmpty { continue }
      if current == nil {
        problems.report(
          .file(.rowBeforeSheet(found: content.cells.first { !$0.isEmpty } ?? "")),
          at: place.at(line: row.line))
        break
      }
      if current?.header == nil { current?.header = content } else { current?.rows.append(content) }
    }
    self.init(sheets: sheets + finished(), takesOnlySheet: takesOnlySheet)
  }
}
