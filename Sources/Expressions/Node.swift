/// A place in the tree that expressions look at: a question, a group, an instance of a repeat, an item of a list.
///
/// The form engine, a row of a response file and a list of choices each have their own nodes. A node is a cheap
/// value: a reference to what holds the data, and a position in it (three words are stored without allocation).
/// What is not relevant is not in the tree: no function below gives it.
public protocol Node: Sendable {
  /// The name that a step of a path must give to reach this node.
  var name: String { get }

  /// The answer, in its own type; the names of a select_multiple separated by spaces; `Value.empty` where the
  /// question is not answered, and for groups. Never nodes.
  var value: Value { get }

  /// The group, the repeat instance or the form around this node; nothing for the root, which has no name.
  ///
  /// The root is above the form: the path `/data/x` starts there, and `data` is its one child.
  var parent: (any Node)? { get }

  /// One more than the number of relevant nodes of the same name before this one under its parent.
  var position: Int { get }

  /// The relevant nodes directly below.
  ///
  /// - Parameter name: Only those of this name; all of them where it is nothing.
  /// - Returns: Nodes in document order.
  func children(named name: String?) -> [any Node]

  /// What `${name}` means, looked at from here.
  ///
  /// Inside the same instance of a repeat where this node is in one, otherwise all instances. The name of a repeat
  /// means all its instances inside the same instance of the repeats around it. The structure of the form decides,
  /// not which nodes there are: what is not relevant in this instance is not sought in the others.
  ///
  /// - Parameter name: The name of a question, a group or a repeat.
  /// - Returns: The relevant nodes of that name in document order.
  func nodes(referredToAs name: String) -> [any Node]

  /// Whether a question or group stands in one of the repeat groups around this node.
  ///
  /// What does not is looked up from each node that a predicate filters, as the path that `${name}` stands for in
  /// JavaRosa: `sum(${child}[${age} > 3]/cost)` asks each child for its own age.
  ///
  /// - Parameter name: The name of a question, a group or a repeat.
  /// - Returns: Whether one of them is around both.
  func sharesRepeat(with name: String) -> Bool

  /// Whether this is a node of a list of items, and not of the form.
  var isOfList: Bool { get }

  /// The label of one choice of this select, in the language of the form; nothing where it has no such choice.
  ///
  /// - Parameter choice: The name of the choice.
  /// - Returns: The label as `jr:choice-name` shows it.
  func label(ofChoice choice: String) -> String?
}

extension Node {
  /// Most nodes are no selects.
  public func label(ofChoice choice: String) -> String? { nil }

  /// A node that knows of no repeats stands in none.
  public func sharesRepeat(with name: String) -> Bool { false }

  /// Most nodes are of a form.
  public var isOfList: Bool { false }
}
