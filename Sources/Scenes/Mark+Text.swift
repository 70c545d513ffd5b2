extension Mark {
  /// Words: lines that stand below one another.
  public struct Text: Sendable, Hashable {
    /// Which point of a line stands at its place.
    public enum Side: String, Sendable, Hashable {
      case left, middle, right
    }

    /// Without line breaks or anything else that is no letter.
    public var lines: [String]
    /// Where each line begins, ends or has its middle.
    public var x: Double
    /// The foot of the letters of the first line.
    public var y: Double
    /// From one foot to the next.
    public var lineHeight: Double
    /// The height of 1 em.
    public var size: Double
    /// Whether its letters are bold.
    public var isBold: Bool
    /// The colour of its letters.
    public var color: Color
    /// Which point of a line stands at `x`.
    public var side: Side
    /// Whether its words follow each other from right to left.
    public var isFromRight: Bool
    /// Whether it is turned by a quarter, so that what was its left side is its foot.
    public var isUpright = false

    /// Creates words.
    public init(
      _ lines: [String], x: Double, y: Double, lineHeight: Double, size: Double, isBold: Bool = false,
      color: Color, side: Side = .left, isFromRight: Bool = false, isUpright: Bool = false
    ) {
      self.lines = lines
      self.x = x
      self.y = y
      self.lineHeight = lineHeight
      self.size = size
      self.isBold = isBold
      self.color = color
      self.side = side
      self.isFromRight = isFromRight
      self.isUpright = isUpright
    }
  }
}
