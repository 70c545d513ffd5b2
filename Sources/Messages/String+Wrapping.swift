extension StringProtocol {
  /// Breaks the text into lines that are no wider than a number of columns; nothing but white space is lost.
  ///
  /// Breaks stand at spaces (never at a no-break space) and beside wide characters, so that Chinese fills its
  /// lines; there no closing mark begins a line and no opening mark ends one. A word that is wider than a line
  /// breaks between graphemes. The line breaks of the text stay, and so do the spaces at the start of a
  /// paragraph where the first word fits behind them. A tab counts as one space.
  ///
  /// - Parameter width: At least that of the widest grapheme, which is 2 in most texts.
  /// - Returns: At least one line, without spaces at its end.
  public func wrapped(toColumns width: Int) -> [String] {
    isPlainASCII ? wrappedASCII(to: width) : wrapped(to: width, measure: \.columns)
  }

  /// The same for a text of which every byte is a character, a column wide.
  private func wrappedASCII(to width: Int) -> [String] {
    let bytes = Array(utf8)
    var lines: [String] = []
    // The line so far, and the word behind it.
    var line = 0..<0
    var word = 0..<0
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    for place in 0...bytes.count {
      if place < bytes.count, bytes[place] != 0x20 { continue }
      defer { word = place + 1..<place + 1 }
      word = word.lowerBound..<place
      if word.isEmpty { continue }
      // With the spaces before it.
      if place - line.lowerBound <= width {
        line = line.lowerBound..<place
        continue
      }
      if !line.isEmpty { lines.append(text(line)) }
      line = word
      while line.count > width, line.count > 1 {
        let end = line.lowerBound + Swift.max(1, width)
        lines.append(text(line.lowerBound..<end))
        line = end..<line.upperBound
      }
    }
    return lines + [text(line)]
  }

  /// Breaks the text into lines as `wrapped(toColumns:)` does, by another measure than a terminal's.
  ///
  /// - Parameters:
  ///   - width: At least that of the widest grapheme.
  ///   - measure: The width of a grapheme; those of a line add up.
  /// - Returns: At least one line, without spaces at its end.
  public func wrapped<Width: Comparable & AdditiveArithmetic>(
    to width: Width, measure: (Character) -> Width
  ) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      var used = Width.zero
      for (gap, word) in paragraph.words() {
        let needed = word.reduce(gap.reduce(.zero) { $0 + measure($1) }) { $0 + measure($1) }
        if used + needed <= width {
          line += gap + word
          used += needed
          continue
        }
        if !line.isEmpty {
          lines.append(line)
          (line, used) = ("", .zero)
        }
        for character in word {
          let needed = measure(character)
          if used + needed > width, !line.isEmpty {
            lines.append(line)
            (line, used) = ("", .zero)
          }
          line.append(character)
          used += needed
        }
      }
      return lines + [line]
    }
  }

  /// What must stay together, each with the white space before it.
  private func words() -> [(gap: String, word: String)] {
    var words: [(gap: String, word: String)] = []
    var gap = ""
    var previous: Character?
    for character in self {
      if character.isBreakingSpace {
        gap.append(character == "\t" ? " " : character)
        previous = nil
      } else {
        if let previous, !previous.mayEndLine(before: character) {
          words[words.count - 1].word.append(character)
        } else {
          words.append((gap, String(character)))
          gap = ""
        }
        previous = character
      }
    }
    return words
  }
}

extension Character {
  /// A space under a combining mark is none: the mark must not be lost with it.
  fileprivate var isBreakingSpace: Bool {
    if let byte = asciiValue { return byte == 0x20 || (0x09...0x0D).contains(byte) }
    return isWhitespace && !isNoBreakSpace && unicodeScalars.count == 1
  }

  fileprivate var isNoBreakSpace: Bool {
    self == "\u{A0}" || self == "\u{2007}" || self == "\u{202F}" || self == "\u{2060}"
  }

  /// Whether a line may end between this character and the next, no space being there.
  ///
  /// A small part of Unicode's line breaking (UAX #14): beside ideographs and after a zero-width space.
  fileprivate func mayEndLine(before next: Character) -> Bool {
    // Most texts are of nothing else.
    if isASCII, next.isASCII { return false }
    if self == "\u{200B}" { return true }
    guard columns == 2 || next.columns == 2 else { return false }
    return !isNoBreakSpace && !next.isNoBreakSpace && !Self.opening.contains(self)
      && !Self.closing.contains(next)
  }

  private static let opening = Set<Character>("([{<$#“‘«（［｛《〈「『【〔〖")
  private static let closing = Set<Character>(")]}>%.,:;!?”’»…—·）］｝》〉」』】〕〗、。，．：；！？％・")
}
