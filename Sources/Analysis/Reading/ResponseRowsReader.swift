internal import CSV
internal import Calendar
internal import Survey

/// Reads a response file once, from start to end, and keeps what is counted.
struct ResponseRowsReader {
  private let form: Questionnaire
  private let file: ResponseFile
  private(set) var rows: ResponseRows
  private var cells: [CellReader] = []
  private var states: [StateColumn] = []
  private var tracked: [String: Int] = [:]
  private var keys = ResponseKeys()
  private var versions = ByteMemo()
  private var forms = ByteMemo()
  private var doors = ByteMemo()
  /// Rows that say that they supersede another, with that one's id.
  private var revisions: [(row: Int, of: ResponseKey)] = []

  private static let metadata = [
    "instance_id", "form_id", "form_version", "source", "submitted_at", "supersedes", "not_asked",
    "not_applicable", "unknown",
  ]
  /// Columns that have no question and are not read.
  private static let others = ["started_at", "submitted_by"]

  init(_ file: ResponseFile, of form: Questionnaire) {
    self.form = form
    self.file = file
    rows = ResponseRows(form: form, file: file.name)
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - domains: The domains of the questions to keep; those that the form does not ask are passed over.
  ///   - findings: Is told what should be looked at.
  /// - Returns: The rows.
  /// - Throws: Why the file cannot be counted at all.
  consuming func read(
    _ domains: inout [Domain], _ findings: inout Findings
  ) throws(AnalysisError) -> ResponseRows {
    rows.columns = domains.map { domain in
      let own = form.question(domain.question.name)
      return own?.kind.word == domain.question.kind.word ? ColumnCells() : nil
    }
    let missing: [String]
    do {
      missing = try readRecords(&domains, &findings)
    } catch {
      throw .unreadable(file: file.name, error)
    }
    if !missing.isEmpty { throw .columnsMissing(file: file.name, missing) }
    rows.otherIDs = keys.others
    for reader in cells { rows.columns[reader.domain] = reader.cells }
    supersede(&findings)
    findRepeatedIDs(&findings)
    return rows
  }

  /// Reads all records; gives the names of metadata columns that the file lacks, where it lacks any.
  private mutating func readRecords(
    _ domains: inout [Domain], _ findings: inout Findings
  ) throws(CSVError) -> [String] {
    var reader = try file.reader()
    guard try reader.next() else { return [] }
    let header = CSVHeader(reader.record)
    let places = Self.metadata.compactMap { header[$0] }
    guard places.count == Self.metadata.count else { return Self.metadata.filter { header[$0] == nil } }
    check(header, &findings)
    prepare(header, places, domains, &findings)
    reader.keep(columns: places + cells.compactMap(\.position))
    while try reader.next() {
      read(reader.record, places, expected: header.count, &domains, &findings)
    }
    return []
  }

  private func check(_ header: CSVHeader, _ findings: inout Findings) {
    let line = header.position.line
    for problem in header.problems {
      report(line, .columnUnnamed(problem.description), as: .header, &findings)
    }
    for name in header.names where !name.isEmpty {
      if Self.metadata.contains(name) || Self.others.contains(name) { continue }
      if form.question(Question.Name(name))?.hasColumn != true {
        report(line, .columnUnknown(name), as: .header, &findings)
      }
    }
  }

  private mutating func prepare(
    _ header: CSVHeader, _ places: [Int], _ domains: [Domain], _ findings: inout Findings
  ) {
    for (index, domain) in domains.enumerated() where rows.columns[index] != nil {
      let name = domain.question.name
      if header[name.text] == nil {
        report(header.position.line, .columnMissing(name), as: .header, &findings)
      }
      tracked[name.text] = cells.count
      cells.append(
        CellReader(domain: index, name: name, keeping: domain.keeping, position: header[name.text]))
    }
    states = [
      StateColumn(state: .unknown, code: .unknown, position: places[8]),
      StateColumn(state: .notApplicable, code: .notApplicable, position: places[7]),
      StateColumn(state: .notAsked, code: .notAsked, position: places[6]),
    ]
  }

  private func report(
    _ line: Int, _ reason: @autoclosure () -> Finding.Reason, as kind: Finding.Kind,
    _ findings: inout Findings
  ) {
    findings.report(Finding(file: file.name, line: line, reason: reason()), as: kind)
  }
}

// One record.
extension ResponseRowsReader {
  private mutating func read(
    _ record: borrowing CSVRecord, _ places: [Int], expected: Int, _ domains: inout [Domain],
    _ findings: inout Findings
  ) {
    let line = record.line
    guard record.count == expected else {
      let found = record.count
      report(line, .wrongCellCount(found: found, expected: expected), as: .cells, &findings)
      return
    }
    let row = rows.count
    rows.count += 1
    rows.keys.append(keys.key(record.bytes(at: places[0])))
    rows.records.append(UInt32(truncatingIfNeeded: record.number))
    rows.lines.append(UInt32(truncatingIfNeeded: line))
    rows.isSuperseded.append(false)
    checkForm(record.bytes(at: places[1]), record.bytes(at: places[2]), line, &findings)
    rows.doors.append(door(record.bytes(at: places[3])))
    readInstant(record.bytes(at: places[4]), line, &findings)
    let superseded = record.bytes(at: places[5])
    if !superseded.isEmpty { revisions.append((row, keys.key(superseded))) }
    for index in states.indices {
      states[index].read(record.bytes(at: states[index].position), tracked: tracked, form: form)
      guard let strangers = states[index].current?.strangers, !strangers.isEmpty else { continue }
      let column = states[index].state.rawValue
      for name in strangers {
        report(line, .noSuchQuestion(found: name, column: column), as: .stranger, &findings)
      }
    }
    for index in cells.indices { readCell(index, record, row, &domains, &findings) }
  }

