import TerminalForm

/// Keys, pastes, sizes and pauses as they come when anything may come.
struct RandomKeys {
  /// What happens.
  enum Act {
    case key(Key)
    case resize(Frame.Size)
    case pause
    /// From here on the desk keeps nothing, or a part, or all again.
    case desk(refusing: Int)
  }

  private var random: Script

  init(seed: UInt64) { random = Script(seed: seed) }

  private static let signs = Array("aeiou sndrltm éàñç жизнь 中文一 نعم 0123456789 ٣٤ ５ .,:-+()[]é̈̈\u{200F}👍🏽☎️'\"")
    .map {
      Array($0.unicodeScalars)
    }.joined()
  private static let letters = Array(signs)
  private static let pastes = [
    "one", "one\ntwo\r\nthree", "2018-11-09", "12", "16:30", "\u{1b}[31mred\u{7}", "", "\n", " ", "中文，中文",
    "\u{202E}rtl",
    "tab\there", "with \u{0} in it", "2018-11-09T16:30:00Z", "3.5",
    "https://example.org/a/long/address/without/any/place/to/break",
    String(repeating: "many words and ", count: 40), String(repeating: " ", count: 120), "🇺🇳👨‍👩‍👧",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
  ]
  private static let moves: [Key] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .wheelUp, .wheelDown,
  ]
  private static let controls: [Key] = [
    .control("z"), .control("y"), .control("l"), .control("a"), .control("e"), .control("w"), .control("d"),
    .control("c"),
    .shiftFunction(4), .unknown, .escape, .escape,
  ]

  mutating func next() -> Act {
    switch random.number(below: 100) {
    case 0: .resize(size())
    case 1, 2, 3: .pause
    case 4: .desk(refusing: [0, 0, 0, 3, 1][random.number(below: 5)])
    default: .key(key())
    }
  }

  private mutating func size() -> Frame.Size {
    switch random.number(below: 6) {
    case 0: Frame.Size(rows: 15, columns: 40)
    case 1: Frame.Size(rows: 1 + random.number(below: 12), columns: 2 + random.number(below: 40))
    case 2: Frame.Size(rows: 10 + random.number(below: 51), columns: 30 + random.number(below: 171))
    default: Frame.Size(rows: 24, columns: 80)
    }
  }

  private mutating func key() -> Key {
    switch random.number(below: 40) {
    case 0..<12: .text(Self.letters[random.number(below: Self.letters.count)])
    case 12, 13, 14: .text(" ")
    case 15, 16, 17: .enter
    case 18, 19, 20, 21: .tab
    case 22, 23: .backTab
    case 24, 25, 26, 27, 28, 29: Self.moves[random.number(below: Self.moves.count)]
    case 30, 31: .backspace
    case 32: .delete
    case 33: .paste(Self.pastes[random.number(below: Self.pastes.count)])
    case 34: .click(row: random.number(below: 30), column: random.number(below: 90))
    case 35, 36: .function(1 + random.number(below: 12))
    case 37: .text(Unicode.Scalar(UInt8(0x31 + random.number(below: 4))))
    default: Self.controls[random.number(below: Self.controls.count)]
    }
  }
}
