public import Survey

/// What is wrong with a figure that compares waves, or with their map.
public indirect enum WaveReason: Sendable, Hashable {
  // Of waves.
  case noSuchMap(found: String)
  case wavesNotPossible(statistic: Statistic)
  case wavesNotDivided
  case wavesAreBars(Chart)
  case sourcesOfWaves(found: [Questionnaire.ID], expected: [Questionnaire.ID])
  case notInMap(String, suggestion: String?, map: String)
  case inMap(PlanProblem)
  case ofWave(String, PlanProblem.Reason)
  case unitsOfWaves(Question.Name, wave: String, first: String)
  case noRegister(wave: String)
  case askedDifferently(
    Question.Name, base: Base, answers: String, asking: [Questionnaire.ID], silent: [Questionnaire.ID])
  case askedPerhapsDifferently(Question.Name, base: Base, conditions: [String])
  // Of a map of waves.
  case noSuchMapColumn(found: String, suggestion: String?)
  case oneWaveOnly
  case formOfTwoWaves(Questionnaire.ID, first: String)
  case noChoices(Question.Name, String)
  case noSuchChoice(found: String, of: Question.Name, suggestion: String?)
  case mappedTwice(String, target: Choice.Name, line: Int)
  case twoQuestions(Question.Name, first: Question.Name, line: Int)
  case notInWave(Question.Name, wave: String)
  case kindsOfWaves(Question.Name, kind: String, wave: String, other: String, first: String)
  case noCounterpart(
    choice: Choice.Name, of: Question.Name, wave: String, other: String, target: Choice.Name,
    suggestion: String?)
  case offeredAfterAll(Choice.Name, choice: Choice.Name)
  case offeredNowhere(Choice.Name)
}

extension WaveReason: CustomStringConvertible {
  /// What was found, what was expected and what to do, without the place.
  public var description: String {
    switch self {
    case .noSuchMap(let found):
      "there is no file '\(found)' beside the plan; write the name of a map of waves, such as waves.csv"
    case .wavesNotPossible(let statistic):
      "'\(statistic.rawValue)' cannot be compared across waves; count with count, count_multiple or any"
    case .wavesNotDivided:
      "waves divide the rows already; leave the cell empty, or make a figure of each wave"
    case .wavesAreBars(let chart): "waves are drawn as bars, not as \(chart.rawValue); write bars"
    case .sourcesOfWaves(let found, let expected):
      "the sources are \(Self.list(found)), but the map has \(Self.list(expected)); write those, "
        + "or leave the cell empty"
    case .notInMap(let name, let suggestion, let map):
      "'\(name)' has no line in \(map), and the waves do not ask it alike"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "; map it there in each wave")
    case .inMap(let problem): problem.description
    case .ofWave(let wave, let reason): "wave \(wave): \(reason)"
    case .unitsOfWaves(let name, let wave, let first):
      "'\(name)' names other units in wave \(wave) than in wave \(first): no unit is on both lists; "
        + "name a question by which both waves know the same units"
    case .noRegister(let wave):
      "wave \(wave) has no register that can be counted; use distinct, asked or answered"
    case .askedDifferently(let name, let base, let answers, let asking, let silent):
      "'\(base.rawValue)' cannot be compared for '\(name)': where \(answers), \(Self.list(asking)) asks it and "
        + "\(Self.list(silent)) does not; use distinct, or a filter that lets in only whom all waves asked"
    case .askedPerhapsDifferently(let name, let base, let conditions):
      "'\(base.rawValue)' cannot be compared for '\(name)': whether the waves asked the same units hangs on "
        + "\(conditions.map { "\"\($0)\"" }.joined(separator: ", ")), which not only depends on choices; "
        + "use distinct"
    case .noSuchMapColumn(let found, let suggestion):
      "'\(found)' is no column of a map of waves"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "; take it out")
    case .oneWaveOnly: "there are fewer than two waves; write lines for each wave that is compared"
    case .formOfTwoWaves(let form, let first):
      "\(form) is of wave \(first) already; write another form, or the same wave"
    case .noChoices(let name, let kind):
      "'\(name)' is a \(kind) and has no choices; leave both cells of choices empty"
    case .noSuchChoice(let found, let name, let suggestion):
      "'\(found)' is no choice of '\(name)'"
        + (suggestion.map { "; did you mean '\($0)'?" }
          ?? "; write the name of one, as its choices sheet has it")
    case .mappedTwice(let choice, let target, let line):
      "'\(choice)' counts as '\(target)' on line \(line) already; take one of the lines out"
    case .twoQuestions(let name, let first, let line):
      "'\(name)' is '\(first)' on line \(line) already; one question of a wave can count as it"
    case .notInWave(let name, let wave):
      "'\(name)' has no line in wave \(wave); add one, or map it in another file without that wave"
    case .kindsOfWaves(let name, let kind, let wave, let other, let first):
      "'\(name)' is a \(kind) in wave \(wave), but a \(other) in wave \(first); "
        + "answers of different kinds cannot be compared"
    case .noCounterpart(let choice, let name, let wave, let other, let target, let suggestion):
      "'\(choice)' of '\(name)' in wave \(wave) counts as '\(target)', which wave \(other) does not have; "
        + (suggestion.map { "map its '\($0)' to '\(target)', " } ?? "map a choice of it to '\(target)', ")
        + "or write a line for wave \(other) with '\(target)' and no choice, to say that it did not offer it"
    case .offeredAfterAll(let target, let choice):
      "'\(choice)' of this wave counts as '\(target)'; take this line out, or map the choice to another"
    case .offeredNowhere(let target): "no wave has a choice that counts as '\(target)'; take the line out"
    }
  }

  private static func list(_ forms: [Questionnaire.ID]) -> String {
    forms.map(\.text).joined(separator: ", ")
  }
}
