internal import Expressions
internal import Survey

/// By which words of a table each choice of a question is known.
///
/// Its codes, its labels in the languages of the questionnaire, the names of the register, and what the map declares.
/// Nothing else counts, and a word that may mean two things means none.
struct ChoiceWords: Sendable {
  /// What an analyst declares that a word means.
  enum Meaning: Sendable, Hashable {
    case choice(Choice.Name)
    case state(AnswerState)
  }

  /// What a word of a table turned out to be.
  enum Reading: Hashable {
    case meaning(Meaning)
    /// It is the code of one choice and the label of another, or the label of several.
    case ambiguous([Choice.Name])
    case unknown
  }

  /// Which words are taken for choices, beside those that the map declares.
  struct Kinds: OptionSet, Sendable {
    let rawValue: Int
    static let codes = Kinds(rawValue: 1)
    static let labels = Kinds(rawValue: 2)
  }

  private var declared: [String: Meaning] = [:]
  private let list: ChoiceList?
  private let history: FormHistory
  private let kinds: Kinds
  /// The labels of each language, and those of all.
  private var labels: [Language?: [String: Set<Choice.Name>]] = [:]
  private let register: Register?

  /// Gathers the words of a question.
  ///
  /// - Parameters:
  ///   - list: What it chooses from; nothing for a question that is no select.
  ///   - kinds: Which words are taken.
  ///   - history: What codes were before.
  ///   - register: The mechanisms, where the question is theirs: they have other names too.
  init(_ list: ChoiceList?, _ kinds: Kinds, _ history: FormHistory, register: Register?) {
    self.list = list
    self.history = history
    self.kinds = kinds
    self.register = register
    for choice in list?.choices ?? [] {
      for language in choice.label.languages {
        guard let key = choice.label[language]?.wordKey, !key.isEmpty else { continue }
        labels[language, default: [:]][key, default: []].insert(choice.name)
        labels[nil, default: [:]][key, default: []].insert(choice.name)
      }
    }
  }

  /// Declares what a word means.
  ///
  /// - Returns: What it means already, where that is something else.
  mutating func declare(_ word: String, as meaning: Meaning) -> Reading? {
    switch reading(of: word, in: nil) {
    case .meaning(meaning): return nil
    case .unknown:
      declared[word.declaredKey] = meaning
      return nil
    case let other: return other
    }
  }

  /// Reads a word.
  ///
  /// - Parameters:
  ///   - word: The whole of a cell, or what stands between two separators in it.
  ///   - language: In which language the row is; nothing where nobody says, or in any.
  /// - Returns: What it means.
  func reading(of word: String, in language: Language?) -> Reading {
    if let meaning = declared[word.declaredKey] { return .meaning(meaning) }
    var found: Set<Choice.Name> = []
    if kinds.contains(.codes), let list,
      let choice = list[history.now(Choice.Name(word.trimmed), in: list.name)]
    {
      found.insert(choice.name)
    }
    if kinds.contains(.labels) { found.formUnion(labelled(word, in: language)) }
    if found.count > 1 { return .ambiguous(found.sorted { place($0) < place($1) }) }
    return found.first.map { .meaning(.choice($0)) } ?? .unknown
  }

  private func labelled(_ word: String, in language: Language?) -> Set<Choice.Name> {
    let key = word.wordKey
    if key.isEmpty { return [] }
    // What the row's own language calls so comes first; others may call something else so.
    if let language, let own = labels[language]?[key] { return own }
    if let all = labels[nil]?[key] { return all }
    return register?.mechanism(named: word).map { [$0] } ?? []
  }

  private func place(_ name: Choice.Name) -> Int { list?.place(of: name) ?? .max }

  /// What is expected of a word, in English.
  var expected: String {
    let words = [kinds.contains(.codes) ? "code" : nil, kinds.contains(.labels) ? "label" : nil].compactMap(
      \.self)
    let names = declared.isEmpty ? "" : ", or a word that the map declares"
    guard let list else { return "a word that the map declares" }
    return "a \(words.joined(separator: " or a ")) of the list '\(list.name)'\(names)"
  }

  /// The word that is most like one that means nothing.
  func suggestion(for word: String, in language: Language?) -> String? {
    var candidates: [String] = []
    for choice in list?.choices ?? [] {
      if kinds.contains(.codes) { candidates.append(choice.name.text) }
      if kinds.contains(.labels) {
        let languages = choice.label.languages.sorted { $0.heading < $1.heading }
        candidates += languages.filter { language == nil || $0 == language }.compactMap { choice.label[$0] }
      }
    }
    return nearest(to: word.trimmed, among: candidates)
  }
}

extension String {
  /// The words as they are compared: without case, accents and the signs that end them.
  fileprivate var wordKey: String { words.map(\.option).filter { !$0.isEmpty }.joined(separator: " ") }

  /// The same; of a text that is nothing but signs, the signs.
  fileprivate var declaredKey: String { wordKey.isEmpty ? trimmed : wordKey }
}
