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
  /// What stands there, if it is whole; whether anything was brought to an end.
  private let found: KeptColumns?
  private let wasFinished: Bool
  /// Whether nothing else stands where the columns would.
  private let isOurs: Bool
  /// Reads all questions, each once.
  private var reader: ResponseRowsReader
  /// The questions, in the order of the form, with all that was found of them.
  private(set) var domains: [Domain]

  /// Makes ready; there is nothing where a list of the form has too many choices.
  ///
  /// - Parameters:
  ///   - reader: Who reads the file.
  ///   - large: The file.
  ///   - stamp: What tells whether it was written to.
  ///   - header: Its header.
  ///   - texts: The questions whose answers are needed as they were written.
  init?(
    _ reader: ResponseRowsReader, _ large: SharedFile, stamp: FileStamp, header: ResponseHeader,
    texts: Set<Question.Name>
  ) {
    let form = Forms([reader.form])
    let questions = reader.table.questions
    file = SidecarFile(
      path: KeptColumns.path(beside: large.path), permissions: large.permissions,
      notice: reader.effort.notice)
    var (frames, isOurs): (FrameFile?, Bool) = (nil, true)
    do throws(FrameFile.Refusal) { frames = try FrameFile(file.path, permissions: nil) } catch {
      if case .notOurs = error { isOurs = false }
    }
    self.isOurs = isOurs
    wasFinished = frames.map { KeptColumns.wereFinished($0) } ?? false
    found = frames.flatMap { KeptColumns($0) }
    // What somebody has needed once is kept from then on.
    let before = (found?.state.texts ?? []).filter(questions.indices.contains).map { questions[$0].name }
    let kept = texts.union(before)
    guard
      let domains = try? questions.map({
        try Domain(
          $0, forms: form, asText: kept.contains($0.name), mostUnlisted: reader.effort.grain.mostUnlisted)
      })
    else { return nil }
    self.domains = domains
    self.large = large
    self.stamp = stamp
    self.header = header
    effort = reader.effort
    fingerprint = Self.fingerprint(of: domains, header, reader)
    self.reader = reader.anew(for: domains)
    var unheard = Findings()
    self.reader.prepare(header, domains, &unheard)
  }

  /// The columns of the whole file.
  ///
  /// - Parameter csv: A reader of the file, behind its header.
  /// - Returns: Nothing where they cannot be kept, because the system refuses or somebody else makes them.
  /// - Throws: Why the file is no CSV, or cannot be read.
  mutating func columns(_ csv: consuming CSVParallelReader) throws -> KeptColumns? {
    guard isOurs else {
      file.tell(.notOurs)
      return nil
    }
    guard wasFinished else { return try made(csv) }
    guard let found else {
      file.tell(.damaged)
      return try made(csv)
    }
    guard found.state.fingerprint == fingerprint else {
      file.tell(.madeOtherwise)
      return try made(csv)
    }
    // Nobody needed these texts before.
    guard found.state.texts == texts else { return try made(csv) }
    if isUntouched(found) { return try take(found) }
    guard found.state.place.offset <= large.length,
      large.holds(found.state.prints, threads: effort.threads)
    else {
      file.tell(.fileChanged)
      return try made(csv)
    }
    return try extended(csv)
  }

  /// The places of the questions whose answers are kept as they were written.
  private var texts: [Int] {
    domains.indices.filter { place in
      if case .text = domains[place].keeping { return true }
      return false
    }
  }

  /// Whether nobody can have written to the file since the columns were made.
  ///
  /// What is written within the grain of the file system's clock cannot be told by a stamp: the columns must be a
  /// second younger than the last change.
  private func isUntouched(_ kept: KeptColumns) -> Bool {
    kept.state.stamp == stamp && kept.state.place.offset == large.length
      && kept.frames.modifiedAt > stamp.changedAt + 1_000_000_000
  }

  /// Takes up the names and texts that columns are numbers of.
  private mutating func take(_ kept: KeptColumns) throws(SidecarDamage) -> KeptColumns {
    for (place, names) in kept.state.unlisted.enumerated() where domains.indices.contains(place) {
      for name in names { _ = domains[place].place(of: name) }
    }
    let segments = kept.segments
    for place in texts {
      for segment in 0..<kept.state.segmentCount {
        for text in try segments.newTexts(of: place, segment) { _ = domains[place].number(of: text) }
      }
    }
    return kept
  }

  /// New columns.
  private mutating func made(_ csv: consuming CSVParallelReader) throws -> KeptColumns? {
    guard let frames = try? FrameFile(file.path, permissions: file.permissions), frames.isLocked else {
      return nil
    }
    var state = SidecarState(fingerprint: fingerprint, stamp: stamp, questions: domains.count)
    state.place = csv.place
    state.texts = texts
    state.prints = [try large.print(at: 0, length: csv.place.offset)]
    return try extend(KeptColumns(frames, state), csv)
  }

  /// What was kept, with what the file has more.
  private mutating func extended(_ csv: consuming CSVParallelReader) throws -> KeptColumns? {
    guard let frames = try? FrameFile(file.path, permissions: file.permissions), frames.isLocked,
      let kept = KeptColumns(frames), kept.state.fingerprint == fingerprint, kept.state.texts == texts
    else { return nil }
    kept.dropUnfinished()
    csv.skip(to: kept.state.place)
    return try extend(kept, csv)
  }

  /// Reads what stands behind the columns, and puts it behind them.
  private mutating func extend(
    _ known: KeptColumns, _ csv: consuming CSVParallelReader
  ) throws -> KeptColumns? {
    var kept = try take(known)
    var told = Dictionary(uniqueKeysWithValues: texts.map { ($0, domains[$0].texts.count) })
    reader.resume(known.state)
    var isTaken = true
    var prints: [BlockPrint] = []
    var revisions: [(row: Int, of: ResponseKey)] = []
    func flush(_ reader: inout ResponseRowsReader, _ domains: [Domain]) {
      revisions += reader.revisions.map { (kept.state.rowCount + $0.row, $0.of) }
      let new = Dictionary(uniqueKeysWithValues: told.map { ($0, domains[$0].texts[$1...]) })
      if isTaken {
        isTaken = kept.append(reader.rows, 0..<reader.rows.count, reader.cells.map(\.cells), newTexts: new)
      }
      for place in told.keys { told[place] = domains[place].texts.count }
      reader.beginSegment()
    }
    var findings = Findings()
    findings.log = FindingLog()
    let end: CSVPlace?
    do {
      end = try reader.gather(
        csv, of: large, expected: header.names.count, &domains, &findings, prints: { prints.append($0) }
      ) { reader, domains in
        if reader.rows.count >= effort.grain.segmentLength { flush(&reader, domains) }
      }
    } catch {
      kept.dropUnfinished()
      throw error
    }
    flush(&reader, domains)
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
