public import CSV
internal import Expressions
public import Survey

/// Which questions and choices of several waves of a survey are the same: a file beside the plan, a line for each.
///
/// - `wave`: the name of the wave; waves stand in the order of their first lines
/// - `form`: a form of the wave; the first of a wave has precedence
/// - `question`, `choice`: what the form calls them
/// - `harmonised_question`, `harmonised_choice`: what all waves call them
/// - `label`, `label::…`: what people read for it; where there is none, the words of the first wave that has it
/// - `note`: for whoever reads the map
///
/// A line without choices maps a question; each question needs one in each wave. A choice needs none where all waves
/// call it alike. A line with `harmonised_choice` and no `choice` says that the wave did not offer it.
public struct WaveMap: Sendable {
  /// The name that the plan gives the file.
  public let name: String
  /// Everything that is wrong, in the order of the file.
  public let problems: [PlanProblem]
  let file: String
  let waves: [Wave]
  /// What people read, where the map says it, by shared names.
  let questionLabels: [Question.Name: LocalizedText]
  let choiceLabels: [Question.Name: [Choice.Name: LocalizedText]]

  /// One asking of the survey.
  struct Wave: Sendable {
    let name: String
    /// In the order of precedence.
    var forms: [Questionnaire] = []
    /// By the shared names of the questions.
    var questions: [Question.Name: Mapping] = [:]
  }

  /// What a question of all waves is in one of them.
  struct Mapping: Sendable {
    let own: Question.Name
    /// Where the map says so.
    let line: Int
    /// What choices that are called otherwise count as, with the line that says so.
    var choices: [Choice.Name: (target: Choice.Name, line: Int)] = [:]
    /// What the wave did not offer.
    var missing: [Choice.Name: Int] = [:]
  }

  /// Reads a map and checks it against the forms that it names.
  ///
  /// - Parameters:
  ///   - reader: The file, before its header.
  ///   - name: The name that the plan gives the file.
  ///   - file: What messages call the file.
  ///   - language: The language of labels that say none beside others.
  ///   - form: Finds a questionnaire by its id, or gives nothing where there is none.
  public init(
    _ reader: consuming CSVReader, name: String, file: String, language: Language = .unnamed,
    form: (Questionnaire.ID) -> Questionnaire?
  ) {
    self.name = name
    self.file = file
    do {
      var map = WaveMapReader(table: try CSVTable(reader), file: file, language: language)
      map.read(form: form)
      problems = map.problems
      waves = map.waves
      questionLabels = map.questionLabels
      choiceLabels = map.choiceLabels
    } catch {
      problems = [PlanProblem(.file(file), .unreadable(error))]
      (waves, questionLabels, choiceLabels) = ([], [:], [:])
    }
  }
}

extension WaveMap {
  /// The forms of all waves, each once, wave by wave.
  var forms: [Questionnaire] { waves.flatMap(\.forms) }

  /// The shared names of all questions, in alphabetical order.
  var questionNames: [String] { Set(waves.flatMap(\.questions.keys)).map(\.text).sorted() }

  /// The name of a question in a wave; the shared one where the map does not have it.
  func own(_ name: Question.Name, in wave: Wave) -> Question.Name { wave.questions[name]?.own ?? name }

  /// The choices of a question in a wave, with what they count as.
  func choices(of name: Question.Name, in wave: Wave) -> [(choice: Choice, target: Choice.Name)] {
    Forms(wave.forms).choices(of: own(name, in: wave)).map { choice in
      (choice, wave.questions[name]?.choices[choice.name]?.target ?? choice.name)
    }
  }

  /// The choices of a question in all waves under their shared names: those of the first wave, then what others add.
  func targets(of name: Question.Name) -> [Choice] {
    var seen: Set<Choice.Name> = []
    return waves.flatMap { choices(of: name, in: $0) }.filter { seen.insert($0.target).inserted }.map {
      choice, target in
      Choice(
        name: target, label: choiceLabels[name]?[target] ?? choice.label, attributes: choice.attributes)
    }
  }

  /// The names of a wave, for the questions of a figure.
  func harmony(of names: [Question.Name], in wave: Wave) -> Harmony {
    var harmony = Harmony()
    for name in names {
      let own = own(name, in: wave)
      harmony.questions[name] = own
      let choices = choices(of: name, in: wave)
      if choices.isEmpty { continue }
      harmony.targets[own] = targets(of: name)
      harmony.choices[own] = Dictionary(
        choices.map { ($0.choice.name, $0.target) }, uniquingKeysWith: { first, _ in first })
      harmony.missing[own] = wave.questions[name].map { Set($0.missing.keys) }
    }
    return harmony
  }

  /// The choices of a question that a wave has and another neither has nor declares, with a name that could be meant.
  func withoutCounterpart(_ name: Question.Name) -> [PlanProblem] {
    var problems: [PlanProblem] = []
    for wave in waves {
      for (choice, target) in choices(of: name, in: wave) {
        for other in waves where other.name != wave.name {
          let there = choices(of: name, in: other)
          let isDeclared = other.questions[name]?.missing[target] != nil
          if isDeclared || there.contains(where: { $0.target == target }) { continue }
          let line = wave.questions[name]?.choices[choice.name]?.line ?? wave.questions[name]?.line
          let suggestion = nearest(to: target.text, among: there.map(\.choice.name.text))
          problems.append(
            PlanProblem(
              line.map { .cell(file: file, line: $0, column: "harmonised_choice") } ?? .file(file),
              .waves(
                .noCounterpart(
                  choice: choice.name, of: own(name, in: wave), wave: wave.name, other: other.name,
                  target: target, suggestion: suggestion))))
        }
      }
    }
    return problems
  }
}
