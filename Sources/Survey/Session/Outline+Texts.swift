internal import Expressions

extension Outline {
  /// A text of the form as it reads now: each `${name}` is the answer to that question.
  ///
  /// As the `output` of an XForm: the value itself, a choice by its name (`jr:choice-name` in a calculation gives
  /// its label); nothing where there is no answer, or where the question is not asked.
  ///
  /// - Parameters:
  ///   - text: A label, a hint, a message; of any language.
  ///   - repeats: The repeats in which it is read, so that `${name}` in a repeat is the answer in the same one.
  /// - Returns: The text without references.
  public func filled(_ text: String, in repeats: [Address.Repeat]) -> String {
    text.replacingReferences { tree.text(referredToAs: $0, in: repeats) }
  }
}

extension FormTree {
  /// What stands in a text in the place of `${name}`; nothing where that is no one value.
  ///
  /// - Parameters:
  ///   - name: The name of a question.
  ///   - repeats: The repeats in which the text is read.
  /// - Returns: The value as people read it.
  func text(referredToAs name: String, in repeats: [Address.Repeat]) -> String {
    let place = FormNode(tree: self, place: repeats.isEmpty ? .form : .instance(repeats))
    return attempt(try Value.nodes(place.nodes(referredToAs: name)).readable()) ?? ""
  }
}

extension String {
  /// The text with something else in the place of each `${name}`.
  ///
  /// - Parameter replacement: What stands for a name, which comes without spaces around it.
  /// - Returns: The text; what begins like a reference and has no end stays as it is.
  public func replacingReferences(_ replacement: (String) -> String) -> String {
    guard utf8.contains(UInt8(ascii: "$")) else { return self }
    var result = ""
    var rest = self[...]
    while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      result += rest[..<start.lowerBound]
      result += replacement(String(rest[start.upperBound..<end]).trimmed)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
