internal import ResponseFiles
internal import Survey

extension ResponseRowsReader {
  /// Says which other versions of the form have rows.
  func reportVersions(_ findings: inout Findings) {
    for (version, seen) in versions.sorted(by: { $0.value.order < $1.value.order }) {
      let problem = ResponseFinding.Problem.otherVersion(
        found: version, expected: form.version, rows: seen.rows)
      let column = ResponseMetadata.formVersion.heading
      findings.report(Finding(file: seen.file, line: seen.line, column: column, reason: .response(problem)))
    }
  }

  /// Finds the rows whose place a row below takes.
  ///
  /// A row above cannot: the file only grows at its end.
  ///
  /// - Parameters:
  ///   - ids: The ids of all rows.
  ///   - findings: Is told which rows name an id that is not there, or stands below.
  /// - Returns: The rows, in their order.
  /// - Throws: Why the ids cannot be read.
  func superseded<Failure>(
    _ ids: RowIDs<Failure>, _ findings: inout Findings
  ) throws(Failure) -> [Int] {
    guard !revisions.isEmpty else { return [] }
    var last: [ResponseKey: Int] = [:]
    for revision in revisions { last[revision.of] = revision.row }
    var first: [ResponseKey: Int] = [:]
    var superseded: [Int] = []
    try ids.forEach { row, key in
      guard let reviser = last[key] else { return }
      if first[key] == nil { first[key] = row }
      if reviser > row { superseded.append(row) }
    }
    let odd = revisions.filter { first[$0.of].map { [row = $0.row] in $0 >= row } ?? true }
    let lines = try ids.lines(of: odd.map(\.row))
    for revision in odd {
      let id = revision.of.id(rows.otherIDs)
      let problem: Finding.Reason =
        first[revision.of] == nil ? .response(.noSuchResponse(found: id.text)) : .supersedesLater(id)
      findings.report(
        Finding(
          file: rows.file(revision.row), line: lines[revision.row] ?? 0,
          column: ResponseMetadata.supersedes.heading, reason: problem))
    }
    return superseded
  }

  /// Finds ids that stand in more than one row.
  ///
  /// - Parameters:
  ///   - ids: The ids of all rows.
  ///   - findings: Is told which.
  /// - Throws: Why the ids cannot be read.
  func reportRepeated<Failure>(
    _ ids: RowIDs<Failure>, _ findings: inout Findings
  ) throws(Failure) {
    let suspects = try ids.repeatedHashes(behind: rows.distinctCount, atOnce: effort.grain.idsAtOnce)
    guard !suspects.isEmpty else { return }
    var first: [ResponseKey: Int] = [:]
    var repeated: [(row: Int, key: ResponseKey, first: Int)] = []
    try ids.forEach { row, key in
      guard suspects.contains(key.hash) else { return }
      if let earlier = first[key] { repeated.append((row, key, earlier)) } else { first[key] = row }
    }
    let lines = try ids.lines(of: repeated.flatMap { [$0.row, $0.first] })
    for (row, key, earlier) in repeated {
      let problem = ResponseFinding.Problem.repeatedID(
        key.id(rows.otherIDs), firstLine: lines[earlier] ?? 0)
      findings.report(
        Finding(
          file: rows.file(row), line: lines[row] ?? 0, column: ResponseMetadata.instanceID.heading,
          reason: .response(problem)))
    }
  }
}

extension ResponseKey {
  /// Eight bytes that two ids share seldom.
  var hash: UInt64 { high &* 0x9e37_79b9_7f4a_7c15 ^ low }
}
