import Expressions
import Survey

extension Questionnaire {
  /// All that a questionnaire says, in the same order each time, to compare one with another.
  var text: String {
    var lines = ["\(id) \(version) \(title.text) \(languages.map(\.heading)) \(defaultLanguage.heading)"]
    lines += items.flatMap { $0.lines }
    for list in lists.values.sorted(by: { $0.name < $1.name }) {
      lines.append("list \(list.name)")
      for choice in list.choices {
        let attributes = choice.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        lines.append("  \(choice.name) \(choice.label.text) \(attributes)")
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension LocalizedText {
  /// What people read who want a language, and whether it is another's.
  func shown(in language: Language, fallback: Language) -> String {
    let (text, isFallback, _) = text(in: language, fallback: fallback)
    return isFallback ? text + " (another language)" : text
  }

  /// All wordings, by their languages.
  var text: String {
    languages.map { "\($0.heading): \(self[$0] ?? "")" }.sorted().joined(separator: "; ")
  }
}

extension Item {
  fileprivate var lines: [String] {
    switch self {
    case .question(let question): [question.line]
    case .group(let group):
      [
        "group \(group.name) \(group.wording.line) \(group.repetition) \(group.relevant?.source ?? "") "
          + "\(group.appearance.sorted())"
      ] + group.items.flatMap { $0.lines }.map { "  " + $0 }
    }
  }
}

extension Question {
  fileprivate var line: String {
    let constraint = constraint.map { "\($0.expression.source) \($0.message.text) \($0.severity)" }
    let expressions = [relevant, calculation, defaultValue, choiceFilter].map { $0?.source ?? "" }
    return "\(kind) \(name) \(wording.line) \(requirement) \(requiredMessage.text) \(constraint ?? "") "
      + "\(expressions) \(appearance.sorted()) \(isReadOnly)"
  }
}

extension Wording {
  fileprivate var line: String { "\(label.text) / \(hint.text) / \(guidance.text) / \(paperNumber)" }
}
