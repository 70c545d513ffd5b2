internal import Expressions

/// One choice of a list.
public struct Choice: Sendable {
  /// The name that is stored, unique in its list.
  public typealias Name = Identifier<Choice>

  /// What is stored.
  public let name: Name
  /// What people read.
  public let label: LocalizedText
  /// The list's other columns, by heading; a `choice_filter` reads them.
  public let attributes: [String: String]

  /// Creates a choice.
  public init(name: Name, label: LocalizedText, attributes: [String: String] = [:]) {
    self.name = name
    self.label = label
    self.attributes = attributes
  }
}

/// The choices that one or more select questions offer, in their order.
public struct ChoiceList: Sendable {
  /// The name in a question's type: `position_status`, or a file's name, `iscm-register.csv`.
  public typealias Name = Identifier<ChoiceList>

  /// The name of the list.
  public let name: Name
  /// The choices, in the order in which they are offered and numbered.
  public let choices: [Choice]
  private let places: [Choice.Name: Int]

  /// Creates a list; where a name stands twice, the first counts.
  public init(name: Name, choices: [Choice]) {
    self.name = name
    self.choices = choices
    self.places = Dictionary(
      choices.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The choices, each name once: what is counted.
  ///
  /// A form may say that names stand twice (`allow_choice_duplicates`), for a `choice_filter` to tell them apart.
  public var distinct: [Choice] {
    places.count == choices.count
      ? choices : choices.enumerated().filter { places[$1.name] == $0 }.map(\.element)
  }

  /// The place of a choice in the list, from 0, or nothing where the list does not have it.
  public func place(of name: Choice.Name) -> Int? { places[name] }

  /// The choice of a name, or nothing where the list does not have it.
  public subscript(name: Choice.Name) -> Choice? { places[name].map { choices[$0] } }

  /// The id that expressions know the list by, `instance('iscm-register')`: a file's name without its ending.
  public var instanceID: String {
    guard let dot = name.text.lastIndex(of: "."), dot != name.text.startIndex else { return name.text }
    return String(name.text[..<dot])
  }
}

extension ChoiceList.Name {
  /// The list that the answers to a question of a repeat make: `select_one ${name}`.
  ///
  /// It holds no choices by itself.
  public init(ofAnswersTo question: Question.Name) { self.init("${\(question)}") }

  /// The question whose answers make the list; nothing where it is a list of its own.
  public var question: Question.Name? {
    text.hasPrefix("${") && text.hasSuffix("}") ? Question.Name(String(text.dropFirst(2).dropLast())) : nil
  }
}

extension ChoiceList {
  /// The list as expressions see it: its columns, and `name` and `label` where it has no columns of that name.
  ///
  /// The columns of a file are what an expression means by them: in a register whose values stand in `id`,
  /// `name` is the column `name`.
  ///
  /// - Parameter language: The language of the labels: the form's default language.
  /// - Returns: One row per choice, in their order.
  func items(in language: Language) -> ItemTable {
    let headings = Set(choices.flatMap(\.attributes.keys)).sorted()
    let own = ["name", "label"].filter { !headings.contains($0) }
    // As pyxform writes them: an item of the sheet `choices` has no element for a blank cell, an item of a file has.
    let isFile = instanceID != name.text
    return ItemTable(
      name: instanceID, columns: own + headings,
      rows: choices.map { choice in
        let label = choice.label.text(in: language, fallback: language).text
        return own.map { $0 == "name" ? choice.name.text : label }
          + headings.map { choice.attributes[$0].flatMap { isFile || !$0.isEmpty ? $0 : nil } }
      })
  }
}
