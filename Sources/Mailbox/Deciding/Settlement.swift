internal import Calendar
public import ResponseFiles
public import Survey

/// What is to be written after a run: all of it at once, or nothing.
public struct Settlement: Sendable {
  /// New rows of the ledger.
  public fileprivate(set) var rows: [LedgerRow] = []
  /// Responses to append.
  public fileprivate(set) var responses: [Response] = []
  /// Where their answers came from.
  public fileprivate(set) var provenance: [Provenance] = []
  /// The final rows of all that came in, new or not, in the order in which it came.
  public fileprivate(set) var finals: [LedgerRow] = []
  /// Mails that have no final row: never any, unless the program is wrong.
  public fileprivate(set) var unaccounted: [String] = []

  /// The rows of the ledger as they are appended beside the responses.
  ///
  /// - Parameter folder: The folder of the responses.
  public func sideRows(in folder: ResponseFolder) -> SideRows {
    SideRows(
      file: folder.sideName(Ledger.fileName), columns: LedgerRow.columns, rows: rows.map(\.cells))
  }
}

/// What decides of mails: pure, so that the same mails beside the same books give the same bytes.
public struct Settling: Sendable {
  let questionnaire: Questionnaire
  let identifying: Identifying

  /// Creates what decides of mails.
  ///
  /// - Parameters:
  ///   - questionnaire: The form that they answer.
  ///   - identifying: What tells whose answers they hold.
  public init(_ questionnaire: Questionnaire, identifying: Identifying) {
    self.questionnaire = questionnaire
    self.identifying = identifying
  }

  /// Decides of mails, the oldest first.
  ///
  /// - Parameters:
  ///   - deliveries: What came in, in the order in which it was found; the same bytes twice count once.
  ///   - books: What is known before.
  /// - Returns: What is to be written; no row for what is settled already.
  public func settle(_ deliveries: [Delivery], in books: Books) -> Settlement {
    var seen: Set<String> = []
    let distinct = deliveries.filter { seen.insert($0.sha256).inserted }
    var run = Run(books: books, number: books.ledger.nextRun, settling: self)
    var candidates: [Candidate] = []
    for delivery in distinct { candidates += run.receive(delivery) }
    candidates.compareWithinMails()
    for candidate in candidates.inOrderOfTime { run.judge(candidate) }
    for delivery in distinct { run.close(delivery) }
    return run.settlement(of: distinct)
  }
}

extension [Candidate] {
  /// Those of unknown time first, then the oldest; those of one time as they came.
  fileprivate var inOrderOfTime: [Candidate] {
    enumerated().sorted { left, right in
      let times = [left, right].map { $0.element.delivery.time?.secondsSinceEpoch ?? .min }
      return (times[0], left.offset) < (times[1], right.offset)
    }.map(\.element)
  }
}

extension Run {
  /// What the run writes, rows in the order in which the mails came.
  fileprivate func settlement(of deliveries: [Delivery]) -> Settlement {
    var settlement = Settlement()
    let places = Dictionary(
      deliveries.enumerated().map { ($1.sha256, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = rows.keys.sorted { left, right in
      let order = [left, right].map { places[$0.mail] ?? .max }
      if order[0] != order[1] { return order[0] < order[1] }
      if left.mail != right.mail { return (number(of: left), left.mail) < (number(of: right), right.mail) }
      return left.part.isBefore(right.part)
    }
    settlement.rows = keys.compactMap { rows[$0] }
    settlement.responses = responses
    settlement.provenance = provenance
    var ledger = books.ledger
    for row in settlement.rows { ledger.append(row) }
    for delivery in deliveries {
      let finals = ledger.keys(of: delivery.sha256).compactMap(ledger.final)
      if finals.isEmpty { settlement.unaccounted.append(delivery.sha256) }
      settlement.finals += finals
    }
    return settlement
  }

  private func number(of key: LedgerKey) -> Int { books.ledger.number(of: key) ?? .max }
}

extension String {
  /// Whether a part's path is before another's: `1.2` is before `1.10`.
  fileprivate func isBefore(_ other: String) -> Bool {
    let (left, right) = (split(separator: ".").map { Int($0) ?? 0 }, other.split(separator: ".").map { Int($0) ?? 0 })
    return left == right ? self < other : left.lexicographicallyPrecedes(right)
  }
}
