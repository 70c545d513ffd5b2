public import Expressions

extension FormProblem {
  /// What is wrong with an expression.
  public enum ExpressionFault: Sendable, Hashable {
    /// It cannot be read.
    case unreadable(ExpressionError)
    /// It does not fit the form.
    case doesNotFit(ExpressionProblem)
    /// More than one row has the name.
    case ambiguous(String, rows: [RowNumber])
    /// The question is left out of the form here.
    case refersToSkipped(String)
    /// The text question that `or_other` adds to a select, which pyxform does not know when it looks for names.
    case refersToOther(String, of: String)
    /// An answer of an earlier response.
    case lastSaved(String)
    /// A text has a `${` that begins no reference.
    case badReference(String)
    /// A text refers to a question that the form does not have.
    case unknownReference(String, nearest: String?)
    /// Questions whose relevance or values depend on each other in a circle; the first comes last again.
    case circle([String])
    /// A path that ends with `*`, which stands for the row of the expression too.
    case circleOfAll(String)
    /// A default that gives another kind of value than the question takes; `isCertain` where it does so before anybody
    /// has answered anything.
    case defaultOfOtherKind(gives: Function.Result, type: String, remedy: String, isCertain: Bool)
    /// A condition that is false whatever is answered.
    case neverHolds(isRelevant: Bool)
    /// A condition that excludes what a group around asks of the same question.
    case excludedByGroup(String, question: String)
  }
}

extension FormProblem.ExpressionFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    switch self {
    case .doesNotFit(let problem): problem.isWarning ? .warning : .error
    case .neverHolds, .excludedByGroup, .refersToSkipped, .refersToOther, .lastSaved: .warning
    case .defaultOfOtherKind(_, _, _, let isCertain): isCertain ? .error : .warning
    default: .error
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .doesNotFit(let problem): problem.description
    case .ambiguous(let name, let rows) where rows.count == 1:
      "'${\(name)}' could be that of any choice of the loop; write a path from the row, such as '../\(name)'"
    case .ambiguous(let name, let rows):
      "'${\(name)}' could be \(rows.first?.isOfSheet == true ? "row" : "the row on line") "
        + "\(alternatives(rows.map { String($0.number) })); give each a name of its own"
    case .refersToSkipped(let name):
      "'${\(name)}' cannot be asked here, so it is always empty; see whether the form makes sense without it"
    case .refersToOther(let name, let select):
      "'${\(name)}' is taken here, but pyxform refuses it: 'or_other' adds it too late; for ODK, give '\(select)' a choice "
        + "'other' and a text question of your own"
    case .lastSaved(let reference):
      "'\(reference)' is always empty: no answer of an earlier response is used here; see whether that will do"
    case .badReference(let found):
      "'\(found)' is no reference; write the name of a question between '${' and '}'"
    case .unknownReference(let name, let nearest):
      "there is no question '\(name)'" + suggestion(nearest, else: "name a question of the sheet 'survey'")
    case .neverHolds(isRelevant: true):
      "this is never true, so nobody is asked; name a question in it, or take the row out"
    case .neverHolds(isRelevant: false):
      "this is never true, so every answer is refused; write '.' for the answer in it, or take it out"
    case .excludedByGroup(let group, let question):
      "this never holds: 'relevant' of the group '\(group)' around it asks the contrary of '\(question)'"
    case .circle(let names) where names.count == 2:
      "a circle: '\(names[0])' depends on itself; take '\(names[0])' out of this expression"
    case .circle(let names):
      "a circle: \(names.joined(separator: " → ")), each of which depends on the next; break it in one place"
    case .circleOfAll(let name):
      "a circle: '*' stands for '\(name)' too; name the questions that are meant, or put them into a group of their own"
    case .defaultOfOtherKind(let result, let type, let remedy, let isCertain):
      "this gives \(result.noun), and no answer to a question of type '\(type)'; \(remedy)"
        + (isCertain ? "" : "; until then the question starts empty")
    }
  }
}

extension Function.Result {
  /// What it is called in a message.
  fileprivate var noun: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .boolean: "a truth"
    case .dateTime: "a date"
    case .any: "a value"
    }
  }
}
