import TerminalForm
import Testing

@Suite("Numbers typed at a list of choices")
struct ChoiceEntryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let typed: String
    let added: [Int]
    let removed: [Int]
    var testDescription: String { "'\(typed)'" }
    init(_ typed: String, _ added: [Int], _ removed: [Int] = []) {
      (self.typed, self.added, self.removed) = (typed, added, removed)
    }
  }

  @Test(
    "Numbers, ranges and removals of any script are read",
    arguments: [
      Case("1", [1]), Case(" 1  3\t9-10 ", [1, 3, 9, 10]), Case("3-3", [3]), Case("-3", [], [3]),
      Case("-3 23", [23], [3]), Case("-3-5", [], [3, 4, 5]), Case("1 - 3", [1, 2, 3]),
      Case("1- 3", [1, 2, 3]),
      Case("1 -3", [1], [3]), Case("- 3", [], [3]), Case("1,2;3", [1, 2, 3]), Case("1،2؛3", [1, 2, 3]),
      Case("1、2，3；4", [1, 2, 3, 4]), Case("١ ٣ ٩-١٠", [1, 3, 9, 10]), Case("１，３", [1, 3]),
      Case("१-३", [1, 2, 3]), Case("9–10", [9, 10]), Case("9—10", [9, 10]), Case("−3", [], [3]),
      Case("９－１０", [9, 10]), Case("9～10", [9, 10]), Case("\u{200F}٣\u{200F}", [3]), Case("", []),
      Case(" , ", []), Case("007", [7]), Case("2 2", [2, 2]),
    ])
  func read(_ example: Case) throws {
    let entry = try ChoiceEntry(example.typed, count: 23)
    #expect(entry.added == example.added)
    #expect(entry.removed == example.removed)
  }

  @Test(
    "The first word that names no choice is refused",
    arguments: [
      ("0", "0"), ("24", "24"), ("1 24 x", "24"), ("3-2", "3-2"), ("9-24", "9-24"), ("0-3", "0-3"),
      ("-24", "-24"), ("--3", "--3"), ("1-2-3", "1-2-3"), ("1-", "1-"), ("-", "-"), ("1.", "1."), ("x", "x"),
      ("1x", "1x"), ("½", "½"), ("99999999999999999999", "99999999999999999999"),
      ("1-99999999", "1-99999999"),
      ("1 3 -", "3-"), ("yes", "yes"), ("1\u{0301}", "1\u{0301}"),
    ])
  func refused(typed: String, word: String) {
    #expect(throws: ChoiceEntry.NotAPlace(word: word)) { _ = try ChoiceEntry(typed, count: 23) }
  }

  @Test("A list without choices has no places", arguments: ["1", "-1", "0", "1-1"])
  func empty(typed: String) {
    #expect(throws: ChoiceEntry.NotAPlace(word: typed)) { _ = try ChoiceEntry(typed, count: 0) }
  }

  @Test("Whatever is typed, no place is outside of the list", arguments: 0..<500 as Range<UInt64>)
  func property(seed: UInt64) {
    var random = Script(seed: seed)
    let count = random.number(below: 5)
    let typed = random.text(
      of: ["1", "2", "9", "-", "–", " ", ",", "٣", "x", "0", "４", "🇰", "\u{301}"], upTo: 8)
    guard let entry = try? ChoiceEntry(typed, count: count) else { return }
    #expect((entry.added + entry.removed).allSatisfy { $0 >= 1 && $0 <= count })
  }

  @Test(
    "Numbers, dates and times of any script are read as those of ASCII",
    arguments: [
      ("٢٠١٨-١١-٠٩", "2018-11-09"), ("２０１８－１１－０９", "2018-11-09"), ("١٦:٣٠", "16:30"), ("１６：３０", "16:30"),
      ("٢٫٥", "2.5"), ("−3", "-3"), ("\u{200E}2018-11-09\u{200F}", "2018-11-09"), ("2.5", "2.5"), ("½", "½"),
      ("abc é", "abc é"),
    ])
  func western(typed: String, western: String) { #expect(westernSigns(typed) == western) }
}
