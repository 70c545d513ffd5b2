internal import ResponseFiles

/// The columns of a response file as they are kept beside it, segment by segment, for any number of threads.
///
/// `docs/sidecar.md` says how they stand in the file.
struct KeptSegments: Sendable {
  /// Columns that all rows have.
  enum Column: UInt64 { case keysHigh, keysLow, records, lines, submittedAt, doors, versions }

  /// A part of a question's column.
  enum Part {
    case codes, unlisted
    /// A word of its sets, for a `select_multiple`.
    case set(Int)
    /// The numbers of its texts, and the texts that were met first in the segment, where texts are kept.
    case textNumbers, newTexts

    /// The number under which it stands.
    func number(of question: Int) -> UInt64 {
      let part =
        switch self {
        case .codes: 0
        case .unlisted: 1
        case .set(let word): 2 + word
        // Far behind all words that a set can have.
        case .textNumbers: 1 << 15
        case .newTexts: 1 << 15 + 1
        }
      return UInt64((question + 1) << 16 | part)
    }
  }

  private struct Place: Hashable {
    let segment: UInt64
    let column: UInt64
  }

  private let contents: FrameContents
  private var places: [Place: Int] = [:]

  /// Finds the columns among frames.
  ///
  /// - Parameters:
  ///   - contents: The frames.
  ///   - kind: The kind of those that hold a column.
  init(_ contents: FrameContents, kind: UInt64) {
    self.contents = contents
    for (index, frame) in contents.frames.enumerated() where frame.kind == kind {
      places[Place(segment: frame.first, column: frame.second)] = index
    }
  }

  /// The numbers of a column in a segment.
  func numbers<Number: FixedWidthInteger & UnsignedInteger>(
    _ column: Column, of segment: Int, as: Number.Type = Number.self
  ) throws(SidecarDamage) -> [Number] {
    try PackedNumbers.unpack(bytes(column.rawValue, segment))
  }

  /// The ids of the rows of a segment, in the numbers of whoever kept them.
  func keys(of segment: Int) throws(SidecarDamage) -> [ResponseKey] {
    let high = try numbers(.keysHigh, of: segment, as: UInt64.self)
    let low = try numbers(.keysLow, of: segment, as: UInt64.self)
    guard high.count == low.count else { throw SidecarDamage() }
    return [ResponseKey](unsafeUninitializedCapacity: high.count) { room, filled in
      for row in 0..<high.count { room[row] = ResponseKey(high: high[row], low: low[row]) }
      filled = high.count
    }
  }

  /// The texts of a question that were met first in a segment.
  func newTexts(of question: Int, _ segment: Int) throws(SidecarDamage) -> [String] {
    var reader = ByteRecordReader(try bytes(Part.newTexts.number(of: question), segment))
    return try reader.list { (reader) throws(SidecarDamage) in try reader.text() }
  }

  /// The cells of a question in a segment.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - segment: The segment.
  ///   - rows: How many rows it has.
  ///   - words: How many words the question's sets have.
  ///   - hasTexts: Whether the numbers of texts are wanted.
  /// - Returns: The cells.
  /// - Throws: `SidecarDamage` where they are not what was kept.
  func cells(
    of question: Int, _ segment: Int, rows: Int, words: Int, hasTexts: Bool
  ) throws(SidecarDamage) -> ColumnCells {
    var cells = ColumnCells()
    let packed = try bytes(Part.codes.number(of: question), segment)
    let codes = try PackedNumbers.unpack(packed, as: UInt16.self) { CellCode(packed: $0) }
    guard codes.count == rows else { throw SidecarDamage() }
    cells.codes.append(piece: codes)
    if hasTexts {
      let texts = try PackedNumbers.unpack(
        bytes(Part.textNumbers.number(of: question), segment), as: UInt32.self)
      guard texts.count == rows else { throw SidecarDamage() }
      cells.texts.append(piece: texts)
    }
    var sparse = ByteRecordReader(try bytes(Part.unlisted.number(of: question), segment))
    for _ in 0..<(try sparse.count()) {
      let row = try sparse.whole()
      guard row < rows else { throw SidecarDamage() }
      cells.unlisted[row] = try sparse.list { (reader) throws(SidecarDamage) in try reader.whole() }
    }
    if words == 0 { return cells }
    var sets = [UInt64](repeating: 0, count: words == 1 ? 0 : rows * words)
    for word in 0..<words {
      let part = try PackedNumbers.unpack(
        bytes(Part.set(word).number(of: question), segment), as: UInt64.self)
      guard part.count == rows else { throw SidecarDamage() }
      if words == 1 {
        sets = part
      } else {
        for row in 0..<rows { sets[row * words + word] = part[row] }
      }
    }
    cells.sets.append(piece: sets)
    return cells
  }

  private func bytes(_ column: UInt64, _ segment: Int) throws(SidecarDamage) -> [UInt8] {
    guard let place = places[Place(segment: UInt64(segment), column: column)] else { throw SidecarDamage() }
    return try contents.bytes(contents.frames[place])
  }
}

extension CellCode {
  /// The states first, so that few bits are enough where there are few choices.
  var packed: UInt16 { raw &- Self.notApplicable.raw }

  init(packed: UInt16) { self.init(raw: packed &+ Self.notApplicable.raw) }
}
