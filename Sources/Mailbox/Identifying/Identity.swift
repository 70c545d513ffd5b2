public import Survey

/// Whose answers a form holds, by all that says so.
public struct Identity: Sendable, Hashable {
  /// What says whose answers they are.
  public enum Sign: Sendable, Hashable {
    /// The token of the blank that was filled.
    case token(Choice.Name)
    /// The answer to the question of the register.
    case answer(Choice.Name)
    /// A name of a mechanism: where it stands.
    case name(Choice.Name, place: String)
    /// The list of senders: all for whom the address may send.
    case sender(Set<Choice.Name>)

    /// The mechanisms that it allows.
    var mechanisms: Set<Choice.Name> {
      switch self {
      case .token(let name), .answer(let name), .name(let name, _): [name]
      case .sender(let names): names
      }
    }
  }

  /// The mechanism; nothing where nothing says it, or where what does disagrees.
  public let mechanism: Choice.Name?
  /// What says so.
  public let signs: [Sign]
  /// What the operator's server found of the sender.
  public let authentication: Authentication
  /// What a person must decide.
  public let reasons: [Reason]
}

/// What tells whose answers a form holds.
public struct Identifying: Sendable {
  /// The mechanisms.
  public let register: Register
  /// Who may send for whom.
  public let senders: SenderList
  /// The operator's own servers; their `Authentication-Results` are believed, and no others.
  public let servers: Set<String>

  /// Gathers what tells.
  ///
  /// - Parameters:
  ///   - register: The mechanisms.
  ///   - senders: Who may send for whom.
  ///   - servers: The names of the operator's own servers; none where their results are not to be asked for.
  public init(register: Register, senders: SenderList, servers: Set<String> = []) {
    self.register = register
    self.senders = senders
    self.servers = servers
  }

  /// Says whose answers a form holds.
  ///
  /// A token proves the form and not the sender: a sender who is not on the list always waits for a person.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - delivery: What it came with; the sender of the mail itself counts, not that of a mail inside it.
  ///   - chosen: The answer to the question of the register, where it has one.
  /// - Returns: The mechanism, or what speaks against one.
  public func identity(of form: MatchedForm, in delivery: Delivery, choosing chosen: Choice.Name?) -> Identity
  {
    // A table has no sender: the operator answers for it.
    let address = delivery.kind == .table ? nil : sender(of: delivery)
    let permission = address.map(senders.permission) ?? SenderList.Permission()
    var signs: [Identity.Sign] = []
    if let mechanism = form.given?.choice { signs.append(.token(mechanism)) }
    if let chosen { signs.append(.answer(chosen)) }
    if !permission.mechanisms.isEmpty, !permission.isForAll { signs.append(.sender(permission.mechanisms)) }
    signs += names(in: delivery, of: form)
    var reasons: [Reason] = []
    // A form without a register asks nobody who they are.
    let mechanism = register.question == nil ? nil : agreed(signs, of: delivery.kind, &reasons)
    let authentication = Authentication(
      delivery.envelope?.authentication ?? [], by: delivery.kind == .mail ? servers : [], from: address ?? "")
    if delivery.kind == .mail {
      reasons += standing(of: address, for: mechanism, permission, authentication, in: delivery)
    }
    return Identity(mechanism: mechanism, signs: signs, authentication: authentication, reasons: reasons)
  }

  /// The one address that a mail is from; nothing where it names none, or several.
  private func sender(of delivery: Delivery) -> String? {
    guard let from = delivery.envelope?.from, from.count == 1 else { return nil }
    return from[0].address
  }

  /// The mechanism that all signs allow.
  private func agreed(
    _ signs: [Identity.Sign], of kind: Delivery.Kind, _ reasons: inout [Reason]
  ) -> Choice.Name? {
    guard let first = signs.first?.mechanisms else {
      let missing =
        kind == .table ? "the row does not name a mechanism" : "no token, no answer, no name, no sender"
      reasons.append(Reason(.mechanismUnknown, "nothing says whose answers these are: \(missing)"))
      return nil
    }
    let common = signs.dropFirst().reduce(first) { $0.intersection($1.mechanisms) }
    if common.isEmpty {
      let said = signs.map(\.description).joined(separator: "; ")
      reasons.append(Reason(.mechanismDisagrees, "what says whose answers these are disagrees: \(said)"))
      return nil
    }
    guard common.count == 1 else {
      let names = common.map(\.text).sorted().joined(separator: ", ")
      reasons.append(Reason(.mechanismUnknown, "the sender may answer for several mechanisms: \(names)"))
      return nil
    }
    return common.first
  }

  /// The names of mechanisms that stand alone beside the answers.
  private func names(in delivery: Delivery, of form: MatchedForm) -> [Identity.Sign] {
    var places: [(text: String, place: String)] = []
    if let other = register.question.map({ Question.Name("\($0)_other") }),
      let answer = form.answers.first(where: { $0.address == Address(other) })
    {
      places.append((answer.cell, "the answer to \(other)"))
    }
    for from in delivery.envelope?.from ?? [] { places.append((from.name, "the sender's name")) }
    return places.compactMap { text, place in
      register.mechanism(named: text).map { .name($0, place: place) }
    }
  }

  private func standing(
    of address: String?, for mechanism: Choice.Name?, _ permission: SenderList.Permission,
    _ authentication: Authentication, in delivery: Delivery
  ) -> [Reason] {
    guard let address else {
      let count = delivery.envelope?.from.count ?? 0
      return [
        Reason(.senderNotListed, "found \(count) addresses in From, expected one on the list of senders")
      ]
    }
    var reasons: [Reason] = []
    if permission.isNone {
      reasons.append(Reason(.senderNotListed, "'\(address)' is not on the list of senders"))
    } else if let mechanism, !permission.covers(mechanism) {
      reasons.append(
        Reason(.senderNotListed, "'\(address)' is not on the list of senders for '\(mechanism)'"))
    }
    switch authentication {
    case .notAsked, .passed: break
    case .missing(let server):
      reasons.append(Reason(.senderNotAuthenticated, "no result of \(server) says who sent it"))
    case .failed(let said):
      reasons.append(
        Reason(.senderNotAuthenticated, "the domain of '\(address)' does not answer for it: found \(said)"))
    }
    return reasons
  }
}

extension Identity.Sign: CustomStringConvertible {
  /// What says so, in English: `the token says prague`.
  public var description: String {
    switch self {
    case .token(let name): "the token says \(name)"
    case .answer(let name): "the answer says \(name)"
    case .name(let name, let place): "\(place) says \(name)"
    case .sender(let names):
      "the list of senders says \(names.map(\.text).sorted().joined(separator: " or "))"
    }
  }
}
