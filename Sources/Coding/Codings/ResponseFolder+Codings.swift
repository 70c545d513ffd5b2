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
    let (rows, findings) = try numberedCodings()
    return (rows.map(\.coding), findings)
  }

  /// Reads what coders said of the answers, with the line on which each row begins.
  ///
  /// - Returns: The rows in the order of the file, and what should be looked at.
  /// - Throws: Why the file cannot be read to its end.
  public func numberedCodings() throws(ResponseFileError) -> (
    rows: [(coding: Coding, line: Int)], findings: [CodingFinding]
  ) {
    guard let table = try table(beside: codesName) else { return ([], []) }
    let missing = Coding.columns.filter { table.header[$0] == nil }
    func finding(_ line: Int, _ column: String?, _ problem: CodingFinding.Problem) -> CodingFinding {
      CodingFinding(path: codesFile, line: line, column: column, problem: problem)
    }
    if !missing.isEmpty { return ([], missing.map { finding(1, $0, .missingColumn) }) }
    var findings = table.ragged.map {
      finding($0.position.line, nil, .raggedRow(found: $0.found, expected: $0.expected))
    }
    var rows: [(coding: Coding, line: Int)] = []
    for row in table.rows where row.cells.count == table.header.count {
      let written = Question.Name(table[row, "question"])
      let question = questionnaire.history.now(written)
      let (coding, unread) = Coding.reading { $0 == "question" ? question.text : table[row, $0] }
      let isRetired = questionnaire.history.isRetired(question)
      if isRetired, unread.isEmpty { continue }
      if !isRetired, !question.text.isEmpty, let problem = problem(ofQuestion: question) {
        findings.append(finding(row.line, "question", problem))
      } else if let coding {
        rows.append((coding, row.line))
      }
      findings += unread.map {
        finding(row.line, $0.column, .unreadCell(found: $0.found, expected: $0.expected))
      }
    }
    return (rows, findings.byLine)
  }

  /// Why answers to a question have no codes; nothing where they may have.
  private func problem(ofQuestion name: Question.Name) -> CodingFinding.Problem? {
    guard let placed = questionnaire.placed(name) else { return .noSuchQuestion(found: name.text) }
    if placed.question.kind == .text, placed.repeats.isEmpty { return nil }
    return .notCoded(
      found: name.text, kind: placed.question.kind.word, isInRepeat: !placed.repeats.isEmpty)
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
