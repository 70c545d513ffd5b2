/// A name that means one kind of thing: the name of a question is no name of a choice, and the compiler says so.
///
/// `Of` is that kind; nothing of it is stored.
public struct Identifier<Of>: Sendable, Hashable {
  /// The name as it is written in files.
  public let text: String

  /// Creates the name from what is written in files.
  public init(_ text: String) { self.text = text }

  /// The name without the groups before it: `name` of `chair/name`, which is there twice in its form.
  package var ownName: Substring {
    text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...]
  }

  /// Whether a step of a path leads to what has this name; one without a name leads to all.
  func isCalled(_ step: String?) -> Bool { step == nil || step.map { $0[...] } == ownName }
}

extension Identifier: Comparable {
  /// Whether one name sorts before another.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
  /// The name as it is written in files.
  public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Creates the name from a literal.
  public init(stringLiteral text: String) { self.init(text) }
}
