import CSV
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

/// A document of SVG with some lines of text.
func svg(_ lines: [String], width: Int = 760, height: Int = 200, head: String = "", extra: String = "")
  -> String
{
  let texts = lines.enumerated().map { index, line in
    "<text x=\"24\" y=\"\(40 + 24 * index)\" font-size=\"13\">\(line)</text>"
  }
  return """
    \(head)<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="\(width)" \
    height="\(height)" viewBox="0 0 \(width) \(height)" font-family="'Noto Sans', Arial, sans-serif">
    <title>A title that is not drawn</title><desc>A description that is not drawn \u{10380}</desc>
    \(texts.joined(separator: "\n"))
    \(extra)</svg>
    """
}
