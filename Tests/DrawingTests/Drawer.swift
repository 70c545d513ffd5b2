import CSV
import Scenes
import Testing
import Workers

/// The worker that draws, as `iscm` runs it.
struct Drawer: ~Copyable {
  private var worker: Worker

  init() throws { worker = Worker(try WorkerProgram(beside: "iscm-draw")) }

  /// A worker with other fonts than the machine's.
  ///
  /// - Parameter configuration: A file of fontconfig.
  /// - Throws: Where there is no worker.
  init(fonts configuration: String) throws {
    let program = try WorkerProgram(beside: "iscm-draw")
    worker = Worker(
      WorkerProgram(path: "/usr/bin/env", arguments: ["FONTCONFIG_FILE=\(configuration)", program.path]))
  }

  /// Draws a file.
  ///
  /// - Throws: `DrawingRefusal` with what the worker said.
  mutating func file(_ records: [[String]]) throws -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    for record in records { try writer.append(record: record) }
    let answer = try worker.answer(to: writer.takeBytes())
    switch answer {
    case .answered(let bytes): return bytes
    case .died(_, let errors) where !errors.isEmpty: throw DrawingRefusal(text: errors)
    default: throw DrawingRefusal(text: "\(answer)")
    }
  }
}

/// Why a worker drew nothing.
struct DrawingRefusal: Error {
  let text: String
}

/// A picture with some lines of text.
///
/// - Parameters:
///   - lines: One below the other.
///   - width: How wide it is.
///   - height: How high it is.
///   - marks: What else stands on it.
/// - Returns: Its records.
func picture(_ lines: [String], width: Double = 760, height: Double = 200, marks: [Mark] = []) -> [[String]] {
  let texts = lines.enumerated().map { index, line in
    Mark.text(
      Mark.Text([line], x: 24, y: Double(40 + 24 * index), lineHeight: 18, size: 13, color: black))
  }
  return Scene(width: width, height: height, marks: texts + marks).records
}

let black = Color("", "#000000", "#000000")
