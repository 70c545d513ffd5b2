public import Survey

/// One asking of a survey, in a figure that compares several.
public struct Wave: Sendable, Hashable {
  /// What the map calls it: `2018`.
  public let name: String
  /// The questions as it asked them, in the order of the figure's own.
  public let questions: [Figure.Subject]
  /// How many units its base has; nothing where that is withheld.
  public let n: Int?
  /// Its own chain from the register down to the answers.
  public let bases: Bases
  /// Its forms, in the order of precedence.
  public let sources: [Questionnaire.ID]

  /// Creates a wave.
  public init(
    name: String, questions: [Figure.Subject], n: Int?, bases: Bases, sources: [Questionnaire.ID]
  ) {
    self.name = name
    self.questions = questions
    self.n = n
    self.bases = bases
    self.sources = sources
  }
}
