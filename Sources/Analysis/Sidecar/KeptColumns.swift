internal import CSV
internal import Digests
internal import ResponseFiles
internal import Survey

/// The columns of a response file as small numbers, kept beside it.
///
/// They are made of it, extended when it grows, made anew when they do not fit, and never the record.
/// `docs/sidecar.md` says how they stand in the file.
struct KeptColumns {
  let frames: FrameFile
  private(set) var state: SidecarState
  private var places: [Place: Int] = [:]

  /// What frames hold.
  private enum Kind: UInt64 { case state = 1, column }

  private struct Place: Hashable {
    let segment: UInt64
    let column: UInt64
  }

  /// Columns that all rows have.
  enum Column: UInt64 { case keysHigh, keysLow, records, lines, submittedAt, doors, versions }

  /// The number of a part of a question's column: 0 its codes, 1 what is on no list, then its sets, word by word.
  private static func number(question: Int, part: Int) -> UInt64 { UInt64((question + 1) << 16 | part) }

  /// So many rows make a segment; somewhat more, since parts are not cut.
  static let segmentLength = 1 << 16

  /// Where they stand.
  static func path(beside path: String) -> String { path + ".columns" }

  /// Opens what was kept.
  ///
  /// - Returns: Nothing where there is nothing that goes to its end.
  init?(_ frames: FrameFile) {
    self.frames = frames
    for (place, frame) in frames.frames.enumerated().reversed() where frame.kind == Kind.state.rawValue {
      guard let bytes = try? frames.bytes(frame), let state = try? SidecarState(bytes) else { continue }
      self.state = state
      for (index, frame) in frames.frames[..<place].enumerated() where frame.kind == Kind.column.rawValue {
        places[Place(segment: frame.first, column: frame.second)] = index
      }
      return
    }
    return nil
  }

  /// Begins anew.
  init(_ frames: FrameFile, _ state: SidecarState) {
    self.frames = frames
    self.state = state
    frames.drop(from: 0)
  }

  /// Drops what was not finished.
  func dropUnfinished() {
    let last = frames.frames.lastIndex { $0.kind == Kind.state.rawValue } ?? -1
    frames.drop(from: last + 1)
  }

  // MARK: - Writing

  /// Puts rows behind those that are there.
  ///
  /// - Returns: Whether the system took them.
  mutating func append(_ rows: ResponseRows, _ cells: [ColumnCells]) -> Bool {
    if rows.count == 0 { return true }
    var isTaken = true
    func write(_ column: UInt64, _ bytes: [UInt8]) {
      guard isTaken else { return }
      isTaken = frames.append(
        kind: Kind.column.rawValue, first: UInt64(state.segmentCount), second: column, bytes)
      places[Place(segment: UInt64(state.segmentCount), column: column)] = frames.frames.count - 1
    }
    func write<Number: FixedWidthInteger & UnsignedInteger>(_ column: Column, _ numbers: [Number]) {
      write(column.rawValue, PackedNumbers.pack(numbers))
    }
    let keys = rows.keys.joined
    write(.keysHigh, keys.map(\.high))
    write(.keysLow, keys.map(\.low))
    write(.records, rows.records.joined)
    write(.lines, rows.lines.joined)
    write(.submittedAt, rows.submittedAt.joined.map { UInt64(bitPattern: $0) ^ 1 << 63 })
    write(.doors, rows.doors.joined)
    write(.versions, rows.versionNumbers.joined)
    for (question, column) in cells.enumerated() {
      write(Self.number(question: question, part: 0), PackedNumbers.pack(column.codes.joined.map(\.packed)))
      var sparse = ByteRecordWriter()
      sparse.append(list: column.unlisted.sorted { $0.key < $1.key }) { writer, found in
        writer.append(UInt64(found.key))
        writer.append(list: found.value) { $0.append(UInt64($1)) }
      }
      write(Self.number(question: question, part: 1), sparse.bytes)
      let words = column.sets.count / max(1, rows.count)
      let sets = column.sets.joined
      for word in 0..<words {
        let part = stride(from: word, to: sets.count, by: words).map { sets[$0] }
        write(Self.number(question: question, part: 2 + word), PackedNumbers.pack(part))
      }
    }
    state.segmentCount += 1
    state.rowCount += rows.count
    return isTaken
  }

  /// Says that all that was written is good, up to a state.
  ///
  /// - Returns: Whether the system took it.
  mutating func finish(_ body: (inout SidecarState) -> Void) -> Bool {
    body(&state)
    return frames.append(kind: Kind.state.rawValue, state.bytes)
  }

  // MARK: - Reading

  /// Finds out whether each row has an id of its own, so that nobody has to look again.
  ///
  /// - Throws: `SidecarDamage` where the ids are not what was written.
  mutating func findDistinct() throws(SidecarDamage) {
    guard frames.isLocked, state.distinctCount < state.rowCount else { return }
    var met = HashTable(room: state.rowCount)
    for segment in 0..<state.segmentCount {
      let high = try numbers(.keysHigh, of: segment, as: UInt64.self)
      let low = try numbers(.keysLow, of: segment, as: UInt64.self)
      guard high.count == low.count else { throw SidecarDamage() }
      for row in high.indices where !met.insert(ResponseKey(high: high[row], low: low[row]).hash) { return }
    }
    let count = state.rowCount
    _ = finish { $0.distinctCount = count }
  }

  func numbers<Number: FixedWidthInteger & UnsignedInteger>(
    _ column: Column, of segment: Int, as: Number.Type = Number.self
  ) throws(SidecarDamage) -> [Number] {
    try PackedNumbers.unpack(bytes(column.rawValue, segment))
  }

  /// The cells of a question in a segment of so many rows.
  func cells(of question: Int, _ segment: Int, rows: Int, words: Int) throws(SidecarDamage) -> ColumnCells {
    var cells = ColumnCells()
    let packed = try PackedNumbers.unpack(
      bytes(Self.number(question: question, part: 0), segment), as: UInt16.self)
    guard packed.count == rows else { throw SidecarDamage() }
    cells.codes.append(piece: packed.map { CellCode(packed: $0) })
    var sparse = ByteRecordReader(try bytes(Self.number(question: question, part: 1), segment))
    for _ in 0..<(try sparse.count()) {
      let row = try sparse.whole()
      cells.unlisted[row] = try sparse.list { (reader) throws(SidecarDamage) in try reader.whole() }
    }
    if words == 0 { return cells }
    var sets = [UInt64](repeating: 0, count: rows * words)
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
    return try frames.bytes(frames.frames[place])
  }
}

extension CellCode {
  /// The states first, so that few bits are enough where there are few choices.
  fileprivate var packed: UInt16 { raw &- Self.notApplicable.raw }

  fileprivate init(packed: UInt16) { self.init(raw: packed &+ Self.notApplicable.raw) }
}
