/// Names that a thread has met for the first time, in its order.
struct DomainNews: Sendable {
  let unlisted: ArraySlice<String>
  let texts: ArraySlice<String>

  /// How many names are known.
  struct Count: Sendable, Hashable {
    let unlisted: Int
    let texts: Int

    init(of domain: Domain) { (unlisted, texts) = (domain.unlisted.count, domain.texts.count) }
  }

  /// Nothing.
  init() { (unlisted, texts) = ([], []) }

  init(of domain: Domain, since known: Count) {
    unlisted = domain.unlisted[known.unlisted...]
    texts = domain.texts[known.texts...]
  }
}

/// What the numbers of one thread are in those of the whole file.
///
/// Parts are taken up in the order of the file, so that names get the numbers that one reader alone would give.
struct DomainNumbers {
  /// The places of answers that are no choice, from the first behind the choices on.
  private var places: [Int]
  private var texts: [UInt32]
  private let choices: Int
  /// Whether a cell holds one choice, and so an answer that is none stands among codes.
  private let isOfOne: Bool

  /// The numbers of a thread that begins with what a domain knows.
  init(in domain: Domain) {
    choices = domain.choices.count
    if case .one = domain.keeping { isOfOne = true } else { isOfOne = false }
    places = domain.unlisted.indices.map { domain.choices.count + $0 }
    texts = domain.texts.indices.map { UInt32($0) }
  }

  /// Finds the numbers of what a thread has met.
  mutating func take(_ news: DomainNews, in domain: inout Domain) {
    for name in news.unlisted { places.append(domain.place(of: name)) }
    for text in news.texts { texts.append(UInt32(domain.number(of: text))) }
  }

  /// The cells of a thread in the numbers of the whole file.
  func translated(_ cells: ColumnCells) -> ColumnCells {
    var cells = cells
    if !isSame {
      cells.codes = cells.codes.mapped { code in
        code.isAnswer && code.place >= choices && code != .beyond
          ? CellCode(place: places[code.place - choices]) : code
      }
      // Of several such answers in a cell, more than one may have no name of its own.
      cells.unlisted = cells.unlisted.mapValues { Set($0.map { places[$0 - choices] }).sorted() }
    }
    if isOfOne {
      for (row, found) in cells.unlisted {
        for place in found { cells.codes[row] = CellCode(place: place) }
      }
      cells.unlisted = [:]
    }
    // A row without a text has the number zero, whether there is such a text or not.
    cells.texts = cells.texts.mapped { Int($0) < texts.count ? texts[Int($0)] : 0 }
    return cells
  }

  private var isSame: Bool { places.indices.allSatisfy { places[$0] == choices + $0 } }
}

extension ResponseKey {
  /// The key of the same id, where ids that are no UUID have other places.
  func translated(by others: [ResponseKey]) -> ResponseKey {
    place.map { others[$0] } ?? self
  }
}
