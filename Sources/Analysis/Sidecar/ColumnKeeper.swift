internal import CSV
internal import Digests
internal import ResponseFiles
internal import Survey

/// Brings the columns beside a response file up to date: all questions of the form, whatever is counted now.
struct ColumnKeeper {
  private let effort: ReadingEffort
  private let large: SharedFile
  let file: SidecarFile
  private let stamp: FileStamp
  private let header: ResponseHeader
  private let fingerprint: FastHash
  /// Reads all questions, each once.
  private var reader: ResponseRowsReader
  /// The questions, in the order of the form, with all that was found of them.
  private(set) var domains: [Domain]

  /// Makes ready.
  ///
  /// - Returns: Nothing where a list of the form has too many choices.
  init?(_ reader: ResponseRowsReader, _ large: SharedFile, stamp: FileStamp, header: ResponseHeader) {
    let form = Forms([reader.form])
    guard let domains = try? reader.table.questions.map({ try Domain($0, forms: form, asText: false) }) else {
      return nil
    }
    self.domains = domains
    self.large = large
    self.stamp = stamp
    self.header = header
    effort = reader.effort
    file = SidecarFile(
      path: KeptColumns.path(beside: large.path), permissions: large.permissions, notice: reader.effort.notice
    )
    fingerprint = Self.fingerprint(of: domains, header, reader)
    self.reader = reader.anew(for: domains)
    var unheard = Findings()
    self.reader.prepare(header, domains, &unheard)
  }

  /// All on which it depends what the columns are.
  private static func fingerprint(
    of domains: [Domain], _ header: ResponseHeader, _ reader: ResponseRowsReader
  ) -> FastHash {
    var writer = ByteRecordWriter()
    // Raise this where the meaning of a cell changes.
    writer.append("iscm columns, meaning 1")
    writer.append(reader.form.id.text)
    writer.append(reader.form.version)
    writer.append(reader.table.group?.text ?? "")
    writer.append(list: header.names) { $0.append($1) }
    let history = reader.form.history
    writer.append(list: history.questions.map { "\($0.key) \($0.value)" }.sorted()) { $0.append($1) }
    writer.append(list: history.retiredQuestions.map(\.text)) { $0.append($1) }
    writer.append(list: history.versions.sorted()) { $0.append($1) }
    let retired = history.retiredChoices.map { "\($0.key) \($0.value.map(\.text).sorted())" }
    writer.append(list: retired.sorted()) { $0.append($1) }
    for domain in domains {
      writer.append(domain.question.name.text)
      writer.append("\(domain.question.kind)")
      writer.append(list: domain.choices.map(\.name.text)) { $0.append($1) }
      let earlier = domain.question.list.flatMap { history.choices[$0] } ?? [:]
      writer.append(list: earlier.map { "\($0.key) \($0.value)" }.sorted()) { $0.append($1) }
    }
    return FastHash(of: writer.bytes)
  }

  /// The columns of the whole file.
  ///
  /// - Parameter csv: A reader of the file, behind its header.
  /// - Returns: Nothing where they cannot be kept, because the system refuses or somebody else makes them.
  /// - Throws: Why the file is no CSV, or cannot be read.
  mutating func columns(_ csv: consuming CSVParallelReader) throws -> KeptColumns? {
    if let frames = FrameFile(file.path, permissions: nil), !frames.contents.frames.isEmpty {
      guard let kept = KeptColumns(frames) else {
        file.tell(.damaged)
        return try made(csv)
      }
      guard kept.state.fingerprint == fingerprint else {
        file.tell(.madeOtherwise)
        return try made(csv)
      }
      if isUntouched(kept) { return take(kept) }
      guard kept.state.place.offset <= large.length, large.holds(kept.state.prints, threads: effort.threads)
      else {
        file.tell(.fileChanged)
        return try made(csv)
      }
      return try extended(csv)
    }
    return try made(csv)
  }

  /// Whether nobody can have written to the file since the columns were made.
  ///
  /// What is written within the grain of the file system's clock cannot be told by a stamp: the columns must be a
  /// second younger than the last change.
  private func isUntouched(_ kept: KeptColumns) -> Bool {
    kept.state.stamp == stamp && kept.state.place.offset == large.length
      && kept.frames.modifiedAt > stamp.changedAt + 1_000_000_000
  }

