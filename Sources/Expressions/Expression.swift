/// An expression of an XLSForm: ODK XPath, parsed once and evaluated often.
///
/// ```swift
/// let relevant = try Expression(parsing: "${age} >= 18 and selected(${reasons}, 'work')")
/// relevant.references                          // ["age", "reasons"]
/// relevant.problems(in: scope)                 // unknown names, choices, functions: all at once
/// try relevant.isTrue(in: context)             // the answers are what `context.node` leads to
/// ```
///
/// Three things come from outside. A ``FormScope`` says which names and choices a form has, for the check. A
/// ``Node`` is a place in a tree of answers or items: the form engine, a row of a response file and an
/// ``ItemTable`` have their own. ``Surroundings`` are clock, lists and chance. Everything else is pure.
///
/// Functions are declared in `Functions`, one file per family; a new one is one entry there.
///
/// The meaning is that of the ODK XForms specification as JavaRosa has it (conversions, comparison with a
/// tolerance of 1e-12, numbers as Java writes them), except where JavaRosa has a fault; `docs/decisions/0020` lists
/// what is otherwise, and `make expressions` evaluates random expressions on both sides:
///
/// - `max(-5, -3)` is -3, and `round(-1251, -2)` is -1300.
/// - `item[2]` is the second item (XPath 1.0, section 2.4), not none.
/// - `count(${repeat})` counts all instances from inside the repeat too.
/// - A time of a day is the fraction of the day as a number, and `16:42:07` as a text.
/// - `selected()` and its relatives take numbers as texts.
/// - `%W` of `format-date` is the ISO week in every country, and months and days are in English.
/// - An argument that is not needed is not evaluated, so it cannot fail.
public struct Expression: Sendable {
  /// The text as it was written.
  public let source: String

  /// What it means.
  package let tree: Syntax

  /// The names it depends on, in the order of their first mention: of `${name}`, of steps that start from the
  /// form or the question, and of the question that `jr:choice-name` asks for.
  ///
  /// Names of the columns of a list are not among them.
  public let references: [String]

  /// Whether it looks at the question that it belongs to: by `.`, and by functions that do so when given nothing.
  ///
  /// In a predicate both mean what is chosen from.
  public let refersToItself: Bool

  /// Whether it calls `once()`, which looks at its question on purpose: it keeps what is there.
  public let callsOnce: Bool

  /// Whether it needs random numbers: `random()`, `uuid()`, `randomize()` without a seed.
  public let callsChance: Bool

  /// Reads an expression.
  ///
  /// Unknown names and functions are no error here; ``problems(in:)`` finds them all at once.
  ///
  /// - Parameter source: The text of a cell: `relevant`, `constraint`, `calculation`, `choice_filter` …
  /// - Throws: Where reading stopped, and why.
  public init(parsing source: String) throws(ExpressionError) {
    self.source = source
    self.tree = try Parser.tree(of: source)
    var finder = ReferenceFinder()
    finder.visit(tree, onForm: true)
    self.references = finder.names
    self.refersToItself = finder.findsItself
    self.callsOnce = finder.callsOnce
    self.callsChance = finder.callsChance
  }
}

extension Expression: Hashable {
  /// Expressions are equal when they are written alike.
  public static func == (one: Expression, other: Expression) -> Bool { one.source == other.source }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
