internal import CSV
internal import Coding
internal import Expressions
internal import Survey

/// Reads the lines of a plan, one figure each, and remembers what is wrong with them.
struct PlanReader {
  private(set) var figures: [PlannedFigure] = []
  private(set) var problems: [PlanProblem] = []
  private(set) var warnings: [PlanProblem] = []
  private let table: CSVTable
  private let file: String
  private let home: Questionnaire
  private let memberships: MembershipList?
  /// The lines of figures, by their names.
  private(set) var lines: [String: Int] = [:]
  private var maps: [String: WaveMap] = [:]
  /// The units whose memberships are counted.
  private var register: [Choice]?

  static let columns = [
    "figure", "title", "sources", "unit", "question", "statistic", "base", "filter", "by", "who",
    "attribution",
    "codebook", "wave_map", "chart",
  ]

  /// The columns that every plan has.
  private static let needed = ["figure", "question", "statistic"]

  /// What a report calls its own files, such as `audit.csv` and `report.pdf`; no figure may have their names.
  private static let namesOfReport = ["audit", "report"]

  init(table: CSVTable, file: String, home: Questionnaire, memberships: MembershipList?) {
    self.memberships = memberships
    self.table = table
    self.file = file
    self.home = home
  }

  mutating func read(
    form: (Questionnaire.ID) -> Questionnaire?, codebook: (String) -> Codebook?,
    waveMap: (String) -> WaveMap?
  ) {
    checkHeader()
    for row in table.rows { read(row, form: form, codebook: codebook, waveMap: waveMap) }
    if let memberships { problems = memberships.problems(by: register) + problems }
  }

  private mutating func checkHeader() {
    let line = table.header.position.line
    for name in table.header.names where !Self.columns.contains(name) && !name.hasPrefix("title::") {
      let reason = PlanProblem.Reason.noSuchColumn(
        found: name, suggestion: nearest(to: name, among: Self.columns))
      problems.append(PlanProblem(.cell(file: file, line: line, column: name), reason))
    }
    for name in table.header.names where name.hasPrefix("title::") {
      let language = Language(heading: String(name.dropFirst("title::".utf8.count)))
      if home.languages.contains(language) { continue }
      let known = home.languages.map(\.heading)
      let reason = PlanProblem.Reason.noSuchLanguage(
        found: language.heading, suggestion: nearest(to: language.heading, among: known), languages: known)
      warnings.append(PlanProblem(.cell(file: file, line: line, column: name), reason))
    }
    for name in Self.needed where table.header[name] == nil {
      problems.append(PlanProblem(.cell(file: file, line: line, column: name), .columnMissing(name)))
    }
  }

  private mutating func read(
    _ row: CSVRow, form: (Questionnaire.ID) -> Questionnaire?, codebook: (String) -> Codebook?,
    waveMap: (String) -> WaveMap?
  ) {
    guard row.cells.count == table.header.count else {
      let reason = PlanProblem.Reason.wrongCellCount(found: row.cells.count, expected: table.header.count)
      problems.append(PlanProblem(.cell(file: file, line: row.line, column: "figure"), reason))
      return
    }
    let before = problems.count
    let id = figureID(row)
    let forms = forms(row, form)
    let statistic = word(row, "statistic", as: Statistic.self, expected: "count, count_multiple, any …")
    let showsWho = yesOrNo(row, "who")
    let attribution = word(row, "attribution", as: Attribution.self, else: .named)
    let chart = word(row, "chart", as: Chart.self, else: .bars)
    let base = word(row, "base", as: Base.self, else: statistic?.usualBase ?? .asked)
    let waves = plannedMap(row, waveMap)
    let codes = plannedCodebook(row, codebook)
    // What is wrong in one cell hides nothing that is wrong in another, as far as that can be told without it.
    var draft = FigureDraft(
      id: id ?? Figure.ID(table[row, "figure"]), statistic: statistic ?? .any, forms: forms.known)
    draft.title = table.text(row, "title", plain: home.defaultLanguage)
    draft.sources = ids(row)
    draft.unit = table[row, "unit"]
    draft.questions = table[row, "question"].split(whereSeparator: \.isWhitespace).map(String.init)
    draft.filter = table[row, "filter"]
    draft.by = table[row, "by"]
    draft.base = base
    draft.showsWho = showsWho
    draft.attribution = attribution ?? .named
    draft.chart = chart ?? .bars
    draft.memberships = memberships
    draft.codebook = codes
    draft.waveMap = waves
    if waves == nil, !table[row, "wave_map"].isEmpty { return }
    if statistic == .memberships {
      let units = draft.questions.flatMap { forms.known.choices(of: Question.Name(forms.known.now($0))) }
      if !units.isEmpty { register = (register ?? []) + units }
    }
    let lacksCodes = codes == nil && !table[row, "codebook"].isEmpty
    let figure = draft.checked { part, reason in
      if lacksCodes, part == .codebook { return }
      if statistic == nil, !part.isOfAnyStatistic { return }
      if !forms.areAll, reason.hangsOnForms { return }
      report(row, part.rawValue, reason)
    }
    if let figure, problems.count == before { figures.append(figure) }
  }

