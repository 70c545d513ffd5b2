internal import CSV
internal import Expressions
internal import Survey

/// Reads the lines of a map of waves, and remembers what is wrong with them.
struct WaveMapReader {
  private(set) var waves: [WaveMap.Wave] = []
  private(set) var problems: [PlanProblem] = []
  private(set) var questionLabels: [Question.Name: LocalizedText] = [:]
  private(set) var choiceLabels: [Question.Name: [Choice.Name: LocalizedText]] = [:]
  private let table: CSVTable
  private let file: String
  private let language: Language

  static let needed = ["wave", "form", "question", "harmonised_question"]
  static let columns = needed + ["choice", "harmonised_choice", "label", "note"]

  init(table: CSVTable, file: String, language: Language) {
    self.table = table
    self.file = file
    self.language = language
  }

  mutating func read(form: (Questionnaire.ID) -> Questionnaire?) {
    checkHeader()
    guard problems.isEmpty else { return }
    for row in table.rows { read(row, form) }
    guard problems.isEmpty else { return }
    if waves.count < 2 { problems.append(PlanProblem(.file(file), .waves(.oneWaveOnly))) }
    for name in Set(waves.flatMap(\.questions.keys)).sorted(by: { $0.text < $1.text }) { compare(name) }
  }

  private mutating func checkHeader() {
    let line = table.header.position.line
    for name in table.header.names where !Self.columns.contains(name) && !name.hasPrefix("label::") {
      let suggestion = nearest(to: name, among: Self.columns)
      problems.append(
        PlanProblem(
          .cell(file: file, line: line, column: name),
          .waves(.noSuchMapColumn(found: name, suggestion: suggestion))))
    }
    for name in Self.needed where table.header[name] == nil {
      problems.append(PlanProblem(.cell(file: file, line: line, column: name), .columnMissing(name)))
    }
  }

  private mutating func read(_ row: CSVRow, _ find: (Questionnaire.ID) -> Questionnaire?) {
    guard row.cells.count == table.header.count else {
      report(row, "wave", .wrongCellCount(found: row.cells.count, expected: table.header.count))
      return
    }
    let before = problems.count
    let wave = place(row)
    let form = wave.flatMap { self.form(row, $0, find) }
    let shared = table[row, "harmonised_question"]
    if shared.isEmpty {
      report(row, "harmonised_question", .empty(expected: "the name that all waves share"))
    }
    guard let wave, let form, let question = question(row, of: form), problems.count == before else { return }
    let name = Question.Name(shared)
    if let known = waves[wave].questions[name], known.own != question.name {
      report(row, "question", .waves(.twoQuestions(name, first: known.own, line: known.line)))
      return
    }
    var mapping = waves[wave].questions[name] ?? WaveMap.Mapping(own: question.name, line: row.line)
    let label = table.text(row, "label", plain: language)
    if table[row, "choice"].isEmpty, table[row, "harmonised_choice"].isEmpty {
      if !label.isEmpty, questionLabels[name] == nil { questionLabels[name] = label }
    } else if let target = choice(row, question, form, &mapping), !label.isEmpty,
      choiceLabels[name]?[target] == nil
    {
      choiceLabels[name, default: [:]][target] = label
    }
    waves[wave].questions[name] = mapping
  }

  /// The place of the row's wave.
  private mutating func place(_ row: CSVRow) -> Int? {
    let name = table[row, "wave"]
    if name.isEmpty { report(row, "wave", .empty(expected: "the name of the wave, such as 2018")) }
    if name.isEmpty { return nil }
    if let place = waves.firstIndex(where: { $0.name == name }) { return place }
    waves.append(WaveMap.Wave(name: name))
    return waves.count - 1
  }

  private mutating func form(
    _ row: CSVRow, _ wave: Int, _ find: (Questionnaire.ID) -> Questionnaire?
  ) -> Questionnaire? {
    let id = Questionnaire.ID(table[row, "form"])
    if let known = waves[wave].forms.first(where: { $0.id == id }) { return known }
    if let other = waves.first(where: { $0.forms.contains { $0.id == id } }) {
      report(row, "form", .waves(.formOfTwoWaves(id, first: other.name)))
      return nil
    }
    guard let form = find(id) else {
      report(
        row, "form", id.text.isEmpty ? .empty(expected: "the form_id of a form") : .noSuchForm(found: id.text)
      )
      return nil
    }
    waves[wave].forms.append(form)
    return form
  }

