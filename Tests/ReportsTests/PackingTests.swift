import CSV
import Chance
import Scenes
import Testing
import Workers

/// Every pixel of a picture comes back out of its PNG, as another program reads it.
@Suite("Packed pictures")
struct PackingTests {
  @Test("Any areas come back as they were painted", arguments: 0..<24 as Range<UInt64>)
  func areas(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    // Narrow ones, and one so large that repetitions reach as far as they can.
    let width = [3, 17, 258, 1_000, 9_000][Int(seed % 5)]
    let height = Int.random(in: 1...90, using: &random)
    let colors = (0..<Int.random(in: 1...200, using: &random)).map { _ in
      UInt32.random(in: 0...0xFF_FFFF, using: &random)
    }
    var pixels = [UInt32](repeating: 0xFF_FFFF, count: width * height)
    var marks: [Mark] = []
    for _ in 0..<Int.random(in: 0...400, using: &random) {
      let (x, y) = (Int.random(in: 0..<width, using: &random), Int.random(in: 0..<height, using: &random))
      let wide = Int.random(in: 1...max(1, min(width - x, 40)), using: &random)
      let high = Int.random(in: 1...max(1, min(height - y, 6)), using: &random)
      let color = try #require(colors.randomElement(using: &random))
      for row in y..<(y + high) {
        for column in x..<(x + wide) { pixels[row * width + column] = color }
      }
      marks.append(Self.area(x, y, wide, high, color))
    }
    let scene = Scene(width: Double(width), height: Double(height), marks: marks)
    let painted = try Self.painted(scene)
    // Where there are very many colours, rare ones are a shade off.
    let all = zip(try painted.colors, pixels)
    #expect(all.allSatisfy { Self.distance($0, $1) <= 8 })
    #expect(painted.width == width && painted.height == height)
  }

  private static func area(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ color: UInt32) -> Mark {
    var area = Mark.Area(x: Double(x), y: Double(y), width: Double(width), height: Double(height))
    let digits = String(color, radix: 16)
    let name = "#" + String(repeating: "0", count: 6 - digits.count) + digits
    area.fill = .plain(Color("", name, name))
    return .area(area)
  }

  private static func painted(_ scene: Scene) throws -> Pixels {
    var writer = CSVWriter(lineEnd: .lf)
    for record in [["png"], ["resolution", "96"]] + scene.records { try writer.append(record: record) }
    var worker = Worker(try WorkerProgram(beside: "iscm-draw"))
    let answer = try worker.answer(to: writer.takeBytes())
    guard case .answered(let png) = answer else { throw NotPainted(answer: answer) }
    return try Pixels(png: png)
  }

  private struct NotPainted: Error {
    let answer: WorkerAnswer
  }

  private static func distance(_ one: UInt32, _ other: UInt32) -> Int {
    [0, 8, 16].map { abs(Int(one >> $0 & 255) - Int(other >> $0 & 255)) }.max() ?? 0
  }
}
