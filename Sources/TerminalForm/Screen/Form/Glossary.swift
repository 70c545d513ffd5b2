public import Survey

/// The terms of a form's field, with what they mean.
public struct Glossary: Sendable, Equatable {
  /// A term.
  public struct Term: Sendable, Equatable {
    /// What it is called.
    public let term: LocalizedText
    /// Its abbreviation; empty where it has none.
    public let abbreviation: String
    /// What it means.
    public let meaning: LocalizedText

    /// Creates a term.
    public init(term: LocalizedText, abbreviation: String, meaning: LocalizedText) {
      self.term = term
      self.abbreviation = abbreviation
      self.meaning = meaning
    }
  }

  /// The terms, in the order in which they are shown.
  public let terms: [Term]

  /// Creates a glossary.
  public init(_ terms: [Term] = []) { self.terms = terms }

  /// The terms as people read them: `ISCM, inter-State consultation mechanism: a standing dialogue`.
  func entries(in words: FormText) -> [String] {
    terms.map { term in
      let name = [words.unmarked(term.term), term.abbreviation].filter { !$0.isEmpty }.joined(separator: ", ")
      return words.labelled(name, words.unmarked(term.meaning))
    }
  }
}
