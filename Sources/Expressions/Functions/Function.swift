/// A function that expressions can call: its name, what it is given, what it gives, and how.
///
/// All functions stand in the tables of this folder, one file per family. Parsing, checking and documentation read
/// them there; to add a function, add an entry.
public struct Function: Sendable {
  /// The name as expressions write it.
  public let name: String

  /// What it is given, as documentation writes it: `text, start, end?`.
  public let parameters: String

  /// The least number of arguments.
  public let minimum: Int

  /// The greatest number of arguments; any number where it is nothing.
  public let maximum: Int?

  /// How many arguments come together where any number may follow: 2 for pairs.
  let repeated: Int

  /// What it gives.
  public let result: Result

  /// What kind of value a function gives.
  public enum Result: Sendable, Hashable {
    /// A text.
    case text
    /// A number.
    case number
    /// True or false.
    case boolean
    /// A date or a dateTime.
    case dateTime
    /// What it was given.
    case any
  }

  /// Which of its arguments must be a question or a path, from 0.
  private let nodeArguments: Set<Int>

  /// The argument from which on texts or numbers follow, for which the nodes of one argument can stand.
  private let spread: Int?

  /// Whether the context node is meant where the argument is left out.
  private let contextNode: ContextNode

  /// When a function looks at the context node.
  enum ContextNode { case never, withoutArguments, always }

  let evaluate: @Sendable (FunctionCall, EvaluationContext) throws(EvaluationError) -> Value

  /// Declares a function.
  ///
  /// - Parameters:
  ///   - name: The name as expressions write it.
  ///   - parameters: Their names: `?` marks those that may be left out, `…` those that may come any number of
  ///     times, together where there are several.
  ///   - result: What it gives.
  ///   - nodeArguments: Which arguments must be a question or a path.
  ///   - spread: From which argument on the nodes of a single one are taken for many.
  ///   - contextNode: When it looks at the context node.
  ///   - evaluate: How it gives it. An argument that is not asked for is not evaluated.
  init(
    _ name: String, _ parameters: String, _ result: Result, nodeArguments: Set<Int> = [],
    spread: Int? = nil, contextNode: ContextNode = .never,
    _ evaluate: @escaping @Sendable (FunctionCall, EvaluationContext) throws(EvaluationError) -> Value
  ) {
    let names = parameters.split(separator: ",").map { $0.drop { $0 == " " } }
    self.name = name
    self.parameters = parameters
    self.minimum = names.count { !$0.hasSuffix("?") && !$0.hasSuffix("…") }
    self.repeated = names.count { $0.hasSuffix("…") }
    self.maximum = repeated > 0 ? nil : names.count
    self.result = result
    self.nodeArguments = nodeArguments
    self.spread = spread
    self.contextNode = contextNode
    self.evaluate = evaluate
  }

  /// Whether it can be given so many arguments.
  func accepts(_ count: Int) -> Bool {
    guard count >= minimum, count <= maximum ?? .max else { return false }
    return repeated == 0 || (count - minimum).isMultiple(of: repeated)
  }

  /// Whether an argument must be a question or a path.
  func needsNodes(_ index: Int) -> Bool {
    guard index >= minimum, repeated > 0 else { return nodeArguments.contains(index) }
    return nodeArguments.contains(minimum - repeated + (index - minimum) % repeated)
  }

  /// Whether an argument can be several nodes, in a call with so many arguments.
  func takesNodes(_ index: Int, of count: Int) -> Bool {
    if needsNodes(index) { return true }
    guard let spread else { return false }
    return index >= spread && count == spread + repeated
  }

  /// Whether a call with so many arguments depends on the context node.
  func usesContextNode(givenArguments count: Int) -> Bool {
    switch contextNode {
    case .never: false
    case .withoutArguments: count == 0
    case .always: true
    }
  }

  /// All functions, family by family.
  public static let all: [Function] = logic + texts + numbers + dates + selections + nodeSets + chance

  /// The function of a name, or nothing where none is supported.
  ///
  /// - Parameter name: The name as expressions write it.
  /// - Returns: A function.
  public static func named(_ name: String) -> Function? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

extension FunctionCall {
  /// The value of an argument.
  func value(_ index: Int, _ context: EvaluationContext) throws(EvaluationError) -> Value {
    try arguments[index].value(in: context)
  }

  /// An argument as a text.
  func text(_ index: Int, _ context: EvaluationContext) throws(EvaluationError) -> String {
    try arguments[index].value(in: context).text()
  }

  /// An argument as a number.
  func number(_ index: Int, _ context: EvaluationContext) throws(EvaluationError) -> Double {
    try arguments[index].value(in: context).number()
  }

  /// An argument as a whole number, cut off at the limits of 32 bits; NaN is 0.
  func integer(_ index: Int, _ context: EvaluationContext) throws(EvaluationError) -> Int {
    Int(Int32(saturating: try number(index, context)))
  }

  /// An argument as a boolean.
  func isTrue(_ index: Int, _ context: EvaluationContext) throws(EvaluationError) -> Bool {
    try arguments[index].value(in: context).isTrue()
  }

  /// An argument that must be nodes.
  func nodes(_ index: Int, _ context: EvaluationContext) throws(EvaluationError) -> [any Node] {
    guard case .nodes(let nodes) = try value(index, context) else { throw .notNodes(function: name) }
    return nodes
  }

  /// The values of the arguments from one on; those of the nodes where the only one of them is nodes.
  func values(from start: Int, _ context: EvaluationContext) throws(EvaluationError) -> [Value] {
    var values = [Value]()
    for index in arguments.indices.dropFirst(start) { values.append(try value(index, context)) }
    if values.count == 1, case .nodes(let nodes) = values[0] { return nodes.map(\.value) }
    return values
  }

  /// A text in quotes as the argument, known before anything is evaluated.
  func literal(_ index: Int) -> String? {
    guard index < arguments.count, case .text(let text) = arguments[index].kind else { return nil }
    return text
  }
}
