internal import Analysis
internal import Scenes

/// The colours and patterns of all figures.
///
/// Neighbours differ in lightness as well as in hue, so that they stay apart for people who are colour-blind and
/// in grey print; from the third on a pattern tells them apart too. Each stands out against paper and track, by its
/// colour or by its outline (WCAG 1.4.11). What is no answer is never of one colour.
enum Palette {
  static let paper = Color("paper", "#ffffff", "#12161b")
  static let ink = Color("ink", "#1a1a1a", "#eceff2")
  static let mutedInk = Color("muted-ink", "#454b52", "#b4bcc5")
  static let rule = Color("rule", "#aab2bb", "#56606b")
  static let track = Color("track", "#e9edf2", "#262d35")
  static let bar = Color("bar", "#0b4f8a", "#79b8f3")
  static let warningPaper = Color("warning-paper", "#fff4cc", "#3a2f0b")
  static let warningInk = Color("warning-ink", "#5c4400", "#ffdf8a")

  private static let barInk = Color("bar-ink", "#ffffff", "#0d1116")
  private static let dark = Color("dark-ink", "#1a1a1a", "#0d1116")
  private static let second = Color("second", "#c96e0a", "#c57a14")
  private static let third = Color("third", "#8fc3e0", "#1d4360")
  private static let fourth = Color("fourth", "#fdebc8", "#46300f")
  private static let fourthMark = Color("fourth-mark", "#8a4b00", "#f0c07a")
  private static let fifth = Color("fifth", "#5b2a5e", "#cfa3d6")
  private static let sixth = Color("sixth", "#c9e3bf", "#1f3c1a")
  private static let sixthMark = Color("sixth-mark", "#2f5d2a", "#a3d494")
  private static let seventh = Color("seventh", "#d9d9d9", "#3a4047")
  private static let seventhMark = Color("seventh-mark", "#333333", "#ccd2d8")
  private static let state = Color("state", "#6b747d", "#98a3ae")
  private static let faintState = Color("faint-state", "#9aa3ab", "#6d7883")

  /// A way to fill an area.
  struct Fill {
    /// Its colour, or its pattern.
    let paint: Paint
    /// What stands out against the colour.
    let ink: Color
    /// The line around it.
    let outline: Color
    /// Whether the line is always drawn, and not between neighbours alone.
    var isOutlined = false

    /// Its colour, or the ground of its pattern.
    var color: Color { paint.color }
    var hasPattern: Bool { if case .pattern = paint { true } else { false } }
  }

  // Strokes that end in a corner go on over it, so that the next square has the whole of their width.
  private static let rising: [Pattern.Segment] = [
    Pattern.Segment(-2, 2, 2, -2), Pattern.Segment(0, 8, 8, 0), Pattern.Segment(6, 10, 10, 6),
  ]
  private static let falling: [Pattern.Segment] = [
    Pattern.Segment(-2, 6, 2, 10), Pattern.Segment(0, 0, 8, 8), Pattern.Segment(6, -2, 10, 2),
  ]
  private static let crossing: [Pattern.Segment] = [
    Pattern.Segment(0, 0, 8, 8), Pattern.Segment(0, 8, 8, 0),
  ]
  private static let level = Pattern.Segment(0, 4, 8, 4)
  private static let upright = Pattern.Segment(4, 0, 4, 8)

  /// The fills of answers, in their order.
  static let answers: [Fill] = [
    plain(bar, ink: barInk), plain(second, ink: dark),
    pattern("diagonal", third, .strokes(rising, bar, width: 1.6), outline: bar),
    pattern("dots", fourth, .dots(fourthMark, radius: 1.3), outline: fourthMark),
    pattern("level", fifth, .strokes([level], barInk, width: 1.4), ink: barInk),
    pattern("upright", sixth, .strokes([upright], sixthMark, width: 1.6), outline: sixthMark),
    pattern("grid", seventh, .strokes([level, upright], seventhMark, width: 1.1), outline: seventhMark),
  ]

  /// The fill of what is no answer.
  static func fill(of state: RowState) -> Fill {
    switch state {
    case .unknown: fill("unknown", .strokes(falling, Self.state, width: 1.2))
    case .blank: fill("blank", nil)
    case .notApplicable: fill("not-applicable", .dots(Self.state, radius: 0.9))
    case .notAsked, .unlisted, .noCode, .disputed, .uncoded, .noRepeats:
      fill("not-asked", .strokes(crossing, faintState, width: 0.9))
    }
  }

  /// All colours, each once: what a page must say the values of.
  static let colors: [Color] = [
    paper, ink, mutedInk, rule, track, bar, warningPaper, warningInk, barInk, dark, second, third, fourth,
    fourthMark, fifth, sixth, sixthMark, seventh, seventhMark, state, faintState,
  ]

  private static func plain(_ color: Color, ink: Color) -> Fill {
    Fill(paint: .plain(color), ink: ink, outline: paper)
  }

  /// A fill with a pattern; one that is too faint for its ground has an outline that is not.
  private static func pattern(
    _ name: String, _ color: Color, _ hatching: Pattern.Hatching, ink: Color = Palette.ink,
    outline: Color? = nil
  ) -> Fill {
    Fill(
      paint: .pattern(Pattern(name, on: color, hatching)), ink: ink, outline: outline ?? paper,
      isOutlined: outline != nil)
  }

  private static func fill(_ name: String, _ hatching: Pattern.Hatching?) -> Fill {
    let paint = hatching.map { Paint.pattern(Pattern(name, on: paper, $0)) } ?? .plain(paper)
    return Fill(paint: paint, ink: ink, outline: state, isOutlined: true)
  }
}
