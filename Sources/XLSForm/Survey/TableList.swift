/// The list whose choices are the head of a table: that of the selects in a group with the appearance `table-list`.
///
/// As pyxform 4.5.0 has it, which writes a row with the labels before the first select: the list counts until a group
/// ends, be it one inside.
enum TableList {
  /// No group is open that is shown as a table.
  case none
  /// One is open, and nothing was chosen from in it.
  case waiting
  /// The list of the first select, and where that stands.
  case list(String, FormProblem.RowNumber)

  /// Takes the beginning of a group or a repeat.
  mutating func begin(_ row: Workbook.Row, in table: Table<SurveyColumn>) {
    let words = table.text(.appearance, in: row).split(whereSeparator: \.isWhitespace)
    if words.contains("table-list") { self = .waiting }
  }

  /// Takes a select, and reports one that cannot be a row of the table.
  mutating func read(
    _ select: RowType.Select, _ row: Workbook.Row, in table: Table<SurveyColumn>,
    problems: inout [FormProblem]
  ) {
    // What has no list is reported already.
    guard !select.list.isEmpty else { return }
    let place = table.place(.type, in: row)
    switch self {
    case .none: return
    case .waiting:
      self = .list(select.list, row.number)
      if !table.isBlank(.choiceFilter, in: row) {
        problems.report(.structure(.filteredTableList), at: table.place(.choiceFilter, in: row))
      } else if select.isFile || select.isExternal || select.list.contains("${") {
        problems.report(.structure(.foreignTableList(select.list)), at: place)
      }
    case .list(let list, let first):
      if list != select.list {
        problems.report(.structure(.otherTableList(select.list, first: list, at: first)), at: place)
      }
    }
  }
}
