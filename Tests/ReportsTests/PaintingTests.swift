import Analysis
import CSV
import Messages
import PageDrawing
import Reports
import Survey
import Testing
import Workers

/// The picture that our worker paints, held against what librsvg makes of the SVG of the same figure.
@Suite("Painted figures")
struct PaintingTests {
  /// Pixels to the inch: two for one of CSS.
  private static let resolution = 192

  @Test(
    "A painted figure is what librsvg draws of its SVG", arguments: Sample.allCases,
    InterfaceLanguage.allCases)
  func judged(sample: Sample, language: InterfaceLanguage) throws {
    let edition = edition(language)
    let painted = try Self.painted(sample.figure, edition)
    // Both take the same fonts, whatever this machine has: another font's letters are as wide as another font's.
    let svg = SVGReport(edition).svg(of: sample.figure)
      .replacing(/font-family="[^"]*"/, with: "font-family=\"\(Typesetter.families)\"")
    let judge = try Pixels(svg: svg, width: painted.width, height: painted.height)
    // Letters may stand half a pixel beside each other. Where librsvg draws lam and alef each by itself, they are joined.
    let (most, x, y) = try painted.difference(from: judge)
    #expect(most <= (language == .arabic ? 55 : 30), "at \(x / 2), \(y / 2) of CSS")
    // A line of one pixel that is missing shows in its row.
    let row = try painted.differenceOfRows(from: judge)
    #expect(row.most <= 6, "at the height \(row.y / 2) of CSS")
  }

  private static func painted(_ figure: Figure, _ edition: Edition) throws -> Pixels {
    let files = ReportFiles(edition, questionnaire: "form", version: "1")
    let definition = try #require(files.drawings(for: [figure], formats: [.png]).first?.definitions.first)
    var writer = CSVWriter(lineEnd: .lf)
    for record in definition.prefix(1) + [["resolution", "\(resolution)"]] + definition.dropFirst() {
      try writer.append(record: record)
    }
    var worker = Worker(try WorkerProgram(beside: "iscm-draw"))
    guard case .answered(let png) = try worker.answer(to: writer.takeBytes()) else {
      throw NotPainted(figure: figure.id.text)
    }
    return try Pixels(png: png)
  }

  private struct NotPainted: Error {
    let figure: String
  }
}
