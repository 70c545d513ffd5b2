internal import CSV
public import Survey

extension ResponseFolder {
  /// Reads how the forms were filled.
  ///
  /// - Returns: The paradata of each response that has any, and what should be looked at.
  /// - Throws: Why the file cannot be read to its end.
  public func paradata() throws(ResponseFileError) -> (
    responses: [Response.ID: Paradata], findings: [ResponseFinding]
  ) {
    guard let file = try snapshot().paradata else { return ([:], []) }
    let table: CSVTable
    do {
      table = try CSVTable(CSVReader(path: file.path, length: file.length))
    } catch {
      throw .notCSV(path: file.path, error)
    }
    func finding(_ line: Int?, _ column: String?, _ problem: ResponseFinding.Problem) -> ResponseFinding {
      ResponseFinding(path: file.path, line: line, column: column, problem: problem)
    }
    let missing = Paradata.columns.filter { table.header[$0] == nil }
    if !missing.isEmpty { return ([:], missing.map { finding(1, $0, .missingMetadata) }) }
    var findings = table.ragged.map {
      finding($0.position.line, nil, .raggedRow(found: $0.found, expected: $0.expected))
    }
    var events: [Response.ID: [Paradata.Event]] = [:]
    var unknown: [Question.Name: (line: Int, rows: Int)] = [:]
    for row in table.rows where row.cells.count == table.header.count {
      do throws(Paradata.Event.UnreadCell) {
        let event = try Paradata.Event { table[row, $0] }.now(in: questionnaire.history)
        if case .question(let address) = event.kind, questionnaire.placed(address.question) == nil {
          if questionnaire.history.isRetired(address.question) { continue }
          let first = unknown[address.question] ?? (row.line, 0)
          unknown[address.question] = (first.line, first.rows + 1)
          continue
        }
        events[Response.ID(table[row, "instance_id"]), default: []].append(event)
      } catch {
        findings.append(
          finding(row.line, error.column, .unreadCell(found: error.found, expected: error.expected)))
      }
    }
    for (name, place) in unknown.sorted(by: { $0.value.line < $1.value.line }) {
      findings.append(finding(place.line, "node", .noSuchNode(found: name.text, rows: place.rows)))
    }
    return (events.mapValues(Paradata.init), findings.sorted { $0.line ?? 0 < $1.line ?? 0 })
  }
}
