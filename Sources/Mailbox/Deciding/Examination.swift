public import Survey

/// A part as a person looks at it to decide: each question with what was found, and what was answered before.
public struct Examination: Sendable {
  /// One question.
  public struct Line: Sendable {
    /// The question.
    public let address: Address
    /// What was found; nothing where it is not answered.
    public let found: MatchedForm.Answer?
    /// What would be taken into the response, as a response file keeps it; empty for a blank.
    public let taken: String
    /// What the response that counts now answers; nothing where nobody has answered.
    public let earlier: String?
    /// What a person decided.
    public let decision: Decision?
    /// What must be decided.
    public let reasons: [Reason]
  }

  /// Whose answers they would be.
  public let mechanism: Choice.Name?
  /// What says so, in English.
  public let signs: [String]
  /// What must be decided of all of it.
  public let reasons: [Reason]
  /// The questions of which something is known, in the order of the form.
  public let lines: [Line]
  /// What belongs to no question.
  public let unplaced: [MatchedForm.Unplaced]
  /// The response that counts now.
  public let earlier: Response?
  /// What the questionnaire itself could not work out with these answers.
  public let faults: [FormFault]
}

extension Settling {
  /// Looks at a part as a person does who decides of it.
  ///
  /// - Parameters:
  ///   - key: The part.
  ///   - delivery: What it came with.
  ///   - books: What is known.
  /// - Returns: Nothing for a mail without a form.
  public func examine(_ key: LedgerKey, of delivery: Delivery, in books: Books) -> Examination? {
    var run = Run(books: books, number: 0, settling: self)
    var candidates = run.receive(delivery)
    candidates.compareWithinMails()
    guard let candidate = candidates.first(where: { $0.key == key }) else { return nil }
    guard candidate.kind == .answers else {
      return Examination(
        mechanism: nil, signs: [], reasons: candidate.reasons, lines: [],
        unplaced: candidate.part.form.unplaced,
        earlier: nil, faults: [])
    }
    let judgement = run.judgement(of: candidate)
    let own = books.ledger.final(key)?.response
    var earlier = judgement.mechanism.flatMap { books.current(of: $0) }
    if let current = earlier, current.id == own { earlier = current.supersedes.flatMap { books[$0] } }
    let found = Dictionary(
      candidate.part.form.answers.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    let before = earlier?.answers.answered(in: questionnaire) ?? [:]
    var addresses = Set(found.keys).union(judgement.filled.answers.keys).union(before.keys)
    addresses.formUnion(judgement.reasons.compactMap(\.address))
    addresses.formUnion(candidate.ruling.questions.keys)
    return Examination(
      mechanism: judgement.mechanism, signs: judgement.identity.signs.map(\.description),
      reasons: judgement.reasons.filter { $0.address == nil },
      lines: questionnaire.inFormOrder(addresses).map { address in
        Examination.Line(
          address: address, found: found[address], taken: judgement.filled.answers[address]?.cell ?? "",
          earlier: before[address]?.cell, decision: candidate.ruling.questions[address],
          reasons: judgement.reasons.filter { $0.address == address })
      },
      unplaced: candidate.part.form.unplaced, earlier: earlier, faults: judgement.faults)
  }
}

extension Response.Answers {
  /// The answers, by question.
  fileprivate func answered(
    in questionnaire: Questionnaire, group: Group.Name? = nil, repeats: [Address.Repeat] = []
  ) -> [Address: Answer] {
    var found: [Address: Answer] = [:]
    for question in questionnaire.columns(of: group) where question.isAsked {
      if let answer = self[question.name].answer { found[Address(question.name, in: repeats)] = answer }
    }
    for inner in questionnaire.repeatGroups(directlyIn: group) {
      for (index, each) in (self.repeats[inner.name] ?? []).enumerated() {
        let step = Address.Repeat(group: inner.name, number: index + 1)
        found.merge(each.answered(in: questionnaire, group: inner.name, repeats: repeats + [step])) {
          first, _ in first
        }
      }
    }
    return found
  }
}
