import Messages
import Survey
import TerminalForm
import Testing

/// Pictures of screens one below the other, each under a heading; each is checked for what holds of every picture.
struct ScreenBook {
  let rows: Int
  let columns: Int
  private(set) var text = ""

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// Adds a picture; many empty rows are told, not shown.
  mutating func add(_ heading: String, _ frame: Frame) { add(heading, frame, rows: rows, columns: columns) }

  /// Adds a picture of another size.
  mutating func add(_ heading: String, _ frame: Frame, rows: Int, columns: Int) {
    let problems = frame.problems(rows: rows, columns: columns)
    #expect(problems == [], "\(heading) at \(columns)x\(rows)")
    text += "=== \(heading), cursor at row \(frame.cursor.row + 1), column \(frame.cursor.column + 1)\n"
    var empty = 0
    func told() -> String { empty > 3 ? "(\(empty) empty rows)\n" : String(repeating: "\n", count: empty) }
    for row in frame.rows {
      let shown = row.text.trimmedAtEnd
      if shown.isEmpty {
        empty += 1
        continue
      }
      text += told() + shown + "\n"
      empty = 0
    }
    text += told()
  }
}

extension Frame {
  /// What is wrong with a picture, whatever it shows.
  func problems(rows: Int, columns: Int) -> [String] {
    var problems: [String] = []
    if self.rows.count > rows { problems.append("\(self.rows.count) rows") }
    if !(0..<max(1, self.rows.count)).contains(cursor.row) || !(0..<columns).contains(cursor.column) {
      problems.append("cursor at \(cursor)")
    }
    for (index, row) in self.rows.enumerated() {
      let text = row.text
      if text.isPlainASCII {
        if text.utf8.count > columns { problems.append("row \(index): \(text.utf8.count) columns: \(text)") }
        continue
      }
      if text.columns > columns { problems.append("row \(index): \(text.columns) columns: \(text)") }
      if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        problems.append("row \(index): a control character: \(text.debugDescription)")
      }
    }
    return problems
  }
}

extension String {
  /// Whether every byte is a printable sign of ASCII: then its columns are its bytes.
  var isPlainASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
