public import CSV
internal import Expressions
internal import Survey

extension ClaimList {
  /// Reads claims and checks them against the plan and its forms.
  ///
  /// - Parameters:
  ///   - reader: The file, before its header: `id, measure, question, code, value, source`; the source in
  ///     other languages as `source::French (fr)`.
  ///   - file: What messages call the file.
  ///   - plan: The plan of the questionnaire.
  public init(_ reader: consuming CSVReader, file: String, plan: FigurePlan) {
    do {
      var claims = ClaimReader(table: try CSVTable(reader), file: file, plan: plan)
      claims.read()
      self.init(claims: claims.claims, problems: claims.problems)
    } catch {
      self.init(claims: [], problems: [PlanProblem(.file(file), .unreadable(error))])
    }
  }
}

/// Reads the lines of a file of claims, one a line, and remembers what is wrong with them.
private struct ClaimReader {
  private(set) var claims: [Claim] = []
  private(set) var problems: [PlanProblem] = []
  private let table: CSVTable
  private let file: String
  private let plan: FigurePlan
  private var lines: [String: Int] = [:]

  private static let columns = ["id", "measure", "question", "code", "value", "source"]

  init(table: CSVTable, file: String, plan: FigurePlan) {
    self.table = table
    self.file = file
    self.plan = plan
  }

  mutating func read() {
    let line = table.header.position.line
    for name in table.header.names where !Self.columns.contains(name) && !name.hasPrefix("source::") {
      let suggestion = nearest(to: name, among: Self.columns)
      problems.append(
        PlanProblem(
          .cell(file: file, line: line, column: name), .noSuchColumn(found: name, suggestion: suggestion)))
    }
    for name in Self.columns where table.header[name] == nil {
      problems.append(PlanProblem(.cell(file: file, line: line, column: name), .columnMissing(name)))
    }
    guard problems.isEmpty else { return }
    for row in table.rows { read(row) }
  }

  private mutating func read(_ row: CSVRow) {
    guard row.cells.count == table.header.count else {
      let reason = PlanProblem.Reason.wrongCellCount(found: row.cells.count, expected: table.header.count)
      problems.append(PlanProblem(.cell(file: file, line: row.line, column: "id"), reason))
      return
    }
    let before = problems.count
    let id = table[row, "id"]
    if id.isEmpty { report(row, "id", .empty(expected: "a name for the claim")) }
    if let first = lines[id], !id.isEmpty { report(row, "id", .repeatedFigure(found: id, firstLine: first)) }
    lines[id] = row.line
    let measure = measure(row)
    let value = value(row)
    guard let measure else { return }
    if measure == .total || measure == .most {
      let figure = figure(row, measure)
      if !table[row, "code"].isEmpty {
        report(row, "code", .noPlaceFor(measure.rawValue, found: table[row, "code"]))
      }
      guard let value, let figure, problems.count == before else { return }
      claims.append(
        Claim(
          id: Claim.ID(id), measure: measure, questions: [], figure: figure, codes: [], filter: nil,
          value: value, source: source(row), line: row.line))
      return
    }
    let questions = questions(row, measure)
    let (codes, filter) = codes(row, measure, questions)
    guard let value, problems.count == before else { return }
    claims.append(
      Claim(
        id: Claim.ID(id), measure: measure, questions: questions, figure: nil, codes: codes, filter: filter,
        value: value,
        source: source(row), line: row.line))
  }

  private func source(_ row: CSVRow) -> LocalizedText {
    table.text(row, "source", plain: plan.home.defaultLanguage)
  }

  private mutating func measure(_ row: CSVRow) -> Claim.Measure? {
    let found = table[row, "measure"]
    if let measure = Claim.Measure(rawValue: found) { return measure }
    let words = Claim.Measure.allCases.map(\.rawValue)
    report(
      row, "measure",
      found.isEmpty
        ? .empty(expected: "what was counted: \(words.joined(separator: ", "))")
        : .notAmong(found: found, expected: words, suggestion: nearest(to: found, among: words)))
    return nil
  }

  private mutating func value(_ row: CSVRow) -> Int? {
    let found = table[row, "value"]
    if let value = Int(found), value >= 0 { return value }
    report(row, "value", found.isEmpty ? .empty(expected: "the number that was published") : .noCount(found))
    return nil
  }

