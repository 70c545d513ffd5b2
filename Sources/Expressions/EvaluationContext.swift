/// Where an expression is evaluated, and what it may know of the world.
public struct EvaluationContext: Sendable {
  /// The context node, `.`: the question that has the expression, or the item that a `choice_filter` looks at.
  public var node: any Node

  /// The node from which `${name}` and `current()` are looked up: the question that has the expression.
  public var origin: any Node

  /// Clock, lists and chance.
  public var surroundings: Surroundings

  /// The place of the context node among those that a predicate filters, from 1.
  var positionInPredicate: Int?

  /// The node of the form that the innermost predicate filters; nothing outside of predicates, and in those of a list.
  var filtered: (any Node)? { positionInPredicate == nil || node.isOfList ? nil : node }

  /// The node from which `${name}` is looked up.
  func start(of name: String) -> any Node {
    guard let filtered, !origin.sharesRepeat(with: name) else { return origin }
    return filtered
  }

  /// Creates a context.
  ///
  /// - Parameters:
  ///   - node: The context node.
  ///   - origin: The question whose expression it is; the context node where it is nothing.
  ///   - surroundings: Clock, lists and chance.
  public init(node: any Node, origin: (any Node)? = nil, surroundings: Surroundings) {
    self.node = node
    self.origin = origin ?? node
    self.surroundings = surroundings
  }
}

/// What expressions may know beside the tree: the clock, the form's version, the lists of items, and chance.
public struct Surroundings: Sendable {
  /// What `now()` gives; its day is `today()`, its offset the local time zone.
  public let now: DateTime

  /// What `version()` gives: the version of the form, "" where it has none.
  public let formVersion: String

  /// The document node of a list (`ItemTable.document`), or nothing where there is no such list.
  public let instance: @Sendable (String) -> (any Node)?

  /// 64 random bits; nothing where an expression may not depend on chance.
  public let randomBits: (@Sendable () -> UInt64)?

  /// Creates surroundings.
  ///
  /// - Parameters:
  ///   - now: The present, in local time.
  ///   - formVersion: The version of the form.
  ///   - instance: Finds the document node of a list by its name.
  ///   - randomBits: A source of random numbers for `random()` and `uuid()`.
  public init(
    now: DateTime, formVersion: String = "",
    instance: @escaping @Sendable (String) -> (any Node)? = { _ in nil },
    randomBits: (@Sendable () -> UInt64)? = nil
  ) {
    self.now = now
    self.formVersion = formVersion
    self.instance = instance
    self.randomBits = randomBits
  }
}
