internal import Calendar
internal import Survey

/// Reads a place for a text, a number, a date or a time.
struct TypedReading {
  let reading: Reading

  /// Reads a place.
  ///
  /// - Parameters:
  ///   - content: What stands there.
  ///   - key: The question.
  ///   - months: The names of months, in the languages of the questionnaire.
  ///   - grade: How certain it is that the place is the question's.
  init(_ content: Content, of key: QuestionKey, months: Months, grade: MatchedForm.Grade) {
    let signs = content.hasBoxes && key.question.kind == .text && grade == .exact ? content.ownSigns : nil
    let text = Self.text(signs ?? content.evidence.bare, of: key.question)
    if content.hasBoxes, signs == nil {
      reading = .unclear(.notAnAnswer, text)
    } else if content.depths.count > 1 {
      reading = .unclear(.answeredTwice, text)
    } else if text.isRuled {
      reading = .blank
    } else if let cell = Self.cell(text, of: key.question, months: months) {
      reading = .value(cell)
    } else {
      reading = .unclear(.notAnAnswer, text)
    }
  }

  /// What was written, without white space at its ends; a text of one line has no line breaks.
  private static func text(_ text: String, of question: Question) -> String {
    if question.isLong { return text }
    let lines = text.lines
    return lines.count == 1 ? text.bare : lines.map(\.bare).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func cell(_ text: String, of question: Question, months: Months) -> String? {
    switch question.kind {
    case .text: text
    case .date: ((try? question.answer(from: text)) ?? nil)?.cell ?? months.date(text)?.description
    default: ((try? question.answer(from: text)) ?? nil)?.cell
    }
  }
}
