/// A long array in pieces of 65,536 elements, so that growing it never moves what is there.
struct Segments<Element: BitwiseCopyable & Sendable>: Sendable {
  private var segments: [[Element]] = []
  private(set) var count = 0

  private static var shift: Int { 16 }

  /// How many elements a piece has; the last may have fewer.
  static var pieceLength: Int { 1 << shift }

  /// How many pieces there are.
  var pieceCount: Int { segments.count }

  /// A whole piece, from 0.
  func piece(_ index: Int) -> [Element] { segments[index] }

  mutating func append(_ element: Element) {
    if count & (1 << Self.shift - 1) == 0 { open() }
    segments[segments.count &- 1].append(element)
    count &+= 1
  }

  subscript(index: Int) -> Element {
    get { segments[index >> Self.shift][index & (1 << Self.shift - 1)] }
    set { segments[index >> Self.shift][index & (1 << Self.shift - 1)] = newValue }
  }

  /// Appends the elements of others behind these, in their order.
  mutating func append(contentsOf other: Segments) {
    for piece in other.segments { append(piece: piece) }
  }

  /// Appends a piece behind these.
  mutating func append(piece: [Element]) {
    if count & (1 << Self.shift - 1) == 0, piece.count <= 1 << Self.shift {
      if !piece.isEmpty { segments.append(piece) }
      count += piece.count
      return
    }
    var taken = 0
    while taken < piece.count {
      let filled = count & (1 << Self.shift - 1)
      if filled == 0 { open() }
      let added = min(piece.count - taken, 1 << Self.shift - filled)
      segments[segments.count - 1].append(contentsOf: piece[taken..<taken + added])
      count += added
      taken += added
    }
  }

  /// All elements, behind each other.
  var joined: [Element] { segments.count == 1 ? segments[0] : segments.flatMap { $0 } }

  /// The same number of elements, each put in another's place.
  func mapped(_ body: (Element) -> Element) -> Segments {
    var mapped = self
    for place in segments.indices { mapped.segments[place] = segments[place].map(body) }
    return mapped
  }

  private mutating func open() {
    var segment: [Element] = []
    // The first grows as it must: most files are small.
    if !segments.isEmpty { segment.reserveCapacity(1 << Self.shift) }
    segments.append(segment)
  }
}
