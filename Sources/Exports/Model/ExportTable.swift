internal import ResponseFiles
internal import Survey

/// A table of an export: the responses, or the repeats of a group.
struct ExportTable: Sendable {
  let layout: ResponseTable
  let columns: [ExportColumn]
  let rows: [ExportRow]

  /// `responses`, or the name of the group.
  var name: String { layout.group?.text ?? "responses" }

  /// What stands in a cell.
  func value(_ column: ExportColumn, _ row: ExportRow) -> ExportValue { column.value(in: row, of: layout) }
}

extension ExportTable {
  init(_ layout: ResponseTable, rows: [ExportRow], of questionnaire: Questionnaire, _ options: ExportOptions)
  {
    var columns: [ExportColumn] = []
    for column in layout.columns {
      if let metadata = column.metadata {
        columns.append(ExportColumn(name: column.heading, content: .metadata(metadata, column.question)))
      } else if let question = column.question {
        columns.append(ExportColumn(name: column.heading, content: .question(question)))
        guard case .selectMultiple = question.kind else { continue }
        for choice in Self.choices(of: question, in: questionnaire, rows) {
          columns.append(
            ExportColumn(name: "\(column.heading)/\(choice)", content: .choice(question, choice)))
        }
      }
    }
    self.layout = layout
    self.rows = rows
    self.columns = columns.filter { !options.leavesOut($0) }
  }

  /// The choices of the list, then those that answers have and the list has not.
  static func choices(
    of question: Question, in questionnaire: Questionnaire, _ rows: [ExportRow]
  ) -> [Choice.Name] {
    let listed = questionnaire.choices(of: question)?.distinct.map(\.name) ?? []
    var seen = Set(listed)
    var others: [Choice.Name] = []
    for row in rows {
      for choice in row.answers[question.name].answer?.choices ?? [] where seen.insert(choice).inserted {
        others.append(choice)
      }
    }
    return listed + others
  }
}
