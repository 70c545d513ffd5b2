public import CSV
public import Expressions
public import Survey

/// Something in an analysis plan, in a list of claims, or in a call for a tally that cannot be counted as it stands.
public struct PlanProblem: Error, Sendable, Hashable {
  /// Where it stands.
  public enum Place: Sendable, Hashable {
    /// A cell of the plan, by the name of its column.
    case cell(file: String, line: Int, column: String)
    /// The plan as a whole.
    case file(String)
    /// An argument of the call, as it is written there: `--by`.
    case argument(String)
  }

  /// What is wrong.
  public indirect enum Reason: Sendable, Hashable {
    case unreadable(CSVError)
    case noSuchColumn(found: String, suggestion: String?)
    case columnMissing(String)
    case noSuchLanguage(found: String, suggestion: String?, languages: [String])
    case wrongCellCount(found: Int, expected: Int)
    case empty(expected: String)
    case noFigureName(found: String)
    case nameOfReport(found: String)
    case repeatedFigure(found: String, firstLine: Int)
    case noSuchForm(found: String)
    case noSuchQuestion(found: String, suggestion: String?, forms: String)
    case noMatch(pattern: String, forms: String)
    case neverAsked(Question.Name)
    case inRepeat(Question.Name, group: Group.Name)
    // Of questions in repeat groups.
    case notInRepeat(Question.Name, group: Group.Name)
    case repeatsNotCounted(Question.Name, group: Group.Name, statistic: Statistic)
    case repeatsNotDivided(Question.Name, group: Group.Name)
    case repeatsNotSuppressed(Question.Name, group: Group.Name)
    case baseNeedsRepeats
    /// A warning: the figure can be counted, but shows what another withholds.
    case givesAway(Disclosure)
    case kindsDiffer(Question.Name, first: String, other: String, form: Questionnaire.ID)
    case renamedIn(Questionnaire.ID, Question.Name, now: Question.Name)
    case choiceRenamedIn(Questionnaire.ID, Choice.Name, of: Question.Name, now: Choice.Name)
    case oneQuestionOnly(statistic: Statistic, found: Int)
    case wrongKind(Question.Name, kind: String, statistic: Statistic)
    case unitMissing(Question.Name, form: Questionnaire.ID)
    case noUnit(Question.Name, kind: String)
    case notAmong(found: String, expected: [String], suggestion: String?)
    case registerNeedsUnit
    case registerWithFilter
    case baseSaysNothing(statistic: Statistic)
    case namesUnits(Question.Name, attribution: Attribution)
    case byNotPossible(statistic: Statistic)
    case byItself(Question.Name)
    case byNoSelect(Question.Name, kind: String)
    case stackedNeedsBy
    case matrixNeedsNames
    case noExpression(ExpressionError)
    case badExpression(ExpressionProblem)
    case nothingPlanned
    // Of memberships.
    case noMemberships
    case noSuchCountry(String, file: String)
    case notOnRegister(found: String, suggestion: String?)
    case baseOfMemberships(Base)
    case unitOfMemberships(Question.Name)
    case membershipsAreNamed(Attribution)
    // Of claims.
    case noCount(String)
    case noPlaceFor(String, found: String)
    case oneQuestion(String, found: Int)
    case noChoices(question: Question.Name, kind: String)
    case noCondition(found: String)
    case noSuchFigure(String, suggestion: String?)
    case noTotal(String)
    case noSuchCodebook(found: String)
    case codebookNotUsed(statistic: Statistic)
    case noCodes(Question.Name, codebook: String, forms: String)
    case baseNeedsCodes
    case waves(WaveReason)
  }

  /// Where it stands.
  public let place: Place
  /// What is wrong.
  public let reason: Reason

  /// Creates a problem.
  public init(_ place: Place, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }
}

extension PlanProblem: CustomStringConvertible {
  /// The place, what was found, what was expected and what to do.
  public var description: String { "\(place): \(reason)" }
}

extension PlanProblem.Place {
  /// The line, from 1; 0 where it is none.
  var line: Int { if case .cell(_, let line, _) = self { line } else { 0 } }

  /// Whether it is in a file, or the file itself.
  func isOf(_ name: String) -> Bool {
    switch self {
    case .cell(let file, _, _), .file(let file): file == name
    case .argument: false
    }
  }
}

extension PlanProblem.Place: CustomStringConvertible {
  /// `figures.csv:5 question`, or the argument.
  public var description: String {
    switch self {
    case .cell(let file, let line, let column): "\(file):\(line) \(column)"
    case .file(let file): file
    case .argument(let name): name
    }
  }
}
