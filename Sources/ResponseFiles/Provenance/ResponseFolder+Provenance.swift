internal import CSV
public import Survey

extension ResponseFolder {
  /// Reads where the answers came from.
  ///
  /// - Returns: The rows of each response in the order of the file, and what should be looked at.
  /// - Throws: Why the file cannot be read to its end.
  public func provenance() throws(ResponseFileError) -> (
    rows: [Response.ID: [Provenance]], findings: [ResponseFinding]
  ) {
    guard let file = try snapshot().provenance else { return ([:], []) }
    let table: CSVTable
    do {
      table = try CSVTable(CSVReader(path: file.path, length: file.length))
    } catch {
      throw .notCSV(path: file.path, error)
    }
    var findings = table.ragged.map {
      ResponseFinding(
        path: file.path, line: $0.position.line, column: nil,
        problem: .raggedRow(found: $0.found, expected: $0.expected))
    }
    for column in Provenance.columns where column != Provenance.gradeColumn && table.header[column] == nil {
      findings.append(ResponseFinding(path: file.path, line: 1, column: column, problem: .missingMetadata))
    }
    var rows: [Response.ID: [Provenance]] = [:]
    for row in table.rows where row.cells.count == table.header.count {
      let id = Response.ID(table[row, "instance_id"])
      let name = table[row, "question"]
      guard let address = address(named: name) else {
        findings.append(
          ResponseFinding(
            path: file.path, line: row.line, column: "question", problem: .noSuchAddress(found: name)))
        continue
      }
      rows[id, default: []].append(
        Provenance(
          response: id, question: address, evidence: Provenance.Evidence(table[row, "evidence"]),
          source: table[row, "source"], part: table[row, "part"], place: table[row, "place"],
          grade: table[row, Provenance.gradeColumn]))
    }
    let matched = rows.values.reduce(0) { count, rows in count + rows.count { $0.evidence.isOfMatch } }
    if table.header[Provenance.gradeColumn] == nil, matched > 0 {
      findings.append(
        ResponseFinding(
          path: file.path, line: 1, column: Provenance.gradeColumn, problem: .missingGrade(rows: matched)))
    }
    return (rows, findings)
  }

  /// What a row is of, by its names of now: a question, or a repeat group of which somebody said how many repeats there are.
  private func address(named name: String) -> Address? {
    let history = questionnaire.history
    guard let written = Address(name).map(history.now) else { return nil }
    if questionnaire.placed(written.question) != nil || history.isRetired(written.question) { return written }
    let group = history.now(Group.Name(written.question.text))
    guard questionnaire.group(group)?.isRepeat == true else { return nil }
    return Address(Question.Name(group.text), in: written.repeats)
  }
}
