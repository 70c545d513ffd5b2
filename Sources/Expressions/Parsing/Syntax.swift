/// A part of an expression, and where it stands.
///
/// Two parts are equal when they mean the same; where they stand does not count.
package struct Syntax: Sendable, Hashable {
  package let kind: Kind

  /// Offsets of UTF-8 bytes in the text of the expression.
  package let range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int> = 0..<0) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Sendable, Hashable {
    case number(Double)
    case text(String)
    /// Operators of one precedence, applied from the left: `a - b + c` is one operation with two links.
    ///
    /// A chain is flat so that a thousand terms need no deeper stack than two.
    case operation(first: Syntax, links: [Link])
    case negation(Syntax)
    case path(Path)
    case call(FunctionCall)
  }

  /// An operator and what stands right of it.
  package struct Link: Sendable, Hashable {
    package let sign: Operator
    package let operand: Syntax

    package init(_ sign: Operator, _ operand: Syntax) {
      self.sign = sign
      self.operand = operand
    }
  }

  package static func == (one: Syntax, other: Syntax) -> Bool { one.kind == other.kind }

  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// An operator between two operands.
package enum Operator: String, Sendable, CaseIterable {
  case or
  case and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "div"
  case modulo = "mod"
  case union = "|"

  /// How tightly it binds: operators of one precedence form a chain (XPath 1.0, section 3.5).
  package var precedence: Int {
    switch self {
    case .or: 0
    case .and: 1
    case .equal, .notEqual: 2
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 3
    case .plus, .minus: 4
    case .times, .divided, .modulo: 5
    case .union: 7
    }
  }

  /// The precedence of a minus in front of a value: it binds tighter than `*` and looser than `|`.
  package static let negationPrecedence = 6
}

/// A way through the tree: where it starts, and the steps from there.
package struct Path: Sendable, Hashable {
  package let root: Root
  /// Conditions on the start, as in `${repeat}[position() = 2]`.
  package let predicates: [Syntax]
  package let steps: [Step]

  package init(_ root: Root, predicates: [Syntax] = [], steps: [Step] = []) {
    self.root = root
    self.predicates = predicates
    self.steps = steps
  }

  package enum Root: Sendable, Hashable {
    /// The context node: `.`, and what a relative path starts from.
    case context
    /// The node above the form: `/`.
    case document
    /// `${name}`.
    case reference(String)
    /// `current()`.
    case current
    /// `instance('list')`.
    case instance(String)
  }

  package struct Step: Sendable, Hashable {
    package let axis: Axis
    package let predicates: [Syntax]
    package let range: Range<Int>

    package init(_ axis: Axis, predicates: [Syntax] = [], range: Range<Int> = 0..<0) {
      self.axis = axis
      self.predicates = predicates
      self.range = range
    }

    package static func == (one: Step, other: Step) -> Bool {
      one.axis == other.axis && one.predicates == other.predicates
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(axis)
      hasher.combine(predicates)
    }
  }

  package enum Axis: Sendable, Hashable {
    /// `..`
    case parent
    /// A name, or `*` where it is nothing.
    case child(String?)
  }
}

/// A function and what it is given.
package struct FunctionCall: Sendable, Hashable {
  package let name: String
  package let arguments: [Syntax]
  /// Nothing where no such function is supported; the check of the form says so.
  package let function: Function?
  /// The regular expression of `regex()`, compiled once, where it stands in quotes.
  let pattern: Pattern?

  package init(_ name: String, _ arguments: [Syntax]) {
    self.name = name
    self.arguments = arguments
    self.function = Function.named(name)
    if name == "regex", arguments.count == 2, case .text(let text) = arguments[1].kind {
      self.pattern = Pattern(text)
    } else {
      self.pattern = nil
    }
  }

  package static func == (one: FunctionCall, other: FunctionCall) -> Bool {
    one.name == other.name && one.arguments == other.arguments
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(arguments)
  }
}
