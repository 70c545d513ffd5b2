internal import Expressions

extension Question {
  /// The answer of this question's own kind that a worked-out value is; nothing where it is none.
  ///
  /// As in JavaRosa (`Recalculate.wrapData`): no text and no number are no answer, and a number that must be
  /// whole loses its fraction. A question without a kind of its own, such as a calculation, has the value as a cell.
  ///
  /// - Parameters:
  ///   - value: What a calculation or a default gave; no nodes.
  ///   - list: The list that the question chooses from, where it is a select.
  /// - Returns: The answer.
  func answer(from value: Value, in list: ChoiceList?) -> Answer? {
    switch (kind, value) {
    case (_, .number(let number)) where number.isNaN: return nil
    case (.integer, .number(let number)):
      return Int(exactly: number.rounded(.towardZero)).map { .integer($0) }
    case (.decimal, .number(let number)): return DecimalNumber(number).map { .decimal($0) }
    case (.dateTime, .dateTime(let moment)): return ZonedTime(moment.description).map { .dateTime($0) }
    case (.time, .dateTime(let moment)): return moment.time.map { .time($0) }
    case (.date, _): return (try? answer(from: value.text(), in: list)).flatMap { $0 }
    default: return (try? answer(from: value.cell(), in: list)).flatMap { $0 }
    }
  }

  /// An answer as this question holds it: of its own kind, choices in the order of the list and each once.
  ///
  /// A choice that the list does not have (any more) is kept: the review shows it.
  ///
  /// - Parameters:
  ///   - answer: Any answer.
  ///   - list: The list that the question chooses from, where it is a select.
  /// - Returns: The answer; nothing where it is of another kind, or where it is blank.
  func held(_ answer: Answer, in list: ChoiceList?) -> Answer? {
    switch (kind, answer) {
    case (.text, .text(let text)): text.isBlank || text.utf8.contains(0) ? nil : answer
    case (.hidden, .text(let text)), (.calculate, .text(let text)): text.isEmpty ? nil : answer
    case (.integer, .integer), (.decimal, .decimal), (.date, .date), (.time, .time), (.dateTime, .dateTime),
      (.acknowledge, .acknowledged), (.selectOne, .one):
      answer
    case (.selectMultiple, .several(let names)) where !names.isEmpty: .several(ordered(names, in: list))
    case (.rank, .ranked(let names)) where !names.isEmpty && Set(names).count == names.count: answer
    default: nil
    }
  }

  private func ordered(_ names: [Choice.Name], in list: ChoiceList?) -> [Choice.Name] {
    var seen: Set<Choice.Name> = []
    let once = names.filter { seen.insert($0).inserted }
    let places = once.map { list?.place(of: $0) ?? .max }
    return once.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { once[$0] }
  }
}
