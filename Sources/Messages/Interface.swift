/// The interface in one language.
public struct Interface: Sendable {
  /// The language that it speaks.
  public let language: InterfaceLanguage
  private let wordings: [Phrase: String]

  /// Creates the interface in a language.
  public init(_ language: InterfaceLanguage) {
    self.language = language
    self.wordings = language.catalogue
  }

  /// Words a phrase.
  ///
  /// - Parameters:
  ///   - phrase: What to say.
  ///   - values: What stands in for each `{name}` of the wording.
  /// - Returns: The wording, filled in; the phrase's own name where the catalogue lacks it (a test sees to it
  ///   that it never does).
  public func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    guard let wording = wordings[phrase] else { return phrase.rawValue }
    if values.isEmpty { return wording }
    var result = ""
    var rest = wording[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      result += values.first { $0.key == name }.map { placed($0.value) } ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A value as it stands in a sentence.
  ///
  /// Behind Arabic letters a bidirectional terminal turns `2018-11-09` and `-3` round; a left-to-right mark
  /// keeps them. Nothing that a person might copy, such as a receipt or a command, gets one.
  private func placed(_ value: String) -> String {
    guard language == .arabic, value.utf8.contains(UInt8(ascii: "-")),
      value.utf8.allSatisfy("-0123456789:.,TZ ".utf8.contains)
    else { return value }
    return "\u{200E}" + value
  }
}
