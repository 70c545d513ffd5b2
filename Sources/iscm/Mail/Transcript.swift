internal import Mailbox
internal import Survey

/// What a run decided, as people read it.
struct Transcript {
  private let settlement: Settlement
  private let ledger: Ledger
  private let survey: ProjectSurvey

  /// Takes what was decided.
  ///
  /// - Parameters:
  ///   - settlement: What was decided.
  ///   - before: The ledger before that.
  ///   - survey: The questionnaire.
  init(of settlement: Settlement, after before: Ledger, survey: ProjectSurvey) {
    self.settlement = settlement
    self.survey = survey
    var ledger = before
    for row in settlement.rows { ledger.append(row) }
    self.ledger = ledger
  }

  /// How much came in, copies among it.
  enum Count {
    /// Mails and forms.
    case mails(Int)
    /// Rows of a table.
    case rows(Int)
  }

  /// What of the run waits for a person.
  var waiting: [LedgerRow] { settlement.finals.filter { !$0.isSettled } }

  /// The transcript: in a dry run all that came in, else what waits; then how many became what.
  ///
  /// - Parameters:
  ///   - count: How much came in.
  ///   - isDryRun: Whether nothing was written.
  ///   - columns: How wide a line may be.
  /// - Returns: Lines, each with its line feed.
  func text(_ count: Count, isDryRun: Bool, columns: Int) -> String {
    let listed = isDryRun ? settlement.finals : waiting
    var text = listed.isEmpty ? "" : ledger.table(of: listed, columns: columns) + "\n"
    switch count {
    case .rows(let rows): text += "rows: \(rows)\n"
    case .mails(let items):
      let mails = Set(settlement.finals.map(\.key.mail)).count
      text += "mails and forms: \(items)\n"
      if mails < items { text += "copies among them: \(items - mails)\n" }
    }
    for status in LedgerRow.Status.allCases {
      let count = settlement.finals.count { $0.status == status }
      if count > 0 { text += "\(status.rawValue): \(count)\n" }
    }
    if isDryRun {
      text += "Nothing was written.\n"
    } else if settlement.rows.isEmpty {
      text += "Nothing is new.\n"
    }
    if !waiting.isEmpty, !isDryRun { text += "To decide: \(survey.command("review", ""))\n" }
    return text
  }

  /// What the questionnaire itself could not work out with the answers that are stored, for its author; a line each.
  var remarks: [String] { settlement.faults.lines }
}

extension FaultCounts {
  /// A line for each mistake, and one above them; none where there is no mistake.
  var lines: [String] {
    if faults.isEmpty { return [] }
    return ["mistakes in the questionnaire, which stopped nobody; please tell its author:"]
      + faults.map { "  \($0), responses: \(responses(with: $0))".onOneLine }
  }
}

extension Ledger {
  /// Rows of the ledger as a table, with the numbers by which people call them.
  func table(of rows: [LedgerRow], columns: Int) -> String {
    let head = ["no.", "status", "mechanism", "answers", "from", ""]
    let lines = rows.map { row in
      [
        number(of: row.key).map(String.init) ?? "", row.status.rawValue,
        row.mechanism.isEmpty ? "-" : row.mechanism,
        String(row.answered), row.origin,
        row.reasonCode.text.isEmpty ? "" : "\(row.reasonCode): \(row.reason)",
      ].map(\.onOneLine)
    }
    return iscm.table([head] + lines, wrappedTo: columns)
  }
}

extension LedgerRow {
  /// Where it came from, in short: an address, a file, a row of a table.
  fileprivate var origin: String {
    if let tableRow { return "\(source.fileName) row \(tableRow)" }
    return from.isEmpty ? source.fileName : from
  }
}

extension String {
  /// The last part of a path.
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }
  /// The text without line ends and tabs, which a table cannot hold.
  var onOneLine: String { String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
