internal import Calendar
internal import Expressions
internal import Survey

/// Decides which units a figure counts, or of which units and repeats a condition of a form holds.
///
/// Each distinct combination of a unit's answers is worked out once.
struct UnitFilter {
  /// Whether a unit is counted.
  enum Membership {
    case counted
    case left
    /// What the filter asks is unknown of the unit, and it depends on it.
    case undetermined
    case failed(EvaluationError)
  }

  private let expression: Expression
  /// The names by which it asks for answers, with the places of their domains.
  private let domains: [(name: String, domain: Int)]
  private let figure: PlannedFigure
  private let data: Dataset
  private let now: Instant
  private var memo: [[UInt64]: Membership] = [:]

  private static let mostRemembered = 1 << 14
  /// So many ways to fill in unknown answers are tried; beyond, a unit is undetermined.
  private static let mostTrials = 4096

  init(_ expression: Expression, of figure: PlannedFigure, data: Dataset, now: Instant) {
    self.expression = expression
    self.figure = figure
    self.data = data
    self.now = now
    domains = expression.references.compactMap { name in
      data.domain(figure.harmony.own(Question.Name(name)), of: figure.forms).map { (name, $0) }
    }
  }

  /// The places of the domains that it asks for.
  var places: [Int] { domains.map(\.domain) }

  mutating func membership(of unit: Int, in view: UnitView) -> Membership {
    var key: [UInt64] = []
    for (_, domain) in domains { append(unit, domain, view, to: &key) }
    if let known = memo[key] { return known }
    let membership = self.membership(of: UnitAnswers(unit: unit, view: view))
    if memo.count < Self.mostRemembered { memo[key] = membership }
    return membership
  }

  private func append(_ unit: Int, _ domain: Int, _ view: UnitView, to key: inout [UInt64]) {
    let (code, source) = view.cell(unit, domain)
    key.append(UInt64(code.raw))
    guard code.isAnswer, let source, let row = view.units.row(unit, source) else { return }
    let file = view.data.files[view.units.sources[source]]
    switch view.data.domains[domain].keeping {
    case .one, .presence: break
    case .text: key.append(UInt64(file.columns[domain]?.texts[row] ?? 0))
    case .several(let words):
      let places = file.places(row, domain, words: words)
      key.append(UInt64(places.count))
      key += places.map { UInt64($0) }
    }
  }

  /// The same of any answers; nothing is remembered of them.
  func membership(of answers: some AnswersAtHand) -> Membership {
    var values: [String: Value] = [:]
    var unknown: [(name: String, values: [Value])] = []
    for (name, domain) in domains {
      let code = answers.code(domain)
      if code == .unknown {
        unknown.append((name, possible(data.domains[domain])))
      } else if code.isAnswer {
        values[name] = value(domain, of: answers)
      }
    }
    let trials = unknown.reduce(1) { min($0 * $1.values.count, Self.mostTrials + 1) }
    guard trials > 0, trials <= Self.mostTrials else { return .undetermined }
    return trial(values, unknown[...])
  }

  /// What every way to fill in the unknown answers agrees on.
  private func trial(
    _ values: [String: Value], _ unknown: ArraySlice<(name: String, values: [Value])>
  ) -> Membership {
    guard let first = unknown.first else { return evaluate(values) }
    var agreed: Bool?
    for value in first.values {
      var filled = values
      filled[first.name] = value
      let isCounted: Bool
      switch trial(filled, unknown.dropFirst()) {
      case .counted: isCounted = true
      case .left: isCounted = false
      case .undetermined, .failed: return .undetermined
      }
      if agreed != nil && agreed != isCounted { return .undetermined }
      agreed = isCounted
    }
    return agreed == true ? .counted : .left
  }

  /// What an unknown answer could be; nothing where there is no end of it.
  private func possible(_ domain: Domain) -> [Value] {
    guard case .one = domain.keeping else { return [] }
    let choices = figure.forms.choices(of: domain.question.name).map { shared($0.name.text, domain) }
    return choices.uniqued.map { Value.text($0) } + [.empty]
  }

  private func evaluate(_ values: [String: Value]) -> Membership {
    do { return try expression.holds(of: values, in: figure.forms, now: now) ? .counted : .left } catch {
      return .failed(error)
    }
  }

  private func shared(_ choice: String, _ domain: Domain) -> String {
    figure.harmony.shared(choice, of: domain.question.name)
  }

  private func value(_ place: Int, of answers: some AnswersAtHand) -> Value {
    let domain = data.domains[place]
    switch domain.keeping {
    case .one, .several:
      let names = answers.places(place).map { shared(domain.name(at: $0), domain) }
      return .text(names.uniqued.joined(separator: " "))
    case .presence, .text:
      let text = answers.text(place) ?? ""
      switch domain.question.kind {
      case .integer, .decimal: return Double(text.trimmed).map { .number($0) } ?? .text(text)
      case .date, .dateTime: return DateTime(text.trimmed, offset: 0).map { .dateTime($0) } ?? .text(text)
      case .time: return TimeOfDay(text.trimmed).map { .time($0) } ?? .text(text)
      default: return .text(text)
      }
    }
  }
}

extension ItemTable {
  /// A list as expressions look at it.
  init(_ list: ChoiceList) {
    let attributes = Set(list.choices.flatMap(\.attributes.keys)).subtracting(["name", "label"]).sorted()
    self.init(
      name: list.instanceID, columns: ["name", "label"] + attributes,
      rows: list.choices.map { choice in
        [choice.name.text, ""] + attributes.map { choice.attributes[$0] ?? "" }
      })
  }
}
