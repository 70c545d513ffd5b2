internal import Calendar
internal import Expressions

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
  let mode: FormSession.Mode
  let standings = Memory<Address, Outline.Standing>()
  let groupStandings = Memory<RepeatPath, Outline.Standing>()
  let knowledge = Memory<Address, Bool>()
  private let values = Memory<Address, Answer?>()
  private let calculated = Memory<Address, Value>()
  private let counts = Memory<RepeatPath, Int>()

  init(
    questionnaire: Questionnaire, entries: [Address: Entry], repeatCounts: [RepeatPath: Int],
    startedAt: Instant, mode: FormSession.Mode
  ) {
    self.questionnaire = questionnaire
    self.entries = entries
    self.repeatCounts = repeatCounts
    self.startedAt = startedAt
    self.mode = mode
  }
}

// MARK: - Values

extension FormTree {
  /// The value of a question that the form works out; nothing for one that people answer.
  func workedOut(_ address: Address) -> Answer? {
    guard let question = questionnaire.question(address.question), let calculation = question.calculation
    else { return nil }
    return values.recall(address, meanwhile: nil) {
      question.answer(from: result(of: calculation, at: address), in: questionnaire.choices(of: question))
    }
  }

  /// What a calculation gives, in its own type.
  private func result(of calculation: Expression, at address: Address) -> Value {
    calculated.recall(address, meanwhile: .empty) {
      value(of: calculation, at: .question(address)) ?? .empty
    }
  }

  func value(of address: Address) -> Value {
    guard let place = questionnaire.ordinal(of: address.question) else { return .empty }
    let question = questionnaire.placed[place].question
    if let calculation = question.calculation {
      guard let answer = workedOut(address) else { return .empty }
      // Its cell is a text, but to other expressions 'false' is false, and a number has all its digits, as in JavaRosa.
      return question.kind == .calculate ? result(of: calculation, at: address) : answer.value
    }
    if let answer = entries[address]?.answer { return answer.value }
    guard case .metadata(let metadata) = question.kind else { return .empty }
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
      return counts.recall(path, meanwhile: 0) {
        let number = (try? expression.number(in: context(at: .group(path)))) ?? 0
        return number >= 1 ? Int(min(number, Double(RepeatPath.mostRepeats))) : 0
      }
    }
  }
}

// MARK: - Evaluation

extension FormTree {
  /// Whether an expression holds.
  ///
  /// - Parameters:
  ///   - expression: The expression.
  ///   - place: Where it stands.
  ///   - failing: What counts where it cannot be evaluated (a broken pattern made at run time, one value asked
  ///     of several repeats): that which hides nothing and blocks nothing.
  /// - Returns: The value of the expression as a boolean.
  func isTrue(_ expression: Expression, at place: FormNode.Place, failing: Bool = true) -> Bool {
    (try? expression.isTrue(in: context(at: place))) ?? failing
  }

  func value(of expression: Expression, at place: FormNode.Place) -> Value? {
    try? expression.value(in: context(at: place)).single()
  }

  func items(of list: ChoiceList) -> [any Node] { questionnaire.tables[list.instanceID]?.items ?? [] }

  func context(at place: FormNode.Place, item: (any Node)? = nil) -> EvaluationContext {
    let node = FormNode(tree: self, place: place)
    let tables = questionnaire.tables
    return EvaluationContext(
      node: item ?? node, origin: node,
      surroundings: Surroundings(
        now: DateTime(startedAt, offset: 0), formVersion: questionnaire.version,
        instance: { tables[$0]?.document }))
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
    case .text, .one, .several, .ranked, .acknowledged: .text(cell)
    }
  }
}
