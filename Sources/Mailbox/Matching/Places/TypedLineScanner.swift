internal import Documents
internal import Survey

/// Finds places for answers in lines: `[Q04] ( ) yes`, and `[Q05]` … `[/Q05]`, at any depth of quotation.
struct TypedLineScanner {
  private let key: FormKey
  /// What was found.
  private(set) var sites: [Site] = []
  /// What stands around the questions, and is not ours.
  private(set) var outside: [Line] = []
  /// What the form says of itself.
  private(set) var properties: [Extract.Property] = []

  /// The text that is open: the mark that closes it has not come.
  private var open: Int?
  /// Texts that have only the mark that closes them.
  private(set) var orphans: [Site] = []
  /// Lines behind the last mark.
  private var gap: [Line] = []
  private var copy = 0
  /// What stands between two ends of forms: its questions are in the order of the form.
  private var run = 0
  private var answeredInCopy: Set<Address> = []
  private var isBehindEnd = false
  private var isBehindSignature = false
  /// What stands before the head of a form, `[FORM id]`, and how things stood before it.
  private var introduction: [Line] = []
  private var before = (sites: 0, orphans: 0, outside: 0, gap: [Line](), copy: 0, answered: Set<Address>())

  init(_ key: FormKey) { self.key = key }

  /// The question whose place was found last, as long as nothing else began.
  var current: Address? { isBehindEnd ? nil : sites.last?.address }

  // MARK: - Lines

  /// Takes the next line.
  mutating func take(_ line: Line) {
    var line = line
    let original = line
    introduction.append(line)
    switch line.takeMark() {
    case .opening(let code):
      guard let address = key.address(ofCode: code) else { return takePlain(original) }
      begin(address, at: line.place)
      let isText = key.questions[address.question]?.isChosen == false
      if isText {
        let isClosed = line.takeClosing(of: code)
        sites[sites.count - 1].content.append(line: line)
        open = isClosed ? nil : sites.count - 1
      } else {
        sites[sites.count - 1].content.append(line: line)
      }
    case .closing(let code):
      guard let address = key.address(ofCode: code) else { return takePlain(original) }
      close(address, at: line.place)
      if !line.text.isRuled { takePlain(line) }
    case .end:
      if let open { leaveOpen(open, before: nil) }
      settleGap(before: nil)
      (isBehindEnd, isBehindSignature) = (true, false)
      (copy, answeredInCopy, run) = (copy + 1, [], run + 1)
      introduction = []
      before = (sites.count, orphans.count, outside.count, [], copy, answeredInCopy)
    case .property(let name, let value):
      if name == "iscm-form" { forgetIntroduction() }
      settleGap(before: nil)
      properties.append(Extract.Property(name: name, value: value))
      isBehindEnd = false
    case nil: takePlain(original)
    }
  }

  /// A form speaks of marks before its head; where a mail program breaks lines, they may begin one.
  private mutating func forgetIntroduction() {
    let lines = introduction.dropLast()
    introduction = []
    let marks = lines.map { line in
      var line = line
      return line.takeMark() != nil
    }
    guard marks.contains(true) else { return }
    let words = lines.map { $0.text.letterWords }
    let covered = key.prose.covered(words.flatMap(\.self))
    var place = 0
    for (index, isMark) in marks.enumerated() {
      if isMark, !covered[place] { return }
      place += words[index].count
    }
    sites.removeLast(sites.count - before.sites)
    orphans.removeLast(orphans.count - before.orphans)
    outside.removeLast(outside.count - before.outside)
    (copy, answeredInCopy, open) = (before.copy, before.answered, nil)
    gap = before.gap + lines
    isBehindEnd = false
  }

  /// Comes to the end of the document.
  mutating func finish() {
    if let open { leaveOpen(open, before: nil) }
    settleGap(before: nil)
    judgeOrder()
  }

  /// Questions out of the order of the form may bear each other's marks.
  private mutating func judgeOrder() {
    let places = sites.map { key.questionnaire.ordinal(of: $0.address.question) ?? 0 }
    for index in sites.indices {
      let isOut = sites.indices.contains { other in
        sites[other].run == sites[index].run
          && sites[other].place.quoteDepth == sites[index].place.quoteDepth
          && sites[other].address.repeats == sites[index].address.repeats
          && (other < index ? places[other] > places[index] : places[other] < places[index])
      }
      if isOut { sites[index].doubt(.marksDisagree, "its mark is not in the order of the form") }
    }
  }

  private mutating func takePlain(_ line: Line) {
    if isBehindEnd {
      // A signature and a disclaimer say nothing; what names a question may mean an answer.
      if line.text.bare == "--" { isBehindSignature = true }
      if !isBehindSignature, namesQuestion(line.text) { outside.append(line) }
    } else if let open {
      var line = line
      let isClosed = key.codes.code(of: sites[open].address).map { line.takeClosing(of: $0.text) } ?? false
      sites[open].content.append(line: line)
      if isClosed { self.open = nil }
    } else {
      gap.append(line)
    }
  }

  /// Whether a line behind the end of the form has the number of a question in it.
  private func namesQuestion(_ text: String) -> Bool {
    text.letterWords.contains { word in
      let number = word.hasPrefix("q") ? String(word.dropFirst()) : word
      return number.first?.isNumber == true
        && (key.address(ofCode: number) != nil
          || !key.numbering.questions(called: number, in: key.questionnaire).isEmpty)
    }
  }

  // MARK: - Places

