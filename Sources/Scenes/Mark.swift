/// Something that stands on the paper of a scene.
public enum Mark: Sendable, Hashable {
  case area(Area)
  case dot(Dot)
  case line(Line)
  case text(Text)

  /// A rectangle, filled or outlined or both.
  public struct Area: Sendable, Hashable {
    /// Its left edge.
    public var x: Double
    /// Its upper edge.
    public var y: Double
    /// How wide it is.
    public var width: Double
    /// How high it is.
    public var height: Double
    /// The radius of its corners.
    public var radius = 0.0
    /// What it is filled with.
    public var fill: Paint?
    /// The line around it.
    public var outline: Stroke?

    /// Creates an area without anything to see.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// A circle.
  public struct Dot: Sendable, Hashable {
    /// Its middle, from the left edge of the paper.
    public var x: Double
    /// Its middle, from the upper edge of the paper.
    public var y: Double
    /// From its middle to its edge.
    public var radius: Double
    /// What it is filled with.
    public var fill: Paint
    /// The line around it.
    public var outline: Stroke?

    /// Creates a dot.
    public init(x: Double, y: Double, radius: Double, fill: Paint, outline: Stroke? = nil) {
      self.x = x
      self.y = y
      self.radius = radius
      self.fill = fill
      self.outline = outline
    }
  }

  /// A level line.
  public struct Line: Sendable, Hashable {
    /// Its left end.
    public var start: Double
    /// Its right end.
    public var end: Double
    /// How far down it is.
    public var y: Double
    /// How it is drawn.
    public var stroke: Stroke

    /// Creates a line.
    public init(from start: Double, to end: Double, y: Double, stroke: Stroke) {
      self.start = start
      self.end = end
      self.y = y
      self.stroke = stroke
    }
  }

  /// How a line is drawn; it is 1 wide.
  public struct Stroke: Sendable, Hashable {
    /// Its colour.
    public var color: Color
    /// How long it is drawn and how long it is left out, by turns; a whole line has none.
    public var dashes: [Int]

    /// Creates a stroke.
    public init(_ color: Color, dashes: [Int] = []) {
      self.color = color
      self.dashes = dashes
    }
  }

  /// What it is filled with; nothing where it has no fill.
  var fill: Paint? {
    switch self {
    case .area(let area): area.fill
    case .dot(let dot): dot.fill
    case .line, .text: nil
    }
  }
}
