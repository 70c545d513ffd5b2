internal import Documents

/// Reads the sheets of a workbook that can be seen: SpreadsheetML (ISO/IEC 29500-1, section 18).
///
/// A sheet is a table, numbered as in the workbook, and its name is a property `sheet N`. A cell is a field under its
/// own name, `B4`; a defined name of one cell is a bookmark on it. Hidden sheets hold lists, not answers: they are
/// passed over.
struct WorkbookReader {
  var list: BlockList
  private let limits: ReadingLimits
  private var strings: [String] = []
  /// How many bytes the values hold; many cells can hold the same long string.
  private var valueBytes = 0
  private var formats = NumberFormats()
  private var startsIn1904 = false
  /// The defined names of single cells, by sheet and cell: `Sheet1!B4`.
  private var names: [String: [String]] = [:]

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
    guard let book = try whole(main, &package), let root = book.root else {
      throw Stop(.broken, "the archive has no \(main)")
    }
    let targets = try package.targets(of: main, limits: limits)
    if let name = package.part(ofType: ["spreadsheetml.sharedstrings+xml"]),
      let tree = try whole(name, &package)
    {
      strings = tree.root.map { root in tree.children(root).map { Self.text($0, tree) } } ?? []
    }
    if let name = package.part(ofType: ["spreadsheetml.styles+xml"]), let tree = try whole(name, &package) {
      formats = NumberFormats(tree)
    }
    startsIn1904 = ["1", "true"].contains(
      book.find(.bookProperties, in: root).flatMap { book.attribute($0, .bookStartsIn1904) })
    for node in book.all(.bookDefinedName, in: root) {
      let target = book.words(node).filter { $0 != "$" && $0 != "'" }
      if let name = book.attribute(node, .plainName) { names[target, default: []].append(name) }
    }
    for sheet in book.all(.bookSheet, in: root) {
      let number = list.countTable()
      guard book.attribute(sheet, .bookSheetState) ?? "visible" == "visible" else { continue }
      let name = book.attribute(sheet, .plainName) ?? ""
      list.add(property: Extract.Property(name: "sheet \(number)", value: name))
      guard let target = book.attribute(sheet, .bookReference).flatMap({ targets[$0] }),
        let bytes = try package.archive.part(target)
      else { throw Stop(.broken, "the archive has no part for the sheet \"\(name)\"") }
      let (tree, stop) = XMLTree.parsed(bytes, name: target, limits: limits)
      try read(tree, name: name, number: number)
      if let stop { throw stop }
    }
  }

  private func whole(_ name: String, _ package: inout OfficePackage) throws(Stop) -> XMLTree? {
    guard let (tree, stop) = try package.tree(name, limits: limits) else { return nil }
    if let stop { throw stop }
    return tree
  }

  private mutating func read(_ tree: XMLTree, name: String, number: Int) throws(Stop) {
    guard let root = tree.root, let data = tree.child(root, .bookSheetData) else { return }
    let sheet = name.filter { $0 != "'" }
    var row = 0
    for node in tree.children(data) where tree.name(node) == .bookRow {
      defer { list.countLine() }
      row = Self.number(tree.attribute(node, .bookCellReference)) ?? row + 1
      var column = 0
      for cell in tree.children(node) where tree.name(cell) == .bookCell {
        column = Self.column(tree.attribute(cell, .bookCellReference)) ?? column + 1
        let value = value(of: cell, tree)
        valueBytes += value.utf8.count
        guard valueBytes <= limits.inflatedBytes else {
          throw Stop(.limit, "the cells hold more than \(limits.inflatedBytes) bytes")
        }
        let reference = Extract.cellName(column: column, row: row)
        let bookmarks = names["\(sheet)!\(reference)"] ?? []
        guard !value.isEmpty || !bookmarks.isEmpty else { continue }
        try list.begin(cell: (number, row, column), keepsEmpty: true)
        for bookmark in bookmarks { list.add(bookmark: bookmark) }
        if !value.isEmpty { list.withBlock { $0.append(.field(name: reference, value: value)) } }
        list.end()
      }
    }
  }

  /// What a cell holds, as text; of a formula what it last gave.
  private func value(of cell: XMLTree.Node, _ tree: XMLTree) -> String {
    let raw = tree.child(cell, .bookValue).map { tree.words($0) } ?? ""
    switch tree.attribute(cell, .bookCellType) {
    case "s": return Int(raw).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "inlineStr": return tree.child(cell, .bookInlineString).map { Self.text($0, tree) } ?? ""
    case "b": return raw == "1" ? "TRUE" : "FALSE"
    case "str": return Self.unescaped(raw)
    case "e", "d": return raw
    default:
      let format = tree.attribute(cell, .bookCellStyle).flatMap { Int($0) } ?? 0
      return formats.text(raw, format: format, startsIn1904: startsIn1904)
    }
  }

  /// The words of a string, without the signs that say how it is read aloud.
  private static func text(_ node: XMLTree.Node, _ tree: XMLTree) -> String {
    var text = ""
    for child in tree.children(node) {
      switch tree.name(child) {
      case .bookText: text += unescaped(tree.words(child))
      case .bookPhonetic: continue
      default: text += Self.text(child, tree)
      }
    }
    return text
  }

  /// Characters that XML cannot hold are written `_x000D_` (section 22.9.2.19).
  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      let code = rest.prefix(7)
      if code.count == 7, code.hasPrefix("_x"), code.last == "_",
        let scalar = UInt32(code.dropFirst(2).dropLast(), radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// The column of a reference such as `AB12`, from 1 to 16,384.
  private static func column(_ reference: String?) -> Int? {
    guard let reference else { return nil }
    var column = 0
    for byte in reference.utf8 {
      let upper = byte & ~0x20
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) else { break }
      column = column * 26 + Int(upper - UInt8(ascii: "A")) + 1
      if column > 16_384 { return nil }
    }
    return column > 0 ? column : nil
  }

  /// The number of a row, from 1 to 1,048,576.
  private static func number(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (1...1_048_576).contains($0) ? $0 : nil }
  }
}
