/// How a text looks.
package struct PageStyle {
  /// The height of its letters in points.
  package var size: Double
  package var color = (red: 0.1, green: 0.1, blue: 0.1)
  package var isBold = false
  /// In scripts that have italics.
  package var isItalic = false
  /// The space below it in points.
  package var after = 2.0

  package init(
    size: Double, color: (red: Double, green: Double, blue: Double) = (0.1, 0.1, 0.1), isBold: Bool = false,
    isItalic: Bool = false, after: Double = 2
  ) {
    self.size = size
    self.color = color
    self.isBold = isBold
    self.isItalic = isItalic
    self.after = after
  }
}
