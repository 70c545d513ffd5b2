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

  /// Marks the rows whose place a row below takes.
  ///
  /// A row above cannot: the file only grows at its end.
  mutating func supersede(_ findings: inout Findings) {
    guard !revisions.isEmpty else { return }
    var last: [ResponseKey: Int] = [:]
    for revision in revisions { last[revision.of] = revision.row }
    var first: [ResponseKey: Int] = [:]
    for row in 0..<rows.count {
      guard let reviser = last[rows.keys[row]] else { continue }
      if first[rows.keys[row]] == nil { first[rows.keys[row]] = row }
      if reviser > row { rows.isSuperseded[row] = true }
    }
    for revision in revisions {
      let id = revision.of.id(rows.otherIDs)
      let line = Int(rows.lines[revision.row])
      let column = ResponseMetadata.supersedes.heading
      guard let target = first[revision.of] else {
        let problem = Finding.Reason.response(.noSuchResponse(found: id.text))
        findings.report(Finding(file: rows.file(revision.row), line: line, column: column, reason: problem))
        continue
      }
      if target >= revision.row {
        findings.report(
          Finding(file: rows.file(revision.row), line: line, column: column, reason: .supersedesLater(id)))
      }
    }
  }

  /// Finds ids that stand in more than one row, by sorting a hash of eight bytes for each row.
  func reportRepeatedIDs(_ findings: inout Findings) {
    let suspects = rows.repeatedHashes(behind: rows.distinctCount)
    guard !suspects.isEmpty else { return }
    var first: [ResponseKey: Int] = [:]
    for row in 0..<rows.count where suspects.contains(rows.keys[row].hash) {
      guard let earlier = first[rows.keys[row]] else {
        first[rows.keys[row]] = row
        continue
      }
      let problem = ResponseFinding.Problem.repeatedID(rows.id(row), firstLine: Int(rows.lines[earlier]))
      findings.report(
        Finding(
          file: rows.file(row), line: Int(rows.lines[row]), column: ResponseMetadata.instanceID.heading,
          reason: .response(problem)))
    }
  }
}

extension ResponseRows {
  /// The hashes of ids that may stand in more than one row, told by eight bytes for each row.
  ///
  /// - Parameter known: Of how many rows from the first on it is known that no two have the same.
  /// - Returns: The hashes; none where no two rows have the same id.
  func repeatedHashes(behind known: Int) -> Set<UInt64> {
    if known >= count { return [] }
    var suspects: Set<UInt64> = []
    var met = HashTable(room: count - known)
    for row in known..<count {
      let hash = keys[row].hash
      if !met.insert(hash) { suspects.insert(hash) }
    }
    for row in 0..<known where met.contains(keys[row].hash) { suspects.insert(keys[row].hash) }
    return suspects
  }
}

extension ResponseKey {
  /// Eight bytes that two ids share seldom.
  var hash: UInt64 { high &* 0x9e37_79b9_7f4a_7c15 ^ low }
}
