internal import Documents
internal import Survey

/// Finds answers in a table with the columns of a blank CSV: `name,number,question,choices,value,state`.
struct AnswerSheet {
  private let key: FormKey
  private(set) var sites: [Site] = []
  private(set) var properties: [Extract.Property] = []
  private(set) var outside: [Block] = []
  private var columns: [Int?: [String: Int]] = [:]

  init(_ key: FormKey) { self.key = key }

  /// Names stand in the table, which an earlier version of the form may have issued: a name is never used again.
  private var history: FormHistory { key.questionnaire.history }

  /// Takes a row, if its table is such a table.
  ///
  /// - Returns: Whether it is.
  mutating func take(_ row: TableRow) -> Bool {
    guard let own = columns[row.place.table] else { return takeHeading(row) }
    let texts = own.mapValues { column in
      row.cell(inColumn: column).map { Content(of: $0).evidence.bare } ?? ""
    }
    let (name, value, state) = (texts["name"] ?? "", texts["value"] ?? "", texts["state"] ?? "")
    if name.hasPrefix("iscm-") {
      properties.append(Extract.Property(name: name, value: value))
    } else if let address = Address(name).map(history.now), let question = key.questions[address.question],
      key.questionnaire.placed(address.question)?.repeats == address.repeats.map(\.group)
    {
      sites.append(site(address, question, row, own, value: value, state: state))
    } else if !value.isEmpty || !state.isEmpty || !row.cells.allSatisfy({ key.everything.cover($0.text) }) {
      outside += row.cells
    }
    return true
  }

  private mutating func takeHeading(_ row: TableRow) -> Bool {
    guard row.cells.count >= BlankCSV.columns.count else { return false }
    let names = row.cells.map { Content(of: $0).evidence.bare }
    guard BlankCSV.columns.allSatisfy(names.contains) else { return false }
    columns[row.place.table] = Dictionary(
      zip(names, row.cells.map { $0.place.column ?? 0 }), uniquingKeysWith: { first, _ in first })
    return true
  }

  private func site(
    _ address: Address, _ question: QuestionKey, _ row: TableRow, _ columns: [String: Int], value: String,
    state: String
  ) -> Site {
    let cell = columns["value"].flatMap { row.cell(inColumn: $0) }
    var site = Site(address, at: cell?.place ?? row.place)
    (site.isAttested, site.isWorded) = (true, true)
    if let cell {
      site.content = Content(of: cell)
      // The list stands beside the place: names with spaces between them are the answer, be they all that there are.
      if question.list != nil {
        let now = key.questionnaire.now(value, of: question.question)
        site.stored = (try? question.question.answer(from: now, in: question.list))?.cell
      }
    }
    // A response keeps states that no answer here can say: whoever reviews it knows whether they matter.
    if !state.isEmpty {
      site.speaksThoughBlank = true
      site.doubt(.notAnAnswer, "state: \(state)")
    }
    let wording =
      columns["question"].flatMap { row.cell(inColumn: $0) }.map { Content(of: $0).evidence } ?? ""
    if !wording.isRuled, !key.everything.cover(wording) { site.doubt(.editedQuestion, wording.bare) }
    return site
  }
}
