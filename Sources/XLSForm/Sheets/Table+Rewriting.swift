internal import Survey

// What writes rows out that XLSForm, or pyxform, has a short way to say.

extension Table<SurveyColumn> {
  /// A row with other texts in some of its columns; a column that the sheet does not have is passed over.
  func row(_ row: Workbook.Row, with texts: [SurveyColumn: String]) -> Workbook.Row {
    var cells = sheet.header.cells.indices.map { row[$0] }
    for (column, text) in texts {
      if let place = places[column]?.first { cells[place.index] = text }
    }
    return Workbook.Row(line: row.line, isOfSheet: row.isOfSheet, cells: cells)
  }

  /// A row with a text in each language of a column where nothing stands.
  func row(_ row: Workbook.Row, filling column: SurveyColumn, with text: String) -> Workbook.Row {
    var cells = sheet.header.cells.indices.map { row[$0] }
    for place in places[column] ?? [] where cells[place.index].isEmpty { cells[place.index] = text }
    return Workbook.Row(line: row.line, isOfSheet: row.isOfSheet, cells: cells)
  }

  /// The row that begins a group for a choice: with its label in all languages, and its name unless another is given.
  ///
  /// - Parameters:
  ///   - choice: The choice.
  ///   - choices: The sheet on which it stands.
  ///   - name: The name of the group.
  ///   - row: The row that the group is written from.
  /// - Returns: The row.
  func groupRow(
    of choice: Workbook.Row, on choices: Table<ChoicesColumn>?, named name: String? = nil,
    from row: Workbook.Row
  ) -> Workbook.Row {
    var cells = Array(repeating: "", count: sheet.header.cells.count)
    for place in places[.label] ?? [] {
      cells[place.index] = choices?.label(of: choice, in: place.language) ?? ""
    }
    let blank = Workbook.Row(line: row.line, isOfSheet: row.isOfSheet, cells: cells)
    return self.row(
      blank, with: [.type: "begin_group", .name: name ?? choices?.text(.name, in: choice) ?? ""])
  }
}

extension Table<ChoicesColumn> {
  /// The names of the lists, in the order of the alphabet.
  var listNames: [String] {
    Set(sheet.rows.map { text(.listName, in: $0) }).subtracting([""]).sorted()
  }

  /// The rows of a list.
  func rows(of list: String) -> [Workbook.Row] {
    sheet.rows.filter { text(.listName, in: $0) == list }
  }

  /// The label of a choice in a language, or else the first that there is.
  func label(of choice: Workbook.Row, in language: Language?) -> String {
    let places = places[.label] ?? []
    let place = places.first { $0.language == language } ?? places.first
    return place.map { choice[$0.index] } ?? ""
  }
}
