/// A long array in pieces of 65,536 elements, so that growing it never moves what is there.
struct Segments<Element: BitwiseCopyable & Sendable>: Sendable {
  /// The full pieces.
  private var full: [[Element]] = []
  /// The piece that is being filled; empty where there is none.
  private var last: [Element] = []

  private static var shift: Int { 16 }

  /// How many elements a piece has; the last may have fewer.
  static var pieceLength: Int { 1 << shift }

  init() {}

  /// Begins with room for some elements.
  init(reserving room: Int) { last.reserveCapacity(min(room, Self.pieceLength)) }

  var count: Int { full.count << Self.shift &+ last.count }

  /// How many pieces there are.
  var pieceCount: Int { full.count + (last.isEmpty ? 0 : 1) }

  /// A whole piece, from 0.
  func piece(_ index: Int) -> [Element] { index < full.count ? full[index] : last }

  mutating func append(_ element: Element) {
    last.append(element)
    if last.count == Self.pieceLength { close() }
  }

  subscript(index: Int) -> Element {
    get {
      let piece = index >> Self.shift
      return piece < full.count
        ? full[piece][index & (1 << Self.shift - 1)] : last[index & (1 << Self.shift - 1)]
    }
    set {
      let piece = index >> Self.shift
      if piece < full.count {
        full[piece][index & (1 << Self.shift - 1)] = newValue
      } else {
        last[index & (1 << Self.shift - 1)] = newValue
      }
    }
  }

  /// Appends the elements of others behind these, in their order.
  mutating func append(contentsOf other: Segments) {
    for piece in other.full { append(piece: piece) }
    append(piece: other.last)
  }

  /// Appends a piece behind these.
  mutating func append(piece: [Element]) {
    if last.isEmpty, piece.count <= Self.pieceLength {
      last = piece
      if last.count == Self.pieceLength { close() }
      return
    }
    var taken = 0
    while taken < piece.count {
      let added = min(piece.count - taken, Self.pieceLength - last.count)
      last.append(contentsOf: piece[taken..<taken + added])
      taken += added
      if last.count == Self.pieceLength { close() }
    }
  }

  /// Some elements that may stand in several pieces.
  func part(_ range: Range<Int>) -> [Element] {
    if range == 0..<count, pieceCount == 1 { return piece(0) }
    var part: [Element] = []
    part.reserveCapacity(range.count)
    var next = range.lowerBound
    while next < range.upperBound {
      let (piece, place) = (piece(next >> Self.shift), next & (1 << Self.shift - 1))
      let end = min(place + range.upperBound - next, piece.count)
      part.append(contentsOf: piece[place..<end])
      next += end - place
    }
    return part
  }

  /// The same number of elements, each put in another's place.
  func mapped(_ body: (Element) -> Element) -> Segments {
    var mapped = self
    for place in full.indices { mapped.full[place] = full[place].map(body) }
    mapped.last = last.map(body)
    return mapped
  }

  private mutating func close() {
    full.append(last)
    last = []
    // Most files are small; of another one, this piece will be full as well.
    last.reserveCapacity(Self.pieceLength)
  }
}
