internal import Expressions

/// A questionnaire: what is asked, of whom it is asked when, and the lists that it chooses from.
///
/// Question and group names are unique in it; whoever builds one (the XLSForm reader) sees to that.
public struct Questionnaire: Sendable {
  /// The `form_id` of the settings sheet.
  public typealias ID = Identifier<Questionnaire>

  /// A question and where it stands.
  public struct Placed: Sendable {
    /// The question.
    public let question: Question
    /// The groups around it, outermost first.
    public let groups: [Group.Name]
    /// The repeat groups among them, outermost first.
    public let repeats: [Group.Name]
  }

  /// The `form_id`.
  public let id: ID
  /// The `version` of the settings sheet; empty where it gives none.
  public let version: String
  /// The `form_title`.
  public let title: LocalizedText
  /// The languages of the questionnaire, in the order in which its columns name them.
  public let languages: [Language]
  /// The language that stands in for a missing one.
  public let defaultLanguage: Language
  /// Sections, groups and questions, in order.
  public let items: [Item]
  /// The lists by their names.
  public let lists: [ChoiceList.Name: ChoiceList]
  /// What it says of its earlier versions.
  public private(set) var history: FormHistory

  /// Every question with its place, in the order of the form.
  public let placed: [Placed]
  /// Every group, in the order of the form.
  public let groups: [Group]
  let walkItems: [WalkItem]
  /// The questions that the change of an answer sets off, by the question that was answered.
  let triggered: [Question.Name: [Placed]]
  let evaluationOrder: EvaluationOrder
  let expressionDepths: ExpressionDepths
  let blankRepeats: BlankRepeats
  /// The questions that start with a value, by their places.
  let defaults: [Int]
  /// The questions whose calculation keeps what it gave first, by their places.
  let keptCalculations: [Int]
  /// Whether something in it comes out by chance.
  let usesChance: Bool
  /// The lists as expressions see them, by the id that they know them by.
  let tables: [String: ItemTable]
  private let surroundings: [Group.Name: (groups: [Group.Name], repeats: [Group.Name])]
  private let questionPlaces: [Question.Name: Int]
  private let groupPlaces: [Group.Name: Int]
  /// The questions that have a column, by the innermost repeat group around them.
  private let columnPlaces: [Group.Name?: [Int]]

