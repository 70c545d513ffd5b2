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
  /// What the questionnaire could not work out with the answers of these responses.
  public fileprivate(set) var faults = FaultCounts()
  /// The final rows of all that came in, new or not, in the order in which it came.
  public fileprivate(set) var finals: [LedgerRow] = []
  /// Mails that have no final row: never any, unless the program is wrong.
  public fileprivate(set) var unaccounted: [String] = []

  /// The rows of the ledger as they are appended beside the responses.
  ///
  /// - Parameter folder: The folder of the responses.
  /// - Returns: Rows for the ledger's file.
  public func sideRows(in folder: ResponseFolder) -> SideRows {
    SideRows(
      file: folder.sideName(Ledger.fileName), columns: LedgerRow.columns, rows: rows.map(\.cells))
  }
}

extension Settlement {
  /// Adds what another pass of the same run found.
  fileprivate mutating func add(_ more: Settlement) {
    for row in more.rows {
      if let place = rows.firstIndex(where: { $0.key == row.key }) {
        rows[place] = row
      } else {
        rows.append(row)
      }
    }
    responses += more.responses
    provenance += more.provenance
    faults.add(more.faults)
  }

  /// Sees what became of each mail in the end, and of each row of a table.
  fileprivate mutating func close(_ deliveries: [Delivery], in ledger: Ledger) {
    for delivery in deliveries {
      let found = ledger.keys(of: delivery.sha256).compactMap(ledger.final)
      // Of a table each row has its own.
      let needed = delivery.kind == .table ? delivery.parts : []
      let isMissing = needed.contains { ledger.final(LedgerKey(mail: delivery.sha256, part: $0)) == nil }
      if found.isEmpty || isMissing { unaccounted.append(delivery.sha256) }
      finals += delivery.kind == .table ? Self.standing(needed, among: found) : found
    }
  }

  /// Where each row of a table stands: as another map reads it, if it waits there, or is read there since.
  private static func standing(_ parts: [String], among found: [LedgerRow]) -> [LedgerRow] {
    let own = Set(parts)
    var elsewhere: [Int: LedgerRow] = [:]
    for row in found where !own.contains(row.key.part) {
      guard let number = row.tableRow else { continue }
      if elsewhere[number]?.isSettled != false { elsewhere[number] = row }
    }
    return found.filter { own.contains($0.key.part) }.map { row in
      guard row.isSettled, let other = row.tableRow.flatMap({ elsewhere[$0] }) else { return row }
      return !other.isSettled || row.reasonCode == .readAgain ? other : row
    }
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
    let number = books.ledger.nextRun
    var known = books
    var settlement = Settlement()
    var judgements: [LedgerKey: Judgement] = [:]
    // What is settled last may settle what waited before it: an older one that is not the newest any more. Another run
    // would find that; so this one does.
    while true {
      let more = pass(over: distinct, in: known, number: number, &judgements)
      if more.rows.isEmpty { break }
      settlement.add(more)
      for row in more.rows { known.ledger.append(row) }
      for response in more.responses { known.enter(response) }
    }
    settlement.close(distinct, in: known.ledger)
    return settlement
  }

  private func pass(
    over deliveries: [Delivery], in books: Books, number: Int, _ judgements: inout [LedgerKey: Judgement]
  ) -> Settlement {
    var run = Run(books: books, number: number, settling: self)
    var candidates: [Candidate] = []
    for delivery in deliveries { candidates += run.receive(delivery) }
    candidates.compareWithinMails()
    // What a part says follows from the part and from what people decided: it is worked out once for all passes.
    if judgements.isEmpty { judgements = run.judgements(of: candidates) }
    run.judgements = judgements
    for candidate in candidates.inOrderOfTime { run.judge(candidate) }
    for delivery in deliveries { run.close(delivery) }
    return run.settlement(of: deliveries)
  }
}

extension Delivery {
  /// The paths of all its parts.
  fileprivate var parts: [String] { letters.flatMap(\.parts).map(\.path) }
}

extension [Candidate] {
  /// Those of unknown time first, then the oldest; those of one time as they came.
  fileprivate var inOrderOfTime: [Candidate] {
    enumerated().sorted { left, right in
      let times = [left, right].map { $0.element.time?.secondsSinceEpoch ?? .min }
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
    settlement.faults = faults
    return settlement
  }

  private func number(of key: LedgerKey) -> Int { books.ledger.number(of: key) ?? .max }
}

extension String {
  /// Whether a part's path is before another's: `1.2` is before `1.10`.
  fileprivate func isBefore(_ other: String) -> Bool {
    let (left, right) = (
      split(separator: ".").map { Int($0) ?? 0 }, other.split(separator: ".").map { Int($0) ?? 0 }
    )
    return left == right ? self < other : left.lexicographicallyPrecedes(right)
  }
}
