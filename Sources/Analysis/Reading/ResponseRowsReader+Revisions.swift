internal import ResponseFiles
internal import Survey

extension ResponseRowsReader {
  /// Says which other versions of the form have rows.
  func reportVersions(_ findings: inout Findings) {
    for (version, seen) in versions.sorted(by: { $0.value.line < $1.value.line }) {
      let problem = ResponseFinding.Problem.otherVersion(
        found: version, expected: form.version, rows: seen.rows)
      report(seen.line, ResponseMetadata.formVersion.heading, problem, &findings)
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
        report(line, column, .noSuchResponse(found: id.text), &findings)
        continue
      }
      if target >= revision.row {
        findings.report(Finding(file: file.name, line: line, column: column, reason: .supersedesLater(id)))
      }
    }
  }

  /// Finds ids that stand in more than one row, by sorting a hash of eight bytes for each row.
  func reportRepeatedIDs(_ findings: inout Findings) {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(rows.count)
    for row in 0..<rows.count { hashes.append(Self.hash(rows.keys[row])) }
    hashes.sort()
    var suspects: Set<UInt64> = []
    for index in hashes.indices.dropFirst() where hashes[index] == hashes[index - 1] {
      suspects.insert(hashes[index])
    }
    guard !suspects.isEmpty else { return }
    var first: [ResponseKey: Int] = [:]
    for row in 0..<rows.count where suspects.contains(Self.hash(rows.keys[row])) {
      guard let earlier = first[rows.keys[row]] else {
        first[rows.keys[row]] = row
        continue
      }
      let problem = ResponseFinding.Problem.repeatedID(rows.id(row), firstLine: Int(rows.lines[earlier]))
      report(Int(rows.lines[row]), ResponseMetadata.instanceID.heading, problem, &findings)
    }
  }

  private static func hash(_ key: ResponseKey) -> UInt64 { key.high &* 0x9e37_79b9_7f4a_7c15 ^ key.low }
}
