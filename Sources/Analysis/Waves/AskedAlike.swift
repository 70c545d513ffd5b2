internal import Calendar
internal import Expressions
internal import Survey

/// Whether a question was asked of the same units in all waves, as far as the forms tell.
///
/// A form asks a question where its `relevant` and those of the groups around it hold. All answers to the questions
/// that these name are tried, under the names that the waves share: where a filter lets a unit in, either all forms
/// must ask it or none.
struct AskedAlike {
  /// What comes of it.
  enum Verdict: Equatable {
    case alike
    /// Answers of a unit that some forms ask and others do not.
    case differs(answers: String, asking: [Questionnaire.ID], silent: [Questionnaire.ID])
    /// Conditions that depend on more than choices, and are not written alike.
    case cannotBeTold([String])
  }

  private let map: WaveMap
  private let filter: Expression?
  /// The forms that have the question, each with its conditions.
  private let askings: [Asking]

  private struct Asking {
    let wave: WaveMap.Wave
    let form: Questionnaire
    let conditions: [Expression]
  }

  /// What a unit can answer to a question: `own` is its name where the question is of one wave alone.
  fileprivate struct Variable {
    let shared: Question.Name
    let wave: String?
    let values: [String]
  }

  /// So many ways to answer are tried; beyond, nothing is said.
  private static let mostTrials = 1 << 15
  /// A question with several choices is tried where it has no more than these.
  private static let mostChoices = 8

  init(_ question: Question.Name, in map: WaveMap, filter: Expression?) {
    self.map = map
    self.filter = filter
    askings = map.waves.flatMap { wave in
      wave.forms.compactMap { form in
        guard let placed = form.placed(map.own(question, in: wave)) else { return nil }
        let groups = placed.groups.compactMap { form.group($0)?.relevant }
        return Asking(
          wave: wave, form: form,
          conditions: groups + [placed.question.relevant].compactMap(\.self))
      }
    }
  }

  var verdict: Verdict {
    if askings.allSatisfy(\.conditions.isEmpty) { return .alike }
    let written = Set(askings.map { $0.conditions.map(\.source) })
    if written.count == 1, !isAnyRenamed { return .alike }
    guard let variables, let verdict = trial(variables) else {
      return .cannotBeTold(askings.flatMap(\.conditions).map(\.source).uniqued)
    }
    return verdict
  }

  private var references: [(name: Question.Name, wave: WaveMap.Wave)] {
    askings.flatMap { asking in
      asking.conditions.flatMap(\.references).map { (Question.Name($0), asking.wave) }
    }
  }

  /// Whether the waves may mean different things by what the conditions name.
  private var isAnyRenamed: Bool {
    references.contains { name, wave in
      guard shared(name, in: wave) == name else { return true }
      return wave.questions[name]?.choices.contains { $0.key != $0.value.target } ?? false
    }
  }

  /// The shared name of a wave's question; nothing where other waves do not have it.
  private func shared(_ own: Question.Name, in wave: WaveMap.Wave) -> Question.Name? {
    if let mapped = wave.questions.first(where: { $0.value.own == own }) { return mapped.key }
    let kinds = map.waves.map { wave in
      wave.questions[own] == nil ? Forms(wave.forms).question(own)?.kind.word : nil
    }
    return kinds.allSatisfy { $0 != nil && $0 == kinds[0] } ? own : nil
  }

