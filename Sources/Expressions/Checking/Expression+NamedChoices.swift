extension Expression {
  /// A text that an expression holds against the answer to a question, or gives out as its choice.
  public struct NamedChoice: Sendable, Hashable {
    /// The question.
    public let question: String
    /// The name of a choice, or several separated by spaces.
    public let text: String
    /// Where it stands with its quotes: offsets of UTF-8 bytes in the text of the expression.
    package let range: Range<Int>
  }

  /// The texts that are held against answers: by `=` and `!=`, by `selected`, by `jr:choice-name`, in either order and
  /// through `if`, `coalesce` and `once`.
  ///
  /// A text that is put together, cut or measured first is none of them: nobody can tell what part of it is a name.
  public var namedChoices: [NamedChoice] {
    var finder = NamedChoiceFinder()
    finder.visit(tree)
    return finder.found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The expression with other names for some of the choices that it holds answers against.
  ///
  /// - Parameter name: The name for a choice of a question; the same where it stays.
  /// - Returns: The text of the expression, as it is but for these names.
  public func renamingChoices(_ name: (_ choice: String, _ question: String) -> String) -> String {
    var text = Array(source.utf8)
    for named in namedChoices.reversed() {
      let whole = name(named.text, named.question)
      let now =
        whole != named.text
        ? whole
        : named.text.split(separator: " ").map { name(String($0), named.question) }.joined(separator: " ")
      // The quotes stay; what was not renamed stays to the byte.
      if now.split(separator: " ") == named.text.split(separator: " ") { continue }
      let quote = now.contains("'") ? "\"" : now.contains("\"") ? "'" : nil
      let bounds = (text[named.range.lowerBound], text[named.range.upperBound - 1])
      let quotes = quote.map { (Array($0.utf8), Array($0.utf8)) } ?? ([bounds.0], [bounds.1])
      text.replaceSubrange(named.range, with: quotes.0 + now.utf8 + quotes.1)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Walks through an expression and collects the texts that answers are held against.
private struct NamedChoiceFinder {
  private(set) var found: [Expression.NamedChoice] = []

  mutating func visit(_ syntax: Syntax) {
    switch syntax.kind {
    case .number, .text: break
    case .negation(let operand): visit(operand)
    case .operation(let first, let links):
      visit(first)
      var left = first
      for link in links {
        visit(link.operand)
        if [.equal, .notEqual].contains(link.sign) {
          hold(link.operand, against: left)
          hold(left, against: link.operand)
        }
        left = link.operand
      }
    case .path(let path):
      for predicate in path.predicates + path.steps.flatMap(\.predicates) { visit(predicate) }
    case .call(let call):
      for argument in call.arguments { visit(argument) }
      guard call.arguments.count > 1 else { return }
      if ["selected", "is-selected"].contains(call.name) {
        hold(call.arguments[1], against: call.arguments[0])
      }
      if let question = call.quotedQuestion { take(call.arguments[0], of: question) }
    }
  }

  private mutating func hold(_ syntax: Syntax, against other: Syntax) {
    guard let question = other.lastName, case .path(let path) = other.kind else { return }
    switch path.root {
    // A bare name is a column of a list, or what a predicate chooses from.
    case .context where path.steps.first?.axis != .parent: return
    case .instance: return
    default: break
    }
    take(syntax, of: question)
  }

  /// Takes what a part can give, where that is written in it.
  private mutating func take(_ syntax: Syntax, of question: String) {
    switch syntax.kind {
    case .text(let text):
      found.append(Expression.NamedChoice(question: question, text: text, range: syntax.range))
    case .call(let call) where call.name == "if" && call.arguments.count == 3:
      for argument in call.arguments.dropFirst() { take(argument, of: question) }
    case .call(let call) where ["coalesce", "once"].contains(call.name):
      for argument in call.arguments { take(argument, of: question) }
    default: break
    }
  }
}
