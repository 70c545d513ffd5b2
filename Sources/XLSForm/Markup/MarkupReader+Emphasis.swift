extension MarkupReader {
  /// The first half of `*emphasis*` or `**strong**`, or what may be one.
  struct Emphasis {
    let sign: Unicode.Scalar
    let count: Int
    /// Which piece of the text it is.
    let piece: Int
    /// Whether a word stands before it without a space.
    let isBehindWord: Bool
    let line: Int
    let words: Int
  }

  /// Takes a run of `*` or `_`, and both halves away where it is the second.
  mutating func takeEmphasis() -> Bool {
    let sign = signs[place]
    let count = signs[place...].prefix { $0 == sign }.count
    let before = self.sign(at: place - 1)
    let after = self.sign(at: place + count)
    let isBehindWord = isOfWord(before, beside: sign, reference: "}")
    let isBeforeWord = isOfWord(after, beside: sign, reference: "$")
    // Between letters `**` may stand, where Collect has it; a name has `_`, and a product `*`.
    let isStrict = sign == "_" || count == 1

    place += count
    isAtLineStart = false
    pieces.append(String(repeating: Character(sign), count: count))
    let piece = pieces.count - 1
    defer { pieces.append("") }
    // Longer runs are lines to write on, and rows of stars.
    guard count <= (sign == "_" ? 2 : 3) else { return true }
    if canClose(behind: before), !(isStrict && isBeforeWord),
      let index = opened.lastIndex(where: { first in
        first.sign == sign && first.count == count && first.words < words
          && (count > 1 || first.line == line) && !(first.isBehindWord && isBeforeWord)
      })
    {
      pieces[opened[index].piece] = ""
      pieces[piece] = ""
      opened.removeSubrange(index...)
      return true
    }
    if canOpen(before: after), !(isStrict && isBehindWord), !isInAddress {
      opened.append(
        Emphasis(
          sign: sign, count: count, piece: piece, isBehindWord: isBehindWord, line: line, words: words))
    }
    return true
  }

  /// Whether what follows a mark can be the beginning of what it marks.
  private func canOpen(before sign: Unicode.Scalar?) -> Bool {
    guard let sign else { return false }
    return !sign.properties.isWhitespace && !"),.;:!?]}".unicodeScalars.contains(sign)
  }

  /// Whether what stands before a mark can be the end of what it marks.
  private func canClose(behind sign: Unicode.Scalar?) -> Bool {
    guard let sign else { return false }
    return !sign.properties.isWhitespace && !"([{".unicodeScalars.contains(sign)
  }

  /// Whether a sign is part of a word that a mark would cut.
  ///
  /// Products are written in digits and in letters that have a case; Chinese and Thai put no spaces around a word.
  private func isOfWord(
    _ sign: Unicode.Scalar?, beside mark: Unicode.Scalar, reference edge: Unicode.Scalar
  ) -> Bool {
    guard let sign else { return false }
    if sign == edge { return true }
    if mark == "_" { return sign.isOfWord || sign == "@" }
    return sign.properties.isCased || sign.properties.numericType != nil
  }
}