  /// All questions on which it depends; nothing where one of them has answers without end.
  private var variables: [Variable]? {
    var variables: [Variable] = []
    func add(_ shared: Question.Name, _ own: Question.Name, in wave: WaveMap.Wave, isPrivate: Bool) -> Bool {
      let name = isPrivate ? wave.name : nil
      if variables.contains(where: { $0.shared == shared && $0.wave == name }) { return true }
      let choices =
        isPrivate
        ? Forms(wave.forms).choices(of: own).map(\.name.text) : map.targets(of: shared).map(\.name.text)
      switch Forms(wave.forms).question(own)?.kind {
      case .selectOne: variables.append(Variable(shared: shared, wave: name, values: [""] + choices))
      case .selectMultiple where choices.count <= Self.mostChoices:
        variables.append(Variable(shared: shared, wave: name, values: choices.subsets))
      default: return false
      }
      return true
    }
    for (own, wave) in references {
      let shared = shared(own, in: wave)
      guard add(shared ?? own, own, in: wave, isPrivate: shared == nil) else { return nil }
    }
    for name in filter?.references.map({ Question.Name($0) }) ?? [] {
      guard let wave = map.waves.first, add(name, map.own(name, in: wave), in: wave, isPrivate: false) else {
        return nil
      }
    }
    let conditions = askings.flatMap(\.conditions) + [filter].compactMap(\.self)
    let isFixed = conditions.allSatisfy { condition in
      !["now(", "today(", "random(", "uuid(", "/"].contains { condition.source.contains($0) }
    }
    let trials = variables.reduce(1) { min($0 * $1.values.count, Self.mostTrials + 1) }
    return isFixed && trials <= Self.mostTrials ? variables : nil
  }

  /// Tries all answers; nothing where a condition cannot be worked out.
  private func trial(_ variables: [Variable]) -> Verdict? {
    let shared = variables.filter { $0.wave == nil }
    for answers in shared.assignments {
      if let filter {
        let values = answers.mapValues { Value.text($0) }
        guard let isIn = try? filter.holds(of: values, in: Forms(map.forms), now: Self.anyTime) else {
          return nil
        }
        if !isIn { continue }
      }
      var asking: [Questionnaire.ID] = []
      var silent: [Questionnaire.ID] = []
      for one in askings {
        let others = variables.filter { $0.wave == one.wave.name }
        for more in others.assignments {
          for values in ownValues(answers, in: one.wave) {
            let all = values.merging(more) { first, _ in first }.mapValues { Value.text($0) }
            guard let isAsked = isAsked(one, all) else { return nil }
            if isAsked { asking.append(one.form.id) } else { silent.append(one.form.id) }
          }
        }
      }
      if !asking.isEmpty, !silent.isEmpty {
        return .differs(
          answers: describe(answers, shared), asking: asking.uniqued, silent: silent.uniqued)
      }
    }
    return .alike
  }

  private static let anyTime = Instant(secondsSinceEpoch: 0)

  private func isAsked(_ asking: Asking, _ values: [String: Value]) -> Bool? {
    for condition in asking.conditions {
      guard let holds = try? condition.holds(of: values, in: Forms([asking.form]), now: Self.anyTime) else {
        return nil
      }
      if !holds { return false }
    }
    return true
  }

  /// The answers of a wave that count as some shared ones: none where it did not offer one of them, several where it
  /// told apart what others do not.
  private func ownValues(_ answers: [String: String], in wave: WaveMap.Wave) -> [[String: String]] {
    var all: [[String: String]] = [[:]]
    for (name, value) in answers.sorted(by: { $0.key < $1.key }) {
      let name = Question.Name(name)
      let own = map.own(name, in: wave).text
      var cells = [""]
      for target in value.split(separator: " ") {
        let sources = map.choices(of: name, in: wave).filter { $0.target.text == target }
        cells = cells.flatMap { cell in
          sources.map { cell.isEmpty ? $0.choice.name.text : cell + " " + $0.choice.name.text }
        }
      }
      all = all.flatMap { known in cells.map { known.merging([own: $0]) { _, new in new } } }
    }
    return all
  }

  /// `position is 'no'`.
  private func describe(_ answers: [String: String], _ variables: [Variable]) -> String {
    variables.map { variable in
      let value = answers[variable.shared.text] ?? ""
      return value.isEmpty ? "'\(variable.shared)' is empty" : "'\(variable.shared)' is '\(value)'"
    }.joined(separator: " and ")
  }
}

extension [AskedAlike.Variable] {
  /// Every way to answer all of them.
  fileprivate var assignments: [[String: String]] {
    reduce(into: [[:]]) { all, variable in
      all = all.flatMap { known in
        variable.values.map { known.merging([variable.shared.text: $0]) { _, new in new } }
      }
    }
  }
}

extension [String] {
  /// Every choice of some of them, as a cell has it.
  fileprivate var subsets: [String] {
    reduce([""]) { all, choice in all + all.map { $0.isEmpty ? choice : $0 + " " + choice } }
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of the first.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
