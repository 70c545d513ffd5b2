internal import CXml2
internal import Documents
public import Tables

/// Reads a list of choices in XML as ODK has it: `<root>` with an `<item>` for each choice, and in that an element for
/// each of its columns.
public enum XMLListReader {
  /// Reads a list.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: One sheet: a row with the names of the columns, in the order in which they come, then a row for each
  ///   item; their numbers are the lines of the file. Whatever the bytes are, something comes back: why there is no
  ///   list is a refusal.
  public static func read(_ bytes: [UInt8]) -> ReadBook { read(bytes, limits: ReadingLimits()) }

  /// Reads a list within limits.
  package static func read(_ bytes: [UInt8], limits: ReadingLimits) -> ReadBook {
    let (list, error) = parsed(bytes, limits: limits)
    if let stop = list.stop {
      let detail = stop.finding.detail
      return ReadBook(
        refusal: stop.finding.kind == .limit
          ? .tooMuch(detail: detail)
          : stop.finding.kind == .broken ? .broken(detail: detail) : .noWorkbook(detail: detail))
    }
    if error != 0 {
      return ReadBook(refusal: .broken(detail: "no well-formed XML (libxml2's error \(error))"))
    }
    return ReadBook(sheets: [list.sheet])
  }

  /// What the parser hands back to its listener.
  private struct Parse {
    var list: ListBuilder
    var parser: iscm_xml_parse
  }

  private static func parsed(_ bytes: [UInt8], limits: ReadingLimits) -> (list: ListBuilder, error: CInt) {
    guard bytes.count < Int(Int32.max) else {
      var list = ListBuilder(limits: limits)
      list.end(with: Stop(.limit, "a list of more than 2 GiB"))
      return (list, 0)
    }
    let parse = UnsafeMutablePointer<Parse>.allocate(capacity: 1)
    parse.initialize(to: Parse(list: ListBuilder(limits: limits), parser: iscm_xml_parse()))
    defer {
      parse.deinitialize(count: 1)
      parse.deallocate()
    }
    let error = bytes.withUnsafeBytes { buffer in
      withUnsafePointer(to: listener()) { listener in
        iscm_xml_run(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(buffer.count), listener, parse,
          &parse.pointee.parser)
      }
    }
    return (parse.pointee.list, error)
  }

  /// Tells a builder what the parser finds.
  private static func listener() -> iscm_xml_listener {
    var listener = iscm_xml_listener()
    listener.start = { context, name, _, _, _ in
      guard let parse = context?.assumingMemoryBound(to: Parse.self), parse.pointee.list.stop == nil,
        let name
      else { return }
      parse.pointee.list.start(String(cString: name), line: Int(iscm_xml_line(&parse.pointee.parser)))
      if parse.pointee.list.stop != nil { iscm_xml_stop(&parse.pointee.parser) }
    }
    listener.end = { $0?.assumingMemoryBound(to: Parse.self).pointee.list.end() }
    listener.text = { context, text, count in
      context?.assumingMemoryBound(to: Parse.self).pointee.list
        .text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    listener.document_type = { context in
      guard let parse = context?.assumingMemoryBound(to: Parse.self) else { return }
      parse.pointee.list.end(with: Stop(.refused, "it has a document type, which could declare entities"))
      iscm_xml_stop(&parse.pointee.parser)
    }
    return listener
  }
}

/// Puts a list together from what a parser tells.
private struct ListBuilder {
  /// Why the parser was stopped.
  private(set) var stop: Stop?
  private let limits: ReadingLimits
  private var headings: [String] = []
  private var places: [String: Int] = [:]
  private var rows: [ReadSheet.Row] = []
  private var headingLine = 1
  /// How many elements are open: the list, an item, a column.
  private var depth = 0
  private var column: Int?
  private var filled: Set<Int> = []
  private var bytes: [UInt8] = []
  private var cellCount = 0

  /// How many cells a list may have, empty ones before others among them.
  private static let mostCells = 2_000_000

  init(limits: ReadingLimits) { self.limits = limits }

  /// The list as far as it was read.
  var sheet: ReadSheet {
    ReadSheet(name: "root", rows: [ReadSheet.Row(number: headingLine, cells: headings)] + rows)
  }

  mutating func end(with stop: Stop) { if self.stop == nil { self.stop = stop } }

  mutating func start(_ name: String, line: Int) {
    depth += 1
    switch depth {
    case 1:
      headingLine = max(1, line)
      if name != "root" { end(with: wrong(name, line, "<root>")) }
    case 2:
      if name != "item" { return end(with: wrong(name, line, "<item>")) }
      rows.append(ReadSheet.Row(number: max(1, line), cells: []))
      filled = []
    case 3:
      let place = places[name] ?? headings.count
      if place == headings.count {
        headings.append(name)
        places[name] = place
      }
      guard filled.insert(place).inserted else {
        return end(with: Stop(.refused, "line \(line) has <\(name)> twice in one item"))
      }
      column = place
      bytes = []
    default: end(with: wrong(name, line, "text alone"))
    }
  }

  mutating func end() {
    defer { depth -= 1 }
    guard depth == 3, let column, stop == nil else { return }
    let row = rows.count - 1
    let missing = column + 1 - rows[row].cells.count
    if missing > 0 {
      cellCount += missing
      guard cellCount <= Self.mostCells else {
        return end(with: Stop(.limit, "a list of more cells than any form has"))
      }
      rows[row].cells += repeatElement("", count: missing)
    }
    rows[row].cells[column] = String(decoding: bytes, as: UTF8.self)
    self.column = nil
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if depth == 3, stop == nil { bytes.append(contentsOf: text) }
  }

  private func wrong(_ name: String, _ line: Int, _ expected: String) -> Stop {
    Stop(.refused, "line \(line) has <\(name)> where \(expected) should stand")
  }
}
