internal import Expressions
internal import Survey

/// Lays a map over a table, and finds all that is wrong with either before anything is read.
struct TablePlanner {
  private let map: TableMap
  private let table: ForeignTable
  let questionnaire: Questionnaire
  private let register: Register
  private(set) var plan = TablePlan()
  private(set) var problems: [String]
  /// The line of the map that reads each column first.
  private var readers: [Int: TableMap.Line] = [:]

  init(_ map: TableMap, over table: ForeignTable, of questionnaire: Questionnaire) {
    self.map = map
    self.table = table
    self.questionnaire = questionnaire
    register = Register(of: questionnaire)
    problems = map.problems + table.problems
    if table.problems.isEmpty { findRows() }
    // Without headings every column would be missing: that says nothing.
    if !plan.headings.isEmpty { lay() }
  }

  private mutating func note(_ line: TableMap.Line, _ field: TableMap.Field, _ problem: String) {
    problems.append("\(map.path):\(line.number) \(field.rawValue): \(problem)")
  }

  private func lines(_ layouts: TableMap.Layout...) -> [TableMap.Line] {
    map.lines.filter { layouts.contains($0.layout) }
  }

  /// The line that says something that can be said once.
  private mutating func only(_ layout: TableMap.Layout) -> TableMap.Line? {
    let found = lines(layout)
    for line in found.dropFirst() {
      note(
        line, .layout,
        "found '\(layout.rawValue)' again, expected it once, as on line \(found[0].number); take one out")
    }
    return found.first
  }

  // MARK: - Rows and headings

  private mutating func findRows() {
    guard let sheet = sheet() else { return }
    let place = table.isCSV ? "line" : "row"
    var start = 0
    if let line = only(.header) {
      guard let found = sheet.rows.firstIndex(where: { String($0.number) == line[.value] }) else {
        note(line, .value, "found '\(line[.value])', expected the number of the \(place) with the headings")
        return
      }
      start = found
    }
    guard sheet.rows.indices.contains(start) else {
      problems.append(
        "\(table.path): found no row, expected headings and a row for each response; save the table again")
      return
    }
    let header = sheet.rows[start]
    plan.headings = header.cells
    plan.rows = Array(sheet.rows[(start + 1)...])
    if plan.rows.isEmpty {
      problems.append(
        "\(table.path): found headings alone, expected a row for each response; save the table again")
    }
    for row in plan.rows {
      guard let found = row.count, let expected = header.count, found != expected else { continue }
      problems.append(
        "\(table.path):\(row.number): found \(found) cells, expected \(expected) as in the headings; quote a cell that "
          + "holds a separator or a line end, and save the table again")
    }
  }

  private mutating func sheet() -> ForeignTable.Sheet? {
    let line = only(.sheet)
    let names = table.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
    if let line {
      if let sheet = table.sheets.first(where: { $0.name == line[.value] }) { return sheet }
      note(
        line, .value,
        "found '\(line[.value])', expected a sheet of \(table.path): \(names.isEmpty ? "it has none" : names)"
      )
      return nil
    }
    if table.sheets.count > 1 {
      problems.append(
        "\(map.path): found no line with the layout sheet, expected one, since \(table.path) has several sheets: \(names)"
      )
      return nil
    }
    if table.sheets.isEmpty {
      problems.append(
        "\(table.path): found no cell, expected headings and a row for each response; save the table again")
    }
    return table.sheets.first
  }

  // MARK: - Columns

