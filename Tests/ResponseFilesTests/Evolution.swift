import SampleForms
import Survey

/// A form and what it becomes in its next version, with the answers of the one as the other reads them.
struct Evolution {
  /// The form as it is then.
  let form: Questionnaire
  private let questions: [Question.Name: Question.Name]
  private let groups: [Group.Name: Group.Name]
  private let choices: [Choice.Name: Choice.Name]
  private let retired: Set<Question.Name>

  private static let list: ChoiceList.Name = "colours"

  /// Changes a form at random, in every way that loses nothing.
  init(of form: Questionnaire, version: String, _ random: inout Random) {
    var questions: [Question.Name: Question.Name] = [:]
    var groups: [Group.Name: Group.Name] = [:]
    var choices: [Choice.Name: Choice.Name] = [:]
    var retired: Set<Question.Name> = []
    for placed in form.placed where placed.question.hasColumn {
      let name = placed.question.name
      if random.chance(25) {
        questions[name] = Question.Name("v\(version)_\(name.text.replacing(".", with: "_"))")
      } else if random.chance(15), name != "submitted_by" {
        retired.insert(name)
      }
    }
    for group in form.groups where random.chance(30) {
      groups[group.name] = Group.Name("v\(version)_\(group.name)")
    }
    var list: [Choice] = []
    for choice in form.lists[Self.list]?.choices ?? [] {
      if random.chance(30) {
        list.append(Choice(name: Choice.Name("v\(version)_n\(list.count)"), label: LocalizedText()))
      }
      let name = random.chance(30) ? Choice.Name("v\(version)_\(choice.name)") : choice.name
      if name != choice.name { choices[choice.name] = name }
      list.append(Choice(name: name, label: LocalizedText()))
    }
    (self.questions, self.groups, self.choices, self.retired) = (questions, groups, choices, retired)
    var items = Self.items(form.items, questions, groups, retired)
    for number in 0..<random.number(0...2) {
      let kind: Question.Kind = random.chance(50) ? .text : .selectOne(Self.list)
      items.append(.question(Question(name: Question.Name("v\(version)_new\(number)"), kind: kind)))
    }
    if random.chance(30) {
      let inner = Question(name: Question.Name("v\(version)_inner"), kind: .integer)
      items.append(
        .group(Group(name: Group.Name("v\(version)_again"), repetition: .free, items: [.question(inner)])))
    }
    let earlier = form.history
    self.form = Questionnaire(
      id: form.id, version: version, title: form.title, languages: form.languages,
      defaultLanguage: form.defaultLanguage, items: items,
      lists: [ChoiceList(name: Self.list, choices: list)],
      history: FormHistory(
        questions: Self.joined(earlier.questions, questions), groups: Self.joined(earlier.groups, groups),
        choices: [Self.list: Self.joined(earlier.choices[Self.list] ?? [:], choices)],
        retiredQuestions: earlier.retiredQuestions + retired.sorted(), versions: earlier.versions))
  }

  private static func joined<Name: Hashable>(_ one: [Name: Name], _ other: [Name: Name]) -> [Name: Name] {
    one.mapValues { other[$0] ?? $0 }.merging(other) { first, _ in first }
  }

  private static func items(
    _ items: [Item], _ questions: [Question.Name: Question.Name], _ groups: [Group.Name: Group.Name],
    _ retired: Set<Question.Name>
  ) -> [Item] {
    items.compactMap { item in
      switch item {
      case .question(let question):
        if retired.contains(question.name) { return nil }
        return .question(Question(name: questions[question.name] ?? question.name, kind: question.kind))
      case .group(let group):
        return .group(
          Group(
            name: groups[group.name] ?? group.name, repetition: group.repetition,
            items: Self.items(group.items, questions, groups, retired)))
      }
    }
  }

  /// A response to the form before, as the form reads it now.
  func now(_ response: Response) -> Response {
    Response(
      id: response.id, formID: response.formID, formVersion: response.formVersion, source: response.source,
      startedAt: response.startedAt, submittedAt: response.submittedAt, submittedBy: response.submittedBy,
      supersedes: response.supersedes, answers: now(response.answers, of: nil))
  }

  private func now(_ answers: Response.Answers, of group: Group.Name?) -> Response.Answers {
    var now = Response.Answers()
    for question in form.columns(of: group) { now.states[question.name] = .notAsked }
    for (name, state) in answers.states where !retired.contains(name) {
      now.states[questions[name] ?? name] = self.now(state)
    }
    for (name, repeats) in answers.repeats {
      let group = groups[name] ?? name
      now.repeats[group] = repeats.map { self.now($0, of: group) }
    }
    return now
  }

  private func now(_ state: AnswerState) -> AnswerState {
    switch state {
    case .answered(.one(let name)): .answered(.one(choices[name] ?? name))
    case .answered(.several(let names)): .answered(.several(names.map { choices[$0] ?? $0 }))
    case .answered(.ranked(let names)): .answered(.ranked(names.map { choices[$0] ?? $0 }))
    default: state
    }
  }
}
