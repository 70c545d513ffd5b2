internal import Expressions
public import Survey

/// A number that a publication says, as `claims.csv` has it.
public struct Claim: Sendable {
  /// The name of a claim.
  public typealias ID = Identifier<Claim>

  /// What was counted.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The responses to the form itself that were not replaced by a revision.
    case returned
    /// Different units over all forms of the plan; with a question, the different choices that were ever chosen.
    case distinct
    /// The units that chose one of some codes.
    case count
    /// The units that were asked and left the question empty.
    case blank
    /// The units that answered at least one of some questions.
    case any
    /// What a figure of the plan counts in all: different choices, or countries that are members of anything.
    case total
    /// The largest count of a figure of the plan.
    case most
  }

  /// Its name.
  public let id: ID
  /// What was counted.
  public let measure: Measure
  /// The questions that it is about, in the order of the form; none where responses or units were counted.
  public let questions: [Question.Name]
  /// The figure, for `Measure.total` and `Measure.most`.
  public let figure: Figure.ID?
  /// The choices that count, for `Measure.count`.
  public let codes: [Choice.Name]
  /// What units had to say beside, `where position is yes`; nothing where all count.
  let filter: Expression?
  /// The number.
  public let value: Int
  /// Where it was published.
  public let source: LocalizedText
  /// The line of the file on which it begins, from 1.
  public let line: Int

  /// What units had to say beside, as an expression; empty where all count.
  public var condition: String { filter?.source ?? "" }
}

/// The claims of a questionnaire, and what is wrong with them.
public struct ClaimList: Sendable {
  /// The claims without a problem, in the order of the file.
  public let claims: [Claim]
  /// Everything that is wrong, in the order of the file.
  public let problems: [PlanProblem]
}
