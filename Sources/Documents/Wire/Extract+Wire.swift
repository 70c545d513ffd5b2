extension Extract {
  /// Adds the extract as a worker hands it over.
  ///
  /// A block is its place and, as one piece, what it holds: two blocks that hold the same have the same bytes there.
  func write(to wire: inout WireWriter) {
    wire.append(format.rawValue)
    wire.append(properties.count)
    for property in properties { wire.append([property.name, property.value]) }
    wire.append(findings.count)
    for finding in findings { wire.append(finding) }
    wire.append(blocks.count)
    var piece = WireWriter()
    for block in blocks {
      wire.append(block.place)
      piece.removeAll()
      piece.append(block.body)
      wire.append(piece: piece)
    }
  }

  /// Reads an extract that a worker handed over.
  init(from wire: inout WireReader, knowing bodies: KnownBodies) throws(WireReader.Garbled) {
    guard let format = Format(rawValue: try wire.text()) else { throw WireReader.Garbled() }
    self.init(format: format)
    for _ in 0..<(try wire.count()) {
      let texts = try wire.texts()
      guard texts.count == 2 else { throw WireReader.Garbled() }
      properties.append(Property(name: texts[0], value: texts[1]))
    }
    for _ in 0..<(try wire.count()) { findings.append(try wire.finding()) }
    let count = try wire.count()
    blocks.reserveCapacity(count)
    for _ in 0..<count {
      let place = try wire.place()
      let body = try bodies.body(try wire.piece()) { (bytes) throws(WireReader.Garbled) in
        var wire = WireReader(bytes)
        let body = try wire.body()
        guard wire.isAtEnd else { throw WireReader.Garbled() }
        return body
      }
      blocks.append(Block(place: place, body: body))
    }
  }
}

// What each part of an extract is as numbers and texts; a reader stands below its writer.

extension WireWriter {
  fileprivate mutating func append(_ finding: Finding) {
    append(finding.kind.rawValue)
    append(finding.detail)
    append(finding.place == nil ? 0 : 1)
    if let place = finding.place { append(place) }
  }

  /// A place begins with a bit for each number that it may lack.
  fileprivate mutating func append(_ place: Place) {
    append(
      (place.table == nil ? 0 : 1) | (place.row == nil ? 0 : 2) | (place.column == nil ? 0 : 4)
        | (place.page == nil ? 0 : 8))
    if let table = place.table { append(table) }
    if let row = place.row { append(row) }
    if let column = place.column { append(column) }
    if let page = place.page { append(page) }
    append(place.line)
    append(place.quoteDepth)
  }

  fileprivate mutating func append(_ body: Block.Body) {
    append(body.bookmarks)
    append(body.tags)
    append(body.items.count)
    for item in body.items {
      switch item {
      case .text(let text):
        append(0)
        append(text)
      case .field(let name, let value):
        append(1)
        append(name)
        append(value)
      case .box(let box):
        append(2)
        append(box.kind.rawValue)
        append((box.isTicked ? 1 : 0) | (box.disagrees ? 2 : 0))
        append(box.name)
        append(box.sign)
      }
    }
  }
}

extension WireReader {
  fileprivate mutating func finding() throws(Garbled) -> Finding {
    guard let kind = Finding.Kind(rawValue: try text()) else { throw Garbled() }
    let detail = try text()
    return Finding(kind, at: try number() == 0 ? nil : try place(), detail: detail)
  }

  fileprivate mutating func place() throws(Garbled) -> Place {
    let given = try number()
    var place = Place(line: 0)
    if given & 1 != 0 { place.table = try number() }
    if given & 2 != 0 { place.row = try number() }
    if given & 4 != 0 { place.column = try number() }
    if given & 8 != 0 { place.page = try number() }
    place.line = try number()
    place.quoteDepth = try number()
    return place
  }

  fileprivate mutating func body() throws(Garbled) -> Block.Body {
    let (bookmarks, tags) = (try texts(), try texts())
    var items: [Block.Item] = []
    for _ in 0..<(try count()) { items.append(try item()) }
    return Block.Body(bookmarks: bookmarks, tags: tags, items: items)
  }

  private mutating func item() throws(Garbled) -> Block.Item {
    switch try number() {
    case 0: return .text(try text())
    case 1: return .field(name: try text(), value: try text())
    case 2:
      guard let kind = Block.Box.Kind(rawValue: try text()) else { throw Garbled() }
      let state = try number()
      return .box(
        Block.Box(
          kind: kind, isTicked: state & 1 != 0, name: try text(), disagrees: state & 2 != 0,
          sign: try text()))
    default: throw Garbled()
    }
  }
}
