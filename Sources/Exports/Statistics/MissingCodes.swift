internal import Messages
internal import Survey
internal import Tables

/// The numbers that stand for what is no answer, in a variable of SPSS that has numbers.
///
/// SPSS lets a variable have three of them; so blank, the fourth state, is its own missing value.
struct MissingCodes {
  let notAsked: Double
  let notApplicable: Double
  let unknown: Double

  /// Takes -97, -98 and -99, or further ones where an answer has one of these: -997 and so on.
  ///
  /// - Parameter values: The answers.
  init(beside values: Set<Double>) {
    var tens = 100.0
    while [1.0, 2, 3].contains(where: { values.contains(-tens + $0) }) { tens *= 10 }
    notAsked = -tens + 3
    notApplicable = -tens + 2
    unknown = -tens + 1
  }

  /// The value of a state; nothing for an answer.
  func value(of state: AnswerState) -> StatisticsFile.Value? {
    switch state {
    case .answered: nil
    case .blank: .missing
    case .notAsked: .number(notAsked)
    case .notApplicable: .number(notApplicable)
    case .unknown: .number(unknown)
    }
  }

  /// The numbers with the states that they stand for.
  var states: [(value: Double, name: String, phrase: Phrase)] {
    [
      (notAsked, "not_asked", .notAsked), (notApplicable, "not_applicable", .notApplicable),
      (unknown, "unknown", .unknown),
    ]
  }
}
