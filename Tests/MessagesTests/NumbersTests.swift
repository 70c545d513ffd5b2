import Calendar
import Messages
import Testing

@Suite("How numbers and lists read")
struct NumbersTests {
  @Test(
    "A share reads as a percentage of the language",
    arguments: [
      (InterfaceLanguage.english, "62.5%", "60%", "1,250%"),
      (.french, "62,5\u{A0}%", "60\u{A0}%", "1\u{A0}250\u{A0}%"),
      (.spanish, "62,5\u{A0}%", "60\u{A0}%", "1\u{A0}250\u{A0}%"),
      (.russian, "62,5\u{A0}%", "60\u{A0}%", "1\u{A0}250\u{A0}%"), (.arabic, "62.5%", "60%", "1,250%"),
      (.chinese, "62.5%", "60%", "1,250%"),
    ])
  func shares(language: InterfaceLanguage, decimal: String, whole: String, large: String) {
    let interface = Interface(language)
    #expect(interface.share(0.625) == decimal)
    #expect(interface.share(0.6) == whole)
    #expect(interface.share(12.5) == large)
  }

  @Test(
    "A share is rounded half away from zero on its decimal value",
    arguments: [
      (0, "0%"), (1, "100%"), (1.0 / 3, "33.3%"), (2.0 / 3, "66.7%"), (0.0005, "0.1%"), (0.00049, "0%"),
      (0.1235, "12.4%"), (0.0015, "0.2%"), (1.0 / 16, "6.3%"), (0.9995, "100%"), (0.9994, "99.9%"),
      (-0.0625, "-6.3%"), (-0.0004, "0%"), (-0.005, "-0.5%"), (0.0625.nextDown, "6.3%"), (0.06249999, "6.2%"),
      (.nan, "-"), (.infinity, "-"), (-.infinity, "-"), (1e300, "-"),
    ] as [(Double, String)])
  func rounding(value: Double, text: String) {
    #expect(Interface(.english).share(value) == text)
  }

  @Test("The share of every count up to 1,000 of 1,000 is the one that whole numbers give")
  func exact() {
    let english = Interface(.english)
    for whole in 1...1000 {
      for part in stride(from: 0, through: whole, by: 1 + whole / 40) {
        let tenths = (2000 * part + whole) / (2 * whole)
        let expected = tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
        let share = Double(part) / Double(whole)
        guard english.share(share) != expected else { continue }
        Issue.record("\(part) of \(whole): \(english.share(share)), expected \(expected)")
      }
    }
  }

  @Test(
    "A length of time reads in the units of the language, from the largest that there is any of",
    arguments: [
      (InterfaceLanguage.english, "0 s", "20 s", "1 min 20 s", "2 h 0 min 5 s", "1,000 h"),
      (
        .french, "0\u{A0}s", "20\u{A0}s", "1\u{A0}min 20\u{A0}s", "2\u{A0}h 0\u{A0}min 5\u{A0}s",
        "1\u{A0}000\u{A0}h"
      ),
      (
        .spanish, "0\u{A0}s", "20\u{A0}s", "1\u{A0}min 20\u{A0}s", "2\u{A0}h 0\u{A0}min 5\u{A0}s",
        "1\u{A0}000\u{A0}h"
      ),
      (
        .russian, "0\u{A0}с", "20\u{A0}с", "1\u{A0}мин 20\u{A0}с", "2\u{A0}ч 0\u{A0}мин 5\u{A0}с",
        "1\u{A0}000\u{A0}ч"
      ),
      (.arabic, "0 ث", "20 ث", "1 د 20 ث", "2 س 0 د 5 ث", "1,000 س"),
      (.chinese, "0秒", "20秒", "1分20秒", "2小时0分5秒", "1,000小时"),
    ])
  func durations(
    language: InterfaceLanguage, none: String, seconds: String, minutes: String, hours: String, long: String
  ) {
    let interface = Interface(language)
    #expect([-7, 0].map(interface.duration) == [none, none])
    #expect(interface.duration(20) == seconds)
    #expect(interface.duration(80) == minutes)
    #expect(interface.duration(7205) == hours)
    #expect(interface.duration(3_600_000) == long)
  }

  @Test("What a length of time has none of at its end is not said")
  func wholeDurations() {
    let english = Interface(.english)
    #expect([60, 3600, 3660, 5400].map(english.duration) == ["1 min", "1 h", "1 h 1 min", "1 h 30 min"])
  }

  @Test(
    "A whole number is grouped in threes",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (1_000_007, "1,000,007"),
      (-1234, "-1,234"), (-999, "-999"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func numbers(value: Int, text: String) {
    let spaced = text.replacing(",", with: "\u{A0}")
    for language in [InterfaceLanguage.english, .arabic, .chinese] {
      #expect(Interface(language).number(value) == text)
    }
    for language in [InterfaceLanguage.french, .spanish, .russian] {
      #expect(Interface(language).number(value) == spaced)
    }
  }

  @Test(
    "A list is joined by the language's comma, and by semicolons where an item has a comma",
    arguments: [
      (InterfaceLanguage.english, "1, 3, 9", "a, b; c"), (.french, "1, 3, 9", "a, b\u{A0}; c"),
      (.spanish, "1, 3, 9", "a, b; c"), (.russian, "1, 3, 9", "a, b; c"),
      (.arabic, "1\u{60C} 3\u{60C} 9", "a, b\u{61B} c"), (.chinese, "1\u{3001}3\u{3001}9", "a, b\u{FF1B}c"),
    ])
  func lists(language: InterfaceLanguage, plain: String, withComma: String) {
    let interface = Interface(language)
    #expect(interface.list(["1", "3", "9"]) == plain)
    #expect(interface.list(["a, b", "c"]) == withComma)
    #expect(interface.list(["a"]) == "a")
    #expect(interface.list([]) == "")
  }
}
