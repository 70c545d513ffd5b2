internal import Calendar
internal import Expressions
internal import Synchronization

/// A form's answers as expressions see them: what is relevant, and its values.
///
/// What an expression asks for is worked out when it is asked for, and remembered; so one expression may
/// lean on others in any order. A class, because all nodes of one form share what is remembered; the answers
/// themselves never change, a new state of the form is a new tree.
final class FormTree: Sendable {
  let questionnaire: Questionnaire
  let entries: [Address: Entry]
  let repeatCounts: [RepeatPath: Int]
  let startedAt: Instant
  private let tables: [String: ItemTable]
  private let memo = Mutex(Memo())

  /// A repeat group has no more repeats than this, whatever its `repeat_count` says.
  static let mostRepeats = 10_000

  private struct Memo {
    var relevance: [Key: Bool] = [:]
    var values: [Address: String] = [:]
    var counts: [RepeatPath: Int] = [:]
  }

  private enum Key: Hashable {
    case question(Address)
    case group(RepeatPath)
  }

  init(
    questionnaire: Questionnaire, tables: [String: ItemTable], entries: [Address: Entry],
    repeatCounts: [RepeatPath: Int], startedAt: Instant
  ) {
    self.questionnaire = questionnaire
    self.tables = tables
    self.entries = entries
    self.repeatCounts = repeatCounts
    self.startedAt = startedAt
  }

  // MARK: - Relevance

  /// Whether a question is relevant: it and every group around it.
  func isRelevant(_ address: Address) -> Bool { firstFalse(before: address) == nil }

  /// Whether a group is relevant, and every group around it.
  func isRelevant(_ path: RepeatPath) -> Bool {
    guard let group = questionnaire.group(path.group) else { return false }
    let outer = questionnaire.groupsAround(path.group)
    return (outer + [group.name]).allSatisfy { holds(group: $0, in: path.repeats) }
  }

  /// The expression that hides a question: the outermost that is false; nothing where it is relevant.
  func firstFalse(before address: Address) -> Expression? {
    guard let placed = questionnaire.placed(address.question) else { return nil }
    for name in placed.groups where !holds(group: name, in: address.repeats) {
      return questionnaire.group(name)?.relevant
    }
    guard let relevant = placed.question.relevant else { return nil }
    let holds = remembered(\.relevance, .question(address), meanwhile: true) {
      isTrue(relevant, at: .question(address))
    }
    return holds ? nil : relevant
  }

  private func holds(group name: Group.Name, in repeats: [Address.Repeat]) -> Bool {
    guard let relevant = questionnaire.group(name)?.relevant else { return true }
    let depth = questionnaire.repeatsAround(name).count
    let path = RepeatPath(name, in: Array(repeats.prefix(depth)))
    return remembered(\.relevance, .group(path), meanwhile: true) { isTrue(relevant, at: .group(path)) }
  }

  // MARK: - Values

  /// The value of a question that the form works out; nothing for one that people answer.
  func workedOut(_ address: Address) -> String? {
    guard let question = questionnaire.question(address.question), let calculation = question.calculation
    else { return nil }
    return remembered(\.values, address, meanwhile: "") { text(of: calculation, at: .question(address)) }
  }

  func value(of address: Address) -> Value {
    if let text = workedOut(address) { return .text(text) }
    if let answer = entries[address]?.answer { return answer.value }
    guard case .metadata(let metadata) = questionnaire.question(address.question)?.kind else { return .empty }
    return switch metadata {
    case .start: .dateTime(DateTime(startedAt, offset: 0))
    case .today: .dateTime(DateTime(date: startedAt.date))
    default: .empty
    }
  }

  /// How often a repeat group is repeated where it stands.
  func count(of path: RepeatPath) -> Int {
    guard let group = questionnaire.group(path.group) else { return 0 }
    switch group.repetition {
    case .once: return 1
    case .free: return repeatCounts[path] ?? 0
    case .counted(let expression):
      return remembered(\.counts, path, meanwhile: 0) {
        let number = (try? expression.number(in: context(at: .group(path)))) ?? 0
        return number >= 1 ? Int(min(number, Double(Self.mostRepeats))) : 0
      }
    }
  }

  // MARK: - Evaluation

  func isTrue(_ expression: Expression, at place: FormNode.Place) -> Bool {
    // What cannot be evaluated (a broken pattern made at run time) hides nothing and breaks nothing.
    (try? expression.isTrue(in: context(at: place))) ?? true
  }

  func text(of expression: Expression, at place: FormNode.Place) -> String {
    (try? expression.text(in: context(at: place))) ?? ""
  }

  func items(of list: ChoiceList) -> [any Node] { tables[list.instanceID]?.items ?? [] }

  func context(at place: FormNode.Place, item: (any Node)? = nil) -> EvaluationContext {
    let node = FormNode(tree: self, place: place)
    let tables = tables
    return EvaluationContext(
      node: item ?? node, origin: node,
      surroundings: Surroundings(now: DateTime(startedAt, offset: 0), instance: { tables[$0]?.document }))
  }

  /// Gives what is remembered, or works it out.
  ///
  /// A circle meets `meanwhile`; the form's check has refused it.
  private func remembered<Key: Hashable, Value: Sendable>(
    _ kept: any WritableKeyPath<Memo, [Key: Value]> & Sendable, _ key: Key, meanwhile: Value,
    _ work: () -> Value
  ) -> Value where Key: Sendable {
    if let value = memo.withLock({ $0[keyPath: kept][key] }) { return value }
    memo.withLock { $0[keyPath: kept][key] = meanwhile }
    let value = work()
    memo.withLock { $0[keyPath: kept][key] = value }
    return value
  }
}

extension Answer {
  /// The answer as expressions see it.
  var value: Value {
    switch self {
    case .integer(let number): .number(Double(number))
    case .decimal(let number): Double(number.description).map(Value.number) ?? .text(number.description)
    case .date(let date): .dateTime(DateTime(date: date))
    case .dateTime(let time): .dateTime(DateTime(time.instant, offset: 0))
    case .time(let time): .time(time)
    case .text, .one, .several, .acknowledged: .text(cell)
    }
  }
}
