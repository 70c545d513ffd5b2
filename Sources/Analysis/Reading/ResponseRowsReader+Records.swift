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
    var named = NamedColumns()
    for index in states.indices {
      states[index].read(record)
      named.add(states[index].firstColumns, states[index].code)
      guard states[index].hasStrangers, let strangers = states[index].current?.strangers else { continue }
      for name in strangers where states[index].list == .notApplicable || !RepeatWord.isWord(name) {
        reportStranger(name, line, states[index].list, &findings)
      }
    }
    var index = 0
    while true {
      index = appendPlain(record, from: index, named: named)
      guard index < cells.count else { return }
      findings.log?.question = index
      readCell(index, record, row, &domains, &findings)
      index += 1
    }
  }

  /// Takes up cells of which nothing is to be said.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - first: The first of the questions whose cells are taken up.
  ///   - named: Which questions the lists of states name.
  /// - Returns: The question where somebody must look closely; the number of questions where there is none.
  private mutating func appendPlain(
    _ record: borrowing CSVRecord, from first: Int, named: NamedColumns
  ) -> Int {
    var index = first
    cells.withUnsafeMutableBufferPointer { cells in
      let end = min(cells.count, NamedColumns.count)
      while index < end, cells[index].appendPlain(record, listed: named[index]) { index &+= 1 }
    }
    return index
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
      cells[index].append(state)
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
    if domain.question.choosesFromAnswers || isRetired(cell, of: domain.question) { return }
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
    let isOne = if case .selectOne = own.kind { true } else { false }
    let names = isOne ? [cell.trimmed] : cell.split(whereSeparator: \.isWhitespace).map(String.init)
    return names.allSatisfy { name in
      let choice = Choice.Name(name)
      return list[choice] != nil || form.history.isRetired(choice, in: list.name)
    }
  }

  // MARK: - Metadata

  private mutating func readMetadata(_ record: borrowing CSVRecord, _ row: Int, _ findings: inout Findings) {
    let line = record.line
    if let id = metadata.id, !record.isEmpty(at: id) {
      rows.keys.append(ResponseKey(record.cell(at: id).unquoted) ?? keys.key(record.bytes(at: id)))
    } else {
      if metadata.id != nil { report(line, ResponseMetadata.instanceID.heading, .missingID, &findings) }
      rows.keys.append(keys.key(String(record.number)))
    }
    if let place = metadata.form, !forms.isExpected(form.id.text, record, at: place) {
      let problem = ResponseFinding.Problem.otherForm(found: record.string(at: place), expected: form.id)
      report(line, ResponseMetadata.formID.heading, problem, &findings)
    }
    if let place = metadata.version, !ownVersion.isExpected(form.version, record, at: place) {
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

  private static let sources = Response.Source.allCases

  private mutating func readSource(_ record: borrowing CSVRecord, _ findings: inout Findings) {
    let sources = Self.sources
    var door = sources.count
    if let place = metadata.source {
      let spelling = record.spelling(at: place)
      if let known = doors.value(of: spelling) {
        door = Int(known)
      } else {
        let text = record.string(at: place)
        door = sources.firstIndex { $0.rawValue == text } ?? sources.count
        doors.remember(UInt32(door), for: spelling)
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
    let spelling = record.cell(at: place).unquoted
    if let seconds = days.seconds(spelling) {
      rows.submittedAt.append(Int64(seconds))
    } else if let instant = Instant(String(decoding: record.bytes(at: place), as: UTF8.self)) {
      rows.submittedAt.append(Int64(instant.secondsSinceEpoch))
    } else {
      rows.submittedAt.append(.min)
      let problem = ResponseFinding.Problem.notATime(found: record.string(at: place))
      report(record.line, ResponseMetadata.submittedAt.heading, problem, &findings)
    }
  }
}
