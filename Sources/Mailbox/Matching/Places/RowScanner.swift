internal import Documents
internal import Survey

/// Finds places for answers in rows of tables that bear our marks.
///
/// A row is the question's whose code, bookmark or names it has. The answer stands in the cell with the bookmark or the
/// names, else in the last column. What was changed in the other cells, or marks that say different things, leave
/// the answer to a person.
struct RowScanner {
  let key: FormKey
  /// The last column of each table's questions.
  private let widths: [Int?: Int]
  private(set) var sites: [Site] = []
  /// Cells that are no question's.
  private(set) var outside: [Block] = []
  /// What stands beside a question and is not ours.
  private(set) var beside: [(block: Block, text: String, address: Address)] = []

  init(_ key: FormKey, rows: [MarkedRow]) {
    self.key = key
    var widths: [Int?: Int] = [:]
    for row in rows where !row.all.isEmpty {
      let last = row.row.cells.compactMap(\.place.column).max() ?? 0
      widths[row.row.place.table] = max(widths[row.row.place.table] ?? 0, last)
    }
    self.widths = widths
  }

  /// Takes a row, if it has marks.
  ///
  /// - Returns: Whether it has.
  mutating func take(_ row: MarkedRow) -> Bool {
    if row.all.isEmpty { return false }
    if row.all.count == 1, let address = row.all.first {
      takeSingle(row, address)
      return true
    }
    let codes = row.cells.reduce(into: Set<Address>()) { $0.formUnion($1.marks.codes) }
    let others = row.cells.reduce(into: Set<Address>()) { $0.formUnion($1.marks.hidden) }
    if codes.isEmpty || others.isEmpty || codes == others {
      takeEachCell(row)
    } else {
      takeContradictory(row)
    }
    return true
  }

  /// A row of one question.
  private mutating func takeSingle(_ marked: MarkedRow, _ address: Address) {
    let row = marked.row
    let named = row.cells.indices.filter { !marked.cells[$0].marks.hidden.isEmpty }
    let last = widths[row.place.table].flatMap { row.cell(inColumn: $0) }
    let own = named.isEmpty ? [last].compactMap(\.self) : named.map { row.cells[$0] }
    var site = Site(address, at: own.first?.place ?? row.place)
    for cell in own { site.content.append(key.content(of: cell)) }
    if own.count == 1 { site.cell = own.first?.body }
    let others = row.cells.filter { cell in !own.contains { $0.place == cell.place } }
    look(at: others, for: &site, isMarked: !named.isEmpty)
    site.content = site.content.withoutMarks
    sites.append(site)
  }

  /// What stands in the other cells of a row: the question, as it was issued.
  private mutating func look(at cells: [Block], for site: inout Site, isMarked: Bool) {
    var isFound = cells.isEmpty
    for cell in cells {
      let part = IssuedCell.Part(question: site.address.question, cell: cell.body)
      let found = key.issuedCells.value(of: part) { IssuedCell(cell, beside: site.address.question, by: key) }
      if found.hasLabel { isFound = true }
      if found.leftover.isRuled { continue }
      site.doubt(.editedQuestion, found.leftover)
      beside.append((cell, found.leftover, site.address))
    }
    site.isAttested = isFound || isMarked
    site.isWorded = isFound && !cells.isEmpty
    if !isFound { site.doubt(.editedQuestion, "the question's own wording is not in its row") }
  }

  /// A row of several questions, each in cells of its own or behind its own code.
  private mutating func takeEachCell(_ row: MarkedRow) {
    for (cell, known) in zip(row.row.cells, row.cells) {
      let named = known.marks.hidden
      if named.count == 1, let address = named.first {
        var site = Site(address, at: cell.place)
        site.isAttested = true
        site.content = key.content(of: cell).withoutMarks
        site.cell = cell.body
        sites.append(site)
      } else if named.count > 1 {
        var names = NamedSites(key)
        let rest = names.takeNamed(from: cell)
        sites += names.all
        outside.append(rest)
      } else if !known.marks.codes.isEmpty {
        takeLines(of: cell)
      } else {
        outside.append(cell)
      }
    }
  }

  /// A cell with codes in its text is read as lines are.
  private mutating func takeLines(of cell: Block) {
    var scanner = TypedLineScanner(key)
    for line in Line.lines(of: cell, leavingOut: { _ in false }) { scanner.take(line) }
    scanner.finish()
    for var site in scanner.sites {
      if scanner.sites.count == 1 || site.content.isBlank {
        site.doubt(.marksDisagree, "several questions are marked in one row")
      }
      sites.append(site)
    }
    for line in scanner.outside { outside.append(Block(place: line.place, items: [.text(line.text)])) }
  }

  /// Marks that say different things: every question of them waits for a person.
  private mutating func takeContradictory(_ row: MarkedRow) {
    let said = key.questionnaire.inFormOrder(row.all).map {
      key.codes.code(of: $0)?.visible ?? $0.description
    }
    for address in key.questionnaire.inFormOrder(row.all) {
      var site = Site(address, at: row.row.place)
      for (cell, known) in zip(row.row.cells, row.cells) where known.marks.hidden.contains(address) {
        site.content.append(key.content(of: cell).withoutMarks)
      }
      site.isAttested = true
      site.doubt(.marksDisagree, "one row is marked " + said.joined(separator: " and "))
      sites.append(site)
    }
    for (cell, known) in zip(row.row.cells, row.cells) where known.marks.hidden.isEmpty {
      outside.append(cell)
    }
  }
}

extension Content {
  /// The same without the codes of questions in its words.
  var withoutMarks: Content {
    guard VisibleMark.all(in: evidence).contains(where: { $0.isOfQuestion }) else { return self }
    var content = Content()
    for (index, piece) in pieces.enumerated() {
      let place = places.indices.contains(index) ? places[index] : places.first ?? Place(line: 1)
      if case .text(let text) = piece {
        content.append(.text(VisibleMark.removed(from: text)), at: place)
      } else {
        content.append(piece, at: place)
      }
    }
    return content
  }
}

extension VisibleMark {
  /// Whether it is the mark of a question.
  var isOfQuestion: Bool {
    switch self {
    case .opening, .closing: true
    case .end, .property: false
    }
  }
}
