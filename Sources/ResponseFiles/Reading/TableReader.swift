internal import CSV
internal import Expressions
internal import Survey

/// Reads the rows of one file of responses by its headings.
///
/// A class, because a `CSVReader` cannot be copied, and the reader of responses holds one for each file.
final class TableReader {
  let path: String
  let header: ResponseHeader
  private let questions: [ReadQuestion]
  private let metadata: [(column: ResponseMetadata, place: Int)]
  private let otherNames: Set<String>
  private let questionnaire: Questionnaire
  private var csv: CSVReader

  /// A question, and what is needed to read its cells.
  private struct ReadQuestion {
    let question: Question
    let list: ChoiceList?
    let heading: String
    let place: Int?
  }

  /// Reads the header of a file; makes nothing where the file has no record.
  ///
  /// - Parameters:
  ///   - csv: The file, before its header.
  ///   - path: What to call it.
  ///   - table: The columns to look for.
  ///   - questionnaire: The form.
  /// - Throws: Why its columns cannot be told.
  init?(
    _ csv: consuming CSVReader, path: String, table: ResponseTable, questionnaire: Questionnaire
  ) throws(ResponseFileError) {
    do {
      guard try csv.next() else { return nil }
    } catch {
      throw .notCSV(path: path, error)
    }
    self.path = path
    let header = try ResponseHeader(CSVHeader(csv.record), of: table, path: path)
    self.header = header
    self.questions = table.questions.map { question in
      ReadQuestion(
        question: question, list: questionnaire.choices(of: question),
        heading: table.heading(of: question.name) ?? "", place: header[question.name])
    }
    self.metadata = table.columns.compactMap { column in
      column.metadata.flatMap { name in header[name].map { (name, $0) } }
    }
    self.otherNames = Set(header.others.map { header.names[$0] })
    self.questionnaire = questionnaire
    self.csv = csv
  }

  /// What is to be said of the header.
  ///
  /// - Parameter asked: What is known of earlier versions; what they explain is not told.
  /// - Returns: A finding for each column that is missing, or is none of the form's.
  func headerFindings(knowing asked: AskedVersions) -> [ResponseFinding] {
    let history = questionnaire.history
    let missing = header.missing.filter { column in
      column.metadata != nil || column.question.map { !asked.isKnownToLack($0.name) } != false
    }.map { column in
      let problem: ResponseFinding.Problem =
        switch column.metadata {
        case .instanceID: .missingIDs
        case nil: .missingQuestion
        default: .missingMetadata
        }
      return ResponseFinding(path: path, line: 1, column: column.heading, problem: problem)
    }
    let headings = header.missing.map(\.heading)
    return missing
      + header.others.filter { place in
        let name = ResponseTable.question(heading: header.names[place])
        return !history.isRetired(name) && !asked.isKnownToAsk(history.now(name))
      }.map { place in
        let name = header.names[place]
        let suggestion = name.isEmpty ? nil : nearest(to: name, among: headings)
        return ResponseFinding(
          path: path, line: 1, column: name.isEmpty ? "column \(place + 1)" : name,
          problem: .unknownColumn(suggestion: suggestion))
      }
  }

  /// Goes on to the next row that has as many cells as the header.
  ///
  /// - Parameter findings: What is to be said of the rows up to there is added.
  /// - Returns: The row, or nothing at the end.
  /// - Throws: Why the file cannot be read further.
  func next(_ findings: inout [ResponseFinding]) throws(ResponseFileError) -> TableRow? {
    do {
      while try csv.next() {
        if let ragged = csv.record.raggedness(expected: header.names.count) {
          findings.append(
            ResponseFinding(
              path: path, line: csv.record.line, column: nil,
              problem: .raggedRow(found: ragged.found, expected: ragged.expected)))
          continue
        }
        return row(&findings)
      }
      return nil
    } catch {
      throw .notCSV(path: path, error)
    }
  }

  private func row(_ findings: inout [ResponseFinding]) -> TableRow {
    var metadata: [ResponseMetadata: String] = [:]
    for (column, place) in self.metadata { metadata[column] = csv.record.string(at: place) }
    let (listed, repeats) = listedStates(metadata, &findings)
    var states: [Question.Name: AnswerState] = [:]
    states.reserveCapacity(questions.count)
    for question in questions {
      let name = question.question.name
      states[name] = state(of: question, listed: listed.isEmpty ? nil : listed[name], &findings)
    }
    var others: [String: String] = [:]
    for place in header.others where !csv.record.isEmpty(at: place) {
      others[header.names[place]] = csv.record.string(at: place)
    }
    return TableRow(
      record: csv.record.number, line: csv.record.line, metadata: metadata, states: states,
      unknownRepeats: repeats[.unknown] ?? [], unaskedRepeats: repeats[.notAsked] ?? [], otherCells: others)
  }

  /// Which questions and which repeat groups the row names as not asked, not applicable or unknown.
  private func listedStates(
    _ metadata: [ResponseMetadata: String], _ findings: inout [ResponseFinding]
  ) -> (questions: [Question.Name: ResponseMetadata], repeats: [ResponseMetadata: Set<Group.Name>]) {
    var listed: [Question.Name: ResponseMetadata] = [:]
    var repeats: [ResponseMetadata: Set<Group.Name>] = [:]
    for list in ResponseMetadata.lists {
      for word in (metadata[list] ?? "").utf8.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
        let word = String(Substring(word))
        if list != .notApplicable, RepeatWord.isWord(word) {
          if let group = RepeatWord.group(of: word, in: questionnaire) {
            repeats[list, default: []].insert(group)
          }
          continue
        }
        let name = questionnaire.history.now(Question.Name(word))
        if header.table.heading(of: name) == nil {
          if questionnaire.history.isRetired(name) { continue }
          // A question that an earlier version of the form had: its column is reported once.
          if otherNames.contains(name.text) { continue }
          let suggestion = nearest(to: name.text, among: header.table.questions.map(\.name.text))
          findings.append(finding(list.heading, .noSuchQuestion(found: name.text, suggestion: suggestion)))
        } else if let first = listed[name] {
          if first != list {
            findings.append(finding(list.heading, .listedTwice(name, in: first, and: list)))
          }
        } else {
          listed[name] = list
        }
      }
    }
    return (listed, repeats)
  }

  private func state(
    of question: ReadQuestion, listed: ResponseMetadata?, _ findings: inout [ResponseFinding]
  ) -> AnswerState {
    if let place = question.place, !csv.record.isEmpty(at: place) {
      let cell = questionnaire.now(csv.record.string(at: place), of: question.question)
      let (answer, problem) = question.question.kept(cell, in: question.list, history: questionnaire.history)
      if let problem { findings.append(finding(question.heading, problem)) }
      if let answer {
        if let listed {
          findings.append(finding(question.heading, .answeredYetListed(in: listed, found: cell)))
        }
        return .answered(answer)
      }
    }
    switch listed {
    case .notAsked: return .notAsked
    case .notApplicable: return .notApplicable
    case .unknown: return .unknown
    default: return question.place == nil ? .notAsked : .blank
    }
  }

  private func finding(_ column: String, _ problem: ResponseFinding.Problem) -> ResponseFinding {
    ResponseFinding(path: path, line: csv.record.line, column: column, problem: problem)
  }
}
