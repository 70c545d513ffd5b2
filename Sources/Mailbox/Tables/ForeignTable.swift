internal import CSV
public import Documents

/// A table that another tool made, as it stands: cells with their places, of which nothing is understood yet.
public struct ForeignTable: Sendable {
  /// A row with its cells; those that are empty are not there.
  struct Row: Sendable {
    /// The line of a CSV file on which it begins, or the row of a sheet, from 1.
    let number: Int
    /// The cells by their columns, from 1.
    let cells: [Int: String]
    /// How many cells a record of a CSV file has; nothing for a row of a sheet, which has as many as one likes.
    var count: Int?
  }

  /// A sheet of a workbook; the whole of a CSV file.
  struct Sheet: Sendable {
    /// Its name; empty for a CSV file.
    let name: String
    let rows: [Row]
  }

  /// What to call it in messages.
  public let path: String
  /// The hash of its bytes.
  public let sha256: String
  let sheets: [Sheet]
  /// Why it cannot be read to its end, a line a problem.
  let problems: [String]

  /// Whether it is CSV: its rows are known by their lines.
  let isCSV: Bool

  /// Takes a workbook that was read.
  ///
  /// - Parameters:
  ///   - workbook: What it holds.
  ///   - path: What to call it in messages.
  ///   - sha256: The hash of its bytes.
  public init(workbook: Extract, path: String, sha256: String) {
    (self.path, self.sha256, isCSV) = (path, sha256, false)
    // What stands beside the cells, such as a comment, is no part of a table.
    var problems = workbook.findings.filter { $0.kind != .unread }.map {
      "\(path): \($0.detail); save the table again as .xlsx, or as CSV in UTF-8"
    }
    // What else it is a reader of forms may say; here it is no table.
    if workbook.format != .xlsx {
      problems = [
        "\(path): found neither a workbook nor CSV in UTF-8; save the table as .xlsx, or as CSV in UTF-8"
      ]
    }
    var cells: [Int: [Int: [Int: String]]] = [:]
    for block in workbook.blocks {
      guard let sheet = block.place.table, let row = block.place.row, let column = block.place.column,
        !block.text.isEmpty
      else { continue }
      cells[sheet, default: [:]][row, default: [:]][column] = block.text
    }
    let names = Dictionary(
      workbook.properties.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    sheets = cells.sorted { $0.key < $1.key }.map { number, rows in
      Sheet(
        name: names["sheet \(number)"] ?? "",
        rows: rows.sorted { $0.key < $1.key }.map { Row(number: $0.key, cells: $0.value) })
    }
    self.problems = problems
  }

  /// Reads a CSV file.
  ///
  /// - Parameters:
  ///   - csv: Its bytes.
  ///   - path: What to call it in messages.
  ///   - sha256: The hash of its bytes.
  ///   - columns: The headings that are looked for: what separates the cells is what makes cells of most of them, a
  ///     comma where nothing else makes more.
  public init(csv: [UInt8], path: String, sha256: String, columns: some Sequence<String>) {
    (self.path, self.sha256, isCSV) = (path, sha256, true)
    let wanted = Set(columns.map(\.asHeading))
    var best: (found: Int, rows: [Row], problem: String?) = (-1, [], nil)
    for separator in CSVSeparator.allCases {
      let (rows, problem) = Self.rows(of: csv, separator)
      let found =
        rows.prefix(Self.mostLinesBeforeHeadings).map { row in
          Set(row.cells.values.map(\.asHeading)).intersection(wanted).count
        }.max() ?? 0
      if found > best.found { best = (found, rows, problem) }
    }
    sheets = [Sheet(name: "", rows: best.rows)]
    problems = best.problem.map { ["\(path): \($0)"] } ?? []
  }

  /// How far down the headings are looked for, to tell what separates cells.
  private static let mostLinesBeforeHeadings = 20

  private static func rows(of csv: [UInt8], _ separator: CSVSeparator) -> ([Row], problem: String?) {
    var reader = CSVReader(csv, separator: separator)
    var rows: [Row] = []
    do throws(CSVError) {
      while try reader.next() {
        var cells: [Int: String] = [:]
        for column in 0..<reader.record.count where !reader.record.isEmpty(at: column) {
          cells[column + 1] = reader.record.string(at: column)
        }
        rows.append(Row(number: reader.record.line, cells: cells, count: reader.record.count))
      }
    } catch {
      return (rows, "\(error)")
    }
    return (rows, nil)
  }
}

extension String {
  /// The text as headings are compared: each white space between words is one space.
  var asHeading: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
