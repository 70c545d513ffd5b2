public import Survey

/// Something in a response file that a person should look at; the rows are counted all the same, unless it says
/// otherwise.
public struct Finding: Sendable, Hashable {
  /// What was found.
  public enum Reason: Sendable, Hashable {
    case unknownVersion(found: String, expected: String)
    case otherForm(found: String, expected: Questionnaire.ID)
    /// The row is not counted: nobody can tell which cell belongs to which question.
    case wrongCellCount(found: Int, expected: Int)
    case unlisted(Question.Name, found: String)
    case misfit(Question.Name, kind: String)
    /// The row has an answer to a question that it says has none; the answer counts.
    case answeredThough(Question.Name, state: RowState)
    case listedTwice(Question.Name)
    case noSuchQuestion(found: String, column: String)
    case noUnit(Question.Name, response: Response.ID)
    /// Responses of one unit that do not supersede each other: the newest counts, the others do not.
    /// Of the others the first are named.
    case sameUnit(unit: String, counted: Trace, others: [Trace], count: Int)
    case repeatedID(Response.ID, firstLine: Int)
    case supersedesNothing(Response.ID)
    case supersedesLater(Response.ID)
    case noInstant(found: String)
    case columnMissing(Question.Name)
    case columnUnknown(String)
    case columnUnnamed(String)
  }

  /// The response file, as it was named to the reader.
  public let file: String
  /// The physical line on which the row starts, from 1.
  public let line: Int
  /// What was found.
  public let reason: Reason

  /// Creates a finding.
  public init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}

extension Finding: CustomStringConvertible {
  /// The place, what was found, and what to do.
  public var description: String { "\(file):\(line): \(reason)" }
}

extension Finding.Reason: CustomStringConvertible {
  /// What was found, and what to do, without the place.
  public var description: String {
    switch self {
    case .unknownVersion(let found, let expected):
      "the response is of version '\(found)', the form of version '\(expected)'; compare the two forms"
    case .otherForm(let found, let expected):
      "the response is of the form '\(found)', expected '\(expected)'; move it to that form's file"
    case .wrongCellCount(let found, let expected):
      "the row has \(found) cells, expected \(expected); it is not counted: mend it"
    case .unlisted(let name, let found):
      "'\(found)' is no choice of '\(name)'; add it to the list, or mend the row"
    case .misfit(let name, let kind):
      "the answer to '\(name)' is no \(kind); it counts as answered: mend the row"
    case .answeredThough(let name, let state):
      "'\(name)' has an answer, but stands in '\(state.rawValue)'; the answer counts: mend the row"
    case .listedTwice(let name):
      "'\(name)' stands in more than one of not_asked, not_applicable and unknown; mend the row"
    case .noSuchQuestion(let found, let column):
      "'\(found)' in '\(column)' is no question of the form; mend the row"
    case .noUnit(let name, let response):
      "\(response) does not say its '\(name)'; it counts as one of its own"
    case .sameUnit(let unit, let counted, let others, let count):
      "'\(unit)' answered more than once and no response supersedes the other: "
        + "counted \(counted.response) (line \(counted.line)), not counted "
        + others.map { "\($0.response) (line \($0.line))" }.joined(separator: ", ")
        + (count > others.count ? " and \(count - others.count) more" : "")
        + "; submit a revision that supersedes the others"
    case .repeatedID(let id, let line): "\(id) stands on line \(line) already; take one of the rows out"
    case .supersedesNothing(let id): "the response supersedes \(id), which is not in the file; mend the row"
    case .supersedesLater(let id):
      "the response supersedes \(id), which stands below it; both are counted: mend the row"
    case .noInstant(let found):
      "'\(found)' in 'submitted_at' is no time; write it as 2018-11-09T10:14:33Z; it counts as the oldest"
    case .columnMissing(let name):
      "there is no column '\(name)', so the question counts as not asked; put the column back, if there was one"
    case .columnUnknown(let found):
      "the column '\(found)' is no question of the form; its answers are not counted"
    case .columnUnnamed(let problem): problem
    }
  }
}

/// What is to be looked at in the response files: all of it counted, the first of each kind listed.
public struct Findings: Sendable {
  /// How many of each kind are listed.
  public static let limit = 20

  /// The first of each kind, in the order in which the files were read.
  public private(set) var listed: [Finding] = []
  private var counts: [Int: Int] = [:]

  /// Creates an empty list.
  public init() {}

  /// How many there are, listed or not.
  public var count: Int { counts.values.reduce(0, +) }

  /// How many there are beyond those listed.
  public var unlisted: Int { count - listed.count }

  /// Counts a finding, and lists it if it is among the first of its kind.
  mutating func report(_ finding: @autoclosure () -> Finding, as kind: Finding.Kind) {
    counts[kind.rawValue, default: 0] += 1
    if counts[kind.rawValue, default: 0] <= Self.limit { listed.append(finding()) }
  }

  /// Whether any response stands beside another of the same unit.
  public var hasSameUnit: Bool { counts[Finding.Kind.sameUnit.rawValue] != nil }
}

extension Finding {
  /// What findings are counted by, so that thousands of one kind do not hide the others.
  enum Kind: Int {
    case version, form, cells, unlisted, misfit, answered, twice, stranger, noUnit, sameUnit, repeated,
      supersedes
    case instant, header
  }
}
