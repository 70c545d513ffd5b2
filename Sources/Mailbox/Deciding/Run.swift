internal import Calendar
internal import ResponseFiles
internal import Survey

/// One run while it goes on: what is known, and what is to be written.
struct Run {
  var books: Books
  /// The number of the run.
  let number: Int
  let settling: Settling
  /// What parts say, as far as that was worked out before.
  var judgements: [LedgerKey: Judgement] = [:]
  /// What is to be written in the ledger.
  private(set) var rows: [LedgerKey: LedgerRow] = [:]
  private(set) var responses: [Response] = []
  private(set) var provenance: [Provenance] = []
  private(set) var faults = FaultCounts()
  /// The parts of which something is known after this run.
  private var met: Set<LedgerKey> = []

  init(books: Books, number: Int, settling: Settling) {
    self.books = books
    self.number = number
    self.settling = settling
  }

  // MARK: - What comes in

  /// Takes a delivery: gives what may be a response, and writes rows for all the rest.
  mutating func receive(_ delivery: Delivery) -> [Candidate] {
    var candidates: [Candidate] = []
    var others: [Candidate] = []
    for (index, letter) in delivery.letters.enumerated() {
      for part in letter.parts {
        let key = LedgerKey(mail: delivery.sha256, part: part.path)
        let candidate = Candidate(
          delivery: delivery, letter: index, part: part, ruling: books.decisions.ruling(on: key))
        switch candidate.kind {
        case .answers, .blank, .unreadable: candidates.append(candidate)
        case .other: others.append(candidate)
        }
      }
    }
    if candidates.isEmpty {
      conclude(wholeMail(delivery))
      return []
    }
    for other in others {
      var row = LedgerRow(of: other)
      row.status = .noResponse
      (row.reasonCode, row.reason) = (.noForm, "this part is no form")
      conclude(row)
    }
    return candidates
  }

  /// The one row of a mail without a form.
  private func wholeMail(_ delivery: Delivery) -> LedgerRow {
    let key = LedgerKey(mail: delivery.sha256, part: "")
    let ruling = books.decisions.ruling(on: key)
    var row = LedgerRow(of: delivery, part: "")
    row.sign(ruling)
    var reasons = delivery.doubts.map(Reason.init)
    let sender = delivery.envelope?.from.first.map { settling.identifying.senders.permission(of: $0.address) }
    if let sender, !sender.isNone, delivery.envelope?.automatic == nil, delivery.envelope?.hasContent == true
    {
      reasons.append(Reason(.listedSender, "a listed sender wrote, and no part of the mail is a form"))
    }
    if ruling.isOpen { reasons.append(Reason(.reopened, "somebody reopened it")) }
    switch ruling.whole {
    case .reject: row.become(.rejected, .rejected, "rejected")
    case .accept: row.become(.noResponse, .seen, Self.seenWords)
    default:
      if !reasons.isEmpty {
        row.wait(for: reasons)
      } else if let automatic = delivery.envelope?.automatic {
        row.become(.noResponse, Reason.Code(automatic.rawValue), "a program sent it")
      } else {
        row.become(.noResponse, .noForm, "no part of the mail is a form")
      }
    }
    return row
  }

  /// Settles what waits of a delivery, but is not found in it any more: its reader has changed.
  mutating func close(_ delivery: Delivery) {
    for key in books.ledger.keys(of: delivery.sha256) where !met.contains(key) {
      guard var row = books.ledger.final(key), !row.isSettled else { continue }
      // A row of a table that waits as another map reads it waits on, unless this run reads it anew.
      if delivery.kind == .table {
        guard rows.values.contains(where: { $0.key.mail == key.mail && $0.tableRow == row.tableRow }) else {
          continue
        }
      }
      let words =
        delivery.kind == .table
        ? "the table was read by another map, and the row stands in a row of its own"
        : "the mail was read again, and its parts stand in rows of their own"
      row.become(.noResponse, .readAgain, words)
      conclude(row)
    }
  }