  /// The column that a line names.
  private mutating func column(of line: TableMap.Line) -> Int? {
    let name = line[.column].asHeading
    let found = plan.headings.filter { $0.value.asHeading == name }.keys.sorted()
    if found.count > 1 {
      let letters = found.map { "[\(ForeignTable.letters(of: $0))]" }
      note(
        line, .column,
        "found '\(name)', which is the heading of several columns; write \(letters.joined(separator: " or "))"
      )
      for column in found { readers[column] = readers[column] ?? line }
      return nil
    }
    let last = max(plan.headings.keys.max() ?? 0, plan.rows.compactMap { $0.cells.keys.max() }.max() ?? 0)
    guard let column = found.first ?? ForeignTable.column(called: name).flatMap({ $0 <= last ? $0 : nil })
    else {
      let known = plan.headings.sorted { $0.key < $1.key }.map(\.value.asHeading)
      let near =
        nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? "; write it as it stands there"
      note(line, .column, "found '\(name)', expected a heading of \(table.path)\(near)")
      return nil
    }
    let other = readers[column]
    // A column of other answers may tick a choice and be the answer to what it is.
    if let other, line.layout.isOfQuestion && other.layout.isOfQuestion && other[.question] != line[.question]
    {
      return column
    }
    if let other {
      note(
        line, .column, "found '\(name)' again, expected a column once; line \(other.number) reads it already")
    }
    readers[column] = line
    return column
  }

  private mutating func lay() {
    if let line = only(.identifier) {
      plan.identifier = column(of: line) ?? 0
    } else {
      problems.append(
        "\(map.path): found no line with the layout identifier, expected one: the column by which each row is known when "
          + "it comes again")
    }
    if let line = only(.submitted) {
      let format = times(of: line, needsDate: true, needsTime: true)
      if let column = column(of: line) { plan.submitted = (column, format) }
    }
    if let line = only(.submittedBy) { plan.submitter = column(of: line) }
    layLanguage()
    for line in lines(.ignore) { _ = column(of: line) }
    layQuestions()
    checkColumns()
    checkQuestions()
  }

  private mutating func layLanguage() {
    var columns: [TableMap.Line] = []
    for line in lines(.language) {
      if !line[.column].isEmpty {
        columns.append(line)
        if columns.count == 1 {
          plan.language = column(of: line)
        } else {
          note(
            line, .layout,
            "found 'language' again, expected it once, as on line \(columns[0].number); take one out")
        }
        continue
      }
      guard let language = questionnaire.language(line[.choice]) else {
        let known = questionnaire.languages.map { "'\($0.code.isEmpty ? $0.name : $0.code)'" }.joined(
          separator: ", ")
        note(line, .choice, "found '\(line[.choice])', expected a language of the questionnaire: \(known)")
        continue
      }
      plan.languageWords[line[.value].lowercased()] = language
    }
  }

  private mutating func checkColumns() {
    let used = Set(plan.headings.keys).union(plan.rows.flatMap(\.cells.keys))
    for column in used.sorted() where readers[column] == nil {
      let name = TablePlan.name(of: column, plan.headings[column])
      let written = plan.headings[column]?.asHeading ?? "[\(ForeignTable.letters(of: column))]"
      problems.append(
        "\(table.path): found \(name), of which the map says nothing; add a line for '\(written)' to \(map.path), with "
          + "the layout ignore if it is no answer")
    }
  }

  /// The dates and times of a column.
  private mutating func times(of line: TableMap.Line, needsDate: Bool, needsTime: Bool) -> TimeFormat {
    var pattern: TimePattern?
    if !line[.format].isEmpty {
      pattern = TimePattern(line[.format])
      if pattern == nil || needsDate && pattern?.hasDate == false || needsTime && pattern?.hasTime == false {
        let example = needsTime ? (needsDate ? "dd/mm/yyyy hh:mm" : "hh:mm") : "dd/mm/yyyy"
        note(
          line, .format,
          "found '\(line[.format])', expected how the column writes what it holds, such as \(example)")
      }
    }
    var offset: Int?
    if !line[.zone].isEmpty {
      offset = TimeFormat.offset(of: line[.zone])
      if offset == nil {
        note(
          line, .zone,
          "found '\(line[.zone])', expected how far the column's clocks are from UTC, such as UTC or +02:00")
      }
    } else if pattern?.hasDate == true, pattern?.hasTime == true, needsDate, needsTime {
      note(
        line, .zone,
        "found nothing, expected how far the column's clocks are from UTC, such as UTC or +02:00; fill it in")
    }
    return TimeFormat(declared: pattern, offset: offset)
  }

