internal import ResponseFiles
internal import Survey

extension ResponseRowsReader {
  /// The same reader for other questions.
  func anew(for domains: [Domain]) -> ResponseRowsReader {
    var reader = ResponseRowsReader(file, of: form, repeats: table.group, effort)
    reader.name = name
    reader.rows.columns = domains.map { _ in ColumnCells() }
    return reader
  }

  /// Goes on behind what was kept, in its numbers.
  mutating func resume(_ state: SidecarState) {
    for id in state.others { _ = keys.key(id) }
    for version in state.versions { rows.place(ofVersion: version) }
    for (order, seen) in state.seen.enumerated() {
      versions[seen.version] = (order, name, seen.line, seen.rows)
    }
  }

  /// Gives up the rows that were read; ids, versions and what was seen of them stay known.
  mutating func beginSegment() {
    let versions = rows.versions
    let columns = rows.columns.map { $0 == nil ? nil : ColumnCells() }
    rows = ResponseRows(form: form, asked: file.asked)
    for version in versions { rows.place(ofVersion: version) }
    rows.columns = columns
    revisions = []
    for index in cells.indices { _ = cells[index].takeCells() }
  }
}
