internal import PageDrawing
internal import Scenes

extension ReportSetter {
  static let pictureGap = 8.0
  /// What a heading and a few lines take above a picture.
  private static let roomAbove = 110.0

  /// How large a picture is drawn: as wide as the page, or smaller where it is only somewhat too high for one.
  static func place(of picture: Scene) -> (scale: Double, height: Double) {
    let widest = min(width / picture.width, 0.75)
    let whole = picture.height * widest
    let fitting = room - roomAbove - pictureGap
    if whole <= fitting { return (widest, whole) }
    if whole <= fitting / 0.7 { return (widest * fitting / whole, fitting) }
    // It goes on over several pages, and begins at once.
    return (widest, fitting / 2)
  }

  mutating func set(_ picture: Scene) {
    let (scale, height) = Self.place(of: picture)
    keep(height)
    let x = Self.margin.side + (Self.width - picture.width * scale) / 2
    var start = 0.0
    let breaks = height < picture.height * scale - 1 ? picture.breaks : []
    while start < picture.height {
      let fitting = start + (Self.bottom - y) / scale
      var end = picture.height
      // Nothing is cut in two, unless it is higher than a page.
      if fitting < picture.height { end = breaks.last { $0 > start && $0 <= fitting } ?? fitting }
      put(.picture(picture, x: x, y: y, scale: scale, part: start..<end))
      y += (end - start) * scale
      start = end
      if start < picture.height { nextPage() }
    }
    y += Self.pictureGap
  }
}
