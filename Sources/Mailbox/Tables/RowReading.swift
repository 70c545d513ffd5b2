internal import Calendar
internal import Documents
internal import Survey

/// What a row of a table answers, by a plan.
struct RowReading {
  private let plan: TablePlan
  private let row: ForeignTable.Row
  /// In which language the row was answered; nothing where nobody says.
  private(set) var language: Language?
  private(set) var form: MatchedForm

  /// Reads a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - plan: Where its answers stand.
  ///   - languages: The languages of the questionnaire.
  init(_ row: ForeignTable.Row, by plan: TablePlan, in languages: [Language]) {
    self.plan = plan
    self.row = row
    form = MatchedForm(isForm: true, absent: plan.absent)
    readLanguage(languages)
    for question in plan.questions { read(question) }
  }

  /// A cell without white space around it.
  private func cell(_ column: Int) -> String { (row.cells[column] ?? "").trimmed }

  private mutating func doubt(
    _ reason: MatchedForm.Doubt.Reason, at address: Address? = nil, _ column: Int, _ detail: String
  ) {
    form.doubts.append(
      MatchedForm.Doubt(
        reason, at: address, place: place(column), detail: "\(plan.name(of: column)): \(detail)"))
  }

  private func place(_ column: Int) -> Place { Place(line: row.number, row: row.number, column: column) }

  private mutating func readLanguage(_ languages: [Language]) {
    guard let column = plan.language, !cell(column).isEmpty else { return }
    let found = cell(column)
    language = plan.languageWords[found.lowercased()] ?? languages.first { $0.answers(to: found) }
    if language == nil {
      doubt(
        .languageUnknown, column,
        "found '\(found.clippedToLine)', expected a language of the questionnaire; declare the word in the map"
      )
    }
  }

  private mutating func take(
    _ cell: String, _ question: TablePlan.Answered, from columns: [Int], evidence: String
  ) {
    form.answers.append(
      MatchedForm.Answer(
        address: question.address, cell: cell, evidence: evidence, place: place(columns.first ?? 0),
        grade: .declared, columns: columns.map(plan.name).joined(separator: ", ")))
  }

  private mutating func read(_ question: TablePlan.Answered) {
    if question.columns.allSatisfy({ cell($0).isEmpty }) {
      // What it hangs on says whether it was asked; here stands that nobody answered, or that nobody knows.
      if question.isUnknownIfEmpty { form.states[question.address] = question.empty }
      return
    }
    switch question.place {
    case .column(let column): read(question, column)
    case .several(let column, let separator): readSeveral(question, column, separator)
    case .boxes(let boxes): readBoxes(question, boxes)
    }
  }

  // MARK: - One column

  private mutating func read(_ question: TablePlan.Answered, _ column: Int) {
    let text = cell(column)
    let reading = question.words.reading(of: text, in: language)
    switch reading {
    case .meaning(.state(let state)): form.states[question.address] = state
    case .meaning(.choice(let choice)): take(choice.text, question, from: [column], evidence: text)
    case .ambiguous, .unknown:
      if question.list == nil {
        readTyped(question, column)
      } else {
        complain(reading, of: text, question, column)
      }
    }
  }

  private mutating func complain(
    _ reading: ChoiceWords.Reading, of text: String, _ question: TablePlan.Answered, _ column: Int
  ) {
    var detail = "found '\(text.clippedToLine)', "
    if case .ambiguous = reading {
      detail += "which may mean \(reading.description); say in the map whether codes or labels stand there"
    } else {
      detail += "expected \(question.words.expected)"
      detail +=
        question.words.suggestion(for: text, in: language).map { "; did you mean '\($0.clippedToLine)'?" }
        ?? ""
      detail += "; declare the word in the map, or decide of it"
    }
    doubt(.notInTheList, at: question.address, column, detail)
  }

  private mutating func readTyped(_ question: TablePlan.Answered, _ column: Int) {
    let text = cell(column)
    let entry: String?
    switch question.question.kind {
    case .text: entry = row.cells[column] ?? ""
    case .decimal where question.hasDecimalComma:
      entry = text.contains(".") ? nil : text.replacing(",", with: ".")
    case .date:
      // A day and midnight is how many tools write a day.
      let reading = question.times.reading(text)
      entry = reading?.time?.secondsSinceMidnight ?? 0 == 0 ? reading?.date?.description : nil
    case .time: entry = question.times.reading(text).flatMap { $0.date == nil ? $0.time?.description : nil }
    case .dateTime:
      entry = question.times.instant(text).map { ZonedTime(text)?.description ?? $0.description }
    default: entry = text
    }
    do throws(AnswerProblem) {
      if let entry, let answer = try question.question.answer(from: entry) {
        take(answer.cell, question, from: [column], evidence: text)
      } else {
        doubt(
          .notAnAnswer, at: question.address, column,
          "found '\(text.clippedToLine)', expected \(question.expectedWriting); declare in the map how the column writes "
            + "it, or decide of it")
      }
    } catch {
      doubt(.notAnAnswer, at: question.address, column, "\(error)")
    }
  }

