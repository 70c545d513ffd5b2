internal import Calendar
public import Survey

/// What is known before anything is decided: the ledger, the decisions of people, the responses that count.
public struct Books: Sendable {
  /// The ledger.
  public var ledger: Ledger
  /// What people decided.
  public var decisions: Decisions
  private var byID: [Response.ID: Response] = [:]
  private var latest: [Respondent: Response.ID] = [:]
  private var corrections: [Response.ID: Response.ID] = [:]
  private let register: Register

  /// Opens the books.
  ///
  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - decisions: What people decided.
  ///   - responses: All responses, in the order of the file.
  ///   - register: The mechanisms.
  public init(
    ledger: Ledger = Ledger(), decisions: Decisions = Decisions(), responses: [Response] = [],
    register: Register
  ) {
    self.ledger = ledger
    self.decisions = decisions
    self.register = register
    for response in responses { enter(response) }
  }

  /// Who answers: a mechanism of the register, or a name that is not in it.
  struct Respondent: Hashable {
    let mechanism: Choice.Name
    let otherName: String
  }

  /// The response of an id.
  public subscript(id: Response.ID) -> Response? { byID[id] }

  /// The response that counts of those who gave this one, besides itself.
  ///
  /// - Returns: The newest that nothing corrects; nothing where they have not answered.
  func current(of response: Response) -> Response? {
    respondent(of: response).flatMap { latest[$0] }.flatMap { byID[$0] }
  }

  /// The response that counts of a mechanism of the register.
  func current(of mechanism: Choice.Name) -> Response? {
    latest[Respondent(mechanism: mechanism, otherName: "")].flatMap { byID[$0] }
  }

  /// Whether a response counts: of those who gave it, or, where nobody knows who they are, of those that correct it.
  func counts(_ response: Response) -> Bool {
    respondent(of: response) == nil
      ? corrections[response.id] == nil : current(of: response)?.id == response.id
  }

  /// The last of the responses that correct one another, from a response on.
  func lastCorrection(of response: Response) -> Response {
    var (last, seen) = (response, Set([response.id]))
    while let next = corrections[last.id].flatMap({ byID[$0] }), seen.insert(next.id).inserted { last = next }
    return last
  }

  /// Takes note of a response that is stored, or about to be.
  mutating func enter(_ response: Response) {
    byID[response.id] = response
    if let corrected = response.supersedes { corrections[corrected] = response.id }
    guard let who = respondent(of: response) else { return }
    guard let other = latest[who].flatMap({ byID[$0] }) else {
      latest[who] = response.id
      return
    }
    // Of two that do not correct each other the newest counts, as in a tally.
    let isNewer =
      (response.submittedAt?.secondsSinceEpoch ?? .min) >= (other.submittedAt?.secondsSinceEpoch ?? .min)
    if response.supersedes == other.id || (other.supersedes != response.id && isNewer) {
      latest[who] = response.id
    }
  }

  private func respondent(of response: Response) -> Respondent? {
    guard let question = register.question, let mechanism = response[question].answer?.choices.first else {
      return nil
    }
    if mechanism != Register.other { return Respondent(mechanism: mechanism, otherName: "") }
    let name = response[Question.Name("\(question)_other")].answer?.cell ?? ""
    return Respondent(mechanism: mechanism, otherName: name.nameKey)
  }
}
