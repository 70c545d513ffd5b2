internal import CSV

/// A document on its way to a worker that reads it.
///
/// A worker reads frames from standard input and writes frames to standard output, one for one and in the same order,
/// until its input ends. A request's frame is a CSV record `document, id, name, media type`, ended by CR LF, and then
/// the document's bytes as they are. What a reply's frame is, `WorkerReply` says. A worker that cannot go on writes a
/// line to standard error and exits with a status other than 0: the document whose reply did not come is the one on
/// which it died, and the ones behind it were not begun.
public struct WorkerRequest: Sendable, Hashable {
  /// By what the reply names the document.
  public var id: String
  /// What the document was called where it came from: shown to people, never opened.
  public var name: String
  /// The declared media type with its parameters, `text/plain; charset=utf-8`; empty where nobody declared one.
  public var mediaType: String
  /// The document.
  public var bytes: [UInt8]

  /// Creates a request.
  public init(id: String, name: String = "", mediaType: String = "", bytes: [UInt8]) {
    self.id = id
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
  }

  /// What the frame holds.
  public var payload: [UInt8] { head + bytes }

  /// The whole frame.
  public var frame: [UInt8] {
    let head = head
    return Frame.head(length: head.count + bytes.count) + head + bytes
  }

  private var head: [UInt8] {
    var writer = CSVWriter()
    writer.append(row: ["document", id, name, mediaType])
    return writer.takeBytes()
  }

  /// Reads what a frame holds; nothing where the bytes do not begin with the record of a request.
  ///
  /// - Parameter payload: The frame without its head.
  public init?(payload: [UInt8]) {
    guard let end = Self.endOfRecord(payload) else { return nil }
    var reader = CSVReader(Array(payload[..<end]))
    guard let row = (try? reader.next()) == true ? reader.record.strings : nil, row.count == 4,
      row[0] == "document"
    else { return nil }
    self.init(id: row[1], name: row[2], mediaType: row[3], bytes: Array(payload[end...]))
  }

  /// Where the first record of some CSV ends: behind the line feed that no quotation mark encloses.
  private static func endOfRecord(_ bytes: [UInt8]) -> Int? {
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { return index + 1 }
    }
    return nil
  }
}

extension CSVWriter {
  /// Writes a row whose cells may be anything.
  mutating func append(row: [String]) {
    for cell in row { append(cell: cell) }
    endRecord()
  }

  /// Writes a cell that may be anything: a NUL, which no CSV holds, is written as U+FFFD.
  mutating func append(cell: String) {
    do {
      try append(cell)
    } catch {
      let harmless = cell.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }
      do {
        try append(String(String.UnicodeScalarView(harmless)))
      } catch {
        preconditionFailure("A string is UTF-8: \(error)")
      }
    }
  }
}
