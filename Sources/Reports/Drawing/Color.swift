/// A colour of the figures: what it is in a file, which is always on white paper, and what a page has it be.
struct Color: Hashable {
  /// Its name among the variables of a page: `bar` is `var(--bar)`.
  let name: String
  /// On white paper, as `#rrggbb`.
  let light: String
  /// On dark paper.
  let dark: String

  init(_ name: String, _ light: String, _ dark: String) {
    self.name = name
    self.light = light
    self.dark = dark
  }
}

/// What an area is filled with beside its colour, in a square of 8 by 8.
enum Mark: Hashable {
  /// Lines along a path.
  case stroke(String, Color, width: Double)
  /// Two dots.
  case dots(Color, radius: Double)
}

/// Where a drawing is going to stand.
enum Medium {
  /// In a file of its own, with its colours as they are.
  case file
  /// In a page, which says what the colours are: light ones by day and in print, dark ones by night.
  case page

  /// A colour as an attribute has it.
  func paint(_ color: Color) -> String {
    switch self {
    case .file: color.light
    case .page: "var(--\(color.name))"
    }
  }

  /// A mark as SVG.
  func svg(_ mark: Mark) -> String {
    switch mark {
    case .stroke(let path, let color, let width):
      "<path d=\"\(path)\" stroke=\"\(paint(color))\" stroke-width=\"\(width)\" fill=\"none\"/>"
    case .dots(let color, let radius):
      [2, 6].map { "<circle cx=\"\($0)\" cy=\"\($0)\" r=\"\(radius)\" fill=\"\(paint(color))\"/>" }.joined()
    }
  }
}
