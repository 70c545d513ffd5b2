import Glibc
import Messages
import Reports
import Testing

@Suite("The colours of a page")
struct PaletteTests {
  /// What stands on what: words, and the marks of patterns.
  private static let words = [
    ("ink", "paper"), ("muted-ink", "paper"), ("muted-ink", "soft"), ("link", "paper"), ("link", "soft"),
    ("head-ink", "head"), ("warning-ink", "warning-paper"), ("bar-ink", "bar"), ("dark-ink", "second"),
    ("ink", "third"), ("ink", "fourth"), ("bar-ink", "fifth"), ("ink", "sixth"), ("ink", "seventh"),
  ]
  private static let marks = [
    ("bar", "paper"), ("bar", "third"), ("fourth-mark", "fourth"), ("bar-ink", "fifth"),
    ("sixth-mark", "sixth"), ("seventh-mark", "seventh"), ("state", "paper"),
  ]
  @Test("Words and marks stand out, by day and by night (WCAG 1.4.3, 1.4.11)", arguments: [0, 1])
  func contrasts(scheme: Int) throws {
    let page = HTMLReport(edition(.english), questionnaire: "q", version: "1").html(of: [], title: "T")
    let blocks = page.matches(of: #/:root \{([^}]*)\}/#).map { String($0.output.1) }
    try #require(blocks.count == 2)
    let colors = Dictionary(
      blocks[scheme].matches(of: #/--([a-z-]+): #([0-9a-f]{6})/#).map {
        (String($0.output.1), String($0.output.2))
      }
    ) { first, _ in first }
    func contrast(_ pair: (String, String)) throws -> Double {
      let first = Self.luminance(try #require(colors[pair.0]))
      let second = Self.luminance(try #require(colors[pair.1]))
      return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }
    for pair in Self.words { #expect(try contrast(pair) >= 4.5, "\(pair)") }
    for pair in Self.marks { #expect(try contrast(pair) >= 3, "\(pair)") }
    // The first two answers have no pattern: their lightness alone tells them apart.
    #expect(try contrast(("bar", "second")) >= 1.5)
  }

  /// The relative luminance of a colour, from 0 to 1 (WCAG 2.2).
  private static func luminance(_ hex: String) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
