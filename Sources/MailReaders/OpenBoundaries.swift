internal import Documents
internal import Mails

/// What separates the parts around a part, from the outermost in.
struct OpenBoundaries {
  private var boundaries: [String] = []

  /// Goes into a part of several parts.
  ///
  /// - Returns: What a person must look at: where two levels are told apart by nothing, programs give a part to the one
  ///   or to the other.
  mutating func enter(_ boundary: String, of path: PartPath) -> Finding? {
    let spelled = boundary.trimmed
    defer { boundaries.append(spelled) }
    if spelled != boundary {
      return Finding(
        .broken, detail: "what separates the parts of \(path) ends in white space, which no line shows")
    }
    guard boundaries.contains(where: { $0 == spelled || $0 + "--" == spelled || $0 == spelled + "--" }) else {
      return nil
    }
    return Finding(
      .broken,
      detail: "the parts of \(path) are separated by the same lines as those around them: '--\(spelled)'")
  }

  /// Comes out of it.
  mutating func leave() { boundaries.removeLast() }
}

extension String {
  /// The text without white space at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
