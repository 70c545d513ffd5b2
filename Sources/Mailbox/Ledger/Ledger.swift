public import CSV
internal import Survey

/// The ledger of the mails: what became of each, run by run.
///
/// `mail-ledger.csv` only grows. The latest row of a mail and part is final.
public struct Ledger: Sendable {
  /// The name of its file beside `responses.csv`.
  public static let fileName = "mail-ledger.csv"

  /// All rows, in the order of the file.
  public private(set) var rows: [LedgerRow] = []
  /// The mails and parts, in the order in which they came; their places, from 1, are what people call them by.
  public private(set) var keys: [LedgerKey] = []
  private var places: [LedgerKey: Int] = [:]
  private var last: [LedgerKey: Int] = [:]
  private var parts: [String: [LedgerKey]] = [:]
  private var responses: [String: LedgerKey] = [:]
  private var named: [String: [LedgerKey]] = [:]

  /// Creates a ledger without a row.
  public init() {}

  /// Reads a ledger.
  ///
  /// - Parameters:
  ///   - table: What the file holds; nothing where there is none.
  ///   - path: What to call the file in problems.
  /// - Throws: What is wrong with it, a line a problem: nothing may be decided beside a ledger that cannot be read.
  public init(_ table: CSVTable?, path: String) throws(TableProblems) {
    guard let table else { return }
    var problems = TableProblems.problems(of: table, columns: LedgerRow.columns, path: path)
    let hasColumns = TableProblems.hasColumns(table, columns: LedgerRow.columns)
    for row in table.rows where hasColumns && row.cells.count == table.header.count {
      guard let read = LedgerRow({ table[row, $0] }) else {
        problems.append(
          "\(path):\(row.line): found a row whose numbers or status cannot be read, expected what the program wrote; "
            + "put the file back as it was")
        continue
      }
      append(read)
    }
    if !problems.isEmpty { throw TableProblems(lines: problems) }
  }

  /// Adds a row.
  public mutating func append(_ row: LedgerRow) {
    if places[row.key] == nil {
      keys.append(row.key)
      places[row.key] = keys.count
      parts[row.key.mail, default: []].append(row.key)
    }
    last[row.key] = rows.count
    if row.tableRow != nil, !row.messageID.isEmpty, named[row.messageID]?.contains(row.key) != true {
      named[row.messageID, default: []].append(row.key)
    }
    if let response = row.response, row.status == .imported { responses[response.text] = row.key }
    rows.append(row)
  }

  /// The final row of a mail and part; nothing where it never came.
  public func final(_ key: LedgerKey) -> LedgerRow? { last[key].map { rows[$0] } }

  /// The number by which people call a mail and part, from 1; it never changes.
  public func number(of key: LedgerKey) -> Int? { places[key] }

  /// The mail and part that has a number.
  public func key(_ number: Int) -> LedgerKey? { keys.indices.contains(number - 1) ? keys[number - 1] : nil }

  /// The parts of a mail that have rows, in the order in which they came.
  public func keys(of mail: String) -> [LedgerKey] { parts[mail] ?? [] }

  /// The same row of a table as it came in other tables, or as other maps read it, in the order in which it came.
  ///
  /// - Parameter row: The row; it is known by its identifier, in tables of its headings.
  /// - Returns: None where its table, or the other one, has several rows of that identifier: which of them it is nobody
  ///   knows.
  func otherReadings(of row: LedgerRow) -> [LedgerKey] {
    var readings: [String: Set<Int>] = [row.key.mail: [row.tableRow ?? 0]]
    let keys = named[row.messageID] ?? []
    for key in keys { readings[key.mail, default: []].insert(final(key)?.tableRow ?? 0) }
    if readings[row.key.mail]?.count != 1 { return [] }
    return keys.filter { $0 != row.key && readings[$0.mail]?.count == 1 }
  }

  /// The final row of the mail and part that became a response.
  func origin(of response: String) -> LedgerRow? { responses[response].flatMap(final) }

  /// What waits for a person, in the order in which it came.
  public var waiting: [LedgerRow] { keys.compactMap(final).filter { !$0.isSettled } }

  /// The number of the next run.
  public var nextRun: Int { (rows.map(\.run).max() ?? 0) + 1 }
}

/// What is wrong with a file that the program itself reads and writes.
public struct TableProblems: Error, Sendable, Hashable {
  /// A line a problem: where, what was found, what was expected and what to do.
  public let lines: [String]

  init(lines: [String]) { self.lines = lines }

  /// Whether a table has all columns that are read.
  static func hasColumns(_ table: CSVTable, columns: [String]) -> Bool {
    columns.allSatisfy { table.header[$0] != nil }
  }

  /// What is wrong with the shape of a table.
  static func problems(of table: CSVTable, columns: [String], path: String) -> [String] {
    let missing = columns.filter { table.header[$0] == nil }
    let found = missing.map { "'\($0)'" }.joined(separator: ", ")
    let problem =
      "\(path):1: found no column \(found), expected \(columns.joined(separator: ", ")); put the file back as it was"
    return (missing.isEmpty ? [] : [problem]) + table.ragged.map { "\(path): \($0)" }
  }
}