  // MARK: - Questions

  /// The question that a line names, by its name or its number on paper.
  private mutating func address(of line: TableMap.Line) -> Address? {
    let text = line[.question]
    let numbered = questionnaire.placed.first { questionnaire.numbering.label(of: $0.question.name) == text }
    if let numbered, numbered.question.isAsked, numbered.repeats.isEmpty {
      return Address(numbered.question.name)
    }
    if let address = Address(text), let placed = questionnaire.placed(address.question),
      placed.question.isAsked,
      placed.repeats == address.repeats.map(\.group)
    {
      return address
    }
    let names = questionnaire.placed.filter(\.question.isAsked).map(\.question.name.text)
    let near =
      nearest(to: text, among: names).map { "; did you mean '\($0)'?" } ?? "; use a name of its survey sheet"
    note(line, .question, "found '\(text)', expected a question of '\(questionnaire.id)'\(near)")
    return nil
  }

  private mutating func layQuestions() {
    var held: [Address: [(line: TableMap.Line, column: Int?)]] = [:]
    var left: [Address: Set<Choice.Name>] = [:]
    var named: [Address: TableMap.Line] = [:]
    for line in map.lines where line.layout.isOfQuestion || line.layout == .absent {
      let column = line.layout == .absent ? nil : column(of: line)
      guard let address = address(of: line) else { continue }
      guard line.layout == .absent else {
        held[address, default: []].append((line, column))
        continue
      }
      if line[.choice].isEmpty {
        plan.absent.insert(address.question)
        named[address] = line
      } else if let choice = choice(of: line, at: address) {
        left[address, default: []].insert(choice)
      }
    }
    for (address, line) in named.sorted(by: { $0.value.number < $1.value.number }) where held[address] != nil
    {
      note(line, .question, "found '\(address)', which other lines read; take out one or the other")
    }
    for address in questionnaire.inFormOrder(held.keys) {
      if let answered = answered(address, by: held[address] ?? [], without: left[address] ?? []) {
        plan.questions.append(answered)
      }
    }
    layWords()
  }

  private mutating func choice(of line: TableMap.Line, at address: Address) -> Choice.Name? {
    let list = questionnaire.question(address.question).flatMap(questionnaire.choices)
    let name = Choice.Name(line[.choice])
    if list?[name] != nil { return name }
    let near = nearest(to: line[.choice], among: list?.choices.map(\.name.text) ?? [])
    note(
      line, .choice,
      list.map {
        "found '\(line[.choice])', expected a code of the list '\($0.name)'"
          + (near.map { "; did you mean '\($0)'?" } ?? "")
      }
        ?? "found '\(line[.choice])', but '\(address)' has no list of choices; take it out")
    return nil
  }

  private mutating func answered(
    _ address: Address, by lines: [(line: TableMap.Line, column: Int?)], without left: Set<Choice.Name>
  ) -> TablePlan.Answered? {
    guard let question = questionnaire.question(address.question), let (first, column) = lines.first else {
      return nil
    }
    let list = questionnaire.choices(of: question)
    for (line, _) in lines.dropFirst() where first.layout != .oneHot || line.layout != .oneHot {
      note(
        line, .question,
        "found '\(address)' again, expected it once, as on line \(first.number); take one out")
      return nil
    }
    let before = problems.count
    let place: TablePlan.Answered.Place
    var kinds: ChoiceWords.Kinds = [.codes, .labels]
    switch first.layout {
    case .oneHot:
      let boxes = boxes(lines, question, list, at: address, without: left)
      place = .boxes(boxes)
    case .codes, .labels:
      kinds = first.layout == .codes ? .codes : .labels
      guard list != nil else {
        note(
          first, .layout,
          "found '\(first.layout.rawValue)', but '\(address)' has no list of choices; use the layout column")
        return nil
      }
      if case .selectMultiple = question.kind {
        if first[.delimiter].isEmpty {
          note(
            first, .delimiter,
            "found nothing, expected what stands between two choices in a cell, such as ; or comma")
        }
        place = .several(column ?? 0, separator: Self.separator(first[.delimiter]))
      } else {
        if !first[.delimiter].isEmpty {
          note(
            first, .delimiter, "found '\(first[.delimiter])', but '\(address)' takes one choice; take it out")
        }
        place = .column(column ?? 0)
      }
    default:
      if case .selectMultiple = question.kind {
        note(
          first, .layout,
          "found 'column', but '\(address)' takes several choices; use codes, labels or one-hot")
      }
      if question.kind == .acknowledge {
        note(
          first, .layout, "found 'column', but '\(address)' is a tick; use one-hot with its true and false")
      }
      place = .column(column ?? 0)
    }
    let (format, hasComma) = format(of: first, question.kind)
    if problems.count > before || lines.contains(where: { $0.column == nil }) { return nil }
    return TablePlan.Answered(
      address: address, question: question, list: list, place: place,
      words: ChoiceWords(list, kinds, register: question.name == register.question ? register : nil),
      times: format,
      hasDecimalComma: hasComma)
  }

