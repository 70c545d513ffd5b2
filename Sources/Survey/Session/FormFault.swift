public import Expressions

/// An expression of a form that could not be evaluated with the answers as they are: a mistake of the form.
///
/// Nobody is stopped by it, and no answer is lost; who fills the form and who has made it are told.
public struct FormFault: Sendable, Hashable {
  /// The column of the survey sheet in which the expression stands, by its heading.
  public enum Column: String, Sendable, Hashable {
    /// The question or the group is asked all the same.
    case relevant
    /// The answer is not checked.
    case constraint
    /// The question may be left empty.
    case required
    /// The value stays empty.
    case calculation
    /// The choices of which it cannot be told whether they are meant are offered.
    case choiceFilter = "choice_filter"
    /// The group is not asked in any repeat.
    case repeatCount = "repeat_count"
    /// The question starts empty.
    case defaultValue = "default"
    /// What was entered stays; the expression stands under `calculation`.
    case trigger
    /// The answer can be changed.
    case readOnly = "readonly"
    /// The choices stand in the order of the list; the expression is the `seed`.
    case parameters
    /// A part of the text is missing.
    case label
    /// The same of the short help.
    case hint
    /// The same of the longer help.
    case guidance = "guidance_hint"
  }

  /// The name of the row that has the expression: a question, a group or a choice.
  public let row: String
  /// Where in the row it stands.
  public let column: Column
  /// Why it could not be evaluated.
  public let error: EvaluationError

  /// Creates a fault.
  public init(row: String, column: Column, error: EvaluationError) {
    self.row = row
    self.column = column
    self.error = error
  }
}

extension FormFault: CustomStringConvertible {
  /// Where it stands and what is wrong, in English, for the author of the form.
  public var description: String { "\(column.rawValue) of '\(row)': \(error)" }
}
