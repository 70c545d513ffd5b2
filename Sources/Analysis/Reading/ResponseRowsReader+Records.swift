internal import CSV
internal import Calendar
internal import Expressions
internal import ResponseFiles
internal import Survey

extension ResponseRowsReader {
  /// Takes up one record.
  mutating func read(
    _ record: borrowing CSVRecord, expected: Int, _ domains: inout [Domain], _ findings: inout Findings
  ) {
    let line = record.line
    findings.log?.begin(record)
    guard record.count == expected else {
      report(line, nil, .raggedRow(found: record.count, expected: expected), &findings)
      return
    }
    let row = rows.count
    rows.count += 1
    rows.records.append(UInt32(truncatingIfNeeded: record.number))
    rows.lines.append(UInt32(truncatingIfNeeded: line))
    rows.isSuperseded.append(false)
    readMetadata(record, row, &findings)
    for index in states.indices {
      states[index].read(record.bytes(at: states[index].position), tracked: tracked, known: known)
      guard let strangers = states[index].current?.strangers, !strangers.isEmpty else { continue }
      for name in strangers { reportStranger(name, line, states[index].list, &findings) }
    }
    for index in cells.indices {
      findings.log?.question = index
      readCell(index, record, row, &domains, &findings)
    }
  }

  private func reportStranger(
    _ name: String, _ line: Int, _ list: ResponseMetadata, _ findings: inout Findings
  ) {
    let names = form.columns().map(\.name.text)
    let problem = ResponseFinding.Problem.noSuchQuestion(
      found: name, suggestion: nearest(to: name, among: names))
    report(line, list.heading, problem, &findings)
  }

  // MARK: - Cells

  private mutating func readCell(
    _ index: Int, _ record: borrowing CSVRecord, _ row: Int, _ domains: inout [Domain],
    _ findings: inout Findings
  ) {
    let domain = cells[index].domain
    let name = cells[index].name
    var listed: Int?
    for place in states.indices where states[place].names(index) {
      if let first = listed {
        let problem = ResponseFinding.Problem.listedTwice(
          name, in: states[first].list, and: states[place].list)
        report(record.line, states[place].list.heading, problem, &findings)
      }
      listed = listed ?? place
    }
    let position = cells[index].position
    let state = listed.map { states[$0].code } ?? (position == nil ? .notAsked : .blank)
    guard let position, !record.isEmpty(at: position) else {
      cells[index].append(state, in: domains[domain])
      return
    }
    let (isAnswer, isOdd) = cells[index].append(
      record, at: position, else: state, row: row, in: &domains[domain])
    if isAnswer, let listed {
      let found = record.string(at: position)
      report(record.line, name.text, .answeredYetListed(in: states[listed].list, found: found), &findings)
    }
    if isOdd { reportOddity(name, domains[domain], record, position, &findings) }
  }

  private func reportOddity(
    _ name: Question.Name, _ domain: Domain, _ record: borrowing CSVRecord, _ position: Int,
    _ findings: inout Findings
  ) {
    let line = record.line
    let cell = form.now(record.string(at: position), of: domain.question)
    if domain.question.kind.isSelect, isRetired(cell, of: domain.question) { return }
    findings.report(.noAnswer) {
      let list = form.question(name).flatMap { form.choices(of: $0) }
      return domain.problem(of: cell, in: list).map {
        Finding(file: self.name, line: line, column: name.text, reason: .response($0))
      }
    }
  }

  /// Whether all choices in a cell are ones of now, or ones that the list has given up.
  private func isRetired(_ cell: String, of question: Question) -> Bool {
    guard let own = form.question(question.name), let list = form.choices(of: own) else { return false }
    let words = cell.split(whereSeparator: \.isWhitespace)
    if case .selectOne = own.kind, words.count > 1 { return false }
    return words.allSatisfy { word in
      let choice = Choice.Name(String(word))
      return list[choice] != nil || form.history.isRetired(choice, in: list.name)
    }
  }

  // MARK: - Metadata

  private mutating func readMetadata(_ record: borrowing CSVRecord, _ row: Int, _ findings: inout Findings) {
    let line = record.line
    if let id = metadata.id, !record.isEmpty(at: id) {
      rows.keys.append(keys.key(record.bytes(at: id)))
    } else {
      if metadata.id != nil { report(line, ResponseMetadata.instanceID.heading, .missingID, &findings) }
      rows.keys.append(keys.key(String(record.number)))
    }
    if let place = metadata.form, !Self.isSame(record.bytes(at: place), form.id.text, &forms) {
      let problem = ResponseFinding.Problem.otherForm(found: record.string(at: place), expected: form.id)
      report(line, ResponseMetadata.formID.heading, problem, &findings)
    }
    if let place = metadata.version, !record.cell(at: place, is: form.version) {
      let version = record.string(at: place)
      rows.append(version: version)
      if !file.asked.knows(version, of: form) {
        let order = versions.count
        versions[version, default: (order, name, line, 0)].rows += 1
      }
    } else {
      rows.append(version: form.version)
    }
    readSource(record, &findings)
    readInstant(record, &findings)
    if let place = metadata.supersedes, !record.isEmpty(at: place) {
      revisions.append((row, keys.key(record.bytes(at: place))))
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

  private mutating func readSource(_ record: borrowing CSVRecord, _ findings: inout Findings) {
    let sources = Response.Source.allCases
    var door = sources.count
    if let place = metadata.source {
      let cell = record.bytes(at: place)
      if let known = doors.value(of: cell) {
        door = Int(known)
      } else {
        let text = String(decoding: cell, as: UTF8.self)
        door = sources.firstIndex { $0.rawValue == text } ?? sources.count
        doors.remember(UInt32(door), for: cell)
      }
      if door == sources.count {
        let problem = ResponseFinding.Problem.noSuchSource(found: record.string(at: place))
        report(record.line, ResponseMetadata.source.heading, problem, &findings)
      }
    }
    rows.doors.append(UInt8(door))
  }

  private mutating func readInstant(_ record: borrowing CSVRecord, _ findings: inout Findings) {
    guard let place = metadata.submittedAt, !record.isEmpty(at: place) else {
      rows.submittedAt.append(.min)
      return
    }
    if let instant = Instant(spelling: record.bytes(at: place)) {
      rows.submittedAt.append(Int64(instant.secondsSinceEpoch))
    } else {
      rows.submittedAt.append(.min)
      let problem = ResponseFinding.Problem.notATime(found: record.string(at: place))
      report(record.line, ResponseMetadata.submittedAt.heading, problem, &findings)
    }
  }
}
