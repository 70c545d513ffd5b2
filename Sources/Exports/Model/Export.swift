public import Reports
public import ResponseFiles
public import Survey

/// The responses to a questionnaire, as tables for other programs: nothing is written here.
///
/// Each row and column leads back to the response file: a table has the columns of its file, and behind a
/// `select_multiple` one for each choice.
public struct Export: Sendable {
  /// The questionnaire.
  public let questionnaire: Questionnaire
  /// The words, and the language of the form's texts.
  public let edition: Edition
  /// What is exported, and how it is written.
  public internal(set) var options: ExportOptions
  /// HXL tags of columns.
  public let tags: ColumnTags
  /// How many responses are exported.
  public let responseCount: Int
  /// How many responses a later one corrects; left out, unless the options keep them.
  public let supersededCount: Int
  let tables: [ExportTable]

  /// Puts responses into tables.
  ///
  /// - Parameters:
  ///   - responses: The responses, in the order of their file.
  ///   - layout: The files that they come from.
  ///   - edition: The words, and the language of the form's texts.
  ///   - options: What is exported, and how it is written.
  ///   - tags: HXL tags of columns.
  public init(
    _ responses: [Response], layout: ResponseLayout, edition: Edition,
    options: ExportOptions = ExportOptions(),
    tags: ColumnTags = ColumnTags()
  ) {
    let current = responses.current
    let exported = options.keepsSuperseded ? responses : current
    questionnaire = layout.questionnaire
    self.edition = edition
    self.options = options
    self.tags = tags
    responseCount = exported.count
    supersededCount = responses.count - current.count
    var rows: [Group.Name?: [ExportRow]] = [:]
    for response in exported {
      let row = ExportRow(response: response, answers: response.answers, key: response.id.text, parentKey: "")
      rows[nil, default: []].append(row)
      Self.addRepeats(in: row, directlyIn: nil, layout, to: &rows)
    }
    tables = layout.tables.map {
      ExportTable($0, rows: rows[$0.group] ?? [], of: layout.questionnaire, options)
    }
  }

  private static func addRepeats(
    in row: ExportRow, directlyIn outer: Group.Name?, _ layout: ResponseLayout,
    to rows: inout [Group.Name?: [ExportRow]]
  ) {
    for table in layout.children where table.repeats.dropLast().last == outer {
      guard let group = table.group else { continue }
      for (index, answers) in (row.answers.repeats[group] ?? []).enumerated() {
        let inner = ExportRow(
          response: row.response, answers: answers, key: table.key(number: index + 1, in: row.key),
          parentKey: row.key)
        rows[group, default: []].append(inner)
        addRepeats(in: inner, directlyIn: group, layout, to: &rows)
      }
    }
  }
}

extension [Response] {
  /// The responses that no response below corrects; one above cannot, since the file only grows at its end.
  var current: [Response] {
    var last: [Response.ID: Int] = [:]
    for (index, response) in enumerated() {
      if let corrected = response.supersedes { last[corrected] = index }
    }
    return enumerated().filter { index, response in last[response.id].map { $0 <= index } ?? true }.map(
      \.element)
  }
}
