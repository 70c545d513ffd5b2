internal import Survey

/// A heading as pyxform takes it apart: a column, and what follows the colons.
struct Heading<Column: SheetColumn> {
  /// The column; nothing where it is none of the sheet's.
  let column: Column?
  /// The language behind the column.
  let language: Language?
  /// What follows the colons and is no language of a column that has languages.
  let rest: [String]

  /// Takes a heading apart.
  ///
  /// - Parameters:
  ///   - text: The heading as it is written; upper and lower case and spaces do not matter.
  ///   - usesDoubleColons: Whether any heading of the sheet has `::`; otherwise the old `label:English` counts.
  init(_ text: String, usesDoubleColons: Bool) {
    if let column = Column(spelling: snakeCase(text)) {
      self.init(column, [])
      return
    }
    var tokens = usesDoubleColons ? Self.split(text, at: "::") : Self.split(text, at: ":")
    // `jr:count` is one word where single colons separate.
    if let prefix = tokens.firstIndex(of: "jr"), prefix + 1 < tokens.count {
      tokens.replaceSubrange(prefix...prefix + 1, with: ["jr:" + tokens[prefix + 1]])
    }
    // `bind::relevant` is what `relevant` is short for.
    if tokens.count > 1, let column = Column(spelling: snakeCase(tokens[0]) + "::" + tokens[1].lowercased()) {
      self.init(column, Array(tokens[2...]))
    } else if let column = Column(spelling: snakeCase(tokens[0])) {
      self.init(column, Array(tokens[1...]))
    } else {
      self.init(nil, Array(tokens.dropFirst()))
    }
  }

  /// What a heading was meant for in which a language follows a column by another sign than two colons, such as
  /// `label_fr` and `label: French (fr)`; nothing where it names none.
  ///
  /// Columns of choices may have any name and serve as attributes: there, only what looks like a language's tag is one.
  static func meant(by heading: String) -> String? {
    let match = heading.wholeMatch(of: /([A-Za-z_]+?)([_ :(\[-]+)([^:]*?)[\])]?/)
    guard let match, let column = Column(spelling: snakeCase(String(match.1))), column.isTranslated,
      !column.isMedia
    else { return nil }
    let rest = String(match.3)
    let isTag = rest.wholeMatch(of: /[A-Za-z]{2,3}|.+\([A-Za-z-]{2,10}/) != nil
    guard isTag || Column.suggests && rest.wholeMatch(of: /\p{L}{2,}/) != nil else { return nil }
    return "\(match.1)::\(rest)" + (rest.contains("(") ? ")" : "")
  }

  private init(_ column: Column?, _ rest: [String]) {
    self.column = column
    let isLanguage = column?.isTranslated == true && rest.count == 1 && !rest[0].isEmpty
    language = isLanguage ? Language(heading: rest[0]) : nil
    self.rest = isLanguage ? [] : rest
  }

  private static func split(_ text: String, at separator: String) -> [String] {
    var tokens: [String] = []
    var rest = text[...]
    while let range = rest.firstRange(of: separator) {
      tokens.append(String(rest[..<range.lowerBound]).trimmed)
      rest = rest[range.upperBound...]
    }
    return tokens + [String(rest).trimmed]
  }
}

/// A heading in lower case with `_` for spaces: `List  Name` is `list_name`.
func snakeCase(_ text: String) -> String {
  text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "_")
}
