internal import CSV
internal import Calendar
internal import Coding
internal import Expressions
internal import ResponseFiles
internal import Survey

/// The door for a file of codings: strict, all or nothing.
///
/// What is stored already is not stored again.
struct CodingsDoor {
  let survey: ProjectSurvey
  let codebook: ProjectCodebook
  /// The path; `-` is standard input.
  let file: String
  /// The question of lines that name none.
  let place: Codebook.Place?
  let coder: Coding.Coder
  /// Whether what was published is copied: then nobody knows when it was coded.
  let isTranscribing: Bool

  private var name: String { file == "-" ? "standard input" : file }

  /// Reads the file and stores its codings.
  ///
  /// - Returns: That it is done.
  /// - Throws: `Failure` with everything that is wrong with the file, or why nothing is stored.
  func store() throws(Failure) -> Outcome {
    let reader: CSVReader
    do {
      reader = try file == "-" ? CSVReader(descriptor: 0, path: name) : CSVReader(path: file)
    } catch {
      throw Failure(.unusableInput, "\(name): \(error)")
    }
    let codings = CodingsFile(reader, question: place?.question, needsEvidence: isTranscribing)
    var problems = codings.problems
    let responses = try survey.currentResponses()
    let time = isTranscribing ? nil : try Present.now()
    let (stored, length, findings) = try survey.codingsNow()
    if let finding = findings.first(where: { $0.problem == .missingColumn }) {
      throw Failure(.unusableInput, "\(finding)")
    }
    var standing = Codings(stored)
    var rows: [Coding] = []
    for line in codings.lines {
      do throws(CodingsFile.Problem) {
        for row in try self.rows(line, responses, time) where !standing.holds(row) {
          standing.add(row)
          rows.append(row)
        }
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty {
      let ordered = problems.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }
      throw Failure(.unusableInput, ordered.map { "\(name): \($0.element)" })
    }
    do {
      try survey.answers.append(codings: rows, ifAsRead: length)
    } catch {
      throw Failure(.commitFailed, "\(error)")
    }
    let known = codings.lines.reduce(0) { $0 + max(1, $1.codes.count) } - rows.count
    show("codings stored: \(rows.count)\(known > 0 ? ", stored already: \(known)" : "")\n")
    return .done
  }

  private func rows(
    _ line: CodingsFile.Line, _ responses: [StoredResponse], _ time: Instant?
  ) throws(CodingsFile.Problem) -> [Coding] {
    let response = try response(line, responses)
    let place = try self.place(line)
    let codes: [Codebook.Code.Name?] = line.codes.isEmpty ? [nil] : line.codes
    var rows: [Coding] = []
    for code in codes {
      if let code, line.act == .code { try check(code, at: place, line.line) }
      rows.append(
        Coding(
          response: response, question: place.question, code: code, coder: coder, act: line.act,
          evidence: line.evidence ?? .coded, source: line.source, version: codebook.codebook.version,
          time: time))
    }
    return rows
  }

  private func place(_ line: CodingsFile.Line) throws(CodingsFile.Problem) -> Codebook.Place {
    do throws(Failure) {
      return try survey.place(ofQuestion: line.question.text)
    } catch {
      throw .cell(
        line: line.line, column: "question", found: line.question.text,
        expected: "an open question of \(survey.questionnaire.id)")
    }
  }

  private func check(
    _ code: Codebook.Code.Name, at place: Codebook.Place, _ line: Int
  ) throws(CodingsFile.Problem) {
    if codebook.codebook.standing(of: code, at: place) == .inUse { return }
    let names = codebook.codebook.codesInUse(at: place).map(\.name.text)
    let near = nearest(to: code.text, among: names).map { "; did you mean '\($0)'?" } ?? ""
    throw .cell(
      line: line, column: "code", found: code.text,
      expected: "a code of '\(place.question)' that is in use in \(codebook.path)\(near)")
  }

  private func response(
    _ line: CodingsFile.Line, _ responses: [StoredResponse]
  ) throws(CodingsFile.Problem) -> Response.ID {
    if line.unit.isEmpty {
      let receipt = Receipt(line.response)
      let found = responses.map(\.response.id).filter { id in
        id.text == line.response || receipt.map { Receipt(for: id) == $0 } == true
      }
      if let id = found.first, found.count == 1 { return id }
      throw .cell(
        line: line.line, column: "instance_id", found: line.response,
        expected: "the id or the receipt of one response that no other has replaced")
    }
    guard let unit = survey.unitQuestion else {
      throw .cell(
        line: line.line, column: "iscm_id", found: line.unit,
        expected: "nothing, since the form has no register; write an instance_id")
    }
    let own = responses.map(\.response).filter { $0[unit.name] == .answered(.one(Choice.Name(line.unit))) }
    // Of several returns of a mechanism the newest counts, of two of one age the later row.
    let latest = own.enumerated().max { left, right in
      let times = [left, right].map { $0.element.submittedAt?.secondsSinceEpoch ?? .min }
      return (times[0], left.offset) < (times[1], right.offset)
    }
    if let latest { return latest.element.id }
    throw .cell(
      line: line.line, column: "iscm_id", found: line.unit,
      expected: "a mechanism that has answered, by its name on the register")
  }
}

extension Codings {
  /// Whether a row would change nothing.
  fileprivate func holds(_ row: Coding) -> Bool {
    let verdict = verdict(row.response, row.question, by: row.coder)
    switch (row.act, row.code) {
    case (.code, let code?): return verdict?.codes.contains(code) == true
    case (.withdraw, let code?): return verdict?.codes.contains(code) != true
    case (.none, _): return verdict?.isNone == true
    case (_, nil): return verdict?.isNone != true
    }
  }
}