  private mutating func figureID(_ row: CSVRow) -> Figure.ID? {
    let found = table[row, "figure"]
    if found.isEmpty {
      report(row, "figure", .empty(expected: "the name of the figure"))
    } else if !found.utf8.allSatisfy({ isNameByte($0) }) {
      report(row, "figure", .noFigureName(found: found))
    } else if Self.namesOfReport.contains(found.lowercased()) {
      report(row, "figure", .nameOfReport(found: found))
    } else if let first = lines[found] {
      report(row, "figure", .repeatedFigure(found: found, firstLine: first))
    } else {
      lines[found] = row.line
      return Figure.ID(found)
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The forms that a line names, those that are there; the plan's own where none is.
  private mutating func forms(
    _ row: CSVRow, _ form: (Questionnaire.ID) -> Questionnaire?
  ) -> (known: Forms, areAll: Bool) {
    let ids = ids(row)
    if ids.isEmpty { return (Forms([home]), true) }
    var found: [Questionnaire] = []
    for id in ids {
      if let questionnaire = id == home.id ? home : form(id) {
        found.append(questionnaire)
      } else {
        report(row, "sources", .noSuchForm(found: id.text))
      }
    }
    return (Forms(found.isEmpty ? [home] : found), found.count == ids.count)
  }

  private func ids(_ row: CSVRow) -> [Questionnaire.ID] {
    table[row, "sources"].split(whereSeparator: \.isWhitespace).map { Questionnaire.ID(String($0)) }
  }

  /// The map of waves that a line names, where there is nothing wrong with it.
  private mutating func plannedMap(_ row: CSVRow, _ waveMap: (String) -> WaveMap?) -> WaveMap? {
    let name = table[row, "wave_map"]
    if name.isEmpty { return nil }
    guard let map = maps[name] ?? waveMap(name) else {
      report(row, "wave_map", .waves(.noSuchMap(found: name)))
      return nil
    }
    // What is wrong with it is told once, of its own lines.
    if maps[name] == nil { problems += map.problems }
    maps[name] = map
    return map.problems.isEmpty ? map : nil
  }

  private mutating func plannedCodebook(
    _ row: CSVRow, _ codebook: (String) -> Codebook?
  ) -> PlannedCodebook? {
    let name = table[row, "codebook"]
    if name.isEmpty { return nil }
    if let found = codebook(name) { return PlannedCodebook(name: name, codebook: found) }
    report(row, "codebook", .noSuchCodebook(found: name))
    return nil
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ row: CSVRow, _ column: String, as type: Word.Type, expected: String? = nil, else usual: Word? = nil
  ) -> Word? where Word.RawValue == String {
    let found = table[row, column]
    if found.isEmpty, let expected { report(row, column, .empty(expected: expected)) }
    if found.isEmpty { return usual }
    if let word = Word(rawValue: found) { return word }
    let words = Word.allCases.map(\.rawValue)
    report(
      row, column, .notAmong(found: found, expected: words, suggestion: nearest(to: found, among: words)))
    return nil
  }

  private mutating func yesOrNo(_ row: CSVRow, _ column: String) -> Bool {
    let found = table[row, column]
    if !["", "yes", "no"].contains(found) {
      report(row, column, .notAmong(found: found, expected: ["yes", "no"], suggestion: nil))
    }
    return found == "yes"
  }

  private mutating func report(_ row: CSVRow, _ column: String, _ reason: PlanProblem.Reason) {
    // A column that is not there is told once, of the first line.
    if Self.needed.contains(column), table.header[column] == nil { return }
    problems.append(PlanProblem(.cell(file: file, line: row.line, column: column), reason))
  }
}

extension FigureDraft.Part {
  /// Whether what is wrong with it is wrong however answers are counted.
  fileprivate var isOfAnyStatistic: Bool {
    switch self {
    case .question, .unit, .by: true
    case .sources, .statistic, .base, .filter, .chart, .codebook, .waveMap: false
    }
  }
}

extension PlanProblem.Reason {
  /// Whether it may be all right once forms are found that nobody could find.
  ///
  /// A name that is nearly one of the other forms is a slip of the pen either way.
  fileprivate var hangsOnForms: Bool {
    switch self {
    case .noSuchQuestion(_, let suggestion, _): suggestion == nil
    case .noMatch, .noCodes: true
    case .badExpression(let problem):
      switch problem.reason {
      case .unknownName(_, let nearest), .unknownChoice(_, _, let nearest, _): nearest == nil
      default: false
      }
    default: false
    }
  }
}
