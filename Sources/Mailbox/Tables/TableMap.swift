internal import CSV
internal import Expressions
internal import Survey

/// What an analyst says of a table of another tool: which column answers which question, and how.
///
/// A CSV file with a line for each column of the table. Its columns are `question`, `layout` and `column`, and as far as
/// a layout needs them `choice`, `value`, `state`, `true`, `false`, `delimiter`, `format` and `zone`; `note` is for people.
public struct TableMap: Sendable {
  /// What a line says.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// The column tells the rows apart: each has another name in it, and keeps it in the tool's next table.
    case identifier
    /// The column says when the row was submitted.
    case submitted
    /// The column says who submitted it.
    case submittedBy = "submitted-by"
    /// The column says in which language it was answered; without a column, what a word in it means.
    case language
    /// The column holds the answer: a text, a number, a date, or one choice by its code or its label.
    case column
    /// The column holds whether a choice was chosen.
    case oneHot = "one-hot"
    /// The column holds choices by their codes.
    case codes
    /// The column holds choices by their labels.
    case labels
    /// A word of the table stands for a choice, or for a state.
    case word
    /// What an empty cell of a question says.
    case empty
    /// The table does not hold the question, or the choice.
    case absent
    /// Nothing is read from the column.
    case ignore
    /// The sheet of a workbook that holds the table.
    case sheet
    /// The row with the headings, where it is not the first.
    case header
  }

  /// A column of the map.
  enum Field: String, CaseIterable {
    case question, layout, column, choice, value, state
    case isTrue = "true"
    case isFalse = "false"
    case delimiter, format, zone, note
  }

  /// A line of the map whose layout is known.
  struct Line: Sendable {
    /// The line of the file, from 1.
    let number: Int
    let layout: Layout
    fileprivate let cells: [Field: String]

    /// The cell of a column, without white space around it; empty where there is none.
    subscript(field: Field) -> String { cells[field] ?? "" }
  }

  /// What to call it in messages.
  public let path: String
  /// The hash of its bytes.
  public let sha256: String
  /// The lines that can be understood, in the order of the file.
  private(set) var lines: [Line] = []
  /// What is wrong with the others: on which line, and what.
  private(set) var problems: [(line: Int, text: String)] = []
  /// The columns that any line names, as headings are compared, and the questions; also those that cannot be understood.
  private(set) var namedColumns: Set<String> = []
  private(set) var namedQuestions: Set<String> = []
  /// Whether a line says nothing that is known: it may be one that would be missed.
  private(set) var hasUnknownLayouts = false

  /// The headings of the table that it names.
  public var columns: [String] { lines.map { $0[.column] }.filter { !$0.isEmpty } }

  /// Reads a map.
  ///
  /// - Parameters:
  ///   - bytes: The file: CSV in UTF-8; spreadsheets may separate its cells by semicolons or tabs too.
  ///   - path: What to call it in messages.
  ///   - sha256: The hash of its bytes.
  public init(_ bytes: [UInt8], path: String, sha256: String) {
    (self.path, self.sha256) = (path, sha256)
    let table: CSVTable
    do throws(CSVError) { table = try Self.table(bytes) } catch {
      problems.append((0, "\(path): \(error)"))
      return
    }
    problems += Self.problems(of: table, path: path).map { (1, $0) }
    guard table.header[Field.layout.rawValue] != nil else { return }
    for row in table.rows where row.cells.count <= table.header.count {
      let cells = Field.allCases.map { ($0, table[row, $0.rawValue].trimmed) }.filter { !$1.isEmpty }
      let line = Dictionary(cells, uniquingKeysWith: { first, _ in first })
      if line.keys.allSatisfy({ $0 == .note }) { continue }
      namedColumns.insert((line[.column] ?? "").asHeading)
      namedQuestions.insert(line[.question] ?? "")
      guard let layout = Layout(rawValue: line[.layout] ?? "") else {
        problems.append((row.line, "\(path):\(row.line) layout: \(Self.noLayout(line[.layout] ?? ""))"))
        hasUnknownLayouts = true
        continue
      }
      let own = layout.problems(of: line)
      problems += own.map { (row.line, "\(path):\(row.line) \($0)") }
      if own.isEmpty { lines.append(Line(number: row.line, layout: layout, cells: line)) }
    }
  }

  /// The table, by whatever separator makes a column `layout`.
  private static func table(_ bytes: [UInt8]) throws(CSVError) -> CSVTable {
    for separator in CSVSeparator.allCases {
      if let table = try? CSVTable(CSVReader(bytes, separator: separator)),
        table.header[Field.layout.rawValue] != nil
      {
        return table
      }
    }
    return try CSVTable(CSVReader(bytes))
  }

  private static func problems(of table: CSVTable, path: String) -> [String] {
    let known = Field.allCases.map(\.rawValue)
    let missing = [Field.question, .layout, .column].map(\.rawValue).filter { table.header[$0] == nil }
    var problems = missing.map {
      "\(path):1: found no column '\($0)', expected question,layout,column and, as far as they are needed, "
        + "\(known.dropFirst(3).joined(separator: ",")); add it"
    }
    problems += table.header.names.filter { !$0.isEmpty && !known.contains($0) }.map { name in
      let near =
        nearest(to: name, among: known).map { "did you mean '\($0)'?" } ?? "call it note, or take it out"
      return
        "\(path):1: found a column '\(name)', expected none but \(known.joined(separator: ", ")); \(near)"
    }
    return problems + table.ragged.filter { $0.found > $0.expected }.map { "\(path): \($0)" }
  }

  private static func noLayout(_ found: String) -> String {
    let known = Layout.allCases.map(\.rawValue)
    let near = nearest(to: found, among: known).map { "; did you mean '\($0)'?" } ?? ""
    return "found '\(found)', expected one of \(known.joined(separator: ", "))\(near)"
  }
}