  private mutating func begin(_ address: Address, at place: Place) {
    isBehindEnd = false
    if let open { leaveOpen(open, before: (address, place)) }
    open = nil
    // The next line of the choices of a question.
    if sites.last?.address == address, sites.last?.copy == copy,
      key.questions[address.question]?.isChosen == true
    {
      for line in gap { sites[sites.count - 1].content.append(line: line) }
      gap = []
      return
    }
    if answeredInCopy.contains(address) {
      copy += 1
      answeredInCopy = []
    }
    answeredInCopy.insert(address)
    let words = gap.flatMap { $0.text.letterWords }
    let (isAttested, edited) = settleGap(before: address)
    var site = Site(address, at: place)
    site.copy = copy
    (site.isAttested, site.isWorded) = (isAttested, isAttested)
    if let edited { site.doubt(.editedQuestion, edited) }
    if !isAttested, key.labels.occur(in: words) {
      site.doubt(.marksDisagree, "the wording of another question stands before its mark")
    }
    site.run = run
    sites.append(site)
  }

  private mutating func close(_ address: Address, at place: Place) {
    guard let open else {
      gap.append(Line(pieces: [], place: place))
      if sites.last?.address != address {
        var site = Site(address, at: place)
        (site.copy, site.run, site.speaksThoughBlank, site.isAttested) = (copy, run, true, true)
        site.doubt(.marksDisagree, "the mark that opens the text is missing")
        orphans.append(site)
      }
      return
    }
    if sites[open].address != address {
      sites[open].doubt(.marksDisagree, "the text is closed by the mark of another question")
      doubtMarks(of: address, at: place)
    }
    self.open = nil
  }

  private mutating func doubtMarks(of address: Address, at place: Place) {
    guard let index = sites.lastIndex(where: { $0.address == address && $0.copy == copy }) else { return }
    sites[index].doubt(.marksDisagree, "its closing mark stands elsewhere, \(place)")
  }

  /// Ends a text whose closing mark is missing: where the next question begins, if nothing else stands between.
  private mutating func leaveOpen(_ index: Int, before next: (address: Address, place: Place)?) {
    let lines = sites[index].content.lines
    let own = key.prose.ownTail(of: lines.map(\.text))
    if own < lines.count, !sites[index].content.hasBoxes {
      var content = Content()
      for line in lines[..<own] { content.append(line: Line(pieces: [.text(line.text)], place: line.place)) }
      for line in lines[own...] { gap.append(Line(pieces: [.text(line.text)], place: line.place)) }
      sites[index].content = content
    }
    open = nil
    if sites[index].content.isBlank, gap.allSatisfy(\.text.isRuled) { return }
    guard let next, next.place.quoteDepth == sites[index].place.quoteDepth,
      key.follows(next.address, sites[index].address), let question = key.questions[next.address.question],
      gap.allSatisfy(\.text.isRuled) || question.labels.count(in: gap.flatMap { $0.text.letterWords }) == 1
    else {
      sites[index].doubt(.marksDisagree, "the mark that closes the text is missing")
      return
    }
  }

  /// Says whose the lines between two marks are.
  ///
  /// - Parameter next: The question that begins behind them.
  /// - Returns: Whether its wording stands there; and what stands in its place, if that is like it.
  @discardableResult
  private mutating func settleGap(before next: Address?) -> (isAttested: Bool, edited: String?) {
    defer { gap = [] }
    let question = next.flatMap { key.questions[$0.question] }
    let isAttested = question.map { $0.labels.occur(in: gap.flatMap { $0.text.letterWords }) } ?? false
    if let last = sites.indices.last, !isBehindEnd { giveWrappedLabels(to: last) }
    let texts = gap.map(\.text)
    var foreign = key.prose.ownTail(of: texts)
    var edited: String?
    if let question, !isAttested, foreign > 0 {
      edited = editedWording(of: question, among: texts[..<foreign]).map { found in
        foreign = found.lowerBound
        outside += gap[found]
        return texts[found].joined(separator: " ").bare
      }
    }
    let rest = gap[..<foreign].filter { !$0.text.isRuled }
    if let last = sites.indices.last, !isBehindEnd, !rest.isEmpty {
      give(Array(rest), to: last)
    } else {
      outside += rest
    }
    return (isAttested, edited)
  }

  /// A label that was wrapped goes on behind its line.
  private mutating func giveWrappedLabels(to index: Int) {
    guard let question = key.questions[sites[index].address.question], question.isChosen else { return }
    for count in 0...min(gap.count, 8) {
      var content = sites[index].content
      for line in gap[..<count] { content.append(line: line) }
      let tokens = ChoiceTokens(content, of: question, in: key).tokens
      let hasWords = tokens.contains { if case .word = $0 { true } else { false } }
      if !hasWords {
        sites[index].content = content
        gap.removeFirst(count)
        return
      }
    }
  }

  private mutating func give(_ lines: [Line], to index: Int) {
    let isChosen = key.questions[sites[index].address.question]?.isChosen == true
    for line in lines {
      if isChosen { sites[index].content.append(line: line) } else { sites[index].behind.append(line: line) }
    }
  }

  /// The lines that are most likely a question's wording, changed.
  private func editedWording(of question: QuestionKey, among lines: ArraySlice<String>) -> Range<Int>? {
    for start in lines.indices where !lines[start].isRuled {
      for end in (start + 1)...min(lines.endIndex, start + 6) where end <= lines.endIndex {
        if question.likeness(of: lines[start..<end].joined(separator: " "), atLeast: 0.5) > 0 {
          return start..<lines.endIndex
        }
      }
    }
    return nil
  }
}

extension FormKey {
  /// Whether a question is the next one that people are asked behind another.
  func follows(_ next: Address, _ earlier: Address) -> Bool {
    guard let first = questionnaire.ordinal(of: earlier.question),
      let second = questionnaire.ordinal(of: next.question)
    else { return false }
    if first >= second { return next.repeats != earlier.repeats && !next.repeats.isEmpty }
    return !questionnaire.placed[(first + 1)..<second].contains { $0.question.isAsked }
  }
}
