/// Why what was entered is no answer to a question.
///
/// Every door (the terminal, an answers file, a mail) words it for its own readers; `description` is the
/// wording for files.
public enum AnswerProblem: Error, Sendable, Hashable {
  case notAWholeNumber(found: String)
  /// A whole number with more digits than can be kept.
  case tooLarge(found: String)
  case notANumber(found: String)
  case notADate(found: String)
  /// Written as a date, of a day that the calendar does not have.
  case noSuchDay(found: String)
  case notAMonth(found: String)
  case notAYear(found: String)
  case notATime(found: String)
  case notADateTime(found: String)
  /// The list has no such choice.
  case noSuchChoice(found: String, suggestion: String?, list: ChoiceList.Name)
  /// The list has the choice, but it is not offered here (`choice_filter`).
  case choiceNotOffered(found: String)
  /// A choice has two places in an order.
  case rankedTwice(found: String)
  /// A number that the scale of the question does not have.
  case notOnScale(found: String, Scale)
  case notATick(found: String)
  /// Nobody is asked this question: it is a note, a calculation or metadata.
  case notAsked
  /// The text cannot stand in a CSV file: it has a NUL character.
  case notText
}

extension AnswerProblem: CustomStringConvertible {
  /// What was found, what was expected and what to do, in English.
  public var description: String {
    switch self {
    case .notAWholeNumber(let found): "'\(found)' is no whole number; write digits alone, such as 12"
    case .tooLarge(let found):
      "'\(found)' is too large; write a number between \(Int.min) and \(Int.max)"
    case .notANumber(let found):
      "'\(found)' is no number; write digits, with a point for decimals, such as 2.5"
    case .notADate(let found): "'\(found)' is no date; write year-month-day, such as 2018-11-09"
    case .noSuchDay(let found): "the calendar has no '\(found)'; write year-month-day, such as 2018-11-09"
    case .notAMonth(let found): "'\(found)' is no month; write year-month, such as 2018-11"
    case .notAYear(let found): "'\(found)' is no year; write four digits, such as 2018"
    case .notATime(let found): "'\(found)' is no time; write hours:minutes, such as 16:30"
    case .notADateTime(let found):
      "'\(found)' is no date and time; write them with a zone, such as 2018-11-09T16:30:00Z"
    case .noSuchChoice(let found, let suggestion?, let list):
      "'\(found)' is no choice of the list '\(list)'; did you mean '\(suggestion)'?"
    case .noSuchChoice(let found, nil, let list):
      "'\(found)' is no choice of the list '\(list)'; use one of the names in it"
    case .choiceNotOffered(let found): "'\(found)' is in the list, but is not offered here; choose another"
    case .rankedTwice(let found): "'\(found)' stands there twice; name each choice once, the first one first"
    case .notOnScale(let found, let scale):
      "'\(found)' is not on the scale; write a number from \(scale.start) to \(scale.end) in steps of \(scale.step)"
    case .notATick(let found): "'\(found)' is no tick; write OK, or leave it empty"
    case .notAsked: "nobody is asked this question, so it takes no answer; leave it out"
    case .notText: "the text has a NUL character, which no CSV file can hold; take it out"
    }
  }
}
