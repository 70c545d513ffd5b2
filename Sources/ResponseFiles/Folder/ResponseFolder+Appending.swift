internal import CSV
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
  ///   - patience: How long to wait for others who write here.
  /// - Returns: Which of them were stored now, and which were already.
  /// - Throws: Why they are not stored; nothing was changed then.
  @discardableResult
  public func append(
    _ responses: [Response], provenance: [Provenance] = [], patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> AppendReport {
    try append(responses, provenance: provenance, patience: patience, probe: .none)
  }

  /// Stores responses as `append(_:provenance:patience:)` does, and tells a probe of each step.
  package func append(
    _ responses: [Response], provenance: [Provenance], patience: Duration, probe: CommitProbe
  ) throws(ResponseFileError) -> AppendReport {
    try create()
    let lock = try CommitLock.exclusive(directory, path: lockFile, patience: patience)
    let (fresh, known) = try sorted(responses)
    let knownIDs = Set(known)
    let origins = provenance.filter { !knownIDs.contains($0.response) }
    if !fresh.isEmpty || !origins.isEmpty {
      let commit = try commit(of: fresh, origins)
      probe.reached(.prepared)
      try commit.perform(holding: lock, probe: probe)
    }
    return AppendReport(stored: fresh.map(\.id), alreadyStored: known)
  }

  /// Tells responses that are to be stored from those that are.
  private func sorted(
    _ responses: [Response]
  ) throws(ResponseFileError) -> (fresh: [Response], known: [Response.ID]) {
    for response in responses where response.formID != questionnaire.id {
      throw .otherForm(response.id, path: path, found: response.formID, expected: questionnaire.id)
    }
    let stored = try stored(Set(responses.map(\.id)))
    var fresh: [Response] = []
    var known: [Response.ID] = []
    for response in responses {
      let earlier = stored[response.id]
      guard let other = earlier?.response ?? fresh.first(where: { $0.id == response.id }) else {
        fresh.append(response)
        continue
      }
      let differences = layout.differences(between: response, and: other, askedOnly: true)
      if !differences.isEmpty {
        throw .storedWithOtherAnswers(
          response.id, path: file(), line: earlier?.line, differences: differences)
      }
      known.append(response.id)
    }
    return (fresh, known)
  }

  /// The responses among these that are stored; to be called with the lock held, since it takes none.
  private func stored(_ ids: Set<Response.ID>) throws(ResponseFileError) -> [Response.ID: StoredResponse] {
    let snapshot = try files(lengths: [:])
    guard let main = snapshot.main, try !main.lines(of: ids).isEmpty else { return [:] }
    var reader = try ResponseReader(snapshot, layout: layout)
    var found: [Response.ID: StoredResponse] = [:]
    while let stored = try reader.next() {
      let id = stored.response.id
      if ids.contains(id), found[id] == nil { found[id] = stored }
    }
    return found
  }

  /// Makes all that is to be written before any file is touched.
  private func commit(
    of responses: [Response], _ provenance: [Provenance]
  ) throws(ResponseFileError) -> Commit {
    var files: [(file: AppendedFile, rows: [[String: String]])] = []
    var written: [(header: ResponseHeader, bytes: [UInt8])] = []
    let composer = RowComposer(layout: layout)
    let repeats = responses.map(composer.repeats)
    for table in layout.tables where !responses.isEmpty {
      let file = try AppendedFile(fileName(of: table.group), in: directory, headings: table.headings)
      let header = try file.header(of: table)
      let rows =
        table.group.map { group in repeats.flatMap { $0[group] ?? [] } } ?? responses.map(composer.row)
      let needed = Set(rows.flatMap { $0.missing(in: header) })
      if !needed.isEmpty {
        let headings = table.headings.filter(needed.contains)
        throw .columnsMissing(path: file.path, headings: headings)
      }
      files.append((file, rows.map(\.cells)))
      written.append((header, try file.table(of: rows.map(\.cells))))
    }
    try check(written, for: responses)
    if !provenance.isEmpty {
      let file = try AppendedFile(Self.provenanceName, in: directory, headings: Provenance.columns)
      let lacking = Provenance.columns.filter { !file.headings.contains($0) }
      if !lacking.isEmpty { throw .columnsMissing(path: file.path, headings: lacking) }
      files.append((file, provenance.map(\.cells)))
    }
    var parts: [Commit.Part] = []
    for (file, rows) in files { parts.append(try file.part(for: rows)) }
    return Commit(parts: parts.filter { !$0.bytes.isEmpty })
  }

  /// Reads back what is about to be written: what would not come out as it went in is refused.
  private func check(
    _ written: [(header: ResponseHeader, bytes: [UInt8])], for responses: [Response]
  ) throws(ResponseFileError) {
    guard let main = written.first else { return }
    var findings: [ResponseFinding] = []
    var repeats: [RepeatRows] = []
    for file in written.dropFirst() {
      guard let reader = try reader(of: file) else { continue }
      repeats.append(try RepeatRows(reader, isInOrder: true, &findings))
    }
    var reader = ResponseReader(try self.reader(of: main), repeats: repeats, layout: layout)
    for response in responses {
      let read = try reader.next()?.response
      let differences =
        read.map { layout.differences(between: response, and: $0, askedOnly: false) } ?? ["instance_id"]
      if !differences.isEmpty { throw .notStorable(response.id, path: file(), differences: differences) }
    }
  }

  private func reader(
    of file: (header: ResponseHeader, bytes: [UInt8])
  ) throws(ResponseFileError) -> TableReader? {
    try TableReader(
      CSVReader(file.bytes), path: self.file(of: file.header.table.group), table: file.header.table,
      questionnaire: questionnaire)
  }
}
