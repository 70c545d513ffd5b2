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

  /// What frames hold.
  private enum Kind: UInt64 { case state = 1, column }

  /// Where they stand.
  static func path(beside path: String) -> String { path + ".columns" }

  /// What there is to read.
  var segments: KeptSegments { KeptSegments(frames.contents, kind: Kind.column.rawValue) }

  /// Whether frames were brought to an end once; where not, whoever made them was stopped, and nothing is amiss.
  static func wereFinished(_ frames: FrameFile) -> Bool {
    frames.contents.frames.contains { $0.kind == Kind.state.rawValue }
  }

  /// Opens what was kept.
  ///
  /// - Returns: Nothing where there is nothing that goes to its end.
  init?(_ frames: FrameFile) {
    self.frames = frames
    let contents = frames.contents
    for frame in contents.frames.reversed() where frame.kind == Kind.state.rawValue {
      guard let bytes = try? contents.bytes(frame), let state = try? SidecarState(bytes) else { continue }
      self.state = state
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
    let last = frames.contents.frames.lastIndex { $0.kind == Kind.state.rawValue } ?? -1
    frames.drop(from: last + 1)
  }

  /// Puts rows behind those that are there.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - range: Those of them that are put there.
  ///   - cells: The cells of all of them, by question.
  ///   - texts: The texts that were met first in them, by question, where such texts are kept.
  /// - Returns: Whether the system took them.
  mutating func append(
    _ rows: ResponseRows, _ range: Range<Int>, _ cells: [ColumnCells],
    newTexts texts: [Int: ArraySlice<String>]
  ) -> Bool {
    if range.isEmpty { return true }
    var isTaken = true
    func put(_ column: UInt64, _ bytes: [UInt8]) {
      guard isTaken else { return }
      isTaken = frames.append(
        kind: Kind.column.rawValue, first: UInt64(state.segmentCount), second: column, bytes)
    }
    func write<Number: FixedWidthInteger & UnsignedInteger>(
      _ column: KeptSegments.Column, _ numbers: [Number]
    ) {
      put(column.rawValue, PackedNumbers.pack(numbers))
    }
    let keys = rows.keys.part(range)
    write(.keysHigh, keys.map(\.high))
    write(.keysLow, keys.map(\.low))
    write(.records, rows.records.part(range))
    write(.lines, rows.lines.part(range))
    write(.submittedAt, rows.submittedAt.part(range).map { UInt64(bitPattern: $0) ^ 1 << 63 })
    write(.doors, rows.doors.part(range))
    write(.versions, rows.versionNumbers.part(range))
    for (question, column) in cells.enumerated() {
      func write(_ part: KeptSegments.Part, _ bytes: [UInt8]) {
        put(part.number(of: question), bytes)
      }
      write(.codes, PackedNumbers.pack(column.codes.part(range).map(\.packed)))
      if column.texts.count > 0 { write(.textNumbers, PackedNumbers.pack(column.texts.part(range))) }
      if let new = texts[question] {
        var written = ByteRecordWriter()
        written.append(list: new) { $0.append($1) }
        write(.newTexts, written.bytes)
      }
      var sparse = ByteRecordWriter()
      let unlisted = column.unlisted.filter { range.contains($0.key) }.sorted { $0.key < $1.key }
      sparse.append(list: unlisted) { writer, found in
        writer.append(UInt64(found.key - range.lowerBound))
        writer.append(list: found.value) { $0.append(UInt64($1)) }
      }
      write(.unlisted, sparse.bytes)
      let words = column.sets.count / max(1, rows.count)
      let sets = column.sets.part(range.lowerBound * words..<range.upperBound * words)
      for word in 0..<words {
        let part = stride(from: word, to: sets.count, by: words).map { sets[$0] }
        write(.set(word), PackedNumbers.pack(part))
      }
    }
    state.segmentCount += 1
    state.rowCount += range.count
    return isTaken
  }

  /// Says that all that was written is good, up to a state.
  ///
  /// - Returns: Whether the system took it.
  mutating func finish(_ body: (inout SidecarState) -> Void) -> Bool {
    body(&state)
    return frames.append(kind: Kind.state.rawValue, state.bytes)
  }

  /// Finds out whether each row has an id of its own, so that nobody has to look again.
  ///
  /// - Parameter atOnce: How many ids are held against each other at once.
  /// - Throws: `SidecarDamage` where the ids are not what was written.
  mutating func findDistinct(atOnce: Int) throws(SidecarDamage) {
    guard frames.isLocked, state.distinctCount < state.rowCount else { return }
    let ids = RowIDs(count: state.rowCount, pieceCount: state.segmentCount, in: segments)
    guard try ids.repeatedHashes(behind: state.distinctCount, atOnce: atOnce).isEmpty else { return }
    let count = state.rowCount
    _ = finish { $0.distinctCount = count }
  }
}
