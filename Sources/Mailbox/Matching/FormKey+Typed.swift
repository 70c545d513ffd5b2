internal import Documents
public import Survey

extension FormKey {
  /// Reads what a person types for one question as its place on a form is read: choices by names, labels and numbers,
  /// days as people write them.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - name: The question.
  /// - Returns: The cell of a response file; nothing where a form with these words would wait for a person.
  public func cell(typed text: String, for name: Question.Name) -> String? {
    guard let question = questions[name] else { return nil }
    var content = Content()
    content.append(.text(text), at: Place(line: 1))
    let reading =
      question.isChosen
      ? ChoiceReading(content, of: question, in: self).reading
      : TypedReading(content, of: question, months: months, grade: .exact).reading
    guard case .value(let cell) = reading else { return nil }
    return (try? question.question.answer(from: cell, in: question.list))?.cell
  }
}
