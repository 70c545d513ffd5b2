internal import Calendar
internal import Digests
internal import Documents
public import Survey

/// What makes deliveries of tables: a submission for each row.
public struct TableIntake: Sendable {
  private let questionnaire: Questionnaire

  /// Takes the form that the rows answer.
  public init(_ questionnaire: Questionnaire) { self.questionnaire = questionnaire }

  /// Reads a table by a map.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - map: What an analyst says of it.
  ///   - version: Where both were kept and are read again, the version that the form had when they were read first.
  /// - Returns: A delivery with a mail for each row; what is wrong in a row is a doubt of that row.
  /// - Throws: All that is wrong with the map, with the table, or between them: then nothing is read from it.
  public func delivery(
    of table: ForeignTable, by map: TableMap, keptSince version: String? = nil
  ) throws(TableProblems) -> Delivery {
    let planner = TablePlanner(map, over: table, of: questionnaire, keptSince: version)
    if !planner.problems.isEmpty { throw TableProblems(lines: planner.problems) }
    let plan = planner.plan
    let header = Self.shape(of: plan.headings)
    var delivery = Delivery(sha256: table.sha256, source: table.path, kind: .table)
    var names: [String: [Int]] = [:]
    for (index, row) in plan.rows.enumerated() {
      let name = (row.cells[plan.identifier] ?? "").trimmed
      var letter = Letter(hasContent: true)
      let reading = RowReading(row, by: plan, in: questionnaire.languages)
      var form = reading.form
      form.version = version ?? questionnaire.version
      readTime(of: row, plan, &letter, &form)
      if let column = plan.submitter {
        let submitter = (row.cells[column] ?? "").trimmed
        if !submitter.isEmpty { letter.from = [Letter.Sender(address: submitter)] }
      }
      if name.isEmpty {
        if !row.cells.values.allSatisfy(\.isBlank) {
          form.doubts.append(
            MatchedForm.Doubt(
              .identifierMissing,
              detail: "\(plan.name(of: plan.identifier)): found nothing, expected what the row is known by"))
        }
      } else {
        letter.messageID = "<\(name)@\(header)>"
        names[name, default: []].append(index)
      }
      letter.parts = [part(row, form, map)]
      delivery.letters.append(letter)
    }
    for (name, indices) in names where indices.count > 1 {
      let numbers = indices.map { String(plan.rows[$0].number) }
      for index in indices {
        let others = numbers.filter { $0 != String(plan.rows[index].number) }.joined(separator: ", ")
        delivery.letters[index].parts[0].add(
          MatchedForm.Doubt(
            .identifierTwice,
            detail:
              "\(plan.name(of: plan.identifier)): found '\(name)', which stands on \(others) too, expected another name "
              + "in each row"))
      }
    }
    return delivery
  }

  private func readTime(
    of row: ForeignTable.Row, _ plan: TablePlan, _ letter: inout Letter, _ form: inout MatchedForm
  ) {
    guard let (column, format) = plan.submitted else { return }
    letter.dateHeader = (row.cells[column] ?? "").trimmed
    if letter.dateHeader.isEmpty { return }
    letter.date = format.instant(letter.dateHeader)
    if letter.date == nil {
      form.doubts.append(
        MatchedForm.Doubt(
          .timeUnread,
          detail:
            "\(plan.name(of: column)): found '\(letter.dateHeader.clippedToLine)', expected a date and a time "
            + (format.declared == nil ? "such as 2018-11-09T16:30:00Z" : "as the map declares them")
            + "; declare in the map how the column writes them"))
    }
  }

  private func part(_ row: ForeignTable.Row, _ form: MatchedForm, _ map: TableMap) -> Letter.Part {
    let cells = row.cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
      separator: "\u{1F}")
    return Letter.Part(
      path: Letter.Part.path(row: row.number, map: map.sha256),
      sha256: SHA256(of: Array(cells.utf8)).description,
      format: Letter.Part.tableFormat, reader: Letter.Part.reader(map: map.sha256), form: form)
  }

  /// What a table's headings are, in short: rows of the same name in tables of other headings are others.
  private static func shape(of headings: [Int: String]) -> String {
    let text = headings.sorted { $0.key < $1.key }.map(\.value.asHeading).joined(separator: "\u{1F}")
    return String(SHA256(of: Array(text.utf8)).description.prefix(16))
  }
}

extension Letter.Part {
  /// The format of rows, as the ledger has it.
  static let tableFormat = "table"

  /// The path of a row as a map reads it: `12.1a2b3c4d`, since another map may find something else in the row.
  static func path(row: Int, map: String) -> String { "\(row).\(map.prefix(8))" }

  /// What reads a row: a map.
  static func reader(map: String) -> String { "map \(map)" }

  /// How the provenance of an answer names it: `row 12` of a table, else its path.
  var label: String {
    format == Self.tableFormat ? "row \(path.split(separator: ".").first ?? "")" : path
  }

  /// Adds a doubt that comes from beside the part.
  fileprivate mutating func add(_ doubt: MatchedForm.Doubt) {
    var form = form
    form.doubts.append(doubt)
    self = Letter.Part(path: path, sha256: sha256, format: format, reader: reader, form: form, isBody: isBody)
  }
}

extension LedgerRow {
  /// The row of a table that it is about; nothing for a part of a mail.
  public var tableRow: Int? {
    format == Letter.Part.tableFormat ? key.part.split(separator: ".").first.flatMap { Int($0) } : nil
  }

  /// The hash of the map by which a row of a table was read.
  public var map: String? { tableRow == nil ? nil : reader.split(separator: " ").last.map(String.init) }
}
