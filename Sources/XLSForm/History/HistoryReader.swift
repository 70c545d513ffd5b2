internal import CSV
internal import Expressions
internal import Survey

/// Reads what a form says of its earlier versions, from `versions.csv` beside it.
///
/// A row for each change, in the order of time: `version`, in which it came; `change`, `renamed` or `retired`; `what`,
/// `question`, `choice`, `group` or `list`; `list`, for a choice; `from` and `to`. A row with a version alone says that
/// there was such a version.
struct HistoryReader {
  /// The columns that the file must have.
  static let columns = ["version", "change", "what", "list", "from", "to"]

  private let questionnaire: Questionnaire
  private let file: String
  private var questions: NameChanges
  private var groups: NameChanges
  private var lists: NameChanges
  private var choices: [(list: String, row: NameChanges.Row)] = []
  private var versions: Set<String> = []

  /// The file that belongs to a form's file: `versions.csv` beside `questionnaire.csv`, else `NAME.versions.csv`.
  static func file(beside form: String) -> String {
    let slash = form.lastIndex(of: "/").map(form.index(after:)) ?? form.startIndex
    let name = form[slash...]
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return form[..<slash] + (stem == "questionnaire" ? "versions.csv" : "\(stem).versions.csv")
  }

  init(of questionnaire: Questionnaire, file: String) {
    self.questionnaire = questionnaire
    self.file = file
    let questionNames = questionnaire.placed.map(\.question.name.text)
    let groupNames = questionnaire.groups.map(\.name.text)
    questions = NameChanges(of: "question", in: Set(questionNames))
    questions.others = Dictionary(groupNames.map { ($0, "group") }, uniquingKeysWith: { first, _ in first })
    groups = NameChanges(of: "group", in: Set(groupNames))
    groups.others = Dictionary(
      questionNames.map { ($0, "question") }, uniquingKeysWith: { first, _ in first })
    lists = NameChanges(of: "list", in: Set(questionnaire.lists.keys.map(\.text)))
  }

  /// Reads the file.
  ///
  /// - Parameter problems: All that is wrong with it is added.
  /// - Returns: The history; that of a form that says nothing, where there is no file.
  consuming func history(problems: inout [FormProblem]) -> FormHistory {
    guard fileExists(file), let table = table(problems: &problems) else { return .none }
    let missing = Self.columns.filter { table.header[$0] == nil }
    for column in missing {
      let near = nearest(to: column, among: table.header.names.filter { !Self.columns.contains($0) })
      problems.report(
        .history(.missingColumn(column, nearest: near)), at: place(table.header.position.line, nil))
    }
    if !missing.isEmpty { return .none }
    for ragged in table.ragged {
      let fault = FormProblem.HistoryFault.ragged(found: ragged.found, expected: ragged.expected)
      problems.report(.history(fault), at: place(ragged.position.line, nil))
    }
    for row in table.rows where row.cells.count == table.header.count {
      take(row.line, problems: &problems) { table[row, $0].trimmed }
    }
    return settled(problems: &problems)
  }

  private func place(_ line: Int?, _ column: String?) -> FormProblem.Place {
    FormProblem.Place(file: file, line: line, sheet: nil, column: column)
  }

  private func table(problems: inout [FormProblem]) -> CSVTable? {
    do {
      return try CSVTable(CSVReader(path: file))
    } catch {
      problems.report(.file(.notCSV(error)), at: place(error.position?.line, nil))
      return nil
    }
  }

  private mutating func take(_ line: Int, problems: inout [FormProblem], _ cell: (String) -> String) {
    if !cell("version").isEmpty { versions.insert(cell("version")) }
    if Self.columns.dropFirst().allSatisfy({ cell($0).isEmpty }) { return }
    var isSound = true
    func report(_ fault: FormProblem.HistoryFault, _ column: String) {
      problems.report(.history(fault), at: place(line, column))
      isSound = false
    }
    let change = cell("change")
    let what = cell("what")
    let changes = ["renamed", "retired"]
    let things = ["question", "choice", "group", "list"]
    if !changes.contains(change) {
      report(.noChange(change, nearest: nearest(to: change, among: changes)), "change")
    }
    if !things.contains(what) { report(.noThing(what, nearest: nearest(to: what, among: things)), "what") }
    if what == "choice", cell("list").isEmpty { report(.empty, "list") }
    if cell("from").isEmpty { report(.empty, "from") }
    if change == "renamed", cell("to").isEmpty { report(.empty, "to") }
    if change == "retired", !cell("to").isEmpty { report(.newNameOfRetired(cell("to")), "to") }
    guard isSound else { return }
    let row = NameChanges.Row(
      from: cell("from"), to: change == "renamed" ? cell("to") : nil, place: place(line, nil),
      fromColumn: "from", toColumn: "to")
    switch what {
    case "question": questions.add(row)
    case "group": groups.add(row)
    case "list": lists.add(row)
    default: choices.append((cell("list"), row))
    }
  }

  private func settled(problems: inout [FormProblem]) -> FormHistory {
    let questions = questions.settled(problems: &problems)
    let groups = groups.settled(problems: &problems)
    let lists = lists.settled(problems: &problems)
    var changes: [String: NameChanges] = [:]
    for (name, row) in choices {
      // A row may call the list as it was called then.
      let list = lists.now[name] ?? name
      if lists.retired.contains(list) { continue }
      guard let there = questionnaire.lists[ChoiceList.Name(list)] else {
        let near = nearest(to: name, among: self.lists.names.sorted())
        problems.report(.history(.noList(name, nearest: near)), at: place(row.line, "list"))
        continue
      }
      changes[list, default: NameChanges(of: "choice", in: Set(there.choices.map(\.name.text)))].add(row)
    }
    var renamed: [ChoiceList.Name: [Choice.Name: Choice.Name]] = [:]
    var retired: [ChoiceList.Name: Set<Choice.Name>] = [:]
    for (list, all) in changes.sorted(by: { $0.key < $1.key }) {
      let settled = all.settled(problems: &problems)
      renamed[ChoiceList.Name(list)] = Self.names(settled.now)
      retired[ChoiceList.Name(list)] = Set(settled.retired.map { Choice.Name($0) })
    }
    return FormHistory(
      questions: Self.names(questions.now), groups: Self.names(groups.now), choices: renamed,
      retiredQuestions: questions.retired.map { Question.Name($0) }, retiredChoices: retired,
      versions: versions, firstQuestions: Self.names(questions.first), firstGroups: Self.names(groups.first))
  }

  private static func names<Of>(_ texts: [String: String]) -> [Identifier<Of>: Identifier<Of>] {
    Dictionary(
      texts.map { (Identifier<Of>($0.key), Identifier<Of>($0.value)) },
      uniquingKeysWith: { first, _ in first })
  }
}
