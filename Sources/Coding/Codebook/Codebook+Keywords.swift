internal import Messages
public import Survey

extension Codebook {
  /// The codes of a question that an answer's words speak for: a suggestion, and nothing more.
  ///
  /// A keyword of several words must stand in the answer as it is; one word must begin a word of it, so that
  /// `train` finds `training`. Capitals, accents and punctuation do not matter.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - place: The question.
  /// - Returns: The names of codes that are in use, in the order of the codebook.
  public func suggestions(for answer: String, at place: Place) -> [Code.Name] {
    let text = " " + answer.words.joined(separator: " ") + " "
    return codesInUse(at: place).filter { code in
      code.keywords.values.joined().contains { keyword in
        let words = keyword.words.joined(separator: " ")
        // Scripts without spaces between words are searched as they are.
        return !words.isEmpty && (words.isASCII ? text.contains(" " + words) : text.contains(words))
      }
    }.map(\.name)
  }
}

extension String {
  /// The words without capitals, accents and punctuation.
  fileprivate var words: [Substring] {
    folded.split { !($0.isLetter || $0.isNumber) }
  }

  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
