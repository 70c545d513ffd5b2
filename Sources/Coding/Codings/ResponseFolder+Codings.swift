internal import CSV
public import ResponseFiles
internal import Survey

extension ResponseFolder {
  /// The name of the file of codings.
  public var codesName: String { sideName("codes.csv") }

  /// The path of the file of codings.
  public var codesFile: String { path == "/" ? "/\(codesName)" : "\(path)/\(codesName)" }

  /// Reads what coders said of the answers.
  ///
  /// - Returns: The rows in the order of the file, and what should be looked at.
  /// - Throws: Why the file cannot be read to its end.
  public func codings() throws(ResponseFileError) -> (rows: [Coding], findings: [CodingFinding]) {
    guard let table = try table(beside: codesName) else { return ([], []) }
    let missing = Coding.columns.filter { table.header[$0] == nil }
    func finding(_ line: Int, _ column: String?, _ problem: CodingFinding.Problem) -> CodingFinding {
      CodingFinding(path: codesFile, line: line, column: column, problem: problem)
    }
    if !missing.isEmpty { return ([], missing.map { finding(1, $0, .missingColumn) }) }
    var findings = table.ragged.map {
      finding($0.position.line, nil, .raggedRow(found: $0.found, expected: $0.expected))
    }
    var rows: [Coding] = []
    for row in table.rows where row.cells.count == table.header.count {
      do throws(Coding.UnreadCell) {
        let coding = try Coding { column in
          column == "question"
            ? questionnaire.history.now(Question.Name(table[row, column])).text : table[row, column]
        }
        if questionnaire.history.isRetired(coding.question) { continue }
        guard questionnaire.placed(coding.question) != nil else {
          findings.append(finding(row.line, "question", .noSuchQuestion(found: coding.question.text)))
          continue
        }
        rows.append(coding)
      } catch {
        findings.append(
          finding(row.line, error.column, .unreadCell(found: error.found, expected: error.expected)))
      }
    }
    return (rows, findings.sorted { $0.line < $1.line })
  }

  /// Appends codings: all of them or none, on the disk when it returns.
  ///
  /// - Parameters:
  ///   - codings: The rows.
  ///   - length: How long the file was when the caller read it, where nobody else may have written since.
  ///   - patience: How long to wait for others who write here.
  /// - Throws: Why they are not stored; nothing was changed then.
  public func append(
    codings: [Coding], ifAsRead length: Int? = nil, patience: Duration = defaultPatience
  ) throws(ResponseFileError) {
    let rows = SideRows(file: codesName, columns: Coding.columns, rows: codings.map(\.cells))
    try append([], beside: [rows], ifAsRead: length.map { [codesName: $0] } ?? [:], patience: patience)
  }
}
