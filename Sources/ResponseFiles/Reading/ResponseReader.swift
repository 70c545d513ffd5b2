internal import Calendar
internal import CSV
internal import Survey

/// Reads the responses of a folder one by one, each with its repeats.
///
/// Its memory does not grow with the file, but for some 50 bytes for each response, by which it knows an
/// id that stands twice.
public struct ResponseReader: ~Copyable {
  private let layout: ResponseLayout
  private let asked: AskedVersions
  /// The volumes that are still to be read.
  private var volumes: ArraySlice<ResponseSnapshot.Volume>
  private var main: TableReader?
  private var repeats: [RepeatRows] = []
  /// Questions that the volume at hand has no columns for.
  private var questionsMissing: Set<Question.Name> = []
  private var ids = IDRegister()
  private var versions: [String: (order: Int, path: String, line: Int, rows: Int)] = [:]
  private var corrections: [(id: Response.ID, path: String, line: Int)] = []
  private var findings: [ResponseFinding] = []

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - snapshot: How far which files are to be read.
  ///   - layout: Their columns.
  /// - Throws: Why a file cannot be read.
  public init(_ snapshot: ResponseSnapshot, layout: ResponseLayout) throws(ResponseFileError) {
    let asked = try AskedVersions(snapshot.asked, of: layout.questionnaire)
    self.layout = layout
    self.asked = asked
    volumes = snapshot.volumes[...]
  }

  /// Reads files that are open already.
  init(_ main: TableReader?, repeats: [RepeatRows], layout: ResponseLayout) {
    self.layout = layout
    self.main = main
    self.repeats = repeats
    asked = AskedVersions()
    volumes = []
  }

  /// Goes on to the next volume that has a row of headings.
  private mutating func open() throws(ResponseFileError) {
    main = nil
    repeats = []
    while main == nil, let volume = volumes.popFirst() {
      guard let reader = try volume.main.reader(of: layout.main, in: layout.questionnaire) else { continue }
      findings += reader.headerFindings(knowing: asked)
      questionsMissing = Set(reader.header.questionsMissing.map(\.name))
      main = reader
      for table in layout.children { try openRepeats(table, in: volume) }
    }
  }

  private mutating func openRepeats(
    _ table: ResponseTable, in volume: ResponseSnapshot.Volume
  ) throws(ResponseFileError) {
    guard let group = table.group else { return }
    guard let file = volume.repeats[group] else {
      questionsMissing.formUnion(table.questions.map(\.name))
      if table.questions.allSatisfy({ asked.isKnownToLack($0.name) }) { return }
      findings.append(
        ResponseFinding(
          path: volume.path(ofRepeats: group), line: nil, column: nil, problem: .missingFile(group)))
      return
    }
    guard let reader = try file.reader(of: table, in: layout.questionnaire) else { return }
    findings += reader.headerFindings(knowing: asked)
    questionsMissing.formUnion(reader.header.questionsMissing.map(\.name))
    let isInOrder = try RowOrder(main: volume.main, repeats: file, table: table).isShared
    repeats.append(try RepeatRows(reader, isInOrder: isInOrder, &findings))
  }

  /// Goes on to the next response.
  ///
  /// - Returns: The response, or nothing at the end.
  /// - Throws: Why a file cannot be read further; what was read before stands.
  public mutating func next() throws(ResponseFileError) -> StoredResponse? {
    if main == nil { try open() }
    while let main {
      if let row = try main.next(&findings) { return try stored(row, main) }
      for index in repeats.indices {
        reportOrphans(try repeats[index].takeRest(&findings), repeats[index])
      }
      try open()
      if self.main == nil { finish() }
    }
    return nil
  }

  private mutating func stored(
    _ row: TableRow, _ main: TableReader
  ) throws(ResponseFileError) -> StoredResponse {
    let id = id(of: row, in: main)
    var answers = Response.Answers(
      states: row.states, unknownRepeats: row.unknownRepeats, unaskedRepeats: row.unaskedRepeats)
    var otherCells = row.otherCells.mapValues {
      StoredResponse.OtherCell(text: $0, file: main.path, line: row.line)
    }
    if let firstLine = ids.line(of: id) {
      findings.append(main.finding(row, .instanceID, .repeatedID(id, firstLine: firstLine)))
    } else {
      ids.add(id, line: row.line)
      try readRepeats(of: id, into: &answers, &otherCells)
    }
    return StoredResponse(
      response: response(id, row, answers, main), file: main.path, record: row.record, line: row.line,
      otherCells: otherCells, questionsAddedSince: questionsMissing)
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
      let version = row[.formVersion]
      if !asked.knows(version, of: questionnaire) {
        let order = versions.count
        versions[version, default: (order, main.path, row.line, 0)].rows += 1
      }
    }
    let supersedes = row[.supersedes].isEmpty ? nil : Response.ID(row[.supersedes])
    if let supersedes, ids.line(of: supersedes) == nil {
      corrections.append((supersedes, main.path, row.line))
    }
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
    of id: Response.ID, into answers: inout Response.Answers,
    _ otherCells: inout [String: StoredResponse.OtherCell]
  ) throws(ResponseFileError) {
    if repeats.isEmpty { return }
    var rows: [Group.Name: [String: [RepeatRow]]] = [:]
    for index in repeats.indices {
      guard let group = repeats[index].table.group else { continue }
      let taken = try repeats[index].take(root: id.text, &findings)
      rows[group] = Dictionary(grouping: taken, by: \.parent)
      for row in taken where !row.row.otherCells.isEmpty {
        let path = row.key.hasPrefix("\(id)/") ? String(row.key.dropFirst(id.text.count + 1)) : row.key
        for (heading, text) in row.row.otherCells {
          otherCells["\(path)/\(heading)"] = StoredResponse.OtherCell(
            text: text, file: repeats[index].path, line: row.row.line)
        }
      }
      reportRepeatedKeys(taken, path: repeats[index].path)
    }
    answers.repeats = repeats(directlyIn: nil, of: id.text, from: &rows)
    for file in repeats {
      guard let group = file.table.group else { continue }
      reportOrphans(rows[group]?.values.flatMap { $0 } ?? [], file)
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
          states: $0.row.states, repeats: repeats(directlyIn: group.name, of: $0.key, from: &rows),
          unknownRepeats: $0.row.unknownRepeats, unaskedRepeats: $0.row.unaskedRepeats)
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

  private mutating func reportOrphans(_ rows: [RepeatRow], _ file: RepeatRows) {
    let groups = file.table.repeats
    for row in rows.sorted(by: { $0.row.record < $1.row.record }) {
      let then = asked.place(ofLost: row.key, in: groups, layout.questionnaire.history)
      findings.append(
        ResponseFinding(
          path: file.path, line: row.row.line, column: ResponseMetadata.parentKey.heading,
          problem: then.map { .movedRepeats(of: groups, from: $0.around) } ?? .noSuchParent(found: row.parent)
        ))
    }
  }

  /// Says what only all volumes tell.
  private mutating func finish() {
    let found = versions.sorted { $0.value.order < $1.value.order }
    for (version, rows) in found {
      findings.append(
        ResponseFinding(
          path: rows.path, line: rows.line, column: ResponseMetadata.formVersion.heading,
          problem: .otherVersion(
            found: version, expected: layout.questionnaire.version, rows: rows.rows)))
    }
    for correction in corrections where ids.line(of: correction.id) == nil {
      findings.append(
        ResponseFinding(
          path: correction.path, line: correction.line, column: ResponseMetadata.supersedes.heading,
          problem: .noSuchResponse(found: correction.id.text)))
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
