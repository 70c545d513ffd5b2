internal import Reports
internal import CSV
internal import Survey

extension Export {
  /// A table as CSV: the headings, the HXL tags where they are wanted, then the rows.
  func csv(of table: ExportTable) throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    try writer.append(record: safe(table.columns.map { heading(of: $0, in: table) }))
    if options.hasTags { try writer.append(record: table.columns.map { tags.tag(of: $0) }) }
    for row in table.rows {
      try writer.append(record: safe(table.columns.map { text(of: $0, in: row, table) }))
    }
    return writer.takeBytes()
  }

  private func safe(_ record: [String]) -> [String] {
    options.isSpreadsheetSafe ? record.map(\.spreadsheetSafe) : record
  }

  /// A cell of a table, choices by their names or their labels.
  func text(of column: ExportColumn, in row: ExportRow, _ table: ExportTable) -> String {
    if options.showsLabels, case .question(let question) = column.content, let list = question.list,
      let answer = row.answers[question.name].answer, !answer.choices.isEmpty
    {
      return answer.choices.map { label(of: $0, in: list) }.joined(separator: "; ")
    }
    return table.value(column, row).cell
  }

  /// What stands above a column: its name, or the label of its question with the name behind it.
  func heading(of column: ExportColumn, in table: ExportTable) -> String {
    guard options.showsLabels else { return column.name }
    switch column.content {
    case .metadata: return column.name
    case .question(let question): return "\(label(of: question)) [\(column.name)]"
    case .choice(let question, let choice):
      let label = question.list.map { self.label(of: choice, in: $0) } ?? choice.text
      return "\(self.label(of: question)) / \(label) [\(column.name)]"
    }
  }

  /// The wording of a question behind its number on paper.
  func label(of question: Question) -> String {
    let label = edition.plainText(question.wording.label)
    let wording = label.isEmpty ? question.name.text : label
    return question.wording.paperNumber.isEmpty ? wording : "\(question.wording.paperNumber). \(wording)"
  }

  /// The wording of a choice; its name where it has none, or where the list does not have it.
  func label(of choice: Choice.Name, in list: ChoiceList.Name) -> String {
    let label = questionnaire.lists[list]?[choice].map { edition.plainText($0.label) } ?? ""
    return label.isEmpty ? choice.text : label
  }
}
