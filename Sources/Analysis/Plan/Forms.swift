internal import Expressions
internal import Survey

/// The forms that a figure draws from, looked at as one: what they ask, and the choices that they offer.
///
/// A question of the same name is the same question; where the forms word it differently, the first counts.
struct Forms: Sendable {
  /// In the order of precedence.
  let all: [Questionnaire]

  init(_ all: [Questionnaire]) { self.all = all }

  /// Their ids as a message lists them.
  var names: String { all.map(\.id.text).joined(separator: ", ") }

  /// The question of a name, from the first form that has it.
  func question(_ name: Question.Name) -> Question? { placed(name)?.question }

  /// The question of a name with its place, from the first form that has it.
  func placed(_ name: Question.Name) -> Questionnaire.Placed? {
    for form in all {
      if let placed = form.placed(name) { return placed }
    }
    return nil
  }

  /// The choices that a question has in any of the forms: those of the first, then what others add.
  func choices(of name: Question.Name) -> [Choice] {
    var seen: Set<Choice.Name> = []
    return all.flatMap { form in form.question(name).flatMap { form.choices(of: $0) }?.choices ?? [] }
      .filter { seen.insert($0.name).inserted }
  }

  /// Every question that is asked, in the order of the forms, each once.
  var asked: [Question] {
    var seen: Set<Question.Name> = []
    return all.flatMap { $0.placed.map(\.question) }.filter { $0.isAsked && seen.insert($0.name).inserted }
  }

  /// The names that somebody could have meant.
  var questionNames: [String] { asked.map(\.name.text) }

  /// The questions that a pattern such as `partners_*` means, outside of repeat groups, in the order of the forms.
  func questions(matching pattern: String) -> [Question.Name] {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    return asked.map(\.name).filter { (placed($0)?.repeats.isEmpty ?? false) && Self.matches($0.text, parts) }
  }

  /// The questions that a name or a pattern means; the name itself where it is no pattern.
  func meant(by written: String) -> [Question.Name] {
    written.contains("*") ? questions(matching: written) : [Question.Name(now(written))]
  }

  /// The name now of a question that is written under one of an earlier version.
  func now(_ written: String) -> String {
    let name = Question.Name(written)
    if question(name) != nil { return written }
    for form in all where form.placed(form.history.now(name)) != nil { return form.history.now(name).text }
    return written
  }

  /// The name now of a choice that is written under one of an earlier version.
  func now(_ written: String, of question: Question.Name) -> String {
    let name = Choice.Name(written)
    if choices(of: question).contains(where: { $0.name == name }) { return written }
    for form in all {
      guard let list = form.question(question).flatMap({ form.choices(of: $0) }), list[name] == nil else {
        continue
      }
      let now = form.history.now(name, in: list.name)
      if list[now] != nil { return now.text }
    }
    return written
  }

  /// An expression with the names that its questions, and the choices that it holds their answers against, have now.
  func now(expression: String) -> String {
    var text = expression
    for (earlier, now) in all.flatMap(\.history.questions) where text.contains("${\(earlier)}") {
      if self.question(earlier) == nil { text = text.replacing("${\(earlier)}", with: "${\(now)}") }
    }
    guard let parsed = try? Expression(parsing: text) else { return text }
    return parsed.renamingChoices { choice, question in now(choice, of: Question.Name(question)) }
  }

  /// Whether a text has the parts of a pattern in their order, the first at its start, the last at its end.
  private static func matches(_ text: String, _ parts: [String]) -> Bool {
    guard let first = parts.first, let last = parts.last, text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }

  /// What a figure says of a question.
  func subject(_ name: Question.Name) -> Figure.Subject {
    let wording = question(name)?.wording
    let place = all.firstIndex { $0.placed(name) != nil } ?? 0
    return Figure.Subject(
      name: name, label: wording?.label ?? LocalizedText(), number: wording?.paperNumber ?? "",
      form: place > 0 ? all[place].title : nil)
  }

  /// What the expression of a filter may name.
  var scope: FormScope {
    var seen: Set<Question.Name> = []
    return FormScope(
      all.flatMap(\.placed).filter { seen.insert($0.question.name).inserted }.map { placed in
        FormScope.Entry(
          placed.question.name.text, placed.question.kind.scope(choices(of: placed.question.name)),
          repeats: placed.repeats.map(\.text))
      })
  }
}

extension Question.Kind {
  /// What an expression may do with an answer of this kind.
  func scope(_ choices: [Choice]) -> FormScope.Kind {
    let choices = choices.map(\.name.text)
    return switch self {
    case .text: .text
    case .integer, .decimal: .number
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .selectOne: .selectOne(choices)
    case .selectMultiple, .rank: .selectMultiple(choices)
    case .acknowledge, .note, .calculate, .hidden, .metadata: .other
    }
  }
}

extension Question.Kind {
  var isSelect: Bool {
    switch self {
    case .selectOne, .selectMultiple: true
    default: false
    }
  }
}
