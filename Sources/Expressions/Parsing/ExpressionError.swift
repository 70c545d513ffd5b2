/// Why a text is no expression, and where.
public struct ExpressionError: Error, Hashable, Sendable {
  /// The character at which reading stopped, from 1.
  public let position: Int

  /// What is wrong there.
  public let reason: Reason

  /// What can be wrong with the text of an expression.
  public enum Reason: Hashable, Sendable {
    /// There is nothing but white space.
    case empty
    /// Something else was expected; `found` is nothing at the end of the text.
    case unexpected(found: String?, expected: String)
    /// A quotation mark without its partner.
    case unclosedText(quote: String)
    /// A `(`, `[` or `${` without its partner.
    case unclosed(String, closedBy: String)
    /// A `)` or `]` without its partner.
    case unopened(String, opening: String)
    /// A quotation mark of a word processor.
    case curlyQuote(String)
    /// A sign that other languages use; `instead` is how XPath writes it.
    case foreign(String, instead: String)
    /// A space that is none to XPath: it comes from a word processor or a web page.
    case noBreakSpace
    /// A character that no expression has outside quotes.
    case stray(String)
    /// What stands in `${…}` is no name.
    case badReference(String)
    /// Part of XPath, but not of what XLSForms can use.
    case notSupported(String, instead: String)
    /// More parentheses in each other than anybody writes.
    case tooDeep(limit: Int)
  }
}

extension ExpressionError: CustomStringConvertible {
  /// `character 5: found ')', but a value is expected (a question, a number, a text in quotes or a function)`.
  public var description: String { "character \(position): \(reason)" }
}

extension ExpressionError.Reason: CustomStringConvertible {
  /// What is wrong, what was found and what to do, without the place.
  public var description: String {
    switch self {
    case .empty: "the expression is empty; write one, or leave the cell blank"
    case .unexpected(let found?, let expected): "found '\(found)', but \(expected) is expected"
    case .unexpected(nil, let expected): "the expression ends here, but \(expected) is expected"
    case .unclosedText(let quote): "the text that starts here has no end; close it with \(quote)"
    case .unclosed(let opening, let closing): "this '\(opening)' is never closed; add '\(closing)'"
    case .unopened(let closing, let opening): "this '\(closing)' has no '\(opening)' before it"
    case .curlyQuote(let quote):
      "found \(quote), a quotation mark of a word processor; use straight quotes: ' or \""
    case .foreign(let sign, let instead): "'\(sign)' is no operator here; use \(instead)"
    case .noBreakSpace: "found a no-break space; type a plain space in its place"
    case .stray(let character): "'\(character)' has no meaning here; a text needs quotes: '\(character)'"
    case .badReference(let found):
      "'${\(found)}' is no reference; write the name of a question between the braces, without spaces"
    case .notSupported(let what, let instead): "\(what) is not supported; \(instead)"
    case .tooDeep(let limit):
      "more than \(limit) parentheses are nested here; use a calculation for the inner part"
    }
  }
}
