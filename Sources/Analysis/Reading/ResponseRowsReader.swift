internal import CSV
internal import Expressions
internal import ResponseFiles
internal import Survey

/// Reads a response file once, from start to end, and keeps what is counted.
struct ResponseRowsReader {
  let form: Questionnaire
  let file: ResponseFile
  let effort: ReadingEffort
  /// Whether a row must be known again: its id, its place in the file, when it was submitted.
  var identifiesRows = true
  /// Whether the rows of a large file may stay beside it, to be counted piece by piece.
  var staysBeside = false
  /// The rows that do.
  var stored: StoredRows?
  let table: ResponseTable
  var rows: ResponseRows
  /// The volume at hand.
  var name: String
  var cells: [CellReader] = []
  /// The lists of states, the one that counts where several name a question first.
  var states: [StateColumn] = []
  /// The questions that are read, by what the lists call them.
  var tracked: [String: Int] = [:]
  /// What else the lists may name.
  var known: Set<String> = []
  var metadata = MetadataColumns()
  var keys = ResponseKeys()
  var forms = ExpectedCell()
  var ownVersion = ExpectedCell()
  var doors = ByteMemo()
  var days = DayMemo()
  /// Rows of other versions, by version: the first one's line and how many.
  var versions: [String: (order: Int, file: String, line: Int, rows: Int)] = [:]
  /// Rows that say that they supersede another, with that one's id.
  var revisions: [(row: Int, of: ResponseKey)] = []

  /// Where the metadata stand in the file, from 0; nothing where it does not have them.
  struct MetadataColumns {
    var id: Int?
    var form: Int?
    var version: Int?
    var source: Int?
    var submittedAt: Int?
    var supersedes: Int?
  }

