/// Markup that holds whatever is put into it as text: only what is markup already goes in as it is.
///
/// `"<p>\(text)</p>"` as `HTML` escapes a `String`, so that no label can end an element or begin one.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The markup.
  let source: String

  init(stringLiteral source: String) { self.source = source }

  init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  /// Takes markup that was made elsewhere, such as a drawing.
  init(made source: String) { self.source = source }

  /// A text and nothing but a text.
  init(_ text: String) { source = text.xml }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ text: String) { source += text.xml }
    mutating func appendInterpolation(_ html: HTML) { source += html.source }
    mutating func appendInterpolation(_ html: HTML?) { source += html?.source ?? "" }
    /// Pieces in a row, a line each.
    mutating func appendInterpolation(_ pieces: [HTML]) { source += pieces.joined("\n").source }
  }
}

extension [HTML] {
  /// The pieces in a row, with a text between them.
  func joined(_ separator: String = "") -> HTML { HTML(made: map(\.source).joined(separator: separator.xml)) }
}
