internal import Expressions
internal import Survey

extension TablePlanner {
  /// The question that a line names, by its name or its number on paper.
  mutating func address(of line: TableMap.Line) -> Address? {
    let text = line[.question]
    let numbered = questionnaire.placed.first { questionnaire.numbering.label(of: $0.question.name) == text }
    if let numbered, numbered.question.isAsked, numbered.repeats.isEmpty {
      guard let firstVersion, !firstVersion.isEmpty, firstVersion != questionnaire.version else {
        return Address(numbered.question.name)
      }
      note(
        line, .question,
        "found '\(text)', a number of the version '\(firstVersion)' that may be another question's now, expected a name; "
          + "import the table again by a map that names the question")
      return nil
    }
    let address = Address(text).map(questionnaire.history.now)
    if let address, questionnaire.history.isRetired(address.question) {
      if !isKept {
        note(
          line, .question,
          "found '\(text)', which '\(questionnaire.id)' does not ask any more, expected a question; use the layout ignore"
        )
      }
      return nil
    }
    if let address, let placed = questionnaire.placed(address.question),
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

  mutating func layQuestions() {
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
    read = Set(held.keys)
    for address in questionnaire.inFormOrder(held.keys) {
      if let answered = answered(address, by: held[address] ?? [], without: left[address] ?? []) {
        plan.questions.append(answered)
      }
    }
    layWords()
  }

  mutating func choice(of line: TableMap.Line, at address: Address) -> Choice.Name? {
    let list = questionnaire.question(address.question).flatMap(questionnaire.choices)
    let written = Choice.Name(line[.choice])
    let name = list.map { questionnaire.history.now(written, in: $0.name) } ?? written
    if list?[name] != nil { return name }
    // What the row holds is shown as it is, to be decided of.
    if isKept, let list, questionnaire.history.isRetired(name, in: list.name) { return name }
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

  mutating func answered(
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
    let before = problemCount
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
    if problemCount > before || lines.contains(where: { $0.column == nil }) { return nil }
    return TablePlan.Answered(
      address: address, question: question, list: list, place: place,
      words: ChoiceWords(
        list, kinds, questionnaire.history, register: question.name == register.question ? register : nil),
      times: format,
      hasDecimalComma: hasComma)
  }

  mutating func boxes(
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
      let isAny = line.isOfAnyText
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
    if list != nil, !isKept, !missing.isEmpty, seen.count == lines.count {
      let names =
        missing.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + (missing.count > 5 ? ", …" : "")
      note(
        lines[0].line, .choice,
        "found no column of '\(address)' for \(names), expected one for each choice; add a line for each, with the layout "
          + "absent if the table did not offer it")
    }
    return boxes
  }

  static func separator(_ text: String) -> String {
    ["space": " ", "tab": "\t", "newline": "\n", "comma": ",", "semicolon": ";"][text] ?? text
  }

  mutating func format(of line: TableMap.Line, _ kind: Question.Kind) -> (TimeFormat, hasComma: Bool) {
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
}
