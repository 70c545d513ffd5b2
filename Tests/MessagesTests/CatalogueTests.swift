import Messages
import Testing

@Suite("The wordings of the interface")
struct CatalogueTests {
  static let others = InterfaceLanguage.allCases.filter { $0 != .english }

  @Test("Every phrase is worded in every language", arguments: InterfaceLanguage.allCases)
  func complete(language: InterfaceLanguage) {
    let wordings = language.catalogue
    #expect(Phrase.allCases.filter { wordings[$0]?.isEmpty ?? true } == [])
  }

  @Test("A phrase stands in the same part in every language, and in one alone", arguments: others)
  func parts(language: InterfaceLanguage) {
    let parts = InterfaceLanguage.english.words.parts
    #expect(language.words.parts.map { Set($0.keys) } == parts.map { Set($0.keys) })
    #expect(parts.map(\.count).reduce(0, +) == Phrase.allCases.count)
  }

  @Test("A phrase has the same placeholders in every language", arguments: others)
  func placeholders(language: InterfaceLanguage) {
    let english = InterfaceLanguage.english.catalogue
    let wordings = language.catalogue
    #expect(
      Phrase.allCases.filter { placeholders(in: english[$0]) != placeholders(in: wordings[$0]) } == [])
  }

  @Test("Names of sheets are no longer than a workbook takes", arguments: InterfaceLanguage.allCases)
  func sheets(language: InterfaceLanguage) {
    for phrase in [Phrase.overview, .sheetStatus, .sheetAudit, .sheetQuotations] {
      let name = language.catalogue[phrase] ?? ""
      #expect(name.utf16.count <= 31 && !name.contains { "[]:*?/\\".contains($0) }, "\(name)")
    }
  }

  @Test("Every brace of a wording belongs to a placeholder", arguments: InterfaceLanguage.allCases)
  func braces(language: InterfaceLanguage) {
    for (phrase, wording) in language.catalogue {
      let rest = wording.replacing(/\{[a-z]+\}/, with: "")
      #expect(!rest.contains("{") && !rest.contains("}"), "\(phrase): \(wording)")
    }
  }

  /// Signs, and words that the language has from the same root and writes alike.
  static let alike: [InterfaceLanguage: Set<Phrase>] = [
    .french: [
      .textPrompt, .otherLanguage, .base, .figure, .total, .sources, .type, .timedQuestion, .answeredBrief,
      .questionShort, .hintMenu, .blankAsked, .codebookVersion, .agreementCode,
      .codebookCode, .regionEurope,
    ],
    .spanish: [
      .textPrompt, .otherLanguage, .menuEditor, .base, .total, .labelled, .no, .answeredBrief, .hintEditor,
      .auditUnits, .regionAsia,
    ],
    .russian: [.textPrompt, .otherLanguage, .labelled, .answeredBrief, .auditUnits],
    .arabic: [.textPrompt, .otherLanguage, .labelled, .answeredBrief, .auditUnits],
    .chinese: [.textPrompt, .otherLanguage, .answeredBrief, .blankQuoted],
  ]

  @Test("No wording is left in English, but those that are alike", arguments: others)
  func translated(language: InterfaceLanguage) {
    let english = InterfaceLanguage.english.catalogue
    let wordings = language.catalogue
    #expect(Set(Phrase.allCases.filter { wordings[$0] == english[$0] }) == Self.alike[language])
  }

  /// What stands on the keys of every keyboard; F of F1.
  static let keys = ["Ctrl", "C", "Del", "Delete", "Esc", "F", "PgDn", "PgUp", "Shift", "Tab"]

  @Test(
    "Another script holds Latin letters only in names of keys, other names and examples",
    arguments: [
      (InterfaceLanguage.russian, keys + ["Enter", "Backspace", "EDITOR", "nano", "T", "Z", "MASI", "lang"]),
      (.arabic, keys + ["Enter", "Backspace", "EDITOR", "nano", "T", "Z", "MASI", "lang"]),
      (.chinese, keys + ["EDITOR", "nano", "T", "Z", "MASI", "lang"]),
    ])
  func latin(language: InterfaceLanguage, names: [String]) {
    for (phrase, wording) in language.catalogue {
      let words = wording.replacing(/\{[a-z]+\}/, with: "").matches(of: /[A-Za-z]+/).map { String($0.0) }
      #expect(words.allSatisfy(names.contains), "\(phrase): \(wording)")
    }
  }

  @Test("French and Spanish hold no English word", arguments: [InterfaceLanguage.french, .spanish])
  func englishWords(language: InterfaceLanguage) {
    let english: Set = [
      "the", "of", "and", "is", "are", "was", "not", "to", "this", "that", "with", "your", "you",
      "it", "be", "at", "an", "in", "or", "saved", "answer", "answers", "number", "form",
    ]
    for (phrase, wording) in language.catalogue {
      let words = wording.replacing(/\{[a-z]+\}/, with: "").lowercased().split { !$0.isLetter }
      #expect(words.filter { english.contains(String($0)) } == [], "\(phrase): \(wording)")
    }
  }

  @Test("No wording holds a control character or a line break", arguments: InterfaceLanguage.allCases)
  func controls(language: InterfaceLanguage) {
    for (phrase, wording) in language.catalogue {
      let controls = wording.unicodeScalars.filter {
        switch $0.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        case .format: language != .arabic || $0 != "\u{200E}"
        default: false
        }
      }
      #expect(controls.isEmpty, "\(phrase): \(wording)")
    }
  }

  @Test("Only a prompt ends in a space; no wording begins with one", arguments: InterfaceLanguage.allCases)
  func ends(language: InterfaceLanguage) {
    let prompts: Set<Phrase> = [
      .choicePrompt, .answerPrompt, .textPrompt, .goToPrompt, .codingPrompt, .codingLabel,
    ]
    for (phrase, wording) in language.catalogue {
      #expect(wording.first?.isWhitespace == false, "\(phrase)")
      if prompts.contains(phrase) {
        #expect(wording.hasSuffix(" ") || wording.hasSuffix("\u{FF1A}"), "\(phrase)")
      } else {
        #expect(wording.last?.isWhitespace == false, "\(phrase)")
      }
    }
  }

  private func placeholders(in wording: String?) -> Set<String> {
    Set((wording ?? "").matches(of: /\{([a-z]+)\}/).map { String($0.1) })
  }
}
