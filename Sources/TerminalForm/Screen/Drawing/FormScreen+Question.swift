internal import Messages
internal import Survey

extension FormScreen {
  /// What stands between the header and the keys.
  func body(_ layout: Layout, height: Int) -> Body {
    if let pane { return body(of: pane, layout) }
    if let reviewing { return body(of: reviewing, layout) }
    guard let page, let place else { return Body() }
    let body = body(of: page, at: place, withParts: page.isCompound, layout)
    // Where the parts and the answer have no room together, the answer has it.
    return !page.isCompound || body.isInPlace(height: height)
      ? body : self.body(of: page, at: place, withParts: false, layout)
  }

  private func body(of page: Page, at place: Outline.Stop, withParts: Bool, _ layout: Layout) -> Body {
    var body = Body()
    addContext(of: place, on: page, to: &body, layout)
    if withParts { addParts(of: page, to: &body, layout) }
    switch place {
    case .question(let address): addQuestion(at: address, on: page, to: &body, layout)
    case .repeats(let path): addList(of: path, to: &body, layout)
    }
    if case .typing(let typed) = input { addText(typed, to: &body, layout) }
    if case .choosing(let list) = input { addChoices(list, to: &body, layout) }
    return body
  }

  /// The groups around the question, less its part, and the notes before it.
  private func addContext(of place: Outline.Stop, on page: Page, to body: inout Body, _ layout: Layout) {
    let repeats = place.repeats
    for name in session.questionnaire.groups(around: place) {
      guard words.numbering.part(ofGroup: name) == nil, let group = session.questionnaire.group(name) else {
        continue
      }
      addTitle(of: group, in: repeats, isPage: name == page.group, to: &body, layout)
    }
    for note in page.notes {
      body.add(words.label(ofQuestionAt: note), columns: layout.columns)
      addValue(at: note, lead: "", to: &body, layout)
      body.top.append(Body.Row())
    }
  }

  private func addTitle(
    of group: Group, in repeats: [Address.Repeat], isPage: Bool, to body: inout Body, _ layout: Layout
  ) {
    let words = words.read(in: repeats)
    if group.isRepeat, let depth = repeats.firstIndex(where: { $0.group == group.name }) {
      let path = RepeatPath(group.name, in: Array(repeats[..<depth]))
      let values: KeyValuePairs = [
        "title": words.title(of: group), "number": String(repeats[depth].number),
        "count": String(session.outline.count(of: path)),
      ]
      body.add(words.say(.repeatOf, values), .title, columns: layout.columns)
    } else if !group.wording.label.isEmpty {
      let number = isPage && !group.wording.paperNumber.isEmpty ? group.wording.paperNumber + ". " : ""
      body.add(
        words.text(group.wording.label), isPage ? .title : .plain, lead: number, columns: layout.columns)
      if !group.wording.hint.isEmpty {
        body.add(words.text(group.wording.hint), .aside, columns: layout.columns)
      }
    }
  }

  /// The parts of a compound question, with the beginning of each answer.
  private func addParts(of page: Page, to body: inout Body, _ layout: Layout) {
    let parts = page.stops.map(part)
    let widest = parts.map { $0.number.columns + $0.title.columns }.max() ?? 0
    let width = min(layout.columns / 2, widest + 2)
    for (stop, part) in zip(page.stops, parts) {
      let lead = (stop == place ? " > " : "   ") + part.number
      let title = part.title
      let preview = preview(of: stop)
      let target = Target.part(stop)
      if layout.isRightToLeft || layout.isNarrow {
        let line = preview.isEmpty ? title : "\(title) - \(preview)"
        let rows = Body.rows(
          of: line.clipped(toColumns: layout.columns * 2 - 12), lead: lead, columns: layout.columns)
        body.top += rows.map { Body.Row($0.row, target: target) }
        continue
      }
      let hang = String(repeating: " ", count: lead.columns)
      for (index, line) in title.wrapped(toColumns: width - part.number.columns - 2).enumerated() {
        let left = ((index == 0 ? lead : hang) + line).padded(toColumns: width + 3)
        let room = layout.columns - left.columns - 2
        body.top.append(
          Body.Row(
            Frame.Row([
              Frame.Span(" " + left), Frame.Span(index == 0 ? preview.clipped(toColumns: room) : "", .aside),
            ]),
            target: target))
      }
    }
    let entries = page.stops.compactMap(\.address).map { session.entries[$0] }
    let answered = entries.count { $0?.answer != nil }
    let inapplicable = entries.count { $0 == .notApplicable }
    let values: KeyValuePairs = [
      "answered": String(answered), "inapplicable": String(inapplicable),
      "empty": String(page.stops.count - answered - inapplicable),
    ]
    body.add(words.say(.partCounts, values), .aside, columns: layout.columns)
    body.top.append(ruled("", layout))
  }

