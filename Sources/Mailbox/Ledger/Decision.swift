public import CSV
public import Survey

/// What a person decided of a mail and part, or of one question in it.
public struct Decision: Sendable, Hashable {
  /// What was decided.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It is taken as it was found; without a question, all that still waits is.
    case accept
    /// The question is answered with another value; an empty one leaves it blank.
    case edit
    /// The answers are those of a mechanism.
    case mechanism
    /// It does not count; without a question, nothing of the part does.
    case reject
    /// All that was decided before is undone.
    case reopen
  }

  /// The mail and part.
  public let key: LedgerKey
  /// The question; nothing where it is about all of the part.
  public let question: Address?
  /// What was decided.
  public let verdict: Verdict
  /// The value of `edit`, as a response file keeps it; the mechanism's name in the register.
  public let value: String
  /// Who decided.
  public let reviewer: String
  /// When.
  public let decidedAt: String

  /// Creates a decision.
  public init(
    _ key: LedgerKey, _ verdict: Verdict, on question: Address? = nil, value: String = "",
    by reviewer: String,
    at time: String
  ) {
    self.key = key
    self.question = question
    self.verdict = verdict
    self.value = value
    self.reviewer = reviewer
    decidedAt = time
  }

  /// The columns of `decisions.csv`.
  public static let columns = [
    "mail_sha256", "part_path", "question", "decision", "value", "reviewer", "decided_at",
  ]

  /// The row, by the headings of its columns.
  public var cells: [String: String] {
    [
      "mail_sha256": key.mail, "part_path": key.part, "question": question?.description ?? "",
      "decision": verdict.rawValue, "value": value, "reviewer": reviewer, "decided_at": decidedAt,
    ]
  }
}

/// What people decided, in the order in which they did.
public struct Decisions: Sendable {
  /// The name of its file beside `responses.csv`.
  public static let fileName = "decisions.csv"

  private var byKey: [LedgerKey: [Decision]] = [:]

  /// Creates a record of nothing decided.
  public init() {}

  /// Reads decisions.
  ///
  /// - Parameters:
  ///   - table: What the file holds; nothing where there is none.
  ///   - path: What to call the file in problems.
  ///   - questionnaire: The form, which says what was renamed since.
  /// - Throws: What is wrong with it, a line a problem.
  public init(
    _ table: CSVTable?, path: String, of questionnaire: Questionnaire
  ) throws(TableProblems) {
    guard let table else { return }
    var problems = TableProblems.problems(of: table, columns: Decision.columns, path: path)
    let hasColumns = TableProblems.hasColumns(table, columns: Decision.columns)
    for row in table.rows where hasColumns && row.cells.count == table.header.count {
      let question = table[row, "question"]
      let address = Address(question).map(questionnaire.history.now)
      guard let verdict = Decision.Verdict(rawValue: table[row, "decision"]),
        question.isEmpty || address != nil
      else {
        let known = Decision.Verdict.allCases.map(\.rawValue).joined(separator: ", ")
        problems.append(
          "\(path):\(row.line): found the decision '\(table[row, "decision"])' of '\(question)', expected one of "
            + "\(known) and the name of a question; put the file back as it was")
        continue
      }
      append(
        Decision(
          LedgerKey(mail: table[row, "mail_sha256"], part: table[row, "part_path"]), verdict, on: address,
          value: Self.value(table[row, "value"], of: verdict, on: address, in: questionnaire),
          by: table[row, "reviewer"], at: table[row, "decided_at"]))
    }
    if !problems.isEmpty { throw TableProblems(lines: problems) }
  }

  /// A value with the names that choices have now.
  private static func value(
    _ value: String, of verdict: Decision.Verdict, on address: Address?, in questionnaire: Questionnaire
  ) -> String {
    let question =
      verdict == .mechanism
      ? questionnaire.registerQuestion : address.flatMap { questionnaire.question($0.question) }
    return question.map { questionnaire.now(value, of: $0) } ?? value
  }

  /// Adds a decision.
  public mutating func append(_ decision: Decision) { byKey[decision.key, default: []].append(decision) }

  /// What holds of a mail and part.
  func ruling(on key: LedgerKey) -> Ruling { Ruling(byKey[key] ?? []) }
}

/// What holds of a mail and part after all decisions on it.
struct Ruling: Sendable {
  /// The last decision; nothing where nobody decided.
  private(set) var last: Decision?
  /// Whether all that waits is taken as it was found, or nothing is.
  private(set) var whole: Decision.Verdict?
  /// Whose answers they were said to be.
  private(set) var mechanism: Choice.Name?
  /// What was decided of single questions.
  private(set) var questions: [Address: Decision] = [:]
  /// How often it was reopened.
  private(set) var reopenings = 0

  init(_ decisions: [Decision]) {
    for decision in decisions {
      last = decision
      switch (decision.verdict, decision.question) {
      case (.reopen, _): (whole, mechanism, questions, reopenings) = (nil, nil, [:], reopenings + 1)
      case (.mechanism, _): mechanism = Choice.Name(decision.value)
      case (_, let question?): questions[question] = decision
      case (.accept, nil), (.reject, nil): whole = decision.verdict
      case (.edit, nil): break
      }
    }
  }

  /// Whether somebody reopened it, and nobody has closed it since.
  var isOpen: Bool { reopenings > 0 && whole == nil }
}
