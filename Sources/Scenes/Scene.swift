/// A picture as marks on white paper: what stands where, in pixels of CSS from the upper left corner.
///
/// Whoever draws a figure makes one; it becomes SVG, or goes to a worker that paints it.
public struct Scene: Sendable, Hashable {
  /// How wide the paper is.
  public var width: Double
  /// How high it is.
  public var height: Double
  /// Whether the picture is read from right to left.
  public var isFromRight: Bool
  /// What stands on it, from the lowest to the uppermost.
  public var marks: [Mark]

  /// Puts marks on paper.
  ///
  /// - Parameters:
  ///   - width: How wide the paper is.
  ///   - height: How high it is.
  ///   - isFromRight: Whether the picture is read from right to left.
  ///   - marks: What stands on it, from the lowest to the uppermost.
  public init(width: Double, height: Double, isFromRight: Bool = false, marks: [Mark] = []) {
    self.width = width
    self.height = height
    self.isFromRight = isFromRight
    self.marks = marks
  }

  /// The patterns that areas and dots are filled with, each once, in the order in which they come.
  public var patterns: [Pattern] {
    var patterns: [Pattern] = []
    for case .pattern(let pattern)? in marks.map(\.fill) where !patterns.contains(pattern) {
      patterns.append(pattern)
    }
    return patterns
  }

  /// All that is written on it.
  public var texts: [String] {
    marks.flatMap { mark -> [String] in
      if case .text(let text) = mark { text.lines } else { [] }
    }
  }
}
