internal import Documents

/// What stands in one place for an answer, in order; its lines end with line feeds.
struct Content {
  enum Piece {
    case text(String)
    case box(Block.Box)
    /// The value of a field.
    case field(String)
  }

  private(set) var pieces: [Piece] = []
  /// Where its parts stand.
  private(set) var places: [Place] = []

  mutating func append(_ piece: Piece, at place: Place) {
    pieces.append(piece)
    if places.last != place { places.append(place) }
  }

  mutating func append(_ other: Content) {
    pieces += other.pieces
    places += other.places
  }

  /// What stood there, to the letter; boxes as signs.
  var evidence: String { pieces.evidence }

  /// Whether nobody wrote anything, and nothing is there to tick.
  var isBlank: Bool { !hasBoxes && evidence.isRuled }

  var hasBoxes: Bool { boxes.first != nil }

  var boxes: [Block.Box] {
    pieces.compactMap { piece in
      if case .box(let box) = piece { return box }
      return nil
    }
  }

  /// How deep its words are quoted; a blank is at no depth.
  var depths: Set<Int> {
    var depths: Set<Int> = []
    for line in lines where !line.text.isRuled { depths.insert(line.place.quoteDepth) }
    return depths
  }

  /// Its lines, as far as it was put together of lines.
  private(set) var lines: [(text: String, place: Place)] = []

  /// Adds a line of a text.
  mutating func append(line: Line) {
    lines.append((line.text, line.place))
    for piece in line.pieces { append(piece, at: line.place) }
    append(.text("\n"), at: line.place)
  }
}

extension [Content.Piece] {
  /// The pieces as people see them.
  var evidence: String {
    map { piece in
      switch piece {
      case .text(let text), .field(let text): text
      case .box(let box): box.isTicked ? "☒" : "☐"
      }
    }.joined()
  }
}
