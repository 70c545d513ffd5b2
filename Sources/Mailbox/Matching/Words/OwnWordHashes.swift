/// The hashes of words that we issued, by which most texts of respondents are told from ours without making a string of
/// each of their words.
///
/// Two words may have one hash: then somebody looks at the words themselves. A word of ours is never missed.
struct OwnWordHashes {
  /// How many words of ours stand in a row where a text may be ours.
  private let run: Int
  private var words: Set<UInt64> = []
  /// The words with which lines of ours begin.
  private var beginnings: Set<UInt64> = []

  /// Starts with none.
  ///
  /// - Parameter run: How many words in a row are asked for.
  init(run: Int) { self.run = run }

  /// Adds a word, its letters and digits alone.
  mutating func insert(_ word: String) { words.insert(Self.hash(word)) }

  /// Adds the first word of a line.
  mutating func insert(beginning word: String) { beginnings.insert(Self.hash(word)) }

  /// Whether a line of a text may begin as one of ours does, or so many words of ours may stand in a row in it.
  func mayOccur(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var hash = Self.start
      var (isWord, isFirst) = (false, true)
      var known = 0
      // The end of the text ends its last word.
      for place in 0...bytes.count {
        let byte = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
        // What letters are beyond ASCII is another's to say.
        if byte >= 0x80 { return true }
        if let letter = Word.letter(byte) {
          hash = Self.hash(hash, letter)
          isWord = true
        } else if byte == 0x20 || (0x09...0x0d).contains(byte) {
          if isWord {
            if isFirst, beginnings.contains(hash) { return true }
            known = words.contains(hash) ? known + 1 : 0
            if known >= run { return true }
            (hash, isWord, isFirst) = (Self.start, false, false)
          }
          if byte >= 0x0a, byte <= 0x0d { isFirst = true }
        }
      }
      return false
    }
  }

  private static func hash(_ word: String) -> UInt64 { word.utf8.reduce(start) { hash($0, $1) } }

  /// FNV-1a, which needs no end.
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
}