  /// What becomes of what answers nothing, and was accepted.
  static let seenWords = "seen by a person: it answers nothing"

  // MARK: - What is written

  /// Notes what became of a mail or part, unless that is known.
  mutating func conclude(_ row: LedgerRow) {
    met.insert(row.key)
    if let final = books.ledger.final(row.key) {
      let isReopened = books.decisions.ruling(on: row.key).isOpen
      if final.isSettled && !isReopened && row.reasonCode != .corrected { return }
      if row.saysTheSame(as: final) { return }
    }
    var row = row
    row.run = number
    rows[row.key] = row
  }

  /// Notes a response that is to be stored, and that it corrects another.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - origins: Where its answers came from.
  ///   - found: What the questionnaire could not work out with these answers.
  mutating func store(_ response: Response, from origins: [Provenance], meeting found: [FormFault] = []) {
    responses.append(response)
    provenance += origins
    faults.add(found)
    books.enter(response)
    guard let corrected = response.supersedes else { return }
    let new = rows.values.first { $0.response == corrected && $0.status == .imported }
    guard var row = new ?? books.ledger.origin(of: corrected.text), row.status == .imported else { return }
    row.become(.superseded, .corrected, "corrected by \(response.id)")
    conclude(row)
  }

  /// Settles what waits of a row of a table that has come again in another table and counts as it stands there.
  mutating func closeEarlier(_ row: LedgerRow) {
    guard row.tableRow != nil, row.status == .imported || row.status == .duplicate else { return }
    for key in books.ledger.otherReadings(of: row) {
      guard var earlier = books.ledger.final(key), !earlier.isSettled, rows[key] == nil else { continue }
      let place = "\(row.key.mail.prefix(8)), \(row.tableRow.map(String.init) ?? "")"
      earlier.become(
        .superseded, .cameAgain,
        "the row has come again in another table (\(place)), and counts as it stands there")
      conclude(earlier)
    }
  }

  /// Whether nothing is to be decided of a part any more.
  func isSettled(_ key: LedgerKey) -> Bool {
    books.ledger.final(key)?.isSettled == true && !books.decisions.ruling(on: key).isOpen
  }

  /// Takes note of a part of which nothing is to be decided any more.
  mutating func pass(_ key: LedgerKey) { met.insert(key) }
}

extension LedgerRow {
  /// What the headers of a mail say, of a part of it.
  init(of delivery: Delivery, part: String, letter: Int = 0) {
    self.init(LedgerKey(mail: delivery.sha256, part: part), .needsReview)
    (source, offset) = (delivery.source, delivery.offset)
    guard let envelope = delivery.envelope(of: letter) else { return }
    (messageID, dateHeader) = (envelope.messageID, envelope.dateHeader)
    received = envelope.received?.description ?? ""
    from = envelope.from.map(\.address).joined(separator: ", ")
  }

  /// What a part is.
  init(of candidate: Candidate) {
    self.init(of: candidate.delivery, part: candidate.part.path, letter: candidate.letter)
    let part = candidate.part
    (partSHA256, format, reader) = (part.sha256, part.format, part.reader)
    (formVersion, matchLevel) = (part.form.version, candidate.level)
    answered = part.form.answers.count
    unplaced = part.unplaced
    sign(candidate.ruling)
  }

  /// Notes who decided last.
  mutating func sign(_ ruling: Ruling) {
    guard let last = ruling.last else { return }
    (reviewer, reviewedAt) = (last.reviewer, last.decidedAt)
  }

  /// Notes what became of it, and why.
  mutating func become(_ status: Status, _ code: Reason.Code, _ reason: String) {
    (self.status, reasonCode, self.reason) = (status, code, reason)
  }

  /// Notes that it waits, and for what.
  mutating func wait(for reasons: [Reason]) {
    let details = reasons.map { reason in reason.address.map { "\($0): \(reason.detail)" } ?? reason.detail }
    become(.needsReview, reasons.first?.code ?? "", details.joined(separator: "; "))
  }
}
