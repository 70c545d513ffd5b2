/// What an area is filled with.
public enum Paint: Sendable, Hashable {
  case plain(Color)
  case pattern(Pattern)

  /// Its colour, or the ground of its pattern.
  public var color: Color {
    switch self {
    case .plain(let color): color
    case .pattern(let pattern): pattern.ground
    }
  }
}

/// A square of 8 by 8 that is laid over an area again and again, from the corner of the paper on.
public struct Pattern: Sendable, Hashable {
  /// What is drawn in the square.
  public enum Hatching: Sendable, Hashable {
    /// Strokes, some of which may reach out of the square.
    case strokes([Segment], Color, width: Double)
    /// Two dots, at a quarter and at three quarters of both sides.
    case dots(Color, radius: Double)
  }

  /// A straight line between two points.
  public struct Segment: Sendable, Hashable {
    /// Where it begins.
    public let start: Point
    /// Where it ends.
    public let end: Point

    /// Joins two points.
    public init(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
      start = Point(x: x1, y: y1)
      end = Point(x: x2, y: y2)
    }
  }

  /// A point of the square.
  public struct Point: Sendable, Hashable {
    /// From the left edge of the square.
    public let x: Int
    /// From its upper edge.
    public let y: Int
  }

  /// The length of its sides.
  public static let size = 8
  /// Where the dots have their middles, in both directions.
  public static let dotPlaces = [2, 6]

  /// What tells it from the other patterns of a picture.
  public let name: String
  /// The colour of the square.
  public let ground: Color
  /// What is drawn on it.
  public let hatching: Hatching

  /// Creates a pattern.
  public init(_ name: String, on ground: Color, _ hatching: Hatching) {
    self.name = name
    self.ground = ground
    self.hatching = hatching
  }
}
