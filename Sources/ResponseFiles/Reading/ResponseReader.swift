internal import Calendar
internal import CSV
internal import Survey

/// Reads the responses of a folder one by one, each with its repeats.
///
/// Its memory does not grow with the file, but for some 50 bytes for each response, by which it knows an
/// id that stands twice.
public struct ResponseReader: ~Copyable {
  private let layout: ResponseLayout
  private let main: TableReader?
  private var repeats: [RepeatRows] = []
  private var ids = IDRegister()
  private var versions: [String: (line: Int, rows: Int)] = [:]
  private var corrections: [(id: Response.ID, line: Int)] = []
  private var findings: [ResponseFinding] = []
  private var isDone = false

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - snapshot: How far which files are to be read.
  ///   - layout: Their columns.
  /// - Throws: Why a file cannot be read.
  public init(_ snapshot: ResponseSnapshot, layout: ResponseLayout) throws(ResponseFileError) {
    let reader =
      try snapshot.main.map { file throws(ResponseFileError) in
        try file.reader(of: layout.main, in: layout.questionnaire)
      } ?? nil
    var findings = reader?.headerFindings ?? []
    var repeats: [RepeatRows] = []
    if reader != nil, let main = snapshot.main {
      for table in layout.children {
        repeats += try Self.rows(of: table, in: snapshot, main, layout.questionnaire, &findings)
      }
    }
    self.init(reader, repeats: repeats, layout: layout)
    self.findings = findings
  }

  private static func rows(
    of table: ResponseTable, in snapshot: ResponseSnapshot, _ main: ResponseSnapshot.File,
    _ questionnaire: Questionnaire, _ findings: inout [ResponseFinding]
  ) throws(ResponseFileError) -> [RepeatRows] {
    guard let group = table.group else { return [] }
    guard let file = snapshot.repeats[group] else {
      findings.append(
        ResponseFinding(
          path: snapshot.path(ofRepeats: group), line: nil, column: nil, problem: .missingFile(group)))
      return []
    }
    guard let reader = try file.reader(of: table, in: questionnaire) else { return [] }
    findings += reader.headerFindings
    let isInOrder = try RowOrder(main: main, repeats: file, table: table).isShared
    return [try RepeatRows(reader, isInOrder: isInOrder, &findings)]
  }

  /// Reads files that are open already.
  init(_ main: TableReader?, repeats: [RepeatRows], layout: ResponseLayout) {
    self.layout = layout
    self.main = main
    self.repeats = repeats
  }

  /// Goes on to the next response.
  ///
  /// - Returns: The response, or nothing at the end.
  /// - Throws: Why a file cannot be read further; what was read before stands.
  public mutating func next() throws(ResponseFileError) -> StoredResponse? {
    guard let main, !isDone else { return nil }
    guard let row = try main.next(&findings) else {
      isDone = true
      try finish(main)
      return nil
    }
    let id = id(of: row, in: main)
    var answers = Response.Answers(states: row.states)
    if let firstLine = ids.line(of: id) {
      findings.append(main.finding(row, .instanceID, .repeatedID(id, firstLine: firstLine)))
    } else {
      ids.add(id, line: row.line)
      try readRepeats(of: id, into: &answers)
    }
    return StoredResponse(
      response: response(id, row, answers, main), record: row.record, line: row.line,
      otherCells: row.otherCells)
  }

  /// Gives out what was found since it was last asked; at the end also what only the whole file tells.
  public mutating func takeFindings() -> [ResponseFinding] {
    defer { findings = [] }
    return findings
  }
}

extension ResponseReader {
  private mutating func id(of row: TableRow, in main: TableReader) -> Response.ID {
    let text = row[.instanceID]
    if !text.isEmpty { return Response.ID(text) }
    if main.header[.instanceID] != nil { findings.append(main.finding(row, .instanceID, .missingID)) }
    return Response.ID(String(row.record))
  }

  private mutating func response(
    _ id: Response.ID, _ row: TableRow, _ answers: Response.Answers, _ main: TableReader
  ) -> Response {
    let questionnaire = layout.questionnaire
    var formID = questionnaire.id
    if row.metadata[.formID] != nil {
      formID = Questionnaire.ID(row[.formID])
      if formID != questionnaire.id {
        findings.append(
          main.finding(row, .formID, .otherForm(found: formID.text, expected: questionnaire.id)))
      }
    }
    if main.header[.formVersion] != nil, row[.formVersion] != questionnaire.version {
      versions[row[.formVersion], default: (row.line, 0)].rows += 1
    }
    let supersedes = row[.supersedes].isEmpty ? nil : Response.ID(row[.supersedes])
    if let supersedes, ids.line(of: supersedes) == nil { corrections.append((supersedes, row.line)) }
    return Response(
      id: id, formID: formID, formVersion: row[.formVersion], source: source(row, main),
      startedAt: time(.startedAt, row, main), submittedAt: time(.submittedAt, row, main),
      submittedBy: row[.submittedBy], supersedes: supersedes, answers: answers)
  }

