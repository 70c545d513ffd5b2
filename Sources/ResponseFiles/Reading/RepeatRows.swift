internal import CSV
internal import Survey

/// A row of the file of a repeat group, and which repeat of which parent it is.
struct RepeatRow: Sendable {
  let row: TableRow
  let parent: String
  let key: String
  /// The place among its parent's repeats, from 1, as its key tells.
  let number: Int
}

/// The repeats of one group, given out response by response.
///
/// Files that this program wrote have the repeats in the order of the responses; so one repeat at a time is
/// held. In a file that was sorted by hand they may be anywhere; then all of them are held.
struct RepeatRows {
  private let reader: TableReader
  private var waiting: RepeatRow?
  private var all: [String: [RepeatRow]]?
  private var counts: (parent: String, count: Int) = ("", 0)

  var table: ResponseTable { reader.header.table }
  var path: String { reader.path }

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - reader: The file.
  ///   - isInOrder: Whether its rows come in the order of the responses.
  ///   - findings: What is to be said of the rows is added.
  /// - Throws: Why the file cannot be read.
  init(_ reader: TableReader, isInOrder: Bool, _ findings: inout [ResponseFinding]) throws(ResponseFileError)
  {
    self.reader = reader
    if isInOrder {
      waiting = try next(&findings)
      return
    }
    var all: [String: [RepeatRow]] = [:]
    while let row = try next(&findings) { all[root(of: row.parent), default: []].append(row) }
    self.all = all
  }

  /// Gives out the repeats of a response, also those in repeats of an outer group.
  mutating func take(
    root: String, _ findings: inout [ResponseFinding]
  ) throws(ResponseFileError) -> [RepeatRow] {
    if all != nil { return all?.removeValue(forKey: root) ?? [] }
    var rows: [RepeatRow] = []
    while let row = waiting, self.root(of: row.parent) == root {
      rows.append(row)
      waiting = try next(&findings)
    }
    return rows
  }

  /// Gives out the repeats whose response was not read, in the order of the file.
  mutating func takeRest(_ findings: inout [ResponseFinding]) throws(ResponseFileError) -> [RepeatRow] {
    var rest = (all ?? [:]).values.flatMap { $0 }
    all = nil
    while let row = waiting {
      rest.append(row)
      waiting = try next(&findings)
    }
    return rest.sorted { $0.row.record < $1.row.record }
  }

  private mutating func next(_ findings: inout [ResponseFinding]) throws(ResponseFileError) -> RepeatRow? {
    guard let row = try reader.next(&findings) else { return nil }
    let parent = table.now(key: row[.parentKey])
    counts = (parent, counts.parent == parent ? counts.count + 1 : 1)
    let expected = table.key(number: counts.count, in: parent)
    guard row.metadata[.key] != nil else {
      return RepeatRow(row: row, parent: parent, key: expected, number: counts.count)
    }
    let key = table.now(key: row[.key])
    guard let number = number(of: key, in: parent) else {
      findings.append(
        ResponseFinding(
          path: path, line: row.line, column: ResponseMetadata.key.heading,
          problem: .wrongKey(found: key, expected: expected)))
      return RepeatRow(row: row, parent: parent, key: key, number: counts.count)
    }
    return RepeatRow(row: row, parent: parent, key: key, number: number)
  }

  private func number(of key: String, in parent: String) -> Int? {
    let start = "\(parent)/\(table.group?.text ?? "")["
    guard key.hasPrefix(start), key.hasSuffix("]") else { return nil }
    return Int(key.dropFirst(start.count).dropLast()).flatMap { $0 > 0 ? $0 : nil }
  }

  /// The id of the response that a key belongs to.
  private func root(of parent: String) -> String { table.root(of: parent) }
}

extension ResponseTable {
  /// The id of the response that a `parent_key` of this table belongs to: the key without its repeats.
  func root(of parent: String) -> String {
    let parent = now(key: parent)
    var rest = parent[...]
    for group in repeats.dropLast().reversed() {
      guard rest.hasSuffix("]"), let open = rest.lastIndex(of: "["), rest[..<open].hasSuffix("/\(group)")
      else { break }
      rest = rest[..<open].dropLast(group.text.count + 1)
    }
    return String(rest)
  }
}
