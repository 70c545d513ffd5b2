internal import Messages

/// Words that name a question by its number: `question 8`, `Q8`, `la pregunta 8`.
enum QuestionMention {
  /// How the interface says "question" in its languages.
  private static let words: [String] = InterfaceLanguage.allCases.compactMap { language in
    Interface(language)(.blankQuestion, ["number": ""]).letterWords.last
  }

  /// Whether a text names a question.
  static func stands(in text: String) -> Bool {
    let found = text.letterWords
    return found.indices.contains { index in
      let word = found[index]
      let start = (words + ["q"]).first { word.hasPrefix($0) }
      guard let start else { return false }
      let rest = word.dropFirst(start.count)
      if rest.first?.isNumber == true { return true }
      // One letter more makes a plural.
      guard rest.count <= 1, start != "q", index + 1 < found.endIndex else { return false }
      return found[index + 1].first?.isNumber == true
    }
  }
}
