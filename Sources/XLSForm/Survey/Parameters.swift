/// The parameters of a row, `value=id label=name`.
struct Parameters {
  /// The values by their keys, which are in lower case.
  let values: [(key: String, value: String)]

  /// Reads parameters; pairs are separated by spaces, commas or semicolons, and nothing else may stand there.
  init?(_ text: String) {
    var values: [(String, String)] = []
    // Spaces may stand around `=` too.
    let tokens = Self.tokens(text)
    guard tokens.count.isMultiple(of: 3) else { return nil }
    for start in stride(from: 0, to: tokens.count, by: 3) {
      guard tokens[start] != "=", tokens[start + 1] == "=", tokens[start + 2] != "=" else { return nil }
      values.append((tokens[start].lowercased(), tokens[start + 2]))
    }
    self.values = values
  }

  /// The value of a key; the last one where it stands twice.
  subscript(key: String) -> String? { values.last { $0.key == key }?.value }

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    func flush() -> [String] {
      defer { word = "" }
      return word.isEmpty ? [] : [word]
    }
    for character in text {
      if character == "=" {
        tokens += flush() + ["="]
      } else if character.isWhitespace || character == "," || character == ";" {
        tokens += flush()
      } else {
        word.append(character)
      }
    }
    return tokens + flush()
  }
}
