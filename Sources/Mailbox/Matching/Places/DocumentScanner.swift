internal import Documents
internal import Survey

/// Finds every place for an answer in a document, and what stands around them.
struct DocumentScanner {
  private(set) var sites: [Site]
  private(set) var unplaced: [MatchedForm.Unplaced] = []
  private(set) var properties: [Extract.Property]

  init(_ extract: Extract, by key: FormKey) {
    if let pages = PageScanner(extract, by: key) {
      (sites, properties) = (pages.sites, extract.properties)
      for block in pages.outside {
        let text = VisibleMark.removed(from: Content(of: block).evidence)
        note(ForeignText(text, by: key, isOwn: false), at: block.place)
      }
      return
    }
    var lines = TypedLineScanner(key)
    var names = NamedSites(key)
    for block in extract.blocks where block.place.table == nil { Self.take(block, &lines, &names, key) }
    lines.finish()

    let all = TableRow.rows(of: extract.blocks)
    var sheets = AnswerSheet(key)
    let rows = all.filter { !sheets.take($0) }.map { MarkedRow($0, by: key) }
    var marked = RowScanner(key, rows: rows)
    var original = OriginalRows(key)
    original.take(rows.filter { !marked.take($0) }.map(\.row))

    properties = extract.properties + lines.properties + sheets.properties
    sites = lines.sites + lines.orphans + names.all + sheets.sites + marked.sites + original.sites
    for line in lines.outside {
      let text = line.text
      note(key.foreignLines.value(of: ExactText(text)) { ForeignText(text, by: key) }, at: line.place)
    }
    for block in sheets.outside + marked.outside + original.outside {
      note(key.foreignCells.value(of: block.body) { ForeignText(block, by: key) }, at: block.place)
    }
    for (block, text, address) in marked.beside {
      unplaced.append(MatchedForm.Unplaced(text: text, place: block.place, beside: address))
    }
  }

  /// Takes a block outside of tables: by its names, or line by line.
  private static func take(
    _ block: Block, _ lines: inout TypedLineScanner, _ names: inout NamedSites, _ key: FormKey
  ) {
    let marks = key.known(block).marks
    let (own, shown) = (marks.hidden, marks.codes)
    // A code in front of named boxes is read with them.
    let isInline = own.count == 1 && (shown == own || (shown.isEmpty && lines.current == own.first))
    if own.isEmpty || isInline {
      for line in Line.lines(of: block, leavingOut: { _ in false }) { lines.take(line) }
    } else if own.count == 1, shown.isEmpty, let address = own.first {
      names.take(block, for: address)
    } else {
      let rest = names.takeNamed(from: block)
      for line in Line.lines(of: rest, leavingOut: { _ in false }) { lines.take(line) }
    }
  }

  /// Notes what is not ours of a text that is no question's.
  private mutating func note(_ text: ForeignText, at place: Place) {
    switch text {
    case .nothing: break
    case .token(let token):
      properties.append(Extract.Property(name: "iscm-token", value: token.description))
    case .words(let words): unplaced.append(MatchedForm.Unplaced(text: words, place: place))
    }
  }
}
