public import Survey

/// Something in a draft that a person should look at; the journal keeps it as it is.
public struct DraftFinding: Sendable, Hashable {
  /// What was found.
  public enum Problem: Error, Sendable, Hashable {
    /// The form has another version now than when the draft was begun.
    case otherVersion(found: String, expected: String)
    /// The form has no such question or repeat group there.
    case noSuchPlace(event: String, subject: String, value: String)
    /// What was typed was meant for another kind of answer than the question takes now.
    case otherKind(event: String, subject: String, value: String)
    /// The journal has a word that means no event.
    case noSuchEvent(event: String, subject: String, value: String)
    /// What was answered is no answer to the question any more.
    case noAnswer(event: String, subject: String, value: String, AnswerProblem)
    /// The row is none of a journal.
    case noRow(cells: Int)
    /// The last row was cut off while it was written: so many bytes.
    case cutOff(bytes: Int)
    /// Behind a place that is no journal, so many bytes cannot be read.
    case damaged(bytes: Int)
    /// The file is not read at all.
    case unreadable(ResponseFileError)
  }

  /// The journal, as its path was given.
  public let path: String
  /// The physical line, from 1; nothing for what is about the whole draft.
  public let line: Int?
  /// What was found.
  public let problem: Problem
}

extension DraftFinding: CustomStringConvertible {
  /// Where, what was found, what was expected and what to do, in one line.
  public var description: String {
    if case .unreadable(let error) = problem { return "\(error)" }
    return "\(path)\(line.map { ":\($0)" } ?? ""): \(problem)"
  }
}

extension DraftFinding.Problem {
  /// Whether something that somebody did is not in the form.
  var leavesOut: Bool {
    switch self {
    case .noSuchPlace, .otherKind, .noSuchEvent, .noAnswer, .noRow: true
    case .otherVersion, .cutOff, .damaged, .unreadable: false
    }
  }
}

extension DraftFinding.Problem: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .otherVersion(let found, let expected):
      """
      begun with the version '\(found)' of the form, which is now '\(expected)'; look the answers through \
      before submitting
      """
    case .noSuchPlace(let event, let subject, let value):
      """
      \(event) '\(subject)'\(value.shown): the form has no such question now; kept in the journal, not in \
      the form; answer again where it belongs
      """
    case .otherKind(let event, let subject, let value):
      """
      \(event) '\(subject)'\(value.shown): the question takes another kind of answer now; kept in the journal, \
      not in the form; answer again
      """
    case .noSuchEvent(let event, let subject, let value):
      "'\(event)' '\(subject)'\(value.shown): no event of a form; kept in the journal; look at it"
    case .noAnswer(let event, let subject, _, let problem):
      "\(event) '\(subject)': \(problem); kept in the journal, not in the form; answer again"
    case .noRow(let cells):
      "found \(cells) cells, expected a time and 3 more; kept in the journal; look at it"
    case .cutOff(let bytes):
      """
      the last \(bytes) bytes were cut off while they were written; all before is there; look whether the \
      last answer is
      """
    case .damaged(let bytes):
      """
      the last \(bytes) bytes cannot be read; all before is there; the file is kept as it was beside the \
      draft when the draft is resumed
      """
    case .unreadable(let error): "\(error)"
    }
  }
}

extension String {
  /// The text for a message, where there is one.
  fileprivate var shown: String { isEmpty ? "" : " = '\(clipped)'" }
}
