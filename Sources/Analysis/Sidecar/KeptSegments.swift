internal import ResponseFiles

/// The columns of a response file as they are kept beside it, segment by segment, for any number of threads.
///
/// `docs/sidecar.md` says how they stand in the file.
struct KeptSegments: Sendable {
  /// Columns that all rows have.
  enum Column: UInt64 { case keysHigh, keysLow, records, lines, submittedAt, doors, versions }

  /// The number of a part of a question's column: 0 its codes, 1 what is on no list, then its sets, word by word.
  static func number(question: Int, part: Int) -> UInt64 { UInt64((question + 1) << 16 | part) }

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

  /// The cells of a question in a segment of so many rows.
  func cells(of question: Int, _ segment: Int, rows: Int, words: Int) throws(SidecarDamage) -> ColumnCells {
    var cells = ColumnCells()
    let packed = try bytes(Self.number(question: question, part: 0), segment)
    let codes = try PackedNumbers.unpack(packed, as: UInt16.self) { CellCode(packed: $0) }
    guard codes.count == rows else { throw SidecarDamage() }
    cells.codes.append(piece: codes)
    var sparse = ByteRecordReader(try bytes(Self.number(question: question, part: 1), segment))
    for _ in 0..<(try sparse.count()) {
      let row = try sparse.whole()
      cells.unlisted[row] = try sparse.list { (reader) throws(SidecarDamage) in try reader.whole() }
    }
    if words == 0 { return cells }
    var sets = [UInt64](repeating: 0, count: words == 1 ? 0 : rows * words)
    for word in 0..<words {
      let part = try PackedNumbers.unpack(
        bytes(Self.number(question: question, part: 2 + word), segment), as: UInt64.self)
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
