public import Survey

/// What one figure of a report shows: numbers with their base, and who stands behind each of them.
///
/// A figure knows nothing of how it is drawn. Its labels have the languages of the questionnaire; those of
/// states and of yes and no are English, and whoever shows them has better ones in other languages.
public struct Figure: Sendable, Hashable {
  /// The name of a figure in its plan, `figure-2`; of a question that was tallied by itself, the question's.
  public typealias ID = Identifier<Figure>

  /// A question that a figure is about.
  public struct Subject: Sendable, Hashable {
    /// The question.
    public let name: Question.Name
    /// Its wording.
    public let label: LocalizedText
    /// Its number on paper, `25a`; empty where it has none.
    public let number: String
    /// The title of the form that asks it, where that is another than the first of the figure's forms: its numbers are
    /// others.
    public let form: LocalizedText?

    /// Creates a subject.
    public init(name: Question.Name, label: LocalizedText, number: String = "", form: LocalizedText? = nil) {
      self.name = name
      self.label = label
      self.number = number
      self.form = form
    }
  }

  /// The name of the figure.
  public let id: ID
  /// Its title; the wording of the question where the plan gives none.
  public let title: LocalizedText
  /// The questions that it is about, in the order of the form.
  public let questions: [Subject]
  /// How they are counted.
  public let statistic: Statistic
  /// What the shares are shares of.
  public let base: Base
  /// How many units the base has; nothing where that is withheld, and no other number shown either.
  public let n: Int?
  /// The chain from the register down to the answers.
  public let bases: Bases
  /// What was counted, in the order of the form; then what is no answer.
  public let rows: [Row]
  /// The question that each row is divided by, for a cross-tabulation.
  public let by: Subject?
  /// The columns that the cells of each row stand in; empty where rows have no cells.
  public let columns: [Column]
  /// How many different choices were chosen, for `Statistic.distinct`; how many countries are members of any unit,
  /// for `Statistic.memberships`.
  public let total: Int?
  /// The forms that it draws from, in the order of precedence.
  public let sources: [Questionnaire.ID]
  /// The expression that units had to fulfil, as it was written; empty where all count.
  public let filter: String
  /// The question that says which unit a response is about; nothing where each response is a unit.
  public let unit: Question.Name?
  /// Whether it may name its units.
  public let attribution: Attribution
  /// Whether the plan wants the units named.
  public let showsWho: Bool
  /// How the plan wants it drawn.
  public let chart: Chart
  /// What a reader must know to read it right.
  public let notes: [Note]
  /// Whether its data is made up, to show how the figure would look.
  public let isMade: Bool
  /// The codebook whose codes are counted; nothing where no codes are.
  public let codebook: CodebookUse?
  /// The waves that it compares, a column each; empty where it compares none.
  ///
  /// Then each wave has its own `n` and its own chain of bases, and the figure and its rows have none: `n` is 0, and a
  /// row counts in its cells alone.
  public let waves: [Wave]

  /// Creates a figure; what most figures do not have may be left out.
  public init(
    id: ID, title: LocalizedText, questions: [Subject], statistic: Statistic, base: Base, n: Int?,
    bases: Bases,
    rows: [Row], by: Subject? = nil, columns: [Column] = [], total: Int? = nil, sources: [Questionnaire.ID],
    filter: String = "", unit: Question.Name? = nil, attribution: Attribution = .named, showsWho: Bool = true,
    chart: Chart = .bars, notes: [Note] = [], isMade: Bool = false, codebook: CodebookUse? = nil,
    waves: [Wave] = []
  ) {
    self.id = id
    self.title = title
    self.questions = questions
    self.statistic = statistic
    self.base = base
    self.n = n
    self.bases = bases
    self.rows = rows
    self.by = by
    self.columns = columns
    self.total = total
    self.sources = sources
    self.filter = filter
    self.unit = unit
    self.attribution = attribution
    self.showsWho = showsWho
    self.chart = chart
    self.notes = notes
    self.isMade = isMade
    self.codebook = codebook
    self.waves = waves
  }
}
