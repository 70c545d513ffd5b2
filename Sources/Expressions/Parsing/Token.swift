/// A word of an expression.
struct Token {
  let kind: Kind
  /// Offsets of UTF-8 bytes in the text of the expression.
  let range: Range<Int>

  enum Kind: Hashable {
    case number(Double)
    /// A text in quotes, without them.
    case text(String)
    /// A name, with its prefix where it has one: `jr:choice-name`.
    case name(String)
    /// `${name}`
    case reference(String)
    /// An operator between two values. `*` is one only behind a value; so are `and`, `or`, `div` and `mod`.
    case sign(Operator)
    /// `*` as a step: every child.
    case star
    case slash
    case dot
    case doubleDot
    case comma
    case opening
    case closing
    case openingBracket
    case closingBracket
    case end
  }

  /// Whether what follows a token of this kind must be an operator (XPath 1.0, section 3.7).
  var endsValue: Bool {
    switch kind {
    case .number, .text, .name, .reference, .star, .dot, .doubleDot, .closing, .closingBracket: true
    default: false
    }
  }
}