  private mutating func boxes(
    _ lines: [(line: TableMap.Line, column: Int?)], _ question: Question, _ list: ChoiceList?,
    at address: Address,
    without left: Set<Choice.Name>
  ) -> [TablePlan.Answered.Box] {
    if list == nil, question.kind != .acknowledge {
      note(
        lines[0].line, .layout,
        "found 'one-hot', but '\(address)' has no list of choices; use the layout column")
      return []
    }
    var seen: [Choice.Name: Int] = [:]
    var boxes: [TablePlan.Answered.Box] = []
    for (line, column) in lines {
      var choice: Choice.Name?
      if list != nil {
        if line[.choice].isEmpty {
          note(line, .choice, "found nothing, expected the choice that the column stands for; fill it in")
          continue
        }
        choice = self.choice(of: line, at: address)
        guard let choice else { continue }
        if let other = seen[choice] ?? (left.contains(choice) ? 0 : nil) {
          note(
            line, .choice,
            "found '\(choice)' again, expected it once\(other > 0 ? ", as on line \(other)" : ""); take one out"
          )
          continue
        }
        seen[choice] = line.number
      }
      if line[.isTrue] == line[.isFalse] {
        note(line, .isFalse, "found '\(line[.isFalse])' as in true, expected another value; mend one of them")
      }
      let isAny = line[.isTrue] == Self.anyText
      if isAny, !line[.isFalse].isEmpty {
        note(
          line, .isFalse, "found '\(line[.isFalse])', expected nothing, since any text is true; take it out")
      }
      boxes.append(
        TablePlan.Answered.Box(
          column: column ?? 0, choice: choice, yes: isAny ? nil : line[.isTrue], no: line[.isFalse]))
    }
    // What the table never offered was not left unticked.
    let missing = (list?.choices.map(\.name) ?? []).filter { seen[$0] == nil && !left.contains($0) }
    if list != nil, !missing.isEmpty, seen.count == lines.count {
      let names =
        missing.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + (missing.count > 5 ? ", …" : "")
      note(
        lines[0].line, .choice,
        "found no column of '\(address)' for \(names), expected one for each choice; add a line for each, with the layout "
          + "absent if the table did not offer it")
    }
    return boxes
  }

  /// What `true` says where a column holds the words of a respondent.
  private static let anyText = "any text"

  private static func separator(_ text: String) -> String {
    ["space": " ", "tab": "\t", "newline": "\n", "comma": ",", "semicolon": ";"][text] ?? text
  }

  private mutating func format(of line: TableMap.Line, _ kind: Question.Kind) -> (TimeFormat, hasComma: Bool)
  {
    switch kind {
    case .date: return (times(of: line, needsDate: true, needsTime: false), false)
    case .time: return (times(of: line, needsDate: false, needsTime: true), false)
    case .dateTime: return (times(of: line, needsDate: true, needsTime: true), false)
    case .decimal where ["", "comma", ","].contains(line[.format]) && line[.zone].isEmpty:
      return (TimeFormat(declared: nil, offset: nil), !line[.format].isEmpty)
    default:
      for field in [TableMap.Field.format, .zone] where !line[field].isEmpty {
        note(line, field, "found '\(line[field])', expected nothing for this kind of question; take it out")
      }
      return (TimeFormat(declared: nil, offset: nil), false)
    }
  }

