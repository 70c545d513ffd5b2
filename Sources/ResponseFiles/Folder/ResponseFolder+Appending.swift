internal import CSV
internal import Glibc
public import Survey

/// What became of responses that were to be stored: all of them are stored now.
public struct AppendReport: Sendable, Hashable {
  /// Those that were appended.
  public let stored: [Response.ID]
  /// Those that were there already, with the same answers: a submission that was sent again.
  public let alreadyStored: [Response.ID]

  /// Creates a report.
  public init(stored: [Response.ID], alreadyStored: [Response.ID]) {
    self.stored = stored
    self.alreadyStored = alreadyStored
  }
}

extension ResponseFolder {
  /// Stores responses: all of them or none, on the disk when it returns.
  ///
  /// Files that are there keep their columns and the order of them. A response whose id is stored with the
  /// same answers is not stored again, and that is a success.
  ///
  /// - Parameters:
  ///   - responses: The responses.
  ///   - provenance: Where their answers came from.
  ///   - paradata: How they were filled.
  ///   - beside: Rows of other files of the folder, stored with the responses or not at all.
  ///   - lengths: How long files were when the caller read them, by their names, as `lengths(of:)` tells.
  ///   - patience: How long to wait for others who write here.
  /// - Returns: Which of them were stored now, and which were already.
  /// - Throws: Why they are not stored; nothing was changed then. `changedSinceRead` where a file is not as long
  ///   any more as when it was read: read it again, and decide anew.
  @discardableResult
  public func append(
    _ responses: [Response], provenance: [Provenance] = [], paradata: [Response.ID: Paradata] = [:],
    beside: [SideRows] = [], ifAsRead lengths: [String: Int] = [:], patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> AppendReport {
    try append(
      responses, provenance: provenance, paradata: paradata, beside: beside, ifAsRead: lengths,
      patience: patience, probe: .none)
  }

  /// Stores responses as `append(_:provenance:paradata:beside:ifAsRead:patience:)` does, and tells a probe of each
  /// step.
  package func append(
    _ responses: [Response], provenance: [Provenance], paradata: [Response.ID: Paradata],
    beside: [SideRows] = [], ifAsRead lengths: [String: Int] = [:], patience: Duration, probe: CommitProbe
  ) throws(ResponseFileError) -> AppendReport {
    for response in responses where response.formID != questionnaire.id {
      throw .otherForm(response.id, path: path, found: response.formID, expected: questionnaire.id)
    }
    try checkMayGrow()
    try create()
    let lock = try CommitLock.exclusive(directory, path: lockFile, patience: patience)
    try check(lengths)
    let there = try self.files(lengths: [:])
    let (fresh, known) = try sorted(responses, in: there)
    let knownIDs = Set(known)
    let origins = provenance.filter { !knownIDs.contains($0.response) }
    let beside = beside.filter { !$0.rows.isEmpty }
    if !fresh.isEmpty || !origins.isEmpty || !beside.isEmpty {
      var rows = fresh.isEmpty ? [] : try self.rows(of: fresh, behind: there)
      if !origins.isEmpty {
        rows.append(
          try extra(
            Self.provenanceName, Provenance.columns, origins.map(\.cells),
            dispensable: [Provenance.gradeColumn]))
      }
      let visits = fresh.flatMap { paradata[$0.id]?.rows(of: $0.id) ?? [] }
      if !visits.isEmpty { rows.append(try extra(paradataName, Paradata.columns, visits)) }
      for side in beside { rows.append(try extra(side.file, side.columns, side.rows)) }
      // All that is to be written is there before the first file is touched.
      var parts: [Commit.Part] = []
      for (file, records) in rows { parts.append(try file.part(for: records)) }
      probe.reached(.prepared)
      try Commit(parts: parts.filter { !$0.bytes.isEmpty }).perform(holding: lock, probe: probe)
    }
    return AppendReport(stored: fresh.map(\.id), alreadyStored: known)
  }

  /// Refuses where a file is not as long any more as when it was read; to be called with the lock held.
  private func check(_ lengths: [String: Int]) throws(ResponseFileError) {
    for (name, length) in lengths.sorted(by: { $0.key < $1.key }) {
      let path = directory.file(name)
      if try OpenFile.open(path, O_RDONLY)?.length() ?? 0 != length { throw .changedSinceRead(path: path) }
    }
  }

  /// Tells responses that are to be stored from those that are.
  private func sorted(
    _ responses: [Response], in snapshot: ResponseSnapshot
  ) throws(ResponseFileError) -> (fresh: [Response], known: [Response.ID]) {
    let lines = try snapshot.lines(of: Set(responses.map(\.id)))
    var there = try stored(Set(lines.keys), in: snapshot)
    var fresh: [Response] = []
    var known: [Response.ID] = []
    for response in responses {
      guard let other = there[response.id] else {
        fresh.append(response)
        there[response.id] = response
        continue
      }
      let differences = layout.differences(between: response, and: other, askedOnly: true)
      if !differences.isEmpty {
        throw .storedWithOtherAnswers(
          response.id, path: lines[response.id]?.file.path ?? file(), line: lines[response.id]?.line,
          differences: differences)
      }
      known.append(response.id)
    }
    return (fresh, known)
  }

  /// The responses of some ids that are stored; to be called with the lock held, since it takes none.
  private func stored(
    _ ids: Set<Response.ID>, in snapshot: ResponseSnapshot
  ) throws(ResponseFileError) -> [Response.ID: Response] {
    if ids.isEmpty { return [:] }
    var reader = try ResponseReader(snapshot, layout: layout)
    var found: [Response.ID: Response] = [:]
    while let stored = try reader.next()?.response {
      if ids.contains(stored.id), found[stored.id] == nil { found[stored.id] = stored }
    }
    return found
  }

  /// The rows of responses as records for each file of the volume that they go to, and what this version asked where
  /// that is not kept yet.
  private func rows(
    of responses: [Response], behind snapshot: ResponseSnapshot
  ) throws(ResponseFileError) -> [(file: AppendedFile, records: [UInt8])] {
    let conflicts = try conflicts(in: snapshot)
    if !conflicts.isEmpty { throw .answersDoNotFit(path: file(), conflicts) }
    let composer = RowComposer(layout: layout)
    let repeats = responses.map(composer.repeats)
    let own = layout.tables.map { table in
      table.group.map { group in repeats.flatMap { $0[group] ?? [] } } ?? responses.map(composer.row)
    }
    let asked = try AskedVersions(snapshot.asked, of: questionnaire)
    let files = try volume(for: own, behind: snapshot, asked)
    var rows: [(file: AppendedFile, records: [UInt8])] = []
    for (file, own) in zip(files, own) { rows.append((file, try file.records(of: own.map(\.cells)))) }
    try check(rows, for: responses)
    let missing = asked.missingRows(of: questionnaire)
    if !missing.isEmpty { rows.append(try extra(askedName, AskedVersions.columns, missing)) }
    return rows
  }

  /// The files that rows go to: those of the last volume, if they have all columns of the form and none that it has
  /// given up; else those of a new one, so that no header is ever changed and no cell stands under another name.
  private func volume(
    for rows: [[ComposedRow]], behind snapshot: ResponseSnapshot, _ asked: AskedVersions
  ) throws(ResponseFileError) -> [AppendedFile] {
    guard let last = snapshot.volumes.last else { return try files(ofVolume: 1) }
    // A repeat group that is given up: who answers now is none who was asked for repeats and gave none.
    if try strayRepeats(in: snapshot).contains(where: { $0.volume == last.number }) {
      return try files(ofVolume: last.number + 1)
    }
    let files = try files(ofVolume: last.number)
    for ((table, file), own) in zip(zip(layout.tables, files), rows) {
      // A file of a repeat group that is not there: an earlier version did not have the group, or called it otherwise.
      let there = table.group.flatMap { last.repeats[$0] }
      let isThere =
        there?.path == file.path || there == nil && !table.questions.contains { asked.isKnownToLack($0.name) }
      let header = try file.header(of: table)
      // Its cells would say that what another version asks was asked and left blank.
      let isOfOthers = header.others.contains { place in
        asked.isKnownToAsk(questionnaire.history.now(ResponseTable.question(heading: header.names[place])))
      }
      if table.group != nil && !isThere || isOfOthers || !header.isOfNow || !header.questionsMissing.isEmpty
        || own.contains(where: { !$0.missing(in: header).isEmpty })
      {
        return try self.files(ofVolume: last.number + 1)
      }
    }
    return files
  }

  private func files(ofVolume number: Int) throws(ResponseFileError) -> [AppendedFile] {
    var files: [AppendedFile] = []
    for table in layout.tables {
      let name = fileName(of: table.group, volume: number)
      files.append(try AppendedFile(name, in: directory, headings: table.headings))
    }
    return files
  }

  /// The rows of a file that stands beside the responses, as records; a dispensable column that the file lacks is left
  /// out.
  private func extra(
    _ name: String, _ columns: [String], _ rows: [[String: String]], dispensable: Set<String> = []
  ) throws(ResponseFileError) -> (file: AppendedFile, records: [UInt8]) {
    let file = try AppendedFile(name, in: directory, headings: columns)
    let missing = columns.filter { !file.headings.contains($0) && !dispensable.contains($0) }
    if !missing.isEmpty { throw .columnsMissing(path: file.path, headings: missing) }
    return (file, try file.records(of: rows))
  }

  /// Reads back what is about to be written: what would not come out as it went in is refused.
  private func check(
    _ rows: [(file: AppendedFile, records: [UInt8])], for responses: [Response]
  ) throws(ResponseFileError) {
    var findings: [ResponseFinding] = []
    var readers: [TableReader] = []
    for (table, (file, records)) in zip(layout.tables, rows) {
      let csv = CSVReader(try file.headerRecord() + records)
      if let reader = try TableReader(csv, path: file.path, table: table, questionnaire: questionnaire) {
        readers.append(reader)
      }
    }
    var repeats: [RepeatRows] = []
    for reader in readers.dropFirst() {
      repeats.append(try RepeatRows(reader, isInOrder: true, &findings))
    }
    var reader = ResponseReader(readers.first, repeats: repeats, layout: layout)
    for response in responses {
      let read = try reader.next()?.response
      let differences =
        read.map { layout.differences(between: response, and: $0, askedOnly: false) } ?? ["instance_id"]
      if !differences.isEmpty { throw .notStorable(response.id, path: file(), differences: differences) }
    }
  }
}
