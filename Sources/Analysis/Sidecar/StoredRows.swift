internal import CSV
internal import Survey

/// The rows of a large response file that stay in another file, and are taken up piece by piece: so memory does not
/// grow with them.
struct StoredRows: Sendable {
  /// The file in which they are, where it has a name.
  let file: SidecarFile?
  /// What all rows have in common; there is no row in it.
  let outline: ResponseRows
  let count: Int
  let pieceCount: Int
  /// By piece, the rows in it whose place others take.
  private var superseded: [Int: [Int]] = [:]

  private let segments: KeptSegments
  private let questions: [StoredQuestion]
  /// What the numbers of ids and versions stand for here.
  private let others: [ResponseKey]
  private let versions: [UInt16]
  /// Whether a row must be known again.
  private let identifiesRows: Bool

  /// - Parameters:
  ///   - state: What was kept.
  ///   - segments: The columns.
  ///   - file: Where they stand; nothing for a file without a name.
  ///   - outline: What all rows have in common.
  ///   - questions: Those that are taken up.
  ///   - others: The ids that are no UUID, by their numbers there.
  ///   - versions: The places of versions, by their numbers there.
  ///   - identifiesRows: Whether ids, places in the file and times are taken up.
  init(
    _ state: SidecarState, _ segments: KeptSegments, in file: SidecarFile?, outline: ResponseRows,
    questions: [StoredQuestion], others: [ResponseKey], versions: [UInt16], identifiesRows: Bool
  ) {
    self.file = file
    self.outline = outline
    self.segments = segments
    self.questions = questions
    self.others = others
    self.versions = versions
    self.identifiesRows = identifiesRows
    count = state.rowCount
    pieceCount = state.segmentCount
  }

  /// The ids of all rows.
  var ids: RowIDs<SidecarDamage> {
    RowIDs(count: count, pieceCount: pieceCount, others: others, in: segments)
  }

  /// Notes the rows whose place others take.
  ///
  /// - Parameter rows: The rows, in their order.
  /// - Throws: `SidecarDamage` where the pieces are not what was kept.
  mutating func supersede(_ rows: [Int]) throws(SidecarDamage) {
    var (piece, first, next) = (0, 0, 0)
    while next < rows.count {
      let end = first + (try segments.numbers(.doors, of: piece, as: UInt8.self).count)
      while next < rows.count, rows[next] < end {
        superseded[piece, default: []].append(rows[next] - first)
        next += 1
      }
      (piece, first) = (piece + 1, end)
    }
  }

  /// Takes up a piece.
  ///
  /// - Returns: Its rows, the first of them being row 0.
  /// - Throws: `SidecarDamage` where they are not what was kept.
  func rows(of piece: Int) throws(SidecarDamage) -> ResponseRows {
    var rows = outline
    let doors = try segments.numbers(.doors, of: piece, as: UInt8.self)
    rows.count = doors.count
    rows.doors.append(piece: doors)
    rows.append(versionPlaces: try versionPlaces(of: piece, rows.count))
    if identifiesRows { try identify(&rows, piece) }
    rows.isSuperseded.append(piece: [Bool](repeating: false, count: rows.count))
    for row in superseded[piece] ?? [] { rows.isSuperseded[row] = true }
    for question in questions {
      let cells = try segments.cells(
        of: question.place, piece, rows: rows.count, words: question.words, hasTexts: question.hasTexts)
      rows.columns[question.domain] = question.numbers.translated(cells, rows: rows.count)
    }
    return rows
  }

  private func versionPlaces(of piece: Int, _ count: Int) throws(SidecarDamage) -> [UInt16] {
    let places = try segments.numbers(.versions, of: piece, as: UInt16.self)
    guard places.count == count, places.allSatisfy({ Int($0) < versions.count }) else {
      throw SidecarDamage()
    }
    let isSame = versions.indices.allSatisfy { Int(versions[$0]) == $0 }
    return isSame ? places : places.map { versions[Int($0)] }
  }

  private func identify(_ rows: inout ResponseRows, _ piece: Int) throws(SidecarDamage) {
    let keys = try segments.keys(of: piece)
    let numbers = try segments.numbers(.records, of: piece, as: UInt32.self)
    let starts = try segments.numbers(.lines, of: piece, as: UInt32.self)
    let times = try segments.numbers(.submittedAt, of: piece, as: UInt64.self)
    guard [keys.count, numbers.count, starts.count, times.count].allSatisfy({ $0 == rows.count }) else {
      throw SidecarDamage()
    }
    rows.keys.append(piece: others.isEmpty ? keys : keys.map { $0.translated(by: others) })
    rows.records.append(piece: numbers)
    rows.lines.append(piece: starts)
    rows.submittedAt.append(piece: times.map { Int64(bitPattern: $0 ^ 1 << 63) })
  }
}

/// A question as it is kept, and what it is here.
struct StoredQuestion: Sendable {
  /// Its place among those that are kept, and how many words of a set it has there.
  let place: Int
  let words: Int
  /// Whether its texts are wanted here.
  let hasTexts: Bool
  /// Its domain here, and what its choices and texts are there.
  let domain: Int
  let numbers: ChoiceNumbers

  /// - Parameters:
  ///   - place: Its place among those that are kept.
  ///   - own: Its domain there.
  ///   - number: The place of its domain here.
  ///   - domain: That domain; it takes up what it does not know yet.
  init(_ place: Int, _ own: Domain, as number: Int, _ domain: inout Domain) {
    self.place = place
    self.domain = number
    words = own.words ?? 0
    if case .text = domain.keeping { hasTexts = true } else { hasTexts = false }
    numbers = ChoiceNumbers(from: own, to: &domain)
  }
}