  // MARK: - Words

  private mutating func layWords() {
    for line in lines(.word, .empty) {
      var places = Array(plan.questions.indices)
      if line[.question] != "*" {
        guard let address = address(of: line) else { continue }
        places = places.filter { plan.questions[$0].address == address }
        let isRead = map.lines.contains { $0.layout.isOfQuestion && $0[.question] == line[.question] }
        if places.isEmpty, !isRead {
          note(line, .question, "found '\(line[.question])', which no line reads; add one, or take this out")
        }
      }
      guard let meaning = meaning(of: line, at: places) else { continue }
      for place in places {
        if line.layout == .empty {
          if case .state(let state) = meaning { plan.questions[place].empty = state }
          continue
        }
        if let other = plan.questions[place].words.declare(line[.value], as: meaning) {
          note(
            line, .value,
            "found '\(line[.value])', which means \(other.description) already for '\(plan.questions[place].address)'; "
              + "take it out")
        }
      }
    }
  }

  private mutating func meaning(of line: TableMap.Line, at places: [Int]) -> ChoiceWords.Meaning? {
    if !line[.choice].isEmpty {
      guard line[.question] != "*", let place = places.first else {
        if line[.question] == "*" {
          note(line, .question, "found '*' with a choice, expected the question that has the choice; name it")
        }
        return nil
      }
      let answered = plan.questions[place]
      return choice(of: line, at: answered.address).map { .choice($0) }
    }
    switch line[.state] {
    case "unknown": return .state(.unknown)
    case "not_applicable": return .state(.notApplicable)
    case "blank": return .state(.blank)
    default:
      note(line, .state, "found '\(line[.state])', expected unknown, not_applicable or blank")
      return nil
    }
  }

  /// Questions of which the map must say something.
  private mutating func checkQuestions() {
    let named = Set(map.lines.filter { $0.layout.isOfQuestion || $0.layout == .absent }.map { $0[.question] })
    for placed in questionnaire.placed where placed.question.isAsked {
      let name = placed.question.name
      let paper = questionnaire.numbering.label(of: name) ?? ""
      let isRead = plan.questions.contains { $0.address.question == name }
      let isNamed = named.contains(name.text) || (!paper.isEmpty && named.contains(paper))
      if name == register.question {
        if plan.absent.contains(name) {
          problems.append(
            "\(map.path): found '\(name)' as absent, expected its column: nobody knows whose answers the rows are"
          )
        } else if !isNamed {
          problems.append(
            "\(map.path): found no line for '\(name)', expected one: it says whose answers a row holds")
        }
        continue
      }
      if isRead || plan.absent.contains(name) { continue }
      if !isNamed, placed.repeats.isEmpty, case .always = placed.question.requirement {
        problems.append(
          "\(map.path): found no line for '\(name)', which the questionnaire requires; add one, with the layout absent if "
            + "the table does not hold it")
      }
      plan.absent.insert(name)
    }
  }
}

extension TableMap.Layout {
  /// Whether it says where a question is answered.
  var isOfQuestion: Bool { [.column, .oneHot, .codes, .labels].contains(self) }
}

extension ChoiceWords.Reading {
  /// What a word means, in English.
  var description: String {
    switch self {
    case .meaning(.choice(let name)): "'\(name)'"
    case .meaning(.state(let state)): "that the answer is \(state.word)"
    case .ambiguous(let names): "one of \(names.map { "'\($0)'" }.joined(separator: ", "))"
    case .unknown: "nothing"
    }
  }
}

extension AnswerState {
  fileprivate var word: String {
    switch self {
    case .notApplicable: "not applicable"
    case .unknown: "unknown"
    default: "left blank"
    }
  }
}