extension TableMap.Layout {
  /// The cells that it needs, and those that it may have.
  private var fields: (needed: [TableMap.Field], allowed: [TableMap.Field]) {
    switch self {
    case .identifier, .submittedBy, .ignore: ([.column], [])
    case .submitted: ([.column], [.format, .zone])
    case .language: ([], [.column, .choice, .value])
    case .column: ([.question, .column], [.format, .zone])
    case .oneHot: ([.question, .column, .isTrue], [.choice, .isFalse])
    case .codes, .labels: ([.question, .column], [.delimiter])
    case .word: ([.question, .value], [.choice, .state])
    case .empty: ([.question, .state], [])
    case .absent: ([.question], [.choice])
    case .sheet, .header: ([.value], [])
    }
  }

  /// What is wrong with the cells of a line of this layout.
  fileprivate func problems(of line: [TableMap.Field: String]) -> [String] {
    let (needed, allowed) = fields
    var problems = needed.filter { line[$0] == nil }.map {
      "\($0.rawValue): found nothing, expected a value, which the layout \(rawValue) needs; fill it in"
    }
    let known = Set(needed + allowed + [.layout, .note])
    problems += TableMap.Field.allCases.filter { line[$0] != nil && !known.contains($0) }.map {
      "\($0.rawValue): found '\(line[$0] ?? "")', expected nothing, since the layout \(rawValue) does not read it; take it out"
    }
    if !problems.isEmpty { return problems }
    switch self {
    case .language where line[.column] == nil && (line[.choice] == nil || line[.value] == nil),
      .language where line[.column] != nil && (line[.choice] != nil || line[.value] != nil):
      return ["column: found neither a column alone nor a value with its choice, expected one of them"]
    case .word where (line[.choice] == nil) == (line[.state] == nil):
      return [
        "choice: found both a choice and a state, or neither, expected one of them: what the value stands for"
      ]
    default: return []
    }
  }
}
