public import Survey

/// The mechanisms that can answer, and the names by which they are known.
public struct Register: Sendable {
  /// The question that says who answers; nothing where the form has none.
  public let question: Question.Name?
  /// The list that it chooses from.
  public let list: ChoiceList?
  private let named: [String: Set<Choice.Name>]

  /// The register of a questionnaire.
  public init(of questionnaire: Questionnaire) {
    let question = questionnaire.registerQuestion
    self.question = question?.name
    list = question.flatMap(questionnaire.choices)
    var named: [String: Set<Choice.Name>] = [:]
    for choice in list?.choices ?? [] where choice.name != Self.other {
      for name in choice.allNames {
        let key = name.nameKey
        if !key.isEmpty { named[key, default: []].insert(choice.name) }
      }
    }
    self.named = named
  }

  /// The choice of somebody who is not in the register.
  static let other: Choice.Name = "other"

  /// The mechanism that has a name, in any language, or an alias; upper and lower case, accents and signs aside.
  ///
  /// - Parameter text: The whole of a text.
  /// - Returns: Nothing where no mechanism has that name, or several have.
  public func mechanism(named text: String) -> Choice.Name? {
    let found = named[text.nameKey] ?? []
    return found.count == 1 ? found.first : nil
  }

  /// Whether there is a mechanism of a name.
  public func has(_ name: Choice.Name) -> Bool { list?[name] != nil }
}

extension Choice {
  /// The names by which it is known: its labels, and the columns of names and aliases (`a|b`) of its list.
  fileprivate var allNames: [String] {
    let columns = attributes.keys.filter { $0 == "name" || $0 == "short_name" || $0.hasPrefix("name_") }
      .sorted()
    let aliases = (attributes["aliases"] ?? "").split(separator: "|").map(String.init)
    return label.languages.compactMap { label[$0] } + columns.compactMap { attributes[$0] } + aliases
  }
}

extension String {
  /// A name as it is compared: small letters and digits, without accents, one space for all that is between them.
  var nameKey: String {
    var key = ""
    for scalar in lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      case .lowercaseLetter, .otherLetter, .modifierLetter, .uppercaseLetter, .titlecaseLetter,
        .decimalNumber:
        key.unicodeScalars.append(scalar.withoutAccent)
      default: if !key.isEmpty && key.last != " " { key += " " }
      }
    }
    return key.hasSuffix(" ") ? String(key.dropLast()) : key
  }
}

extension Unicode.Scalar {
  /// The Latin letter that it is a form of, by its Unicode name: `LATIN SMALL LETTER E WITH ACUTE` is an e.
  fileprivate var withoutAccent: Unicode.Scalar {
    if isASCII || value >= 0x1F00 { return self }
    let prefix = "LATIN SMALL LETTER "
    guard let name = properties.name, name.hasPrefix(prefix) else { return self }
    let words = name.dropFirst(prefix.count).split(separator: " ")
    guard words.count > 2, words[0].count == 1, words[1] == "WITH" else { return self }
    return words[0].lowercased().unicodeScalars.first ?? self
  }
}
