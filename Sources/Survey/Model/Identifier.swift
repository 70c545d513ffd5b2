/// A name that means something: the name of a question is no name of a choice, and the compiler says so.
public protocol Identifier: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The name as it is written in files.
  var text: String { get }
  /// Creates the name from what is written in files.
  init(_ text: String)
}

extension Identifier {
  /// The name as it is written in files.
  public var description: String { text }
  /// Creates the name from a literal.
  public init(stringLiteral text: String) { self.init(text) }
  /// Whether one name sorts before another, by code point.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension String {
  /// The text without white space at its ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
