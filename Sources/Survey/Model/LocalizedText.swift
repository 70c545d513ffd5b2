/// A text in the languages that a questionnaire gives it in.
public struct LocalizedText: Sendable, Hashable {
  private let texts: [Language: String]

  /// Creates a text from its wordings; an empty wording counts as missing.
  public init(_ texts: [Language: String] = [:]) {
    self.texts = texts.filter { !$0.value.isEmpty }
  }

  /// Creates a text that is the same in every language.
  public init(unlocalized text: String) { self.init([.unnamed: text]) }

  /// Whether no language has a wording.
  public var isEmpty: Bool { texts.isEmpty }

  /// The languages that have a wording.
  public var languages: Set<Language> { Set(texts.keys) }

  /// The wording in exactly one language, or nothing.
  public subscript(language: Language) -> String? { texts[language] }

  /// The wording in a language, or else the best that there is.
  ///
  /// - Parameters:
  ///   - language: The language wanted.
  ///   - fallback: The questionnaire's default language.
  /// - Returns: The text, the language that it is in, and whether that is another than the one wanted. A text
  ///   without a language (a column without `::`) is nobody's fallback: it serves all languages alike.
  public func text(
    in language: Language, fallback: Language
  ) -> (text: String, isFallback: Bool, language: Language) {
    if let text = texts[language] { return (text, false, language) }
    if let text = texts[.unnamed] { return (text, false, language) }
    if let text = texts[fallback] { return (text, true, fallback) }
    let first = texts.min { $0.key.heading < $1.key.heading }
    return (first?.value ?? "", first != nil, first?.key ?? language)
  }
}
