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

  /// Where a list has its texts in this language: for the texts of `name` and French with the code `fr`, the column
  /// `name::French (fr)`, `name::French`, `name_fr` or `name::fr`.
  ///
  /// - Parameters:
  ///   - column: The column that serves all languages.
  ///   - headings: All columns of the list.
  /// - Returns: The place of the column; nothing where there is none, or the language has no name.
  public func place(ofTranslated column: String, in headings: [String]) -> Int? {
    guard self != .unnamed else { return nil }
    var spellings = ["\(column)::\(heading)", "\(column)::\(name)"]
    if !code.isEmpty { spellings += ["\(column)_\(code)", "\(column)::\(code)"] }
    return spellings.lazy.compactMap { headings.firstIndex(of: $0) }.first
  }
}