  /// Makes ready to read a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - form: The form.
  ///   - group: The repeat group whose file it is; nothing for the main file.
  ///   - effort: How it is read.
  init(
    _ file: ResponseFile, of form: Questionnaire, repeats group: Group.Name? = nil, _ effort: ReadingEffort
  ) {
    self.effort = effort
    self.form = form
    self.file = file
    name = file.name
    let layout = ResponseLayout(of: form)
    table = layout.table(of: group) ?? layout.main
    rows = ResponseRows(form: form, asked: file.asked)
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - domains: The domains of the questions to keep; those that the form does not ask are passed over.
  ///   - findings: Is told what should be looked at.
  /// - Returns: The rows; those that stay beside the file are not among them.
  /// - Throws: Why the file cannot be counted at all.
  consuming func read(
    _ domains: inout [Domain], _ findings: inout Findings
  ) throws(AnalysisError) -> (rows: ResponseRows, stored: StoredRows?) {
    rows.columns = domains.map { domain in
      let own = form.question(domain.question.name)
      let isHere = table.heading(of: domain.question.name) != nil
      return isHere && own?.kind.word == domain.question.kind.word ? ColumnCells() : nil
    }
    do {
      for volume in file.volumes { try readRecords(of: volume, &domains, &findings) }
    } catch {
      throw .unreadable(error)
    }
    rows.otherIDs = keys.others
    rows.revisions = revisions
    for reader in cells { rows.columns[reader.domain] = reader.cells }
    // Of rows that stay beside the file that is said already.
    if let stored { return (rows, stored) }
    reportVersions(&findings)
    let ids = RowIDs(of: rows)
    for row in superseded(ids, &findings) { rows.isSuperseded[row] = true }
    reportRepeated(ids, &findings)
    return (rows, nil)
  }

  private mutating func readRecords(
    of volume: ResponseFile.Volume, _ domains: inout [Domain], _ findings: inout Findings
  ) throws(ResponseFileError) {
    name = volume.name
    do {
      if let file = try volume.largeFile(effort) {
        if try readKept(file, &domains, &findings) { return }
        if mayStayBeside, try readNameless(of: file, &domains, &findings) { return }
        try readParts(of: file, &domains, &findings)
        return
      }
      var reader = try volume.reader()
      guard try reader.next() else { return }
      let header = try header(CSVHeader(reader.record))
      prepare(header, domains, &findings)
      reader.keep(columns: wanted)
      while try reader.next() {
        read(reader.record, expected: header.names.count, &domains, &findings)
      }
    } catch let error as CSVError {
      throw .notCSV(path: name, error)
    } catch let error as ResponseFileError {
      throw error
    } catch {
      throw .notCSV(path: name, .missingHeader)
    }
  }

  /// Whether the rows of the volume at hand may stay in another file: there are no others beside them.
  var mayStayBeside: Bool { staysBeside && rows.count == 0 && file.volumes.count == 1 }

  func header(_ header: CSVHeader) throws -> ResponseHeader {
    try ResponseHeader(header, of: table, path: name)
  }

  var wanted: [Int] {
    [
      metadata.id, metadata.form, metadata.version, metadata.source, metadata.submittedAt,
      metadata.supersedes,
    ]
    .compactMap { $0 } + states.map(\.position) + cells.compactMap(\.position)
  }

  mutating func prepare(_ header: ResponseHeader, _ domains: [Domain], _ findings: inout Findings) {
    metadata = MetadataColumns(
      id: header[table.group == nil ? .instanceID : .key], form: header[.formID],
      version: header[.formVersion], source: header[.source],
      submittedAt: header[.submittedAt], supersedes: header[.supersedes])
    let isFirst = rows.volumes.isEmpty
    rows.begin(volume: name, lacking: Set(header.questionsMissing.map(\.name)))
    if tracked.isEmpty {
      for (index, domain) in domains.enumerated() where rows.columns[index] != nil {
        let name = domain.question.name
        tracked[name.text] = cells.count
        for earlier in form.history.earlierNames(of: name) { tracked[earlier.text] = cells.count }
        cells.append(CellReader(domain: index, domain, of: form))
      }
    }
    for index in cells.indices { cells[index].position = header[cells[index].name] }
    known = Set(header.table.questions.map(\.name.text)).union(header.names)
    known.formUnion(form.history.questions.keys.map(\.text))
    known.formUnion(form.history.retiredQuestions.map(\.text))
    let lists: [(ResponseMetadata, CellCode)] = [
      (.notAsked, .notAsked), (.notApplicable, .notApplicable), (.unknown, .unknown),
    ]
    let names = StateNames(tracked: tracked, known: known)
    states = lists.compactMap { list, code in
      header[list].map { StateColumn(list, code: code, position: $0, names) }
    }
    let (missing, others) = unexplained(header)
    if isFirst {
      rows.isOfVolumes = file.isOfVolumes
      rows.unexplained =
        missing.filter { $0.question == nil || !file.isOfVolumes }.map { "-\($0.heading)" }
        + others.map { "+\(header.names[$0])" }.sorted()
    }
    report(missing, others, of: header, &findings)
  }

  /// The columns that the file lacks, and the places of those that it has, which no version of the form explains.
  private func unexplained(_ header: ResponseHeader) -> (missing: [ResponseTable.Column], others: [Int]) {
    let missing = header.missing.filter { column in
      column.question.map { tracked[$0.name.text] != nil && !file.asked.isKnownToLack($0.name) } ?? true
    }
    let others = header.others.filter { place in
      let name = header.names[place]
      return !header.table.isRetired(heading: name)
        && !file.asked.isKnownToAsk(form.history.now(Question.Name(name)))
    }
    return (missing, others)
  }

  private func report(
    _ missing: [ResponseTable.Column], _ others: [Int], of header: ResponseHeader, _ findings: inout Findings
  ) {
    for column in missing {
      switch column.metadata {
      case .instanceID, .key: report(1, column.heading, .missingIDs, &findings)
      case nil: report(1, column.heading, .missingQuestion, &findings)
      // When it was begun and who submitted it is not counted.
      case .startedAt, .submittedBy: break
      default: report(1, column.heading, .missingMetadata, &findings)
      }
    }
    let headings = header.missing.map(\.heading)
    for place in others {
      let name = header.names[place]
      let suggestion = name.isEmpty ? nil : nearest(to: name, among: headings)
      report(
        1, name.isEmpty ? "column \(place + 1)" : name, .unknownColumn(suggestion: suggestion), &findings)
    }
  }

  func report(
    _ line: Int, _ column: String?, _ problem: ResponseFinding.Problem, _ findings: inout Findings
  ) {
    findings.report(Finding(file: name, line: line, column: column, reason: .response(problem)))
  }
}
