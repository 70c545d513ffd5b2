internal import Documents

/// What stands in one place for an answer, in order; its lines end with line feeds.
struct Content {
  enum Piece: Hashable {
    case text(String)
    case box(Block.Box)
    /// The value of a field.
    case field(String)
  }

  private(set) var pieces: [Piece] = []
  /// Where its parts stand.
  private(set) var places: [Place] = []
  /// What stood there, to the letter; boxes as signs.
  private(set) var evidence = ""

  mutating func append(_ piece: Piece, at place: Place) {
    pieces.append(piece)
    evidence += piece.evidence
    if places.last != place { places.append(place) }
  }

  mutating func append(_ other: Content) {
    if pieces.isEmpty {
      (pieces, places, evidence) = (other.pieces, other.places, other.evidence)
    } else {
      pieces += other.pieces
      places += other.places
      evidence += other.evidence
    }
  }

  /// The words of a person, to the letter, where signs of boxes are among them; nothing where they may be more.
  ///
  /// A sign in the cell of a table that one of our forms has for a text is part of the text: `(x) training`. Lines of a
  /// mail may be those of another question whose mark was lost.
  var ownSigns: String? {
    guard places.allSatisfy({ $0.table != nil }) else { return nil }
    var text = ""
    var hasWords = false
    for piece in pieces {
      switch piece {
      case .text(let words), .field(let words):
        text += words
        hasWords = hasWords || !words.isRuled
      case .box(let box):
        guard box.kind == .glyph, !box.sign.isEmpty else { return nil }
        text += box.sign
      }
    }
    return hasWords ? text.bare : nil
  }

  /// Whether nobody wrote anything, and nothing is there to tick.
  var isBlank: Bool { !hasBoxes && evidence.isRuled }

  var hasBoxes: Bool { hasBox { _ in true } }

  /// Whether one of its boxes is as asked for.
  func hasBox(_ isWanted: (Block.Box) -> Bool) -> Bool {
    pieces.contains { piece in
      if case .box(let box) = piece { return isWanted(box) }
      return false
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

  /// The same, as it stands in one other place.
  func moved(to place: Place) -> Content {
    var content = self
    if !places.isEmpty { content.places = [place] }
    content.lines = lines.map { ($0.text, place) }
    return content
  }

  /// Adds a line of a text.
  mutating func append(line: Line) {
    lines.append((line.text, line.place))
    for piece in line.pieces { append(piece, at: line.place) }
    append(.text("\n"), at: line.place)
  }
}

extension Content.Piece {
  /// The piece as people see it.
  var evidence: String {
    switch self {
    case .text(let text), .field(let text): text
    case .box(let box): box.isTicked ? "☒" : "☐"
    }
  }
}

extension [Content.Piece] {
  /// The pieces as people see them.
  var evidence: String { reduce(into: "") { $0 += $1.evidence } }
}
