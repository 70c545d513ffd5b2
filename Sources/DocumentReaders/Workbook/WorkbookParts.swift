internal import Documents

/// What a workbook has beside the cells: the names of its sheets, and what cells refer to (ISO/IEC 29500-1, section 18).
struct WorkbookParts {
  /// A sheet as the workbook lists it.
  struct Sheet {
    let name: String
    let isVisible: Bool
    /// The part of the package that holds its cells.
    let part: String?
  }

  /// A cell that is there, with something in it or not.
  struct Cell {
    /// From 1.
    let row: Int
    /// From 1.
    let column: Int
    let value: CellValue
    /// Whether the value is what a formula gave.
    let isFormula: Bool
    /// Whether the file has a value for it, be it an empty text.
    let hasValue: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// The defined names of single cells, by sheet and cell: `Sheet1!B4`.
  private(set) var names: [String: [String]] = [:]
  private(set) var formats = NumberFormats()
  /// Whether days are counted from 1904.
  private(set) var startsIn1904 = false
  private var strings: [String] = []

  /// Reads what is there once in a workbook.
  ///
  /// - Throws: `Stop` where the package is broken or too much.
  init(_ package: inout OfficePackage, main: String, limits: ReadingLimits) throws(Stop) {
    guard let book = try Self.whole(main, &package, limits), let root = book.root else {
      throw Stop(.broken, "the archive has no \(main)")
    }
    let targets = try package.targets(of: main, limits: limits)
    if let name = package.part(ofType: ["spreadsheetml.sharedstrings+xml"]),
      let tree = try Self.whole(name, &package, limits)
    {
      strings = tree.root.map { root in tree.children(root).map { Self.text($0, tree) } } ?? []
    }
    if let name = package.part(ofType: ["spreadsheetml.styles+xml"]),
      let tree = try Self.whole(name, &package, limits)
    {
      formats = NumberFormats(tree)
    }
    startsIn1904 = ["1", "true"].contains(
      book.find(.bookProperties, in: root).flatMap { book.attribute($0, .bookStartsIn1904) })
    for node in book.all(.bookDefinedName, in: root) {
      let target = book.words(node).filter { $0 != "$" && $0 != "'" }
      if let name = book.attribute(node, .plainName) { names[target, default: []].append(name) }
    }
    sheets = book.all(.bookSheet, in: root).map { sheet in
      Sheet(
        name: book.attribute(sheet, .plainName) ?? "",
        isVisible: book.attribute(sheet, .bookSheetState) ?? "visible" == "visible",
        part: book.attribute(sheet, .bookReference).flatMap { targets[$0] })
    }
  }

  /// The part of a sheet.
  ///
  /// - Returns: Its tree as far as it goes, and why it goes no further.
  /// - Throws: `Stop` where the package has no such part.
  func tree(
    of sheet: Sheet, _ package: inout OfficePackage, limits: ReadingLimits
  ) throws(Stop) -> (tree: XMLTree, stop: Stop?) {
    guard let part = sheet.part, let bytes = try package.archive.part(part) else {
      throw Stop(.broken, "the archive has no part for the sheet \"\(sheet.name)\"")
    }
    return XMLTree.parsed(bytes, name: part, limits: limits)
  }

  /// Goes through the cells of a sheet, row by row; `endRow` is said after each row.
  func forEachCell(
    of tree: XMLTree, _ body: (Cell) throws(Stop) -> Void, endRow: () -> Void = {}
  ) throws(Stop) {
    guard let root = tree.root, let data = tree.child(root, .bookSheetData) else { return }
    var row = 0
    for node in tree.children(data) where tree.name(node) == .bookRow {
      row = Self.number(tree.attribute(node, .bookCellReference)) ?? row + 1
      var column = 0
      for cell in tree.children(node) where tree.name(cell) == .bookCell {
        column = Self.column(tree.attribute(cell, .bookCellReference)) ?? column + 1
        try body(
          Cell(
            row: row, column: column, value: value(of: cell, tree),
            isFormula: tree.child(cell, .bookFormula) != nil, hasValue: tree.child(cell, .bookValue) != nil))
      }
      endRow()
    }
  }

  private func value(of cell: XMLTree.Node, _ tree: XMLTree) -> CellValue {
    let raw = tree.child(cell, .bookValue).map { tree.words($0) } ?? ""
    switch tree.attribute(cell, .bookCellType) {
    case "s": return .text(Int(raw).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? "")
    case "inlineStr": return .text(tree.child(cell, .bookInlineString).map { Self.text($0, tree) } ?? "")
    case "b": return raw.isEmpty ? .text("") : .boolean(raw == "1")
    case "str": return .text(Self.unescaped(raw))
    case "e": return .error(raw)
    case "d": return .date(raw)
    default:
      let format = tree.attribute(cell, .bookCellStyle).flatMap { Int($0) } ?? 0
      return raw.isEmpty ? .text("") : .number(raw, format: format)
    }
  }

  private static func whole(
    _ name: String, _ package: inout OfficePackage, _ limits: ReadingLimits
  ) throws(Stop) -> XMLTree? {
    guard let (tree, stop) = try package.tree(name, limits: limits) else { return nil }
    if let stop { throw stop }
    return tree
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

  /// Characters that XML cannot hold are written `_x000D_` (section 22.9.2.19); `_x0000_` stays as it is written, since no
  /// text has a NUL.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      let code = rest.prefix(7)
      if code.count == 7, code.hasPrefix("_x"), code.last == "_",
        let scalar = UInt32(code.dropFirst(2).dropLast(), radix: 16).flatMap(Unicode.Scalar.init),
        scalar.value != 0
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
