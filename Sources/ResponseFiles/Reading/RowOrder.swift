internal import CSV
internal import Survey

/// Whether the repeats of a file come in the order of the responses, each behind the one before.
struct RowOrder {
  let isShared: Bool

  /// Reads both files' keys, and nothing else of them.
  init(
    main: ResponseSnapshot.File, repeats: ResponseSnapshot.File, table: ResponseTable
  ) throws(ResponseFileError) {
    var ids = try KeyReader(main, column: .instanceID)
    var parents = try KeyReader(repeats, column: .parentKey)
    var seen = IDRegister()
    var id = try ids.next()
    while let parent = try parents.next() {
      let root = table.root(of: parent)
      // A row without an id, or with one that was there before, takes no repeats.
      while let passed = id, passed != root || passed.isEmpty || seen.line(of: Response.ID(passed)) != nil {
        seen.add(Response.ID(passed), line: ids.line)
        id = try ids.next()
      }
      if id == nil {
        isShared = false
        return
      }
    }
    isShared = true
  }
}

/// Reads one column of a file.
struct KeyReader: ~Copyable {
  private var csv: CSVReader
  private let path: String
  private let columns: Int
  private let place: Int?
  /// The line of the row that was read last, from 1.
  var line: Int { csv.record.line }

  init(_ file: ResponseSnapshot.File, column: ResponseMetadata) throws(ResponseFileError) {
    var csv = try file.csv()
    var header: CSVHeader?
    do {
      if try csv.next() { header = CSVHeader(csv.record) }
    } catch {
      throw .notCSV(path: file.path, error)
    }
    path = file.path
    columns = header?.count ?? 0
    place = header?[column.heading]
    if let place { csv.keep(columns: [place]) }
    self.csv = csv
  }

  /// Whether the file has the column.
  var hasColumn: Bool { place != nil }

  /// The next cell of the column, of rows that have as many cells as the header; nothing at the end, or if
  /// the file has no such column.
  mutating func next() throws(ResponseFileError) -> String? {
    guard let place else { return nil }
    do {
      while try csv.next() {
        if csv.record.count == columns { return csv.record.string(at: place) }
      }
      return nil
    } catch {
      throw .notCSV(path: path, error)
    }
  }
}
