internal import CSV
internal import Digests
internal import ResponseFiles
internal import Survey

extension ResponseRowsReader {
  /// Reads a large file by the columns that are kept beside it, after they were brought up to date.
  ///
  /// - Returns: Whether that was done; where not, nothing was read.
  /// - Throws: Why the file is no CSV, or cannot be read.
  mutating func readKept(
    _ large: SharedFile, _ domains: inout [Domain], _ findings: inout Findings
  ) throws -> Bool {
    guard effort.keepsColumns, let stamp = large.stamp, try large.endsRecord else { return false }
    let texts = domains.indices.filter { place in
      if case .text = domains[place].keeping { return rows.columns[place] != nil }
      return false
    }
    var reader = effort.reader(of: large)
    guard let header = try reader.header({ try header(CSVHeader($0)) }) else { return false }
    guard
      var keeper = ColumnKeeper(
        self, large, stamp: stamp, header: header, texts: Set(texts.map { domains[$0].question.name }))
    else { return false }
    let columns: KeptColumns?
    do { columns = try keeper.columns(reader) } catch is SidecarDamage {
      keeper.file.giveUp()
      return false
    }
    guard var kept = columns else { return false }
    var loaded = self
    var (loadedDomains, loadedFindings) = (domains, findings)
    loaded.prepare(header, loadedDomains, &loadedFindings)
    do {
      try kept.findDistinct(atOnce: effort.grain.idsAtOnce)
      guard var stored = try loaded.stored(kept, keeper, &loadedDomains) else { return false }
      let settles = mayStayBeside
      if !settles { try loaded.load(stored) }
      loaded.note(kept.state, from: rows.count)
      try loaded.lookAgain(kept.state.log, keeper.domains, header, large, loadedDomains, &loadedFindings)
      if settles {
        try loaded.settle(&stored, &loadedFindings)
        loaded.stored = stored
      }
    } catch is SidecarDamage {
      keeper.file.giveUp()
      return false
    }
    (self, domains, findings) = (loaded, loadedDomains, loadedFindings)
    return true
  }

  /// The rows of kept columns, in the numbers of what is counted.
  ///
  /// - Parameters:
  ///   - kept: What was kept.
  ///   - keeper: Who kept it.
  ///   - domains: The domains of the questions that are counted.
  /// - Returns: The rows; nothing where answers were kept under one name that have to be told apart here, beside
  ///   answers to other forms.
  /// - Throws: `SidecarDamage` where a question is not among them.
  private mutating func stored(
    _ kept: KeptColumns, _ keeper: ColumnKeeper, _ domains: inout [Domain]
  ) throws(SidecarDamage) -> StoredRows? {
    let (state, own) = (kept.state, keeper.domains)
    let others = state.others.map { keys.key($0) }
    let versions = state.versions.map { rows.place(ofVersion: $0) }
    var questions: [StoredQuestion] = []
    for reader in cells {
      let name = domains[reader.domain].question.name
      guard let place = own.firstIndex(where: { $0.question.name == name }) else { throw SidecarDamage() }
      guard own[place].isWhole(in: domains[reader.domain]) else { return nil }
      questions.append(StoredQuestion(place, own[place], as: reader.domain, &domains[reader.domain]))
    }
    // Ids are compared where rows supersede each other, or may have the same one.
    let comparesIDs =
      !state.revisions.isEmpty || !revisions.isEmpty || state.distinctCount < state.rowCount
      || rows.count > 0 || file.volumes.count > 1
    var outline = rows.emptied
    outline.otherIDs = keys.others
    return StoredRows(
      state, kept.segments, in: keeper.file, outline: outline, questions: questions, others: others,
      versions: versions,
      identifiesRows: identifiesRows || comparesIDs && !staysBeside)
  }

  /// Takes up all rows.
  private mutating func load(_ stored: StoredRows) throws(SidecarDamage) {
    for place in 0..<stored.pieceCount {
      var piece = try stored.rows(of: place)
      for index in cells.indices {
        guard let column = piece.columns[cells[index].domain] else { throw SidecarDamage() }
        cells[index].append(column, at: rows.count)
      }
      piece.columns = []
      rows.append(piece)
    }
  }

  /// Takes up what is known of the rows behind some others.
  private mutating func note(_ state: SidecarState, from before: Int) {
    let others = state.others.map { keys.key($0) }
    for revision in state.revisions {
      revisions.append((before + revision.row, revision.of.translated(by: others)))
    }
    for seen in state.seen {
      let order = versions.count
      versions[seen.version, default: (order, name, seen.line, 0)].rows += seen.rows
    }
    if before == 0 { rows.distinctCount = state.distinctCount }
  }

  /// Finds out which rows others supersede, and what is to be said of versions and ids.
  mutating func settle(
    _ stored: inout StoredRows, _ findings: inout Findings
  ) throws(SidecarDamage) {
    let ids = stored.ids
    rows.otherIDs = keys.others
    reportVersions(&findings)
    try stored.supersede(superseded(ids, &findings))
    try reportRepeated(ids, &findings)
  }

  /// Looks once more at the records in which something odd was found, as far as it is about what is read now.
  private func lookAgain(
    _ log: FindingLog, _ own: [Domain], _ header: ResponseHeader, _ large: SharedFile, _ domains: [Domain],
    _ findings: inout Findings
  ) throws {
    let names = Set(cells.map(\.name))
    guard log.entries.keys.allSatisfy({ $0.question ?? 0 < own.count }) else { throw SidecarDamage() }
    let entries = log.entries.filter { subject, _ in
      subject.question.map { names.contains(own[$0].question.name) } ?? true
    }
    var (again, domains, found) = (part, domains, Findings())
    for place in Set(entries.values.flatMap(\.places)).sorted(by: { $0.offset < $1.offset }) {
      var reader = CSVReader(large, from: place)
      reader.keep(columns: wanted)
      guard try reader.next() else { throw SidecarDamage() }
      again.read(reader.record, expected: header.names.count, &domains, &found)
    }
    var totals: [Finding.Kind: Int] = [:]
    for (subject, entry) in entries { totals[subject.kind, default: 0] += entry.count }
    let seen = found
    findings.append(found)
    for (kind, total) in totals { findings.count(total - seen.count(of: kind), of: kind) }
  }
}
