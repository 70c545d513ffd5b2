internal import Documents
internal import Survey

/// Finds places for answers in the original form, which bears no marks: by number and wording together.
///
/// A row counts that begins with the number of a question (`4`, `4.`, `Q4`), whose text is the question's in one
/// language to nine tenths, and that is the only one, in the order of the form. Anything less is proposed.
struct OriginalRows {
  /// How alike a row's text and the question must be.
  static let leastLikeness = 0.9

  private let key: FormKey
  private(set) var sites: [Site] = []
  private(set) var outside: [Block] = []

  init(_ key: FormKey) { self.key = key }

  /// Takes rows without marks, in their order.
  mutating func take(_ rows: [TableRow]) {
    var group: Group?
    for row in rows {
      if let (heading, address) = unnumbered(row) {
        group = nil
        take(heading, for: address)
        continue
      }
      guard let heading = Heading(row, by: key) else {
        outside += row.cells
        continue
      }
      if let found = compound(heading) {
        group = found
        takeParts(of: found, heading)
      } else if let address = question(heading, in: group) {
        take(heading, for: address)
      } else {
        outside += row.cells
      }
    }
    judgeOrder()
  }

  /// A row's number, its question and its answer.
  private struct Heading {
    let number: String
    let text: String
    let answer: [Block]
    let place: Place

    init?(_ row: TableRow, by key: FormKey) {
      guard let first = row.cells.first, row.cells.count > 1 else { return nil }
      let text = key.known(first).content.evidence.bare
      let words = text.parts
      guard let start = words.first else { return nil }
      let number = Word(start).letters
      place = row.place
      self.number = number.hasPrefix("q") ? String(number.dropFirst()) : number
      guard !self.number.isEmpty, self.number.count <= 6 else { return nil }
      if words.count == 1 {
        guard row.cells.count > 2 else { return nil }
        self.text = key.known(row.cells[1]).content.evidence.bare
        answer = Array(row.cells[2...])
      } else {
        self.text = words.dropFirst().joined(separator: " ")
        answer = Array(row.cells[1...])
      }
    }

    /// A row without a number: its question, and behind it its answer.
    init?(unnumbered row: TableRow, by key: FormKey) {
      let cells = row.cells.drop { key.known($0).content.evidence.isRuled }
      guard let first = cells.first, cells.count > 1 else { return nil }
      (number, place) = ("", row.place)
      text = key.known(first).content.evidence.bare
      answer = Array(cells.dropFirst())
    }
  }

  // MARK: - Questions

  /// The question that a number means; `a` and `(i)` are parts of the compound question before them.
  private func question(_ heading: Heading, in group: Group?) -> Address? {
    let own = key.numbered[heading.number]?.first
    let part = group.flatMap { group in
      key.numbered[group.wording.paperNumber + heading.number]?.first { $0.groups.contains(group.name) }
    }
    // The first in the form, where both are there.
    let found = [own, part].compactMap(\.self).min { $0.ordinal < $1.ordinal }
    return found.map { Address($0.name) }
  }

  /// The question that has no number on paper and stands in a row without one, behind rows that have theirs.
  ///
  /// Such a row proves nothing alone: many forms ask for a date.
  private func unnumbered(_ row: TableRow) -> (Heading, Address)? {
    guard !sites.isEmpty, let heading = Heading(unnumbered: row, by: key) else { return nil }
    let found = key.unnumbered.filter { question in
      (key.questions[question.name]?.likeness(of: heading.text, atLeast: Self.leastLikeness) ?? 0)
        >= Self.leastLikeness
    }
    return found.count == 1 ? (heading, Address(found[0].name)) : nil
  }

  private mutating func take(_ heading: Heading, for address: Address) {
    guard let question = key.questions[address.question] else { return }
    var site = Site(address, at: heading.answer.first?.place ?? heading.place)
    site.grade = .text
    (site.isAttested, site.isWorded) = (true, true)
    for cell in heading.answer { site.content.append(key.content(of: cell)) }
    if !question.isChosen, heading.answer.count(where: { !key.known($0).content.isBlank }) > 1 {
      site.doubt(.notAnAnswer, "more than one cell of the row has a text")
    }
    doubt(&site, question.likeness(of: heading.text, atLeast: 0.5), heading.text)
    sites.append(site)
  }

  private func doubt(_ site: inout Site, _ likeness: Double, _ text: String) {
    if likeness >= Self.leastLikeness { return }
    site.doubt(likeness > 0 ? .editedQuestion : .numberAlone, text)
  }

  // MARK: - Compound questions

  private func compound(_ heading: Heading) -> Group? {
    key.compounds[heading.number]
  }

  /// The parts of a compound question in one cell, each behind its label.
  private mutating func takeParts(of group: Group, _ heading: Heading) {
    let parts = key.questionnaire.placed.filter { $0.groups.last == group.name && $0.question.isAsked }
    let likeness =
      group.wording.label.languages.compactMap { group.wording.label[$0] }.map {
        similarity(
          QuestionKey.comparable(heading.text), QuestionKey.comparable($0), atLeast: 0.5)
      }.max() ?? 0
    let cells = heading.answer
    let content = cells.map { key.known($0).content.evidence }.joined(separator: "\n")
    guard !content.isRuled else { return }
    let split = PartLabels(parts.map(\.question), in: key).split(content)
    guard let split, cells.count == 1, let place = cells.first?.place else {
      for cell in cells { outside.append(cell) }
      if let first = parts.first {
        var site = Site(Address(first.question.name), at: heading.place)
        (site.speaksThoughBlank, site.isAttested) = (true, true)
        site.doubt(.notAnAnswer, "the parts of the question are not told apart: \(content.bare)")
        sites.append(site)
      }
      return
    }
    for (name, text) in split {
      var site = Site(Address(name), at: place)
      site.grade = .text
      (site.isAttested, site.isWorded) = (true, true)
      site.content.append(.text(text), at: place)
      doubt(&site, likeness, heading.text)
      sites.append(site)
    }
  }

  // MARK: - Order

  /// Rows that stand twice, or out of the order of the form, prove nothing.
  private mutating func judgeOrder() {
    let places = sites.map { key.questionnaire.ordinal(of: $0.address.question) ?? 0 }
    for index in sites.indices {
      let isBefore = places[..<index].contains { $0 > places[index] }
      let isBehind = places[(index + 1)...].contains { $0 < places[index] }
      let isTwice = sites.count(where: { $0.address == sites[index].address }) > 1
      if isBefore || isBehind || isTwice {
        sites[index].doubt(
          .editedQuestion, isTwice ? "its number stands twice" : "its row is not in the order of the form")
      }
    }
  }
}
