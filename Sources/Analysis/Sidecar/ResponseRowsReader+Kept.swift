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
    // Texts themselves are not kept.
    for place in domains.indices where rows.columns[place] != nil {
      if case .text = domains[place].keeping { return false }
    }
    var reader = effort.reader(of: large)
    guard let header = try reader.header({ try header(CSVHeader($0)) }) else { return false }
    guard var keeper = ColumnKeeper(self, large, stamp: stamp, header: header),
      var kept = try keeper.columns(reader)
    else { return false }
    var loaded = self
    var (loadedDomains, loadedFindings) = (domains, findings)
    loaded.prepare(header, loadedDomains, &loadedFindings)
    do {
      try kept.findDistinct()
      try loaded.load(kept, keeper.domains, &loadedDomains)
      try loaded.lookAgain(kept.state.log, keeper.domains, header, large, loadedDomains, &loadedFindings)
    } catch is SidecarDamage {
      keeper.tell(.damaged)
      keeper.remove()
      return false
    }
    (self, domains, findings) = (loaded, loadedDomains, loadedFindings)
    return true
  }

  /// Takes up the rows of kept columns.
  private mutating func load(
    _ kept: KeptColumns, _ own: [Domain], _ domains: inout [Domain]
  ) throws(SidecarDamage) {
    let before = rows.count
    let others = kept.state.others.map { keys.key($0) }
    let versions = kept.state.versions.map { rows.place(ofVersion: $0) }
    var questions: [(place: Int, numbers: ChoiceNumbers)] = []
    for reader in cells {
      let name = domains[reader.domain].question.name
      guard let place = own.firstIndex(where: { $0.question.name == name }) else { throw SidecarDamage() }
      questions.append((place, ChoiceNumbers(from: own[place], to: &domains[reader.domain])))
    }
    let state = kept.state
    // Ids are compared where rows supersede each other, or may have the same one.
    let identifies =
      identifiesRows || !state.revisions.isEmpty || !revisions.isEmpty || state.distinctCount < state.rowCount
      || rows.count > 0 || file.volumes.count > 1
    for segment in 0..<state.segmentCount {
      let count =
        identifies
        ? try rows.load(kept, segment, others) : try kept.numbers(.doors, of: segment, as: UInt8.self).count
      try rows.load(kept, segment, count, versions)
      for (index, question) in questions.enumerated() {
        let words = own[question.place].words ?? 0
        let column = try kept.cells(of: question.place, segment, rows: count, words: words)
        cells[index].append(question.numbers.translated(column, rows: count), at: rows.count)
      }
      rows.count += count
    }
    guard rows.count - before == kept.state.rowCount else { throw SidecarDamage() }
    for revision in kept.state.revisions {
      revisions.append((before + revision.row, revision.of.translated(by: others)))
    }
    for seen in kept.state.seen {
      let order = self.versions.count
      self.versions[seen.version, default: (order, name, seen.line, 0)].rows += seen.rows
    }
    if before == 0 { rows.distinctCount = kept.state.distinctCount }
  }

  /// Looks once more at the records in which something odd was found, as far as it is about what is read now.
  private func lookAgain(
    _ log: FindingLog, _ own: [Domain], _ header: ResponseHeader, _ large: SharedFile, _ domains: [Domain],
    _ findings: inout Findings
  ) throws {
    let names = Set(cells.map(\.name))
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

extension ResponseRows {
  /// Takes up by what the rows of a segment are known again.
  ///
  /// - Returns: How many rows it has.
  fileprivate mutating func load(
    _ kept: KeptColumns, _ segment: Int, _ others: [ResponseKey]
  ) throws(SidecarDamage) -> Int {
    let high = try kept.numbers(.keysHigh, of: segment, as: UInt64.self)
    let low = try kept.numbers(.keysLow, of: segment, as: UInt64.self)
    let numbers = try kept.numbers(.records, of: segment, as: UInt32.self)
    let starts = try kept.numbers(.lines, of: segment, as: UInt32.self)
    let times = try kept.numbers(.submittedAt, of: segment, as: UInt64.self)
    let count = high.count
    guard [low.count, numbers.count, starts.count, times.count].allSatisfy({ $0 == count }) else {
      throw SidecarDamage()
    }
    var keys = [ResponseKey](
      unsafeUninitializedCapacity: count,
      initializingWith: { room, filled in
        for row in 0..<count { room[row] = ResponseKey(high: high[row], low: low[row]) }
        filled = count
      })
    if !others.isEmpty { keys = keys.map { $0.translated(by: others) } }
    self.keys.append(piece: keys)
    records.append(piece: numbers)
    lines.append(piece: starts)
    submittedAt.append(piece: times.map { Int64(bitPattern: $0 ^ 1 << 63) })
    return count
  }

  /// Takes up what else all rows of a segment have; the caller counts them.
  fileprivate mutating func load(
    _ kept: KeptColumns, _ segment: Int, _ count: Int, _ versions: [UInt16]
  ) throws(SidecarDamage) {
    let sources = try kept.numbers(.doors, of: segment, as: UInt8.self)
    let places = try kept.numbers(.versions, of: segment, as: UInt16.self)
    guard sources.count == count, places.count == count, places.allSatisfy({ Int($0) < versions.count })
    else { throw SidecarDamage() }
    doors.append(piece: sources)
    isSuperseded.append(piece: [Bool](repeating: false, count: count))
    let isSame = versions.indices.allSatisfy { Int(versions[$0]) == $0 }
    append(versionPlaces: isSame ? places : places.map { versions[Int($0)] })
  }
}