  /// What a part is called: its number, if it has one, and its label.
  private func part(_ stop: Outline.Stop) -> (number: String, title: String) {
    switch stop {
    case .repeats(let path):
      return ("", session.questionnaire.group(path.group).map(words.title) ?? path.description)
    case .question(let address):
      let hasNumber = words.numbering.label(of: address.question) != nil
      return (hasNumber ? words.reference(to: address) + " " : "", words.label(ofQuestionAt: address))
    }
  }

  /// The beginning of an answer; all of it stands below, where the part has the focus.
  private func preview(of stop: Outline.Stop) -> String {
    guard let address = stop.address else { return words.say(.emptyPart) }
    if let typed = session.unfinished[address] { return words.say(.typedSoFar, ["text": typed]) }
    guard let entry = session.entries[address] else { return words.say(.emptyPart) }
    return words.text(of: entry, choices: words.offer(at: address, in: session))
  }

  // MARK: - The question

  private func addQuestion(at address: Address, on page: Page, to body: inout Body, _ layout: Layout) {
    guard let question else { return }
    let words = words.read(in: address.repeats)
    let label = words.numbering.label(of: address.question) == nil ? "" : words.reference(to: address) + ". "
    body.add(words.label(of: question), .title, lead: label, columns: layout.columns)
    let lead = lead(below: address)
    if !question.wording.hint.isEmpty {
      body.add(words.text(question.wording.hint), .aside, lead: lead, columns: layout.columns)
    }
    guard question.isAsked else { return addValue(at: address, lead: lead, to: &body, layout) }
    if isFixed(address) {
      body.add(preview(of: .question(address)), lead: lead, columns: layout.columns)
      return body.add(words.say(.fixedHere), .aside, lead: lead, columns: layout.columns)
    }
    var state = [howToAnswer(question), standing(of: question, at: address)]
    if session.isRequired(address), session.entries[address] == nil { state.append(words.say(.needed)) }
    let said = state.filter { !$0.isEmpty }.joined(separator: words.say.language == .chinese ? "" : " ")
    // While a first answer is typed nothing moves because it is kept.
    let isFirst = if case .typing(let typed) = input { typed.before.isEmpty } else { false }
    if !said.isEmpty || isFirst { body.add(said, .aside, lead: lead, columns: layout.columns) }
    guard case .choosing(let list) = input else { return }
    if list.items.isEmpty {
      body.add(words.say(.nothingOffered), .warning, lead: lead, columns: layout.columns)
    }
  }

  /// The value of a question that is only read.
  private func addValue(at address: Address, lead: String, to body: inout Body, _ layout: Layout) {
    guard let value = words.read(in: address.repeats).value(shownAt: address, in: session) else { return }
    body.add(value, .title, lead: lead + "  ", columns: layout.columns)
  }

  /// What stands before the rows below a question's number.
  private func lead(below address: Address) -> String {
    if words.numbering.label(of: address.question) == nil { return "" }
    return String(repeating: " ", count: min(words.reference(to: address).columns + 2, 4))
  }

  private func howToAnswer(_ question: Question) -> String {
    switch question.kind {
    case .text, .acknowledge: ""
    default: words.howToAnswer(question)
    }
  }

