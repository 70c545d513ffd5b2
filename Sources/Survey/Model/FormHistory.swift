/// What a questionnaire says of its earlier versions: which names were others then, and what it has given up.
///
/// Names are led to those of the form as it is now, over as many versions as there were. A name that is given up is
/// never one of the form at the same time, so that a name alone says what is meant, whatever the version of a row.
public struct FormHistory: Sendable {
  /// The history of a form that says nothing of earlier versions.
  public static let none = FormHistory()

  /// Earlier names of questions, each with the last name of the question.
  public let questions: [Question.Name: Question.Name]
  /// Earlier names of groups, each with the last name of the group.
  public let groups: [Group.Name: Group.Name]
  /// Earlier names of choices, each with the last name of the choice, by the list as it is called now.
  public let choices: [ChoiceList.Name: [Choice.Name: Choice.Name]]
  /// Questions that the form has given up, by their last names, in the order in which it says so.
  public let retiredQuestions: [Question.Name]
  /// Choices that the form has given up, by their last names.
  public let retiredChoices: [ChoiceList.Name: Set<Choice.Name>]
  /// The versions that are spoken of; rows of them are expected.
  public let versions: Set<String>

  /// The first names of questions that were renamed, by the last ones.
  public let firstQuestions: [Question.Name: Question.Name]
  /// The first names of groups that were renamed, by the last ones.
  public let firstGroups: [Group.Name: Group.Name]

  private let retired: Set<Question.Name>

  /// Creates a history; all names lead to the last one in one step.
  public init(
    questions: [Question.Name: Question.Name] = [:], groups: [Group.Name: Group.Name] = [:],
    choices: [ChoiceList.Name: [Choice.Name: Choice.Name]] = [:], retiredQuestions: [Question.Name] = [],
    retiredChoices: [ChoiceList.Name: Set<Choice.Name>] = [:], versions: Set<String> = [],
    firstQuestions: [Question.Name: Question.Name] = [:], firstGroups: [Group.Name: Group.Name] = [:]
  ) {
    self.questions = questions
    self.groups = groups
    self.choices = choices
    self.retiredQuestions = retiredQuestions
    self.retiredChoices = retiredChoices
    self.versions = versions
    self.firstQuestions = firstQuestions
    self.firstGroups = firstGroups
    self.retired = Set(retiredQuestions)
  }

  /// The name that a question has now, or had last.
  public func now(_ name: Question.Name) -> Question.Name { questions[name] ?? name }

  /// The name that a group has now.
  public func now(_ name: Group.Name) -> Group.Name { groups[name] ?? name }

  /// An address of an earlier version as it is now.
  public func now(_ address: Address) -> Address {
    if questions.isEmpty, groups.isEmpty { return address }
    return Address(now(address.question), in: address.repeats.map(now))
  }

  /// The repeats of a group of an earlier version as they are called now.
  public func now(_ path: RepeatPath) -> RepeatPath {
    RepeatPath(now(path.group), in: path.repeats.map(now))
  }

  private func now(_ repeated: Address.Repeat) -> Address.Repeat {
    Address.Repeat(group: now(repeated.group), number: repeated.number)
  }

  /// The name that a question had first.
  func first(_ name: Question.Name) -> Question.Name { firstQuestions[name] ?? name }

  /// The name that a group had first.
  func first(_ name: Group.Name) -> Group.Name { firstGroups[name] ?? name }

  /// The name that a choice has now, or had last.
  public func now(_ name: Choice.Name, in list: ChoiceList.Name) -> Choice.Name {
    choices[list]?[name] ?? name
  }

  /// Whether the form has given a question up, whatever the name that it is called by.
  public func isRetired(_ name: Question.Name) -> Bool { retired.contains(now(name)) }

  /// Whether a list has given a choice up.
  public func isRetired(_ name: Choice.Name, in list: ChoiceList.Name) -> Bool {
    retiredChoices[list]?.contains(now(name, in: list)) == true
  }

  /// The earlier names of a question.
  public func earlierNames(of name: Question.Name) -> [Question.Name] {
    questions.filter { $0.value == name }.keys.sorted()
  }

  /// The earlier names of a group.
  public func earlierNames(of name: Group.Name) -> [Group.Name] {
    groups.filter { $0.value == name }.keys.sorted()
  }
}

extension Questionnaire {
  /// A cell of an earlier version with the names that its choices have now.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - question: The question as it is now.
  /// - Returns: The cell as it is where none of its choices had another name.
  public func now(_ cell: String, of question: Question) -> String {
    guard let list = question.list, let renamed = history.choices[list] else { return cell }
    // The name of a choice of one may hold spaces; so the whole cell is looked up before its words are.
    if let now = renamed[Choice.Name(cell.trimmed)] { return now.text }
    if case .selectOne = question.kind { return cell }
    let words = cell.split(whereSeparator: \.isWhitespace).map { Choice.Name(String($0)) }
    guard words.contains(where: { renamed[$0] != nil }) else { return cell }
    var seen: Set<Choice.Name> = []
    return words.map { renamed[$0] ?? $0 }.filter { seen.insert($0).inserted }.map(\.text)
      .joined(separator: " ")
  }
}
