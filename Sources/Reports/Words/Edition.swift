public import Messages
public import Survey

/// In whose words a report is written: the interface's for what all reports have in common, the form's for its
/// questions and choices.
public struct Edition: Sendable {
  /// The interface.
  public let say: Interface
  /// The language of the form's own texts.
  public let language: Language
  /// The form's default language, for texts that `language` lacks.
  public let fallback: Language

  /// Creates an edition.
  ///
  /// - Parameters:
  ///   - say: The interface, in the same language as the form's texts or in another.
  ///   - language: One of the form's languages.
  ///   - fallback: The form's default language.
  public init(_ say: Interface, language: Language, fallback: Language) {
    self.say = say
    self.language = language
    self.fallback = fallback
  }
}

extension Edition {
  /// A text of the form for people; one that is missing in the wanted language is marked with the one it is in.
  package func text(_ text: LocalizedText) -> String {
    let found = text.text(in: language, fallback: fallback)
    let wording = held(found.text.onOneLine)
    guard found.isFallback, !found.text.isEmpty else { return wording }
    let name = fallback.code.isEmpty ? fallback.name : fallback.code
    return "\(wording) \(say(.otherLanguage, ["language": name]))"
  }

  /// A text that is read from left to right, also among words that are read the other way.
  ///
  /// Marks that nobody sees hold the signs at its ends in their place; letters and digits hold themselves.
  private func held(_ text: String) -> String {
    guard isRightToLeft, text.isRightToLeft == false, let first = text.first, let last = text.last else {
      return text
    }
    let mark = "\u{200E}"
    return (first.isLetter ? "" : mark) + text + (last.isLetter || last.isNumber ? "" : mark)
  }

  /// A text of the form for programs: without a mark.
  package func plainText(_ text: LocalizedText) -> String { text.text(in: language, fallback: fallback).text }

  /// `Sources: …`, with the colon that the language has.
  package func labelled(_ name: String, _ value: String) -> String {
    say(.labelled, ["name": name, "value": value])
  }

  /// Sentences in a row.
  func paragraph(_ sentences: [String]) -> String {
    sentences.joined(separator: say.language == .chinese ? "" : " ")
  }

  /// The sign between the steps of a chain, which points the way that the language reads.
  var arrow: String { isRightToLeft ? "←" : "→" }

  /// Whether the interface reads from right to left.
  package var isRightToLeft: Bool { say.language == .arabic }
}

extension String {
  /// The text with its first letter as at the start of a sentence.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
