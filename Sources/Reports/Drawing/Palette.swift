internal import Analysis

/// The colours and patterns of all figures.
///
/// Neighbours differ in lightness as well as in hue, so that they stay apart for people who are colour-blind and
/// in grey print; from the third on a pattern tells them apart too. What is no answer is never of one colour.
enum Palette {
  static let paper = "#ffffff"
  static let ink = "#1a1a1a"
  static let mutedInk = "#454b52"
  static let rule = "#aab2bb"
  static let track = "#e9edf2"
  static let bar = "#0b4f8a"
  static let warningPaper = "#fff4cc"
  static let warningInk = "#5c4400"

  /// A way to fill an area.
  struct Fill {
    /// The name of the pattern; nothing for a plain colour.
    let pattern: String?
    let color: String
    /// What the pattern is drawn with, in a square of 8 by 8.
    let mark: String
    /// What stands out against the colour.
    let ink: String
    /// The line around it.
    let outline: String
    /// Whether it is the fill of what is no answer.
    var isState = false
  }

  /// The fills of answers, in their order.
  static let answers: [Fill] = [
    plain(bar, ink: paper), plain("#f2a33a", ink: ink),
    pattern("diagonal", "#8fc3e0", stroke("M-2 2L2 -2M0 8L8 0M6 10L10 6", bar, 1.6)),
    pattern("dots", "#fdebc8", dots("#8a4b00", 1.3)),
    pattern("level", "#5b2a5e", stroke("M0 4H8", paper, 1.4), ink: paper),
    pattern("upright", "#c9e3bf", stroke("M4 0V8", "#2f5d2a", 1.6)),
    pattern("grid", "#d9d9d9", stroke("M0 4H8M4 0V8", "#333333", 1.1)),
  ]

  /// The fill of what is no answer.
  static func fill(of state: RowState) -> Fill {
    switch state {
    case .unknown: self.state("unknown", stroke("M-2 6L2 10M0 0L8 8M6 -2L10 2", "#6b747d", 1.2))
    case .blank: self.state("blank", "")
    case .notApplicable: self.state("not-applicable", dots("#6b747d", 0.9))
    case .notAsked, .unlisted, .noCode, .disputed, .uncoded:
      self.state("not-asked", stroke("M0 0L8 8M0 8L8 0", "#9aa3ab", 0.9))
    }
  }

  private static func plain(_ color: String, ink: String) -> Fill {
    Fill(pattern: nil, color: color, mark: "", ink: ink, outline: paper)
  }

  private static func pattern(_ name: String, _ color: String, _ mark: String, ink: String = Palette.ink)
    -> Fill
  {
    Fill(pattern: name, color: color, mark: mark, ink: ink, outline: paper)
  }

  private static func state(_ name: String, _ mark: String) -> Fill {
    Fill(
      pattern: mark.isEmpty ? nil : name, color: paper, mark: mark, ink: ink, outline: "#6b747d",
      isState: true)
  }

  private static func stroke(_ path: String, _ color: String, _ width: Double) -> String {
    "<path d=\"\(path)\" stroke=\"\(color)\" stroke-width=\"\(width)\" fill=\"none\"/>"
  }

  private static func dots(_ color: String, _ radius: Double) -> String {
    [2, 6].map { "<circle cx=\"\($0)\" cy=\"\($0)\" r=\"\(radius)\" fill=\"\(color)\"/>" }.joined()
  }
}
