import Chance
import Expressions
import Testing

@Suite("Did you mean")
struct NearestTests {
  @Test(
    "The nearest word is the one with the fewest slips",
    arguments: [
      ("agee", "age"), ("position", "position"), ("positoin", "position"), ("Position", "position"),
      ("ag", "age"),
      ("postion", "position"), ("frist_name", "first_name"), ("first-name", "first_name"), ("zzzzzzzz", nil),
      ("x", nil), ("", nil), ("nam", "name"), ("first_nam_", "first_name"), ("firstname", "first_name"),
      ("ega", nil),
      ("éta", "été"), ("ÉTÉ", "été"), ("a", nil),
    ] as [(String, String?)])
  func nearestWord(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["age", "name", "position", "first_name", "été"]) == expected)
  }

  @Test("Of several that are as near, the first wins")
  func first() {
    #expect(nearest(to: "state_0", among: ["state_1", "state_2"]) == "state_1")
    #expect(nearest(to: "x", among: []) == nil)
  }

  @Test("A swap of neighbours is one slip, and it works both ways", arguments: UInt64(0)..<20)
  func swaps(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let letters = Array("abcdefgh").shuffled(using: &random)
    var swapped = letters
    swapped.swapAt(3, 4)
    #expect(nearest(to: String(swapped), among: ["zzzzzzzz", String(letters)]) == String(letters))
    #expect(nearest(to: String(letters), among: ["zzzzzzzz", String(swapped)]) == String(swapped))
  }
}