  /// What the answer is now; that there is none is said too.
  private func standing(of question: Question, at address: Address) -> String {
    // What is being typed is seen.
    if case .typing(let typed) = input, !typed.text.isBlank { return "" }
    return switch (question.kind, session.entries[address]) {
    case (_, .notApplicable): words.say(.now, ["answer": words.say(.notApplicable)])
    case (.selectMultiple, .answered(.several(let names))):
      words.say(
        .chosen,
        [
          "count": String(names.count),
          "numbers": words.text(
            of: .answered(.several(names)), choices: words.offer(at: address, in: session)),
        ])
    case (.selectMultiple, _): words.say(.chosenNone)
    case (.rank, .answered(.ranked(let names))):
      words.order(of: names, among: words.offer(at: address, in: session))
    // In a long list what is chosen may be out of sight.
    case (.selectOne, let entry?) where session.choices(at: address).count > 9:
      words.say(.now, ["answer": words.text(of: entry, choices: words.offer(at: address, in: session))])
    case (_, nil): words.say(.noAnswerYet)
    default: ""
    }
  }

  // MARK: - Answers

  private func addChoices(_ list: PickList, to body: inout Body, _ layout: Layout) {
    let address = place?.address
    let choices = address.map { words.offer(at: $0, in: session) } ?? []
    let entry = address.flatMap { session.entries[$0] }
    let chosen = entry?.answer?.choices ?? []
    // The place in an order stands where otherwise the cross does.
    let width = question?.kind.isRank == true ? String(choices.count).count : 1
    let (open, close) = question?.kind.isSingle == true ? ("(", ")") : ("[", "]")
    let sign = question?.kind.isSingle == true ? "*" : "x"
    body.main = Body.rows(of: list, layout) { item in
      let place = choices.indices.contains(item) ? chosen.firstIndex(of: choices[item].name) : nil
      let isChosen = choices.indices.contains(item) ? place != nil : entry?.answer != nil
      let mark = question?.kind.isRank == true ? place.map { String($0 + 1) } : sign
      return open + (isChosen ? mark ?? sign : "").padded(toColumns: width) + close
    }
    body.itemCount = list.shown.count
    guard list.items.count > 9 || !list.filter.isEmpty else { return }
    addFilter(of: list, lead: address.map { lead(below: $0) } ?? "", to: &body, layout)
  }

  private func addText(_ typed: TypedAnswer, to body: inout Body, _ layout: Layout) {
    let count = typed.text.split(whereSeparator: \.isWhitespace).count
    body.top.append(
      ruled(question?.kind == .text ? words.say(.wordCount, ["count": String(count)]) : "", layout))
    let text = TextLayout(typed.field.characters, columns: layout.textColumns)
    let caret = text.position(of: typed.field.caret)
    let indent = String(repeating: " ", count: Layout.indent)
    body.main = text.lines.indices.map { row in
      let isHere = row == caret.row
      return Body.Row(
        Frame.Row(indent + text.text(ofRow: row)), target: .line(row),
        cursor: isHere ? Layout.indent + min(caret.column, layout.textColumns - 1) : nil)
    }
    // Room to write in, so that one sees where.
    let least = typed.isLong ? 3 : 1
    body.main += (0..<max(0, least - body.main.count)).map { _ in Body.Row(isRoom: true) }
    body.main.append(ruled("", layout))
  }

  /// A rule with words at its end.
  private func ruled(_ text: String, _ layout: Layout) -> Body.Row {
    let width = layout.columns - 2
    if text.isEmpty { return Body.Row(" " + String(repeating: "-", count: width), .aside) }
    let dashes = max(3, width - text.columns - 6)
    return Body.Row(
      " " + String(repeating: "-", count: dashes) + " \(text) " + String(repeating: "-", count: 4), .aside)
  }
}

extension Question.Kind {
  var isSingle: Bool {
    if case .selectOne = self { return true }
    return false
  }
}
