internal import Expressions

extension Expression {
  /// The expression that always gives one text: the text in quotation marks.
  ///
  /// XPath has no way to write both kinds of quotation marks in one text, so such a text is joined from parts.
  init?(literal text: String) {
    let source: String
    if !text.contains("'") {
      source = "'\(text)'"
    } else if !text.contains("\"") {
      source = "\"\(text)\""
    } else {
      let parts = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
      source = "concat(" + parts.joined(separator: ", \"'\", ") + ")"
    }
    guard let expression = try? Expression(parsing: source) else { return nil }
    self = expression
  }
}
