internal import Expressions
internal import Survey

extension TablePlanner {
  // MARK: - Rows and headings

  mutating func findRows() {
    guard let sheet = sheet() else { return }
    let place = table.isCSV ? "line" : "row"
    var start = 0
    if let line = only(.header) {
      guard let found = sheet.rows.firstIndex(where: { String($0.number) == line[.value] }) else {
        note(line, .value, "found '\(line[.value])', expected the number of the \(place) with the headings")
        return
      }
      start = found
    }
    guard sheet.rows.indices.contains(start) else {
      note(
        "\(table.path): found no row, expected headings and a row for each response; save the table again")
      return
    }
    let header = sheet.rows[start]
    plan.headings = header.cells
    headingCount = header.count
    plan.rows = Array(sheet.rows[(start + 1)...])
    if plan.rows.isEmpty {
      note(
        "\(table.path): found headings alone, expected a row for each response; save the table again")
    }
    for row in plan.rows {
      guard let found = row.count, let expected = header.count, found != expected else { continue }
      note(
        "\(table.path):\(row.number): wrong number of cells: found \(found), expected \(expected) as in the headings; quote a cell that "
          + "holds a separator or a line end, and save the table again")
    }
  }

  mutating func sheet() -> ForeignTable.Sheet? {
    let line = only(.sheet)
    let names = table.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
    if let line {
      if let sheet = table.sheets.first(where: { $0.name == line[.value] }) { return sheet }
      note(
        line, .value,
        "found '\(line[.value])', expected a sheet of \(table.path): \(names.isEmpty ? "it has none" : names)"
      )
      return nil
    }
    if table.sheets.count > 1 {
      note(
        "\(map.path): found no line with the layout sheet, expected one, since \(table.path) has several sheets: \(names)"
      )
      return nil
    }
    if table.sheets.isEmpty {
      note(
        "\(table.path): found no cell, expected headings and a row for each response; save the table again")
    }
    return table.sheets.first
  }

  // MARK: - Columns

  /// The column that a line names.
  mutating func column(of line: TableMap.Line) -> Int? {
    let name = line[.column].asHeading
    let found = plan.headings.filter { $0.value.asHeading == name }.keys.sorted()
    if found.count > 1 {
      let letters = found.map { "[\(ForeignTable.letters(of: $0))]" }
      note(
        line, .column,
        "found '\(name)', which is the heading of several columns; write \(letters.joined(separator: " or "))"
      )
      for column in found { readers[column] = readers[column] ?? line }
      return nil
    }
    let last = max(plan.headings.keys.max() ?? 0, plan.rows.compactMap { $0.cells.keys.max() }.max() ?? 0)
    guard let column = found.first ?? ForeignTable.column(called: name).flatMap({ $0 <= last ? $0 : nil })
    else {
      let known = plan.headings.sorted { $0.key < $1.key }.map(\.value.asHeading)
      let near =
        nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? "; write it as it stands there"
      note(line, .column, "found '\(name)', expected a heading of \(table.path)\(near)")
      return nil
    }
    let other = readers[column]
    // A column of other answers ticks a choice and is the answer to what it is.
    if let other, other[.question] != line[.question], other.isOfAnyText || line.isOfAnyText { return column }
    if let other {
      note(
        line, .column, "found '\(name)' again, expected a column once; line \(other.number) reads it already")
    }
    readers[column] = line
    return column
  }

  mutating func lay() {
    if let line = only(.identifier) {
      plan.identifier = column(of: line) ?? 0
    } else if !map.hasUnknownLayouts {
      note(
        "\(map.path): found no line with the layout identifier, expected one: the column by which each row is known when "
          + "it comes again")
    }
    if let line = only(.submitted) {
      let format = times(of: line, needsDate: true, needsTime: true)
      if let column = column(of: line) { plan.submitted = (column, format) }
    }
    if let line = only(.submittedBy) { plan.submitter = column(of: line) }
    layLanguage()
    layQuestions()
    for line in lines(.ignore) { _ = column(of: line) }
    checkColumns()
    checkQuestions()
  }

  mutating func layLanguage() {
    var columns: [TableMap.Line] = []
    for line in lines(.language) {
      if !line[.column].isEmpty {
        columns.append(line)
        if columns.count == 1 {
          plan.language = column(of: line)
        } else {
          note(
            line, .layout,
            "found 'language' again, expected it once, as on line \(columns[0].number); take one out")
        }
        continue
      }
      guard let language = questionnaire.language(line[.choice]) else {
        let known = questionnaire.languages.map { "'\($0.code.isEmpty ? $0.name : $0.code)'" }.joined(
          separator: ", ")
        note(line, .choice, "found '\(line[.choice])', expected a language of the questionnaire: \(known)")
        continue
      }
      plan.languageWords[line[.value].lowercased()] = language
    }
  }

  mutating func checkColumns() {
    // Of a CSV file that has more cells in a row than headings, that has been said.
    let whole = plan.rows.filter { $0.count == nil || $0.count == headingCount }
    let used = Set(plan.headings.keys).union(whole.flatMap(\.cells.keys))
    // What a line names that cannot be understood is named all the same.
    let named = map.namedColumns
    for column in used.sorted() where readers[column] == nil {
      let letters = "[\(ForeignTable.letters(of: column))]"
      if named.contains(plan.headings[column]?.asHeading ?? letters) || named.contains(letters) { continue }
      note(
        "\(table.path): found \(TablePlan.name(of: column, plan.headings[column])), expected a line for it in \(map.path); "
          + "add one, with the layout ignore if it holds no answer")
    }
  }

  /// The dates and times of a column.
  mutating func times(of line: TableMap.Line, needsDate: Bool, needsTime: Bool) -> TimeFormat {
    var pattern: TimePattern?
    if !line[.format].isEmpty {
      pattern = TimePattern(line[.format])
      if pattern == nil || needsDate && pattern?.hasDate == false || needsTime && pattern?.hasTime == false {
        let example = needsTime ? (needsDate ? "dd/mm/yyyy hh:mm" : "hh:mm") : "dd/mm/yyyy"
        note(
          line, .format,
          "found '\(line[.format])', expected how the column writes what it holds, such as \(example)")
      }
    }
    var offset: Int?
    if !line[.zone].isEmpty {
      offset = TimeFormat.offset(of: line[.zone])
      if offset == nil {
        note(
          line, .zone,
          "found '\(line[.zone])', expected how far the column's clocks are from UTC, such as UTC or +02:00")
      }
    } else if pattern?.hasDate == true, pattern?.hasTime == true, needsDate, needsTime {
      note(
        line, .zone,
        "found nothing, expected how far the column's clocks are from UTC, such as UTC or +02:00; fill it in")
    }
    return TimeFormat(declared: pattern, offset: offset)
  }
}
