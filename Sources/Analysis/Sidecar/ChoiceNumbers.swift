/// What the choices and texts of a question are, that were kept under the numbers of one form, in those of what is
/// counted.
struct ChoiceNumbers: Sendable {
  private let places: [Int]
  private let texts: [UInt32]
  private let listed: (from: Int, to: Int)
  private let words: (from: Int, to: Int)
  private let isSame: Bool
  private let hasSameTexts: Bool

  /// Finds the numbers of all choices and of all answers that are none.
  init(from own: Domain, to domain: inout Domain) {
    listed = (own.choices.count, domain.choices.count)
    words = (own.words ?? 0, domain.words ?? 0)
    var places: [Int] = []
    for place in 0..<own.placeCount { places.append(domain.place(of: own.name(at: place))) }
    self.places = places
    if case .text = domain.keeping {
      texts = own.texts.map { UInt32(domain.number(of: $0)) }
    } else {
      texts = []
    }
    hasSameTexts = texts.elementsEqual(texts.indices.lazy.map { UInt32($0) })
    isSame = listed.from == listed.to && places == Array(places.indices)
  }

  /// Cells in the numbers of what is counted.
  func translated(_ cells: ColumnCells, rows: Int) -> ColumnCells {
    var cells = cells
    if !hasSameTexts {
      // A row without a text has the number zero, whether there is such a text or not.
      cells.texts = cells.texts.mapped { Int($0) < texts.count ? texts[Int($0)] : 0 }
    }
    if isSame { return cells }
    if words.from == 0 {
      cells.codes = cells.codes.mapped { code in
        code.isAnswer && code.place < places.count ? CellCode(place: places[code.place]) : code
      }
      return cells
    }
    var sets = Segments<UInt64>()
    var unlisted: [Int: [Int]] = [:]
    for row in 0..<rows {
      var set = [UInt64](repeating: 0, count: words.to)
      var others: [Int] = []
      for word in 0..<words.from {
        var bits = cells.sets[row * words.from + word]
        while bits != 0 {
          put(places[word * 64 + bits.trailingZeroBitCount], into: &set, or: &others)
          bits &= bits - 1
        }
      }
      for place in cells.unlisted[row] ?? [] { put(places[place], into: &set, or: &others) }
      for word in set { sets.append(word) }
      if !others.isEmpty { unlisted[row] = others.sorted() }
    }
    cells.sets = sets
    cells.unlisted = unlisted
    return cells
  }

  private func put(_ place: Int, into set: inout [UInt64], or others: inout [Int]) {
    if place < listed.to {
      set[place >> 6] |= 1 << UInt64(place & 63)
    } else if !others.contains(place) {
      others.append(place)
    }
  }
}
