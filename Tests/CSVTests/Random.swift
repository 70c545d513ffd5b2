import Chance

/// Texts and records that matter to CSV.
extension SeededRandom {
  mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// Text of up to the given number of characters, of those that matter to CSV and to UTF-8.
  mutating func text(upTo length: Int) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "b", " ", "\t", ",", ",", "\"", "\"", "\n", "\r", "\u{7F}", "\u{80}", "é", "\u{301}", "\u{7FF}",
      "\u{800}", "م", "中", "\u{FEFF}", "\u{FFFF}", "\u{10000}", "🇰", "\u{10FFFF}", "\u{1}", "\u{E}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<number(below: length + 1) { text.append(alphabet[number(below: alphabet.count)]) }
    return String(text)
  }

  /// Records of one to `columns` cells each.
  mutating func records(upTo count: Int, columns: Int) -> [[String]] {
    (0..<number(below: count + 1)).map { _ in
      (0..<1 + number(below: columns)).map { _ in text(upTo: number(below: 20)) }
    }
  }
}
