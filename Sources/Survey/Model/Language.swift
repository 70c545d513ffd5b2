/// A language of a questionnaire, as XLSForm's column headings name it: `label::English (en)`.
public struct Language: Sendable, Hashable {
  /// The name in the heading, `English`.
  public let name: String
  /// The subtag in brackets, `en` (BCP 47); empty where the heading has none.
  public let code: String

  /// Creates a language from its name and its subtag.
  public init(name: String, code: String) {
    self.name = name
    self.code = code
  }

  /// Reads what stands behind `::` in a heading: `English (en)`, or a bare name.
  public init(heading: String) {
    let heading = heading.trimmed
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else {
      self.init(name: heading, code: "")
      return
    }
    let code = heading[heading.index(after: open)...].dropLast()
    self.init(name: String(heading[..<open]).trimmed, code: String(code).trimmed)
  }

  /// The heading, `English (en)`.
  public var heading: String { code.isEmpty ? name : "\(name) (\(code))" }

  /// The language of a text that stands in a column without `::`; pyxform calls it so too.
  public static let unnamed = Language(name: "default", code: "")

  /// Whether a person who asks for `wanted` (`fr`, `French`, `French (fr)`) means this language.
  public func answers(to wanted: String) -> Bool {
    let wanted = wanted.lowercased()
    return [code, name, heading].contains { !$0.isEmpty && $0.lowercased() == wanted }
  }
}
