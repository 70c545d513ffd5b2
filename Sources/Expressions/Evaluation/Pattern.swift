/// A regular expression in the way of `regex()`: it must match the whole text.
///
/// The dialect is Java's as far as Swift's `Regex` shares it: classes such as `\d` and `\w` mean ASCII, and a dot is
/// one code point, not one character with its accents. Looking behind (`(?<=a)`) is not among what is shared.
///
/// `@unchecked`, because `Regex` is not declared `Sendable`: it could hold closures. One that is read from a text
/// holds none, and compiles itself behind an atomic.
struct Pattern: @unchecked Sendable {
  private let regex: Regex<AnyRegexOutput>

  /// Reads a regular expression, or gives nothing where the text is none.
  init?(_ text: String) {
    // The reader of the standard library descends into groups without a limit of its own.
    guard text.utf8.count(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }) <= 250 else {
      return nil
    }
    guard let regex = try? Regex(text) else { return nil }
    self.regex =
      regex.matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters()
      .asciiOnlyWhitespace()
  }

  /// Whether the whole text matches.
  func matches(_ text: String) -> Bool { (try? regex.wholeMatch(in: text)) != nil }
}
