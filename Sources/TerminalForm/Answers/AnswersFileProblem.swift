public import CSV
public import Survey

/// Something in a file of answers that keeps it from being taken.
public enum AnswersFileProblem: Error, Sendable {
  case unreadable(CSVError)
  case header(CSVHeaderProblem)
  case ragged(CSVRaggedness)
  case missingColumn(String)
  case unknownColumn(String, known: [String])
  case noName(line: Int, found: String)
  case repeated(line: Int, Address, first: Int)
  case unknownState(line: Int, found: String)
  case valueAndState(line: Int, value: String, state: AnswersFile.State)
  /// The file is a filled form of another questionnaire.
  case otherForm(line: Int, found: String, expected: Questionnaire.ID)
  /// The form does not take the event.
  case refused(line: Int, FormRefusal)
  /// The value is no answer to the question.
  case noAnswer(line: Int, Address, AnswerProblem)
  /// The repeats of a group are not numbered from 1 without a gap.
  case repeatMissing(line: Int, RepeatPath, number: Int)
  /// The form does not ask the question, because of other answers.
  case notAsked(line: Int, Address, because: [Question.Name])
  /// A required answer is missing, unless one of some lines is meant for it: those that name no question.
  case missing(Address, unless: [Int])
  /// The answer breaks its constraint.
  case brokenRule(line: Int, Address, rule: String, message: String)
  /// The choice is in the list, but a filter keeps it from being offered: by which answers, if by any.
  case notOffered(line: Int, Address, Choice.Name, filter: String, because: [Question.Name])
  /// An order that leaves choices out.
  case notRanked(line: Int, Address, missing: Int)
}

extension AnswersFileProblem {
  /// The line of the file, from 1; nothing for what no line says.
  var line: Int? {
    switch self {
    case .unreadable, .missing: nil
    case .header(let problem): problem.position.line
    case .ragged(let problem): problem.position.line
    case .missingColumn, .unknownColumn: 1
    case .noName(let line, _), .repeated(let line, _, _), .unknownState(let line, _),
      .valueAndState(let line, _, _), .otherForm(let line, _, _), .refused(let line, _),
      .noAnswer(let line, _, _),
      .repeatMissing(let line, _, _), .notAsked(let line, _, _), .brokenRule(let line, _, _, _),
      .notOffered(let line, _, _, _, _), .notRanked(let line, _, _):
      line
    }
  }
}

extension [AnswersFileProblem] {
  /// In the order of the lines; what no line says comes last.
  var inOrderOfLines: [AnswersFileProblem] { sorted { $0.line ?? .max < $1.line ?? .max } }
}

extension AnswersFileProblem: CustomStringConvertible {
  /// The problem in one line, without the name of the file.
  public var description: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .header(let problem): "\(problem)"
    case .ragged(let problem): "\(problem)"
    case .missingColumn(let name):
      "line 1: column '\(name)' is missing; the first line is name,value and, where wanted, state"
    case .unknownColumn(let name, let known):
      "line 1: '\(name)' is no column of an answers file; the columns are \(known.joined(separator: ", "))"
    case .noName(let line, let found):
      "line \(line): '\(found)' is no name of a question; write it as 'position' or 'event[1]/event_title'"
    case .repeated(let line, let address, let first):
      "line \(line): '\(address)' is answered twice; the first answer is on line \(first); delete one"
    case .unknownState(let line, let found):
      "line \(line): '\(found)' is no state; leave it empty, or write not_applicable or unknown"
    case .valueAndState(let line, let value, let state):
      "line \(line): both a value ('\(value)') and a state (\(state.rawValue)); keep one of them"
    case .otherForm(let line, let found, let expected):
      "line \(line): this is a form of '\(found)', not of '\(expected)'; name the questionnaire that it is of"
    case .refused(let line, let refusal): "line \(line): \(refusal)"
    case .noAnswer(let line, let address, let problem): "line \(line): \(address): \(problem)"
    case .repeatMissing(let line, let path, let number):
      "line \(line): '\(path)' has no repeat \(number); number the repeats from 1 without a gap"
    case .notAsked(let line, let address, let because) where because.isEmpty:
      "line \(line): '\(address)' is not asked, and no answer decides that; take the line out"
    case .notAsked(let line, let address, let because):
      "line \(line): '\(address)' is not asked, because of the answer to "
        + "\(because.map { "'\($0)'" }.joined(separator: ", ")); take the line out, or mend that answer"
    case .missing(let address, let lines):
      "'\(address)' is missing, and the questionnaire requires it; add a line for it"
        + (lines.isEmpty ? "" : ", or mend \(Self.named(lines)) if that is meant")
    case .brokenRule(let line, let address, let rule, let message):
      "line \(line): \(address): the answer breaks the rule \(rule)"
        + (message.isEmpty ? "" : " (\(message))") + "; mend it"
    case .notOffered(let line, let address, let choice, let filter, let because):
      // Choices that answers make have no filter, nor has a list that has given one up.
      "\(Self.place(line)): \(address): "
        + (filter.isEmpty
          ? "'\(choice)' is none of the choices that there are now; choose one of those"
          : "'\(choice)' is in the list, but is not offered (\(filter)); choose another")
        + (because.isEmpty
          ? "" : ", or mend the answer to \(because.map { "'\($0)'" }.joined(separator: ", "))")
    case .notRanked(let line, let address, let missing):
      "\(Self.place(line)): \(address): choices without a place in the order: \(missing); name all of them"
    }
  }

  /// Where an answer stands: no line has what the response said before that is corrected.
  private static func place(_ line: Int) -> String {
    line == 0 ? "the response that is corrected" : "line \(line)"
  }
}

extension AnswersFileProblem {
  private static func named(_ lines: [Int]) -> String {
    switch lines.count {
    case 1: "line \(lines[0])"
    case 2...5: "one of the lines \(lines.map(String.init).joined(separator: ", "))"
    default: "one of the lines that name no question"
    }
  }
}

/// All problems of a file of answers, in the order of its lines.
public struct AnswersFileProblems: Error, Sendable {
  /// The problems; at least one.
  public let problems: [AnswersFileProblem]

  init(_ problems: [AnswersFileProblem]) { self.problems = problems }
}
