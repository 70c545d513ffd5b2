/// The hashes of words that we issued, by which most texts of respondents are told from ours without a look at each word.
///
/// Two words may have one hash: then somebody looks at the words themselves. Words of ours are never missed.
struct OwnWordHashes {
  /// How many words of ours stand in a row where a text may be ours.
  private let run: Int
  /// With how many words of ours a line begins that may be ours.
  private let beginning: Int
  private var words: Set<UInt64> = []
  private var beginnings: Set<UInt64> = []

  /// Starts with none.
  init(run: Int, beginning: Int) { (self.run, self.beginning) = (run, beginning) }

  /// Adds a word, its letters and digits alone.
  mutating func insert(_ word: String) { words.insert(Self.hash(word)) }

  /// Adds the words with which a line begins.
  mutating func insert(beginning words: some Sequence<String>) {
    beginnings.insert(words.reduce(Self.start) { Self.hash($0, next: Self.hash($1)) })
  }

  /// Whether a line of a text may begin as one of ours does, or so many words of ours may stand in a row in it.
  func mayOccur(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var search = Search(of: self)
      var part = 0
      // The end of the text ends its last word.
      for place in 0...bytes.count {
        let byte = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
        switch byte {
        case 0x20, 0x09...0x0d:
          if search.endPart(UnsafeBufferPointer(rebasing: bytes[part..<place])) { return true }
          if byte >= 0x0a, byte <= 0x0d { search.beginLine() }
          part = place + 1
        // The first bytes of line breaks beyond ASCII, U+0085 and U+2028: somebody else looks for lines there.
        case 0xc2 where place + 1 < bytes.count && bytes[place + 1] == 0x85: return true
        case 0xe2
        where place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] & 0xfe == 0xa8:
          return true
        default: continue
        }
      }
      return false
    }
  }

  /// How far a text was looked through.
  private struct Search {
    private let own: OwnWordHashes
    private var wordsInLine = 0
    private var beginning = OwnWordHashes.start
    private var known = 0

    init(of own: OwnWordHashes) { self.own = own }

    mutating func beginLine() { (wordsInLine, beginning) = (0, OwnWordHashes.start) }

    /// Takes what stands between white space of ASCII; says whether that is enough.
    mutating func endPart(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
      var hash = OwnWordHashes.start
      var isWord = false
      for byte in part {
        if byte >= 0x80 {
          return String(decoding: part, as: UTF8.self).letterWords.contains { take(OwnWordHashes.hash($0)) }
        }
        guard let letter = Word.letter(byte) else { continue }
        hash = OwnWordHashes.hash(hash, next: UInt64(letter))
        isWord = true
      }
      return isWord && take(hash)
    }

    private mutating func take(_ word: UInt64) -> Bool {
      wordsInLine += 1
      if wordsInLine <= own.beginning {
        beginning = OwnWordHashes.hash(beginning, next: word)
        if wordsInLine == own.beginning, own.beginnings.contains(beginning) { return true }
      }
      known = own.words.contains(word) ? known + 1 : 0
      return known >= own.run
    }
  }

  private static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(start) { hash($0, next: UInt64($1)) }
  }

  /// FNV-1a.
  private static func hash(_ hash: UInt64, next: UInt64) -> UInt64 { (hash ^ next) &* 0x0000_0100_0000_01B3 }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
}
