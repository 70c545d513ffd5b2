import Chance
import Scenes
import Testing

@Suite("Drawings that are higher than a page")
struct PieceTests {
  @Test("Each mark stands in one piece, and none is cut", arguments: 0..<50 as Range<UInt64>)
  func cut(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let bars = (0..<Int.random(in: 0...80, using: &random)).map { _ in
      Double.random(in: 1...150, using: &random)
    }
    var scene = Scene(width: 700, height: 0)
    for height in bars {
      let gap = Double.random(in: 0...12, using: &random)
      scene.marks.append(.area(Mark.Area(x: 10, y: scene.height + gap, width: 50, height: height)))
      scene.height += gap + height
    }
    scene.height += 10
    let pieces = scene.pieces(ofHeight: 400)
    #expect(pieces.flatMap(\.marks) == scene.marks)
    #expect(pieces.first?.range.lowerBound == 0 && pieces.last?.range.upperBound == scene.height)
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      #expect(piece.range.upperBound == next.range.lowerBound)
    }
    for (range, marks) in pieces {
      for case .area(let area) in marks {
        #expect(range.lowerBound <= area.y && area.y + area.height <= range.upperBound)
      }
      // A piece that is too high could not have been cut.
      let inside = scene.breaks.filter { range.lowerBound < $0 && $0 < range.upperBound }
      #expect(range.upperBound - range.lowerBound <= 400 || inside.isEmpty)
    }
  }
}