  private mutating func take(_ kept: KeptColumns) -> KeptColumns {
    for (place, names) in kept.state.unlisted.enumerated() where domains.indices.contains(place) {
      for name in names { _ = domains[place].place(of: name) }
    }
    return kept
  }

  /// New columns.
  private mutating func made(_ csv: consuming CSVParallelReader) throws -> KeptColumns? {
    guard let frames = FrameFile(file.path, permissions: file.permissions), frames.isLocked else {
      return nil
    }
    var state = SidecarState(fingerprint: fingerprint, stamp: stamp, questions: domains.count)
    state.place = csv.place
    state.prints = [try large.print(at: 0, length: csv.place.offset)]
    return try extend(KeptColumns(frames, state), csv)
  }

  /// What was kept, with what the file has more.
  private mutating func extended(_ csv: consuming CSVParallelReader) throws -> KeptColumns? {
    guard let frames = FrameFile(file.path, permissions: file.permissions), frames.isLocked,
      let kept = KeptColumns(frames),
      kept.state.fingerprint == fingerprint
    else { return nil }
    kept.dropUnfinished()
    csv.skip(to: kept.state.place)
    return try extend(kept, csv)
  }

  /// Reads what stands behind the columns, and puts it behind them.
  private mutating func extend(
    _ known: KeptColumns, _ csv: consuming CSVParallelReader
  ) throws -> KeptColumns? {
    var kept = take(known)
    reader.resume(known.state)
    var isTaken = true
    var prints: [BlockPrint] = []
    var revisions: [(row: Int, of: ResponseKey)] = []
    func flush(_ reader: inout ResponseRowsReader) {
      revisions += reader.revisions.map { (kept.state.rowCount + $0.row, $0.of) }
      if isTaken { isTaken = kept.append(reader.rows, reader.cells.map(\.cells)) }
      reader.beginSegment()
    }
    var findings = Findings()
    findings.log = FindingLog()
    let end: CSVPlace?
    do {
      end = try reader.gather(
        csv, of: large, expected: header.names.count, &domains, &findings, prints: { prints.append($0) }
      ) { reader in
        if reader.rows.count >= effort.grain.segmentLength { flush(&reader) }
      }
    } catch {
      kept.dropUnfinished()
      throw error
    }
    flush(&reader)
    guard isTaken, let end else {
      kept.dropUnfinished()
      return nil
    }
    let isKept = kept.finish { state in
      state.place = end
      state.stamp = stamp
      state.prints += prints
      state.revisions += revisions
      state.unlisted = domains.map(\.unlisted)
      state.others = reader.keys.others
      state.versions = reader.rows.versions
      state.seen = reader.versions.sorted { $0.value.order < $1.value.order }.map {
        ($0.key, $0.value.line, $0.value.rows)
      }
      if let log = findings.log { state.log.append(log) }
    }
    return isKept ? kept : nil
  }
}

extension ResponseRowsReader {
  /// The same reader for other questions.
  fileprivate func anew(for domains: [Domain]) -> ResponseRowsReader {
    var reader = ResponseRowsReader(file, of: form, repeats: table.group, effort)
    reader.name = name
    reader.rows.columns = domains.map { _ in ColumnCells() }
    return reader
  }

  /// Goes on behind what was kept, in its numbers.
  fileprivate mutating func resume(_ state: SidecarState) {
    for id in state.others { _ = keys.key(id) }
    for version in state.versions { rows.place(ofVersion: version) }
    for (order, seen) in state.seen.enumerated() {
      versions[seen.version] = (order, name, seen.line, seen.rows)
    }
  }

  /// Gives up the rows that were read; ids, versions and what was seen of them stay known.
  fileprivate mutating func beginSegment() {
    let versions = rows.versions
    let columns = rows.columns.map { $0 == nil ? nil : ColumnCells() }
    rows = ResponseRows(form: form, asked: file.asked)
    for version in versions { rows.place(ofVersion: version) }
    rows.columns = columns
    revisions = []
    for index in cells.indices { _ = cells[index].takeCells() }
  }
}
