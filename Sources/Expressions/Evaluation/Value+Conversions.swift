internal import Calendar

extension Value {
  /// The value as a text (ODK XForms, "Data type conversions").
  ///
  /// A dateTime gives its day, as in JavaRosa; `format-date-time` gives the rest.
  ///
  /// - Returns: A text; "" for no nodes.
  /// - Throws: Several nodes have no one text.
  public func text() throws(EvaluationError) -> String {
    switch self {
    case .text(let text): text
    case .number(let number): number.javaText
    case .boolean(let boolean): boolean ? "true" : "false"
    case .dateTime(let moment): moment.date.description
    case .time(let time): time.description
    case .nodes: try single().text()
    }
  }

  /// The value as a number; NaN for a text that is none, and for "no answer".
  ///
  /// - Returns: A number; of a date the days since 1970-01-01, of a time the fraction of the day.
  /// - Throws: Several nodes have no one number.
  public func number() throws(EvaluationError) -> Double {
    switch self {
    case .text(let text): Double(xpath: text)
    case .number(let number): number
    case .boolean(let boolean): boolean ? 1 : 0
    case .dateTime(let moment): Double(moment.daysSinceEpoch)
    case .time(let time): Double(time.secondsSinceMidnight) / 86_400
    case .nodes: try single().number()
    }
  }

  /// The value as a boolean: a text that is not empty (even 'false'), a number that is not 0, any date.
  ///
  /// - Returns: True or false.
  /// - Throws: Several nodes are neither.
  public func isTrue() throws(EvaluationError) -> Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .number(let number): number.magnitude > Self.tolerance
    case .boolean(let boolean): boolean
    case .dateTime, .time: true
    case .nodes: try single().isTrue()
    }
  }

  /// The value itself; of one node what it holds, of no nodes "".
  ///
  /// - Returns: A value that is no nodes.
  /// - Throws: There are several nodes.
  public func single() throws(EvaluationError) -> Value {
    guard case .nodes(let nodes) = self else { return self }
    guard nodes.count <= 1 else { throw .repeated(name: nodes[0].name, count: nodes.count) }
    return nodes.first?.value ?? .empty
  }

  /// Whether two values are equal, in the way of `=`.
  ///
  /// Beside a boolean the other becomes one, beside a number the other becomes one (equal within 1e-12), otherwise
  /// texts are compared.
  func equals(_ other: Value) throws(EvaluationError) -> Bool {
    switch (try single(), try other.single()) {
    case (.text(let one), .text(let other)): one.isIdentical(to: other)
    case (.boolean(let one), let other): one == (try other.isTrue())
    case (let one, .boolean(let other)): try one.isTrue() == other
    case (.number(let one), let other): Self.equal(one, try other.number())
    case (let one, .number(let other)): Self.equal(try one.number(), other)
    case (let one, let other): try one.text().isIdentical(to: try other.text())
    }
  }

  /// Numbers closer than this are equal.
  private static let tolerance = 1e-12

  private static func equal(_ one: Double, _ other: Double) -> Bool { (one - other).magnitude < tolerance }
}