  private mutating func question(_ row: CSVRow, of form: Questionnaire) -> Question? {
    let found = table[row, "question"]
    guard let placed = form.placed(form.history.now(Question.Name(found))) else {
      let suggestion = nearest(to: found, among: Forms([form]).questionNames)
      report(
        row, "question",
        found.isEmpty
          ? .empty(expected: "the name of a question")
          : .noSuchQuestion(found: found, suggestion: suggestion, forms: form.id.text))
      return nil
    }
    if !placed.question.hasColumn { report(row, "question", .neverAsked(placed.question.name)) }
    if let group = placed.repeats.last {
      report(row, "question", .inRepeat(placed.question.name, group: group))
    }
    return placed.question
  }

  /// Takes up a choice, or that there is none; gives what it counts as.
  private mutating func choice(
    _ row: CSVRow, _ question: Question, _ form: Questionnaire, _ mapping: inout WaveMap.Mapping
  ) -> Choice.Name? {
    let shared = table[row, "harmonised_choice"]
    let found = Forms([form]).now(table[row, "choice"], of: question.name)
    guard let list = form.choices(of: question) else {
      report(
        row, found.isEmpty ? "harmonised_choice" : "choice",
        .waves(.noChoices(question.name, question.kind.word)))
      return nil
    }
    if shared.isEmpty {
      report(row, "harmonised_choice", .empty(expected: "what all waves call the choice '\(found)'"))
      return nil
    }
    let target = Choice.Name(shared)
    if found.isEmpty {
      mapping.missing[target] = row.line
      return target
    }
    let names = list.choices.map(\.name.text)
    guard names.contains(found) else {
      let suggestion = nearest(to: found, among: names)
      report(row, "choice", .waves(.noSuchChoice(found: found, of: question.name, suggestion: suggestion)))
      return nil
    }
    if let known = mapping.choices[Choice.Name(found)], known.target != target {
      report(row, "harmonised_choice", .waves(.mappedTwice(found, target: known.target, line: known.line)))
      return nil
    }
    mapping.choices[Choice.Name(found)] = (target, row.line)
    return target
  }

  /// Checks what only all waves of a question together tell.
  private mutating func compare(_ name: Question.Name) {
    var first: (wave: String, kind: String)?
    for wave in waves {
      guard let mapping = wave.questions[name] else {
        problems.append(PlanProblem(.file(file), .waves(.notInWave(name, wave: wave.name))))
        continue
      }
      let kind = Forms(wave.forms).question(mapping.own)?.kind.word ?? ""
      if let first, first.kind != kind {
        let reason = WaveReason.kindsOfWaves(
          mapping.own, kind: kind, wave: wave.name, other: first.kind, first: first.wave)
        problems.append(
          PlanProblem(
            .cell(file: file, line: mapping.line, column: "question"), .waves(reason)))
      }
      first = first ?? (wave.name, kind)
      let offered = Forms(wave.forms).choices(of: mapping.own).map(\.name)
      for (target, line) in mapping.missing.sorted(by: { $0.value < $1.value }) {
        let source = offered.first { (mapping.choices[$0]?.target ?? $0) == target }
        let isAnywhere = waves.contains { other in
          guard let theirs = other.questions[name] else { return false }
          return Forms(other.forms).choices(of: theirs.own).contains {
            (theirs.choices[$0.name]?.target ?? $0.name) == target
          }
        }
        if source == nil, isAnywhere { continue }
        problems.append(
          PlanProblem(
            .cell(file: file, line: line, column: "harmonised_choice"),
            source.map { .waves(.offeredAfterAll(target, choice: $0)) } ?? .waves(.offeredNowhere(target))))
      }
    }
  }

  private mutating func report(_ row: CSVRow, _ column: String, _ reason: PlanProblem.Reason) {
    problems.append(PlanProblem(.cell(file: file, line: row.line, column: column), reason))
  }
}