  /// Creates a questionnaire.
  public init(
    id: ID, version: String, title: LocalizedText, languages: [Language], defaultLanguage: Language,
    items: [Item], lists: [ChoiceList], history: FormHistory = .none
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.languages = languages
    self.defaultLanguage = defaultLanguage
    self.items = items
    self.history = history
    self.lists = Dictionary(lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.tables = Dictionary(
      self.lists.values.sorted { $0.name < $1.name }.map { ($0.instanceID, $0.items(in: defaultLanguage)) },
      uniquingKeysWith: { first, _ in first })
    var placed: [Placed] = []
    var groups: [Group] = []
    var surroundings: [Group.Name: (groups: [Group.Name], repeats: [Group.Name])] = [:]
    Self.flatten(items, inside: [], repeats: [], into: &placed, &groups, &surroundings)
    self.placed = placed
    self.triggered = placed.reduce(into: [:]) { triggered, placed in
      for name in placed.question.trigger?.questions ?? [] { triggered[name, default: []].append(placed) }
    }
    self.walkItems = WalkItem.walkItems(of: items)
    self.groups = groups
    self.surroundings = surroundings
    self.evaluationOrder = EvaluationOrder(of: placed, groups) { surroundings[$0]?.groups.last }
    self.expressionDepths = ExpressionDepths(of: placed, groups) { surroundings[$0]?.repeats ?? [] }
    self.blankRepeats = BlankRepeats(
      of: placed, groups, depths: expressionDepths, order: evaluationOrder.sequence
    ) { surroundings[$0]?.repeats ?? [] }
    self.columnPlaces = Dictionary(
      grouping: placed.indices.filter { placed[$0].question.hasColumn }, by: { placed[$0].repeats.last })
    self.defaults = placed.indices.filter {
      placed[$0].question.defaultValue != nil && placed[$0].question.calculation == nil
    }
    self.keptCalculations = placed.indices.filter { placed[$0].question.calculation?.callsOnce == true }
    self.usesChance =
      placed.contains { $0.question.expressions.contains(where: \.callsChance) }
      || groups.contains { $0.expressions.contains(where: \.callsChance) }
    self.questionPlaces = Dictionary(
      placed.enumerated().map { ($1.question.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.groupPlaces = Dictionary(
      groups.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func flatten(
    _ items: [Item], inside outer: [Group.Name], repeats: [Group.Name],
    into placed: inout [Placed], _ groups: inout [Group],
    _ surroundings: inout [Group.Name: (groups: [Group.Name], repeats: [Group.Name])]
  ) {
    for item in items {
      switch item {
      case .question(let question):
        placed.append(Placed(question: question, groups: outer, repeats: repeats))
      case .group(let group):
        groups.append(group)
        surroundings[group.name] = (outer, repeats)
        flatten(
          group.items, inside: outer + [group.name],
          repeats: group.isRepeat ? repeats + [group.name] : repeats,
          into: &placed, &groups, &surroundings)
      }
    }
  }
}

extension Questionnaire {
  /// The question of a name, with its place.
  public func placed(_ name: Question.Name) -> Placed? { questionPlaces[name].map { placed[$0] } }

  /// The question of a name.
  public func question(_ name: Question.Name) -> Question? { placed(name)?.question }

  /// The group of a name.
  public func group(_ name: Group.Name) -> Group? { groupPlaces[name].map { groups[$0] } }

  /// The place of a question in the order of the form, from 0.
  public func ordinal(of name: Question.Name) -> Int? { questionPlaces[name] }

  /// The place of a group in the order of the form, from 0.
  func ordinal(of name: Group.Name) -> Int? { groupPlaces[name] }

  /// The list that a question chooses from.
  public func choices(of question: Question) -> ChoiceList? { question.list.flatMap { lists[$0] } }

  /// The questions that have a column in the file of a repeat group, or in the main file.
  ///
  /// - Parameter group: The innermost repeat group; nothing for the main file.
  /// - Returns: Questions in the order of the form.
  public func columns(of group: Group.Name? = nil) -> [Question] {
    columnPlaces[group]?.map { placed[$0].question } ?? []
  }

  /// The groups around a question, outermost first; none where there is no such question.
  public func groups(around name: Question.Name) -> [Group.Name] {
    ordinal(of: name).map { placed[$0].groups } ?? []
  }

  /// Whether people are asked a question.
  public func isAsked(_ name: Question.Name) -> Bool {
    ordinal(of: name).map { placed[$0].question.isAsked } ?? false
  }

  /// The repeat groups, in the order of the form.
  public var repeatGroups: [Group] { groups.filter(\.isRepeat) }

  /// The repeat groups whose innermost enclosing repeat group is the one named, or that stand in none.
  public func repeatGroups(directlyIn outer: Group.Name?) -> [Group] {
    repeatGroups.filter { repeatsAround($0.name).last == outer }
  }

  /// The groups around a group, outermost first.
  public func groupsAround(_ name: Group.Name) -> [Group.Name] { surroundings[name]?.groups ?? [] }

  /// The repeat groups around a group, outermost first.
  public func repeatsAround(_ name: Group.Name) -> [Group.Name] { surroundings[name]?.repeats ?? [] }

  /// The same questionnaire, with what it says of its earlier versions.
  public func with(_ history: FormHistory) -> Questionnaire {
    var copy = self
    copy.history = history
    return copy
  }

  /// The language that a person asks for (`fr`, `French`), or nothing where the form does not have it.
  public func language(_ wanted: String) -> Language? { languages.first { $0.answers(to: wanted) } }
}
