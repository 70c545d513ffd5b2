/// What the words of a list of states mean, each distinct one worked out once.
struct StateNames {
  /// What a word is.
  enum Meaning {
    /// The question of a column that is read.
    case tracked(Int)
    /// Another question of the form.
    case known
    /// No question of the form.
    case stranger
  }

  /// The columns that are read, by the names of their questions.
  let tracked: [String: Int]
  /// What else may be named.
  private let known: Set<String>
  private var memo = ByteMemo()

  init(tracked: [String: Int], known: Set<String>) {
    self.tracked = tracked
    self.known = known
  }

  /// Goes over the words of a list.
  mutating func read(
    _ cell: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, Meaning) -> Void
  ) {
    if cell.contains(where: { $0 >= 0x80 }) {
      // White space beyond ASCII parts words as well.
      for word in String(decoding: cell, as: UTF8.self).split(whereSeparator: \.isWhitespace) {
        var word = String(word)
        word.withUTF8 { word in
          let word = UnsafeRawBufferPointer(word)
          body(word, meaning(of: word))
        }
      }
      return
    }
    var index = 0
    while index < cell.count {
      let start = index
      while index < cell.count, !Self.isSpace(cell[index]) { index &+= 1 }
      if index > start {
        let word = UnsafeRawBufferPointer(rebasing: cell[start..<index])
        body(word, meaning(of: word))
      }
      index &+= 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private mutating func meaning(of word: UnsafeRawBufferPointer) -> Meaning {
    let number: UInt32
    if let remembered = memo.value(of: word) {
      number = remembered
    } else {
      let name = String(decoding: word, as: UTF8.self)
      number = tracked[name].map { UInt32($0) + 2 } ?? (known.contains(name) ? 1 : 0)
      memo.remember(number, for: word)
    }
    return number == 0 ? .stranger : number == 1 ? .known : .tracked(Int(number) - 2)
  }
}
