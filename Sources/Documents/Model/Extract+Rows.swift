extension Extract {
  /// The extract as rows of text, as a worker hands it over.
  ///
  /// A row is `kind, table, row, column, page, line, quote depth, name, state, text`. A block is a row `block`,
  /// followed by its bookmarks, tags and items; what the document says of itself comes first.
  public var rows: [[String]] {
    var rows: [[String]] = []
    forEachRow { rows.append($0.cells) }
    return rows
  }

  /// Hands over each row, without making an array of all cells of all rows.
  func forEachRow(_ body: (Row) -> Void) {
    body(Row(kind: "document", name: format.rawValue))
    for property in properties { body(Row(kind: "property", name: property.name, text: property.value)) }
    for finding in findings {
      body(Row(kind: "finding", place: finding.place, name: finding.kind.rawValue, text: finding.detail))
    }
    for block in blocks {
      body(Row(kind: "block", place: block.place))
      for bookmark in block.bookmarks { body(Row(kind: "bookmark", name: bookmark)) }
      for tag in block.tags { body(Row(kind: "tag", name: tag)) }
      for item in block.items { body(Row(item)) }
    }
  }

  /// Reads an extract from the rows that a worker handed over.
  ///
  /// - Returns: Nothing where the rows are none of an extract.
  public init?(rows: some Sequence<[String]>) {
    var extract: Extract?
    for cells in rows {
      guard let row = Row(cells) else { return nil }
      if row.kind == "document" {
        guard extract == nil, let format = Format(rawValue: row.name) else { return nil }
        extract = Extract(format: format)
      } else if extract?.add(row) != true {
        return nil
      }
    }
    guard let extract else { return nil }
    self = extract
  }

  private mutating func add(_ row: Row) -> Bool {
    switch row.kind {
    case "property": properties.append(Property(name: row.name, value: row.text))
    case "finding":
      guard let kind = Finding.Kind(rawValue: row.name) else { return false }
      findings.append(Finding(kind, at: row.place, detail: row.text))
    case "block":
      guard let place = row.place else { return false }
      blocks.append(Block(place: place, items: []))
    default:
      guard let last = blocks.indices.last else { return false }
      switch row.kind {
      case "bookmark": blocks[last].bookmarks.append(row.name)
      case "tag": blocks[last].tags.append(row.name)
      default:
        guard let item = row.item else { return false }
        blocks[last].items.append(item)
      }
    }
    return true
  }

  /// One row as it is handed over.
  struct Row {
    var kind: String
    var place: Place?
    var name = ""
    var state = ""
    var text = ""

    init(kind: String, place: Place? = nil, name: String = "", state: String = "", text: String = "") {
      self.kind = kind
      self.place = place
      self.name = name
      self.state = state
      self.text = text
    }

    init(_ item: Block.Item) {
      switch item {
      case .text(let text): self.init(kind: "text", text: text)
      case .field(let name, let value): self.init(kind: "field", name: name, text: value)
      case .box(let box):
        let state = (box.isTicked ? "on" : "off") + (box.disagrees ? " disagrees" : "")
        self.init(
          kind: "box", name: box.name, state: state,
          text: box.kind.rawValue + (box.sign.isEmpty ? "" : " \(box.sign)"))
      }
    }

    init?(_ cells: [String]) {
      guard cells.count == 10 else { return nil }
      kind = cells[0]
      (name, state, text) = (cells[7], cells[8], cells[9])
      guard !cells[5].isEmpty else { return }
      guard let line = Int(cells[5]), let depth = Int(cells[6]) else { return nil }
      place = Place(
        line: line, table: Int(cells[1]), row: Int(cells[2]), column: Int(cells[3]), page: Int(cells[4]),
        quoteDepth: depth)
    }

    var cells: [String] {
      var cells: [String] = []
      cells.reserveCapacity(10)
      forEachCell { cells.append($0) }
      return cells
    }

    func forEachCell(_ body: (String) -> Void) {
      body(kind)
      if let place {
        for number in [place.table, place.row, place.column, place.page] {
          body(number.map(String.init) ?? "")
        }
        body(String(place.line))
        body(String(place.quoteDepth))
      } else {
        for _ in 0..<6 { body("") }
      }
      body(name)
      body(state)
      body(text)
    }

    var item: Block.Item? {
      switch kind {
      case "text": return .text(text)
      case "field": return .field(name: name, value: text)
      case "box":
        let words = state.split(separator: " ")
        let parts = text.split(separator: " ", maxSplits: 1)
        guard let kind = Block.Box.Kind(rawValue: String(parts.first ?? "")), let first = words.first else {
          return nil
        }
        return .box(
          Block.Box(
            kind: kind, isTicked: first == "on", name: name, disagrees: words.contains("disagrees"),
            sign: parts.count > 1 ? String(parts[1]) : ""))
      default: return nil
      }
    }
  }
}
