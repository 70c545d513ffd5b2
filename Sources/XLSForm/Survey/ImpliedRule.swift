internal import Survey

/// The rule and the hint that an old type brings with it, as pyxform 4.5.0 has them; cells of the row replace them.
struct ImpliedRule {
  /// What the question takes.
  let kind: Question.Kind
  /// The rule that its answer must keep.
  let constraint: String
  /// What people read below the question.
  let hint: String

  /// The rule of a type; nothing for a type that has none.
  init?(ofType type: String) {
    guard let rule = Self.rules[type.split(whereSeparator: \.isWhitespace).joined(separator: " ")] else {
      return nil
    }
    self = rule
  }

  private init(_ kind: Question.Kind, _ constraint: String, hint: String = "") {
    self.kind = kind
    self.constraint = constraint
    self.hint = hint
  }

  /// The rules by the types that bring them.
  static let rules: [String: ImpliedRule] = [
    "percentage": ImpliedRule(.integer, "0 <= . and . <= 100"),
    "number of days in last month": ImpliedRule(
      .integer, "0 <= . and . <= 31", hint: "Enter a number 0-31."),
    "number of days in last six months": ImpliedRule(
      .integer, "0 <= . and . <= 183", hint: "Enter a number 0-183."),
    "number of days in last year": ImpliedRule(
      .integer, "0 <= . and . <= 365", hint: "Enter a number 0-365."),
    "phone number": ImpliedRule(.text, #"regex(., '^\d*$')"#, hint: "Enter numbers only."),
  ]
}
