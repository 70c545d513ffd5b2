internal import CPosix

extension Character {
  /// The columns that this grapheme takes at a terminal (Unicode's East Asian width).
  ///
  /// The widths of its code points add up, as terminals add them: 0 for a combining mark, 1, or 2. Code points
  /// that are drawn as one picture (a flag, a keycap, a family) take 2 together.
  public var columns: Int {
    if let ascii = asciiValue { return ascii >= 0x20 && ascii != 0x7F ? 1 : 0 }
    let scalars = unicodeScalars
    if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      return first.columns
    }
    return isEmojiSequence ? 2 : unicodeScalars.reduce(0) { $0 + $1.columns }
  }

  private var isEmojiSequence: Bool {
    let following = unicodeScalars.dropFirst()
    guard !following.isEmpty, unicodeScalars.first?.properties.isEmoji == true else { return false }
    return following.contains { $0 == "\u{FE0F}" || $0.properties.isEmojiPresentation }
  }
}

extension Unicode.Scalar {
  /// 0 for control characters; code points newer than the C library's table count as most of them are drawn.
  fileprivate var columns: Int {
    let known = Int(iscm_width(value))
    if known >= 0 { return known }
    if properties.generalCategory == .control { return 0 }
    return properties.isEmojiPresentation ? 2 : 1
  }
}

extension StringProtocol {
  /// The columns that the text takes at a terminal, counted by grapheme.
  public var columns: Int {
    if isPlainASCII { return utf8.count }
    return reduce(0) { $0 + $1.columns }
  }

  /// Whether the text holds nothing but what ASCII prints: then its columns, characters and bytes are the same.
  ///
  /// Most texts do, and every picture of a screen asks.
  var isPlainASCII: Bool {
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where byte < 0x20 || byte > 0x7E { return false }
      return true
    }
    return isPlain ?? utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  /// The text followed by spaces up to a width; as it is where it is wider.
  public func padded(toColumns width: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, width - columns))
  }
}
