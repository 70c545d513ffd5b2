internal import Documents
internal import Survey

/// By which words each choice of a list is known: its name, and its label in every language of the questionnaire.
///
/// Nothing else counts: words that mean two choices mean none.
struct OptionWords: Sendable {
  private var choices: [[String]: String] = [:]
  /// The words of the options by the first of them, the longest first.
  private var beginnings: [String: [[String]]] = [:]
  private var isAmbiguous: Set<[String]> = []
  /// The words of the longest option.
  private(set) var longest = 0

  /// Lets a text stand for what is stored.
  mutating func insert(_ text: String, for stored: String) {
    let words = text.words.map(\.option).filter { !$0.isEmpty }
    if words.isEmpty || isAmbiguous.contains(words) { return }
    if let other = choices[words], other != stored {
      choices[words] = nil
      beginnings[words[0]]?.removeAll { $0 == words }
      isAmbiguous.insert(words)
    } else {
      if choices.updateValue(stored, forKey: words) == nil {
        beginnings[words[0], default: []].append(words)
        beginnings[words[0]]?.sort { $0.count > $1.count }
      }
      longest = max(longest, words.count)
    }
  }

  /// The longest option that a text begins with.
  ///
  /// - Parameter words: The words of a text, as options are compared.
  /// - Returns: What is stored, and how many words it took.
  func first(of words: ArraySlice<String>) -> (stored: String, count: Int)? {
    guard let first = words.first, let option = beginnings[first]?.first(where: words.starts) else {
      return nil
    }
    return choices[option].map { ($0, option.count) }
  }

  /// What a whole text stands for; nothing where it is no option.
  subscript(text: String) -> String? {
    choices[text.words.map(\.option).filter { !$0.isEmpty }]
  }

  /// What can be stored.
  var stored: Set<String> { Set(choices.values) }
}