  private mutating func readCell(
    _ index: Int, _ record: borrowing CSVRecord, _ row: Int, _ domains: inout [Domain],
    _ findings: inout Findings
  ) {
    let domain = cells[index].domain
    guard let position = cells[index].position else {
      cells[index].append(.notAsked, in: domains[domain])
      return
    }
    var listed: Int?
    for place in states.indices where states[place].names(index) {
      if listed != nil { report(record.line, .listedTwice(cells[index].name), as: .twice, &findings) }
      listed = listed ?? place
    }
    let state = listed.map { states[$0].code } ?? .blank
    let cell = record.bytes(at: position)
    guard !cell.isEmpty else {
      cells[index].append(state, in: domains[domain])
      return
    }
    let (isAnswer, oddity) = cells[index].append(cell, else: state, row: row, in: &domains[domain])
    if isAnswer, let listed {
      let reason = Finding.Reason.answeredThough(cells[index].name, state: states[listed].state)
      report(record.line, reason, as: .answered, &findings)
    }
    switch oddity {
    case nil: break
    case .misfit:
      let kind = domains[domain].question.kind.word
      report(record.line, .misfit(cells[index].name, kind: kind), as: .misfit, &findings)
    case .unlisted(let places):
      for place in places {
        let found = domains[domain].name(at: place)
        report(record.line, .unlisted(cells[index].name, found: found), as: .unlisted, &findings)
      }
    }
  }

  private mutating func checkForm(
    _ found: UnsafeRawBufferPointer, _ version: UnsafeRawBufferPointer, _ line: Int,
    _ findings: inout Findings
  ) {
    if !Self.isSame(found, form.id.text, &forms) {
      let found = String(decoding: found, as: UTF8.self)
      report(line, .otherForm(found: found, expected: form.id), as: .form, &findings)
    }
    if !Self.isSame(version, form.version, &versions) {
      let found = String(decoding: version, as: UTF8.self)
      report(line, .unknownVersion(found: found, expected: form.version), as: .version, &findings)
    }
  }

  private static func isSame(_ cell: UnsafeRawBufferPointer, _ expected: String, _ memo: inout ByteMemo)
    -> Bool
  {
    if let known = memo.value(of: cell) { return known == 1 }
    let isSame = cell.elementsEqual(expected.utf8)
    memo.remember(isSame ? 1 : 0, for: cell)
    return isSame
  }

  private mutating func door(_ cell: UnsafeRawBufferPointer) -> UInt8 {
    if let known = doors.value(of: cell) { return UInt8(known) }
    let source = Response.Source(rawValue: String(decoding: cell, as: UTF8.self))
    let place =
      source.flatMap { Response.Source.allCases.firstIndex(of: $0) } ?? Response.Source.allCases.count
    doors.remember(UInt32(place), for: cell)
    return UInt8(place)
  }

  private mutating func readInstant(
    _ cell: UnsafeRawBufferPointer, _ line: Int, _ findings: inout Findings
  ) {
    guard !cell.isEmpty else {
      rows.submittedAt.append(.min)
      return
    }
    if let instant = Instant(spelling: cell) {
      rows.submittedAt.append(Int64(instant.secondsSinceEpoch))
    } else {
      rows.submittedAt.append(.min)
      report(line, .noInstant(found: String(decoding: cell, as: UTF8.self)), as: .instant, &findings)
    }
  }
}

// All records together.
extension ResponseRowsReader {
  /// Marks the rows whose place a row below takes. A row above cannot: the file only grows at its end.
  private mutating func supersede(_ findings: inout Findings) {
    guard !revisions.isEmpty else { return }
    var last: [ResponseKey: Int] = [:]
    for revision in revisions { last[revision.of] = revision.row }
    var firstRows: [ResponseKey: Int] = [:]
    for row in 0..<rows.count {
      guard let reviser = last[rows.keys[row]] else { continue }
      if firstRows[rows.keys[row]] == nil { firstRows[rows.keys[row]] = row }
      if reviser > row { rows.isSuperseded[row] = true }
    }
    for revision in revisions {
      let id = revision.of.id(rows.otherIDs)
      let line = Int(rows.lines[revision.row])
      guard let target = firstRows[revision.of] else {
        report(line, .supersedesNothing(id), as: .supersedes, &findings)
        continue
      }
      if target >= revision.row { report(line, .supersedesLater(id), as: .supersedes, &findings) }
    }
  }

  /// Finds ids that stand in more than one row, by sorting a hash of eight bytes for each row.
  private func findRepeatedIDs(_ findings: inout Findings) {
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
      if let earlier = first[rows.keys[row]] {
        let line = Int(rows.lines[earlier])
        report(Int(rows.lines[row]), .repeatedID(rows.id(row), firstLine: line), as: .repeated, &findings)
      } else {
        first[rows.keys[row]] = row
      }
    }
  }

  private static func hash(_ key: ResponseKey) -> UInt64 { key.high &* 0x9e37_79b9_7f4a_7c15 ^ key.low }
}
