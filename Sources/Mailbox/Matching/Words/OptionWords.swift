internal import Documents
internal import Survey

/// By which words each choice of a list is known: its name, and its label in every language of the questionnaire.
///
/// Nothing else counts: words that mean two choices mean none.
struct OptionWords: Sendable {
  private var choices: [[String]: String] = [:]
  private var isAmbiguous: Set<[String]> = []
  /// The words of the longest option.
  private(set) var longest = 0

  /// Lets a text stand for what is stored.
  mutating func insert(_ text: String, for stored: String) {
    let words = text.words.map(\.option).filter { !$0.isEmpty }
    if words.isEmpty || isAmbiguous.contains(words) { return }
    if let other = choices[words], other != stored {
      choices[words] = nil
      isAmbiguous.insert(words)
    } else {
      choices[words] = stored
      longest = max(longest, words.count)
    }
  }

  /// The longest option that a text begins with.
  ///
  /// - Parameter words: The words of a text, as options are compared.
  /// - Returns: What is stored, and how many words it took.
  func first(of words: ArraySlice<String>) -> (stored: String, count: Int)? {
    for count in stride(from: min(longest, words.count), to: 0, by: -1) {
      if let stored = choices[Array(words.prefix(count))] { return (stored, count) }
    }
    return nil
  }

  /// What a whole text stands for; nothing where it is no option.
  subscript(text: String) -> String? {
    choices[text.words.map(\.option).filter { !$0.isEmpty }]
  }

  /// What can be stored.
  var stored: Set<String> { Set(choices.values) }
}
