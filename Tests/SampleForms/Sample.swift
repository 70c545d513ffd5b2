package import Expressions
package import Survey

/// A questionnaire of every kind of question, written in Swift: no test of the engine waits for a reader.
///
/// Its second part asks what the survey of 2018 asks in its second part, with the same skips.
package enum Sample {
  package static let english = Language(name: "English", code: "en")
  package static let french = Language(name: "French", code: "fr")

  /// The whole form.
  package static let form = questionnaire([
    .group(SampleParts.general), .group(SampleParts.positions), .group(SampleParts.practice),
    .group(SampleParts.closing),
  ])

  /// A form of some items, with the lists of the whole form and others.
  package static func questionnaire(_ items: [Item], lists: [ChoiceList] = []) -> Questionnaire {
    Questionnaire(
      id: "sample", version: "1", title: text("Review of mechanisms", "Examen des mécanismes"),
      languages: [english, french], defaultLanguage: english, items: items,
      lists: lists + SampleLists.all)
  }

  /// A text in English, and in French where it is given.
  package static func text(_ english: String, _ french: String = "") -> LocalizedText {
    LocalizedText([Self.english: english, Self.french: french])
  }

  /// An expression; a test that writes a wrong one stops.
  package static func rule(_ source: String) -> Expression {
    do { return try Expression(parsing: source) } catch { preconditionFailure("\(source): \(error)") }
  }

  /// A question whose label is its name in capitals where none is given.
  package static func ask(
    _ name: String, _ kind: Question.Kind, _ label: LocalizedText? = nil, no number: String = "",
    hint: LocalizedText = LocalizedText(), guidance: LocalizedText = LocalizedText(),
    required: Question.Requirement = .never, message: LocalizedText = LocalizedText(),
    relevant: String? = nil, constraint: Question.Constraint? = nil, calculation: String? = nil,
    start: String? = nil, filter: String? = nil, appearance: Set<String> = [], readOnly: Bool = false
  ) -> Item {
    .question(
      Question(
        name: Question.Name(name), kind: kind,
        wording: Wording(
          label: label ?? text(name.uppercased()), hint: hint, guidance: guidance, paperNumber: number),
        requirement: required, requiredMessage: message, relevant: relevant.map(rule),
        constraint: constraint, calculation: calculation.map(rule), defaultValue: start.map(rule),
        choiceFilter: filter.map(rule), appearance: appearance, isReadOnly: readOnly))
  }

  /// A group.
  package static func group(
    _ name: String, _ label: LocalizedText = LocalizedText(), no number: String = "",
    repeated: Group.Repetition = .once, relevant: String? = nil, _ items: [Item]
  ) -> Group {
    Group(
      name: Group.Name(name), wording: Wording(label: label, paperNumber: number), repetition: repeated,
      relevant: relevant.map(rule), items: items)
  }
}