  // MARK: - Several choices in a column

  private mutating func readSeveral(_ question: TablePlan.Answered, _ column: Int, _ separator: String) {
    let text = cell(column)
    if case .meaning(.state(let state)) = question.words.reading(of: text, in: language) {
      form.states[question.address] = state
      return
    }
    // A label may itself hold what stands between labels.
    let pieces = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    var ways: [[Choice.Name]?] = [[]]
    var isAmbiguous = false
    for end in pieces.indices {
      var found: [[Choice.Name]] = []
      for start in max(0, end - Self.mostPiecesOfLabel)...end {
        guard let before = ways[start] else { continue }
        let piece = pieces[start...end].joined(separator: separator)
        if start == end, piece.isBlank { found.append(before) }
        if case .meaning(.choice(let choice)) = question.words.reading(of: piece, in: language) {
          found.append(before + [choice])
        }
      }
      if Set(found.map(Set.init)).count > 1 { isAmbiguous = true }
      ways.append(found.first)
    }
    if !isAmbiguous, let choices = ways.last ?? nil, !choices.isEmpty {
      let names = (question.list?.choices.map(\.name) ?? []).filter(choices.contains)
      take(names.map(\.text).joined(separator: " "), question, from: [column], evidence: text)
      return
    }
    if isAmbiguous {
      doubt(
        .notInTheList, at: question.address, column,
        "found '\(text.clippedToLine)', whose parts make labels in more than one way; decide of it")
      return
    }
    // As far as nothing is in the way, then the piece that is.
    let last = ways.lastIndex { $0 != nil } ?? 0
    let piece = last < pieces.count ? pieces[last].trimmed : text
    complain(question.words.reading(of: piece, in: language), of: piece, question, column)
  }

  /// No label holds so many separators.
  private static let mostPiecesOfLabel = 12

  // MARK: - A column for each choice

  private mutating func readBoxes(_ question: TablePlan.Answered, _ boxes: [TablePlan.Answered.Box]) {
    var ticked: [TablePlan.Answered.Box] = []
    var empty: [TablePlan.Answered.Box] = []
    var states: [AnswerState] = []
    var isWrong = false
    for box in boxes {
      let text = cell(box.column)
      if case .meaning(.state(let state)) = question.words.reading(of: text, in: language), !text.isEmpty,
        text != box.yes, text != box.no
      {
        states.append(state)
      } else if text == box.no {
        continue
      } else if box.yes == nil || text == box.yes {
        ticked.append(box)
      } else if text.isEmpty {
        empty.append(box)
      } else {
        isWrong = true
        doubt(
          .notInTheList, at: question.address, box.column,
          "found '\(text.clippedToLine)', expected \(box.expected); mend the map, or decide of it")
      }
    }
    if isWrong { return }
    if let state = states.first, states.count == boxes.count, Set(states).count == 1 {
      form.states[question.address] = state
    } else if let box = empty.first ?? (states.isEmpty ? nil : boxes[0]) {
      doubt(
        .notAnAnswer, at: question.address, box.column,
        "found '\(cell(box.column).clippedToLine)' beside columns that are filled in, expected \(box.expected); "
          + "mend the map, or decide of it")
    } else if question.takesOne, ticked.count > 1 {
      doubt(
        .severalTicked, at: question.address, ticked[1].column,
        "found '\(cell(ticked[1].column).clippedToLine)', expected one choice, and "
          + "\(plan.name(of: ticked[0].column)) is chosen too; decide of it")
    } else if !ticked.isEmpty {
      let chosen = Set(ticked.compactMap(\.choice))
      let listed = (question.list?.choices.map(\.name) ?? []).filter(chosen.contains)
      let names = listed + chosen.subtracting(listed).sorted()
      take(
        question.list == nil ? "OK" : names.map(\.text).joined(separator: " "), question,
        from: ticked.map(\.column), evidence: ticked.map { cell($0.column) }.joined(separator: "; "))
    }
  }
}

extension TablePlan.Answered {
  fileprivate var isUnknownIfEmpty: Bool { empty != .blank }

  fileprivate var takesOne: Bool {
    if case .selectOne = question.kind { return true }
    return false
  }

  /// How the column writes what it holds, in English.
  fileprivate var expectedWriting: String {
    switch question.kind {
    case .date: "a date" + (times.declared == nil ? " such as 2018-11-09" : " as the map declares it")
    case .time: "a time" + (times.declared == nil ? " such as 16:30" : " as the map declares it")
    case .dateTime: "a date and a time" + (times.declared == nil ? " with a zone" : " as the map declares it")
    case .decimal where hasDecimalComma: "a number with a comma for decimals, such as 2,5"
    default: "an answer"
    }
  }
}

extension TablePlan.Answered.Box {
  fileprivate var expected: String {
    yes.map { "'\($0)' or \(no.isEmpty ? "nothing" : "'\(no)'")" } ?? "any text"
  }
}