  private mutating func source(_ row: TableRow, _ main: TableReader) -> Response.Source {
    if let source = Response.Source(rawValue: row[.source]) { return source }
    if main.header[.source] != nil {
      findings.append(main.finding(row, .source, .noSuchSource(found: row[.source])))
    }
    return .table
  }

  private mutating func time(
    _ column: ResponseMetadata, _ row: TableRow, _ main: TableReader
  ) -> Instant? {
    if row[column].isEmpty { return nil }
    if let time = Instant(row[column]) { return time }
    findings.append(main.finding(row, column, .notATime(found: row[column])))
    return nil
  }

  private mutating func readRepeats(
    of id: Response.ID, into answers: inout Response.Answers
  ) throws(ResponseFileError) {
    if repeats.isEmpty { return }
    var rows: [Group.Name: [String: [RepeatRow]]] = [:]
    for index in repeats.indices {
      guard let group = repeats[index].table.group else { continue }
      let taken = try repeats[index].take(root: id.text, &findings)
      rows[group] = Dictionary(grouping: taken, by: \.parent)
      reportRepeatedKeys(taken, path: repeats[index].path)
    }
    answers.repeats = repeats(directlyIn: nil, of: id.text, from: &rows)
    for file in repeats {
      guard let group = file.table.group else { continue }
      reportOrphans(rows[group]?.values.flatMap { $0 } ?? [], path: file.path)
    }
  }

  /// Puts repeats into their parents; what is taken leaves `rows`.
  private func repeats(
    directlyIn outer: Group.Name?, of key: String, from rows: inout [Group.Name: [String: [RepeatRow]]]
  ) -> [Group.Name: [Response.Answers]] {
    var result: [Group.Name: [Response.Answers]] = [:]
    for group in layout.questionnaire.repeatGroups(directlyIn: outer) {
      guard let own = rows[group.name]?.removeValue(forKey: key) else { continue }
      result[group.name] = own.sorted { ($0.number, $0.row.record) < ($1.number, $1.row.record) }.map {
        Response.Answers(
          states: $0.row.states, repeats: repeats(directlyIn: group.name, of: $0.key, from: &rows))
      }
    }
    return result
  }

  private mutating func reportRepeatedKeys(_ rows: [RepeatRow], path: String) {
    var seen: Set<String> = []
    for row in rows where !seen.insert(row.key).inserted {
      findings.append(
        ResponseFinding(
          path: path, line: row.row.line, column: ResponseMetadata.key.heading,
          problem: .repeatedKey(found: row.key)))
    }
  }

  private mutating func reportOrphans(_ rows: [RepeatRow], path: String) {
    for row in rows.sorted(by: { $0.row.record < $1.row.record }) {
      findings.append(
        ResponseFinding(
          path: path, line: row.row.line, column: ResponseMetadata.parentKey.heading,
          problem: .noSuchParent(found: row.parent)))
    }
  }

  /// Says what only the whole file tells.
  private mutating func finish(_ main: TableReader) throws(ResponseFileError) {
    for (version, rows) in versions.sorted(by: { $0.value.line < $1.value.line }) {
      findings.append(
        ResponseFinding(
          path: main.path, line: rows.line, column: ResponseMetadata.formVersion.heading,
          problem: .otherVersion(
            found: version, expected: layout.questionnaire.version, rows: rows.rows)))
    }
    for correction in corrections where ids.line(of: correction.id) == nil {
      findings.append(
        ResponseFinding(
          path: main.path, line: correction.line, column: ResponseMetadata.supersedes.heading,
          problem: .noSuchResponse(found: correction.id.text)))
    }
    for index in repeats.indices {
      reportOrphans(try repeats[index].takeRest(&findings), path: repeats[index].path)
    }
  }
}

extension TableReader {
  fileprivate func finding(
    _ row: TableRow, _ column: ResponseMetadata, _ problem: ResponseFinding.Problem
  ) -> ResponseFinding {
    ResponseFinding(path: path, line: row.line, column: column.heading, problem: problem)
  }
}
