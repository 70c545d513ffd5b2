public import Coding
public import Expressions
public import Survey

/// One figure of a plan, checked against its forms: what is counted, of whom, and what is shown.
///
/// Only a plan makes one, so whoever holds one can count it.
public struct PlannedFigure: Sendable {
  /// The name of the figure.
  public let id: Figure.ID
  /// Its title; empty where the wording of its question serves.
  public let title: LocalizedText
  /// The forms that it draws from, in the order of precedence.
  public let sources: [Questionnaire.ID]
  /// The question that says which unit a response is about; nothing where each response is a unit.
  public let unit: Question.Name?
  /// The questions that are counted, in the order of the form; one alone but for `any` and `answered`.
  public let questions: [Question.Name]
  /// How they are counted.
  public let statistic: Statistic
  /// What the shares are shares of.
  public let base: Base
  /// What a unit must fulfil to be counted.
  public internal(set) var filter: Expression?
  /// The select question that divides the rows.
  public let by: Question.Name?
  /// Whether the units behind each count are listed.
  public let showsWho: Bool
  /// Whether they may be.
  public let attribution: Attribution
  /// How it is drawn.
  public let chart: Chart
  /// The codes that are counted, with the name that the plan gives their file; nothing where no codes are.
  public let codebook: PlannedCodebook?

  let forms: Forms
  /// The memberships that it counts, for `Statistic.memberships`.
  var memberships: MembershipList?
  /// How the names of its forms become those by which it counts.
  var harmony = Harmony()
  /// Whether it is one of the waves of another figure.
  var isOfWave = false
  /// The waves that it compares; nothing where it compares none.
  var waves: PlannedWaves?

  init(
    id: Figure.ID, title: LocalizedText = LocalizedText(), unit: Question.Name?, questions: [Question.Name],
    statistic: Statistic, base: Base, filter: Expression? = nil, by: Question.Name? = nil, showsWho: Bool,
    attribution: Attribution = .named, chart: Chart = .bars, codebook: PlannedCodebook? = nil, forms: Forms
  ) {
    self.id = id
    self.title = title
    self.sources = forms.all.map(\.id)
    self.unit = unit
    self.questions = questions
    self.statistic = statistic
    self.base = base
    self.filter = filter
    self.by = by
    self.showsWho = showsWho
    self.attribution = attribution
    self.chart = chart
    self.codebook = codebook
    self.forms = forms
  }
}

/// The waves that a figure compares.
struct PlannedWaves: Sendable {
  let map: WaveMap
  /// In the order of the map.
  let waves: [PlannedWave]
  /// Whether all waves asked the same units.
  let isAskedAlike: Bool
}

/// A wave with the figure that counts it.
struct PlannedWave: Sendable {
  let name: String
  let figure: PlannedFigure
}

/// A codebook as a plan names it.
public struct PlannedCodebook: Sendable {
  /// The file, as the plan names it.
  public let name: String
  /// Its codes.
  public let codebook: Codebook

  /// Creates it.
  public init(name: String, codebook: Codebook) {
    self.name = name
    self.codebook = codebook
  }
}

extension Statistic {
  /// The base that goes without saying.
  var usualBase: Base {
    switch self {
    case .count, .any, .answered: .asked
    case .countMultiple, .all, .distinct: .answered
    case .memberships: .registered
    case .coded: .coded
    }
  }

  /// Whether it takes more than one question.
  var takesSeveral: Bool { self == .any || self == .answered || self == .coded }

  /// Whether its rows can be divided by another question.
  var takesBy: Bool { self == .count || self == .countMultiple || self == .any }

  /// The statistic that fits a question, where nothing else is asked for.
  init(fitting kind: Question.Kind) {
    switch kind {
    case .selectOne: self = .count
    case .selectMultiple: self = .countMultiple
    default: self = .answered
    }
  }
}
