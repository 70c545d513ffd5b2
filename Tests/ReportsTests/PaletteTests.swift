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
    ("bar", "paper"), ("bar", "track"), ("second", "paper"), ("second", "track"), ("fifth", "paper"),
    ("fourth-mark", "paper"), ("sixth-mark", "paper"), ("seventh-mark", "paper"), ("bar", "third"),
    ("fourth-mark", "fourth"), ("bar-ink", "fifth"),
    ("sixth-mark", "sixth"), ("seventh-mark", "seventh"), ("state", "paper"),
  ]
  @Test("Words and marks stand out, by day and by night (WCAG 1.4.3, 1.4.11)", arguments: [0, 1])
  func contrasts(scheme: Int) throws {
    let colors = try Self.colors(scheme)
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

  /// How colours look to people who lack a kind of cone: red, green or blue, by linear RGB (Machado and others, 2009).
  private static let visions: [[[Double]]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
  ]

  @Test("The colours without a pattern stay far apart for the colour-blind and in grey", arguments: [0, 1])
  func blindness(scheme: Int) throws {
    let colors = try Self.colors(scheme)
    let names = ["bar", "second", "paper", "track"]
    for (place, first) in names.enumerated() {
      // Paper and track are both grounds.
      for second in names[(place + 1)...] where (first, second) != ("paper", "track") {
        for vision in Self.visions {
          let one = Self.lab(try #require(colors[first]), vision)
          let other = Self.lab(try #require(colors[second]), vision)
          let distance = zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
          #expect(distance >= 40, "\(first) \(second)")
        }
        // Print has the grey of those who see all colours.
        let greys = try [first, second].map { Self.lab(try #require(colors[$0]), Self.visions[0])[0] }
        #expect(abs(greys[0] - greys[1]) >= 14, "\(first) \(second) in grey")
      }
    }
  }

  /// A colour as CIELAB (D65), as somebody sees it.
  private static func lab(_ hex: String, _ vision: [[Double]]) -> [Double] {
    let linear = Self.linear(hex)
    let seen = vision.map { row in min(1, max(0, zip(row, linear).map(*).reduce(0, +))) }
    let toXYZ = [
      [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883],
    ]
    let xyz = toXYZ.map { row in
      let value = zip(row, seen).map(*).reduce(0, +)
      return value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
  }

  /// The colours of a page by their names, of day or night.
  private static func colors(_ scheme: Int) throws -> [String: String] {
    let page = HTMLReport(edition(.english), questionnaire: "q", version: "1").html(of: [], title: "T")
    let blocks = page.matches(of: #/:root \{([^}]*)\}/#).map { String($0.output.1) }
    try #require(blocks.count == 2)
    return Dictionary(
      blocks[scheme].matches(of: #/--([a-z-]+): #([0-9a-f]{6})/#).map {
        (String($0.output.1), String($0.output.2))
      }
    ) { first, _ in first }
  }

  /// The relative luminance of a colour, from 0 to 1 (WCAG 2.2).
  private static func luminance(_ hex: String) -> Double {
    let parts = linear(hex)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// Red, green and blue as light, from 0 to 1.
  private static func linear(_ hex: String) -> [Double] {
    let value = Int(hex, radix: 16) ?? 0
    return [value >> 16, value >> 8 & 255, value & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }
}
