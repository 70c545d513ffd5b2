internal import Analysis

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
    /// The name of the pattern; nothing for a plain colour.
    let pattern: String?
    let color: Color
    /// What the pattern is drawn with.
    let mark: Mark?
    /// What stands out against the colour.
    let ink: Color
    /// The line around it.
    let outline: Color
    /// Whether the line is always drawn, and not between neighbours alone.
    var isOutlined = false
  }

  /// The fills of answers, in their order.
  static let answers: [Fill] = [
    plain(bar, ink: barInk), plain(second, ink: dark),
    pattern("diagonal", third, .stroke("M-2 2L2 -2M0 8L8 0M6 10L10 6", bar, width: 1.6), outline: bar),
    pattern("dots", fourth, .dots(fourthMark, radius: 1.3), outline: fourthMark),
    pattern("level", fifth, .stroke("M0 4H8", barInk, width: 1.4), ink: barInk),
    pattern("upright", sixth, .stroke("M4 0V8", sixthMark, width: 1.6), outline: sixthMark),
    pattern("grid", seventh, .stroke("M0 4H8M4 0V8", seventhMark, width: 1.1), outline: seventhMark),
  ]

  /// The fill of what is no answer.
  static func fill(of state: RowState) -> Fill {
    switch state {
    case .unknown: fill("unknown", .stroke("M-2 6L2 10M0 0L8 8M6 -2L10 2", Self.state, width: 1.2))
    case .blank: fill("blank", nil)
    case .notApplicable: fill("not-applicable", .dots(Self.state, radius: 0.9))
    case .notAsked, .unlisted, .noCode, .disputed, .uncoded, .noRepeats:
      fill("not-asked", .stroke("M0 0L8 8M0 8L8 0", faintState, width: 0.9))
    }
  }

  /// All colours, each once: what a page must say the values of.
  static let colors: [Color] = [
    paper, ink, mutedInk, rule, track, bar, warningPaper, warningInk, barInk, dark, second, third, fourth,
    fourthMark, fifth, sixth, sixthMark, seventh, seventhMark, state, faintState,
  ]

  private static func plain(_ color: Color, ink: Color) -> Fill {
    Fill(pattern: nil, color: color, mark: nil, ink: ink, outline: paper)
  }

  /// A fill with a pattern; one that is too faint for its ground has an outline that is not.
  private static func pattern(
    _ name: String, _ color: Color, _ mark: Mark, ink: Color = Palette.ink, outline: Color? = nil
  ) -> Fill {
    Fill(
      pattern: name, color: color, mark: mark, ink: ink, outline: outline ?? paper, isOutlined: outline != nil
    )
  }

  private static func fill(_ name: String, _ mark: Mark?) -> Fill {
    Fill(
      pattern: mark == nil ? nil : name, color: paper, mark: mark, ink: ink, outline: state, isOutlined: true)
  }
}
