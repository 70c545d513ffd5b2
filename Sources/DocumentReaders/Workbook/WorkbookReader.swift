internal import Documents

/// Reads the sheets of a workbook that can be seen: SpreadsheetML (ISO/IEC 29500-1, section 18).
///
/// A sheet is a table, numbered as in the workbook, and its name is a property `sheet N`. A cell is a field under its
/// own name, `B4`; a defined name of one cell is a bookmark on it. Hidden sheets hold lists, not answers: they are
/// passed over.
struct WorkbookReader {
  var list: BlockList
  private let limits: ReadingLimits
  /// How many bytes the values hold; many cells can hold the same long string.
  private var valueBytes = 0

  static func read(_ package: inout OfficePackage, main: String, limits: ReadingLimits) -> Extract {
    var reader = WorkbookReader(list: BlockList(format: .xlsx, limits: limits), limits: limits)
    do throws(Stop) {
      try reader.read(&package, main: main)
    } catch {
      reader.list.add(error.finding)
    }
    return reader.list.finished()
  }

  private init(list: BlockList, limits: ReadingLimits) {
    self.list = list
    self.limits = limits
  }

  private mutating func read(_ package: inout OfficePackage, main: String) throws(Stop) {
    for property in try package.properties(limits: limits) { list.add(property: property) }
    let parts = try WorkbookParts(&package, main: main, limits: limits)
    for sheet in parts.sheets {
      let number = list.countTable()
      guard sheet.isVisible else { continue }
      list.add(property: Extract.Property(name: "sheet \(number)", value: sheet.name))
      let (tree, stop) = try parts.tree(of: sheet, &package, limits: limits)
      try read(tree, of: parts, name: sheet.name, number: number)
      if let stop { throw stop }
    }
  }

  private mutating func read(
    _ tree: XMLTree, of parts: WorkbookParts, name: String, number: Int
  ) throws(Stop) {
    let sheet = name.filter { $0 != "'" }
    var rows = RowCounter()
    try parts.forEachCell(of: tree) { cell throws(Stop) in
      let value = text(of: cell.value, parts)
      valueBytes += value.utf8.count
      guard valueBytes <= limits.inflatedBytes else {
        throw Stop(.limit, "the cells hold more than \(limits.inflatedBytes) bytes")
      }
      let reference = Extract.cellName(column: cell.column, row: cell.row)
      let bookmarks = parts.names["\(sheet)!\(reference)"] ?? []
      guard !value.isEmpty || !bookmarks.isEmpty else { return }
      rows.catchUp(&list)
      try list.begin(cell: (number, cell.row, cell.column), keepsEmpty: true)
      for bookmark in bookmarks { list.add(bookmark: bookmark) }
      if !value.isEmpty { list.withBlock { $0.append(.field(name: reference, value: value)) } }
      list.end()
    } endRow: {
      rows.end()
    }
    rows.catchUp(&list)
  }

  /// Rows that ended and are not yet counted as lines.
  private struct RowCounter {
    private var waiting = 0

    mutating func end() { waiting += 1 }

    mutating func catchUp(_ list: inout BlockList) {
      for _ in 0..<waiting { list.countLine() }
      waiting = 0
    }
  }

  private func text(of value: CellValue, _ parts: WorkbookParts) -> String {
    switch value {
    case .text(let text), .error(let text), .date(let text): text
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .number(let raw, let format):
      parts.formats.text(raw, format: format, startsIn1904: parts.startsIn1904)
    }
  }
}
