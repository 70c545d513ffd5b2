extension Scene {
  /// The heights between marks at which the picture can be cut and nothing is cut in two, from above to below.
  public var breaks: [Double] {
    var breaks: [Double] = []
    var bottom = 0.0
    for extent in marks.map(\.extent).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if extent.lowerBound - bottom >= Self.narrowestGap { breaks.append((bottom + extent.lowerBound) / 2) }
      bottom = max(bottom, extent.upperBound)
    }
    return breaks
  }

  /// Less than this between two marks is no place to cut at.
  private static let narrowestGap = 3.0

  /// The picture in pieces that stand below one another, cut where nothing stands.
  ///
  /// - Parameter height: No piece is higher, unless it cannot be cut.
  /// - Returns: For each piece from which height to which it reaches, and its marks.
  public func pieces(ofHeight height: Double) -> [(range: Range<Double>, marks: [Mark])] {
    var edges = [0.0]
    var last = 0.0
    for place in breaks + [self.height] {
      if place - (edges.last ?? 0) > height, last > (edges.last ?? 0) { edges.append(last) }
      last = place
    }
    edges.append(self.height)
    return zip(edges, edges.dropFirst()).map { start, end in
      // Letters of the first line may reach out of the paper.
      let top = start == 0 ? -Double.infinity : start
      return (start..<end, marks.filter { (top..<end).contains($0.extent.lowerBound) })
    }
  }
}

extension Mark {
  /// From which height to which it reaches.
  fileprivate var extent: ClosedRange<Double> {
    switch self {
    case .area(let area): area.y...area.y + area.height
    case .dot(let dot): dot.y - dot.radius...dot.y + dot.radius
    case .line(let line): line.y...line.y
    case .text(let text): text.extent
    }
  }
}

extension Mark.Text {
  /// Letters of any script, with their marks above and below; of an upright text, as if each were an em wide.
  fileprivate var extent: ClosedRange<Double> {
    if isUpright {
      let length = size * Double(lines.map(\.count).max() ?? 0)
      return (side == .right ? y : y - length)...(side == .left ? y : y + length)
    }
    return y - size...y + Double(lines.count - 1) * lineHeight + 0.3 * size
  }
}