  private mutating func figure(_ row: CSVRow, _ measure: Claim.Measure) -> Figure.ID? {
    let found = table[row, "question"]
    guard let figure = plan.figures.first(where: { $0.id.text == found }) else {
      let names = plan.figures.map(\.id.text)
      let reason =
        found.isEmpty
        ? PlanProblem.Reason.empty(expected: "the name of a figure of the plan")
        : .noSuchFigure(found, suggestion: nearest(to: found, among: names))
      report(row, "question", reason)
      return nil
    }
    let hasTotal = figure.statistic == .distinct || figure.statistic == .memberships
    if figure.waves != nil || measure == .total && !hasTotal {
      report(row, "question", .noTotal(found))
    }
    return figure.id
  }

  private mutating func questions(_ row: CSVRow, _ measure: Claim.Measure) -> [Question.Name] {
    let written = table[row, "question"].split(whereSeparator: \.isWhitespace).map(String.init)
    let isNeeded = measure == .count || measure == .blank || measure == .any
    if written.isEmpty, isNeeded { report(row, "question", .empty(expected: "the name of a question")) }
    if measure == .returned, !written.isEmpty {
      report(row, "question", .noPlaceFor(measure.rawValue, found: table[row, "question"]))
      return []
    }
    var found: [Question.Name] = []
    for name in written {
      var draft = plan.draft(counting: name, as: .any)
      draft.questions = [name]
      _ = draft.checked { part, reason in if part == .question { report(row, "question", reason) } }
      found += draft.forms.meant(by: name)
    }
    if found.count > 1, measure != .any {
      report(row, "question", .oneQuestion(measure.rawValue, found: found.count))
    }
    return found
  }

  /// `yes planned where position is yes`: the choices that count, and what units must have said beside.
  private mutating func codes(
    _ row: CSVRow, _ measure: Claim.Measure, _ questions: [Question.Name]
  ) -> (codes: [Choice.Name], filter: Expression?) {
    let words = table[row, "code"].split(whereSeparator: \.isWhitespace).map(String.init)
    guard measure == .count else {
      if !words.isEmpty { report(row, "code", .noPlaceFor(measure.rawValue, found: table[row, "code"])) }
      return ([], nil)
    }
    let forms = plan.draft(counting: questions.first?.text ?? "", as: .any).forms
    let codes = words.prefix { $0 != "where" }.map { word in
      questions.first.map { forms.now(word, of: $0) } ?? word
    }[...]
    if codes.isEmpty { report(row, "code", .empty(expected: "the choices that count, separated by spaces")) }
    // That there is no such question has been said of its own cell.
    if let question = questions.first,
      plan.draft(counting: question.text, as: .any).forms.question(question) != nil
    {
      check(codes, of: question, row)
    }
    var condition = Array(words.dropFirst(codes.count + 1))
    if let name = condition.first.map({ forms.now($0) }) {
      condition = [name] + condition.dropFirst().map { forms.now($0, of: Question.Name(name)) }
    }
    guard words.count > codes.count else { return (codes.map { Choice.Name($0) }, nil) }
    guard condition.count > 2, condition[1] == "is" else {
      report(row, "code", .noCondition(found: condition.joined(separator: " ")))
      return ([], nil)
    }
    let other = Question.Name(condition[0])
    check(condition[2...], of: other, row)
    let source = condition[2...].map { "selected(${\(other)}, '\($0)')" }.joined(separator: " or ")
    return (codes.map { Choice.Name($0) }, try? Expression(parsing: source))
  }

  private mutating func check(_ codes: ArraySlice<String>, of question: Question.Name, _ row: CSVRow) {
    let forms = plan.draft(counting: question.text, as: .any).forms
    let names = forms.choices(of: question).map(\.name.text)
    guard let asked = forms.question(question) else {
      report(
        row, "code",
        .noSuchQuestion(
          found: question.text, suggestion: nearest(to: question.text, among: forms.questionNames),
          forms: forms.names))
      return
    }
    if names.isEmpty {
      report(row, "code", .noChoices(question: question, kind: asked.kind.word))
      return
    }
    for code in codes where !names.contains(code) {
      report(
        row, "code", .notAmong(found: code, expected: names, suggestion: nearest(to: code, among: names)))
    }
  }

  private mutating func report(_ row: CSVRow, _ column: String, _ reason: PlanProblem.Reason) {
    problems.append(PlanProblem(.cell(file: file, line: row.line, column: column), reason))
  }
}
