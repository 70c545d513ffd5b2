internal import Calendar
internal import Mailbox
internal import ResponseFiles
internal import Survey

/// Where a person decides of what waits.
struct ReviewDesk: ~Copyable {
  let survey: ProjectSurvey
  let settling: Settling
  let servers: Set<String>
  /// Who decides.
  let reviewer: String
  /// The questionnaire, as answers are found in documents.
  let key: FormKey
  private var intake: Intake

  init(survey: ProjectSurvey, settling: Settling, servers: Set<String>, reviewer: String) {
    self.survey = survey
    self.settling = settling
    self.servers = servers
    self.reviewer = reviewer
    key = FormKey(survey.questionnaire)
    intake = Intake(key, servers: servers)
  }

  /// The ledger as it is now.
  func ledger() throws(Failure) -> Ledger {
    do { return try survey.records.ledger() } catch { throw Failure(error) }
  }

  /// What waits, by reason.
  func list(columns: Int) throws(Failure) -> (text: String, waits: Bool) {
    let ledger = try ledger()
    let waiting = ledger.waiting
    if waiting.isEmpty { return ("Nothing waits.\n", false) }
    var codes: [Reason.Code] = []
    for row in waiting where !codes.contains(row.reasonCode) { codes.append(row.reasonCode) }
    var text = ""
    for code in codes.sorted() {
      let rows = waiting.filter { $0.reasonCode == code }
      text += "\(code): \(rows.count)\n" + ledger.table(of: rows, columns: columns) + "\n"
    }
    return (text + "To look at one: \(survey.command("review", "NUMBER"))\n", true)
  }

  /// The row that a number names.
  func row(_ number: Int) throws(Failure) -> LedgerRow {
    let ledger = try ledger()
    guard let key = ledger.key(number), let row = ledger.final(key) else {
      throw Failure(
        .unusableInput,
        "'\(number)': nothing in the ledger has this number; the numbers go from 1 to \(ledger.keys.count)")
    }
    return row
  }

  /// What came in, read again from what was kept.
  private mutating func delivery(of row: LedgerRow) throws(Failure) -> Delivery {
    guard let delivery = try intake.readAgain(row, in: survey.answers.originals) else {
      throw Failure(
        .unusableInput,
        "\(survey.answers.originals.path): found no file \(row.key.mail), expected the mail; put it back")
    }
    return delivery
  }

  /// One row as a person looks at it.
  mutating func sheet(of row: LedgerRow, number: Int, columns: Int) throws(Failure) -> String {
    let delivery = try delivery(of: row)
    do {
      let (books, _) = try survey.records.books()
      let sheet = ReviewSheet(
        row: row, number: number, delivery: delivery,
        examination: settling.examine(row.key, of: delivery, in: books),
        survey: survey)
      return sheet.text(columns: columns)
    } catch {
      throw Failure(error)
    }
  }

  /// Decides, and stores what follows.
  ///
  /// - Returns: What became of it, and what the questionnaire could not work out with what was stored.
  mutating func decide(
    _ verdict: Decision.Verdict, on question: Address?, value: String, of row: LedgerRow
  ) throws(Failure) -> (row: LedgerRow, faults: FaultCounts) {
    if row.isSettled, verdict != .reopen {
      throw Failure(.unusableInput, "it is settled (\(row.status.rawValue)); reopen it first")
    }
    if !row.authentication.isEmpty, servers.isEmpty {
      throw Failure(
        .unusableInput, "a server of ours was asked of the sender; name it with --server, or in senders.csv")
    }
    let delivery = try delivery(of: row)
    let now = try Present.now()
    let decision = Decision(row.key, verdict, on: question, value: value, by: reviewer, at: now.description)
    do {
      let settlement = try survey.records.settle([delivery], deciding: [decision], by: settling)
      return (settlement.finals.first { $0.key == row.key } ?? row, settlement.faults)
    } catch {
      throw Failure(error)
    }
  }
}
