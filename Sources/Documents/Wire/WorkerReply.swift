internal import CSV

/// What a worker made of a document: rows of text under the document's id.
///
/// The frame is CSV: a record `reply, id`, and then the rows, which `iscm-extract` makes of an `Extract`.
public struct WorkerReply: Sendable, Hashable {
  /// The id of the request.
  public var id: String
  /// The rows.
  public var rows: [[String]]

  /// Creates a reply.
  public init(id: String, rows: [[String]]) {
    self.id = id
    self.rows = rows
  }

  /// Creates the reply of a worker that reads documents.
  public init(id: String, extract: Extract) { self.init(id: id, rows: extract.rows) }

  /// The extract, if the rows are one.
  public var extract: Extract? { Extract(rows: rows) }

  /// What the frame holds.
  public var payload: [UInt8] {
    var writer = CSVWriter()
    writer.append(row: ["reply", id])
    for row in rows { writer.append(row: row) }
    return writer.takeBytes()
  }

  /// What the frame of the reply of a worker that reads documents holds, made without making its rows first.
  ///
  /// - Parameters:
  ///   - id: The id of the request.
  ///   - extract: What the document holds.
  /// - Returns: The same bytes as `WorkerReply(id: id, extract: extract).payload`.
  public static func payload(id: String, extract: Extract) -> [UInt8] {
    var writer = CSVWriter()
    writer.append(row: ["reply", id])
    extract.forEachRow { row in
      row.forEachCell { writer.append(cell: $0) }
      writer.endRecord()
    }
    return writer.takeBytes()
  }

  /// The whole frame.
  public var frame: [UInt8] { Frame.encoded(payload) }

  /// Reads what a frame holds; nothing where the bytes are no CSV or do not begin with the record of a reply.
  ///
  /// - Parameter payload: The frame without its head.
  public init?(payload: [UInt8]) {
    var reader = CSVReader(payload, recordLimit: Frame.defaultLimit)
    guard (try? reader.next()) == true, reader.record.count == 2, reader.record.cell(at: 0, is: "reply")
    else {
      return nil
    }
    self.init(id: reader.record.string(at: 1), rows: [])
    do {
      while try reader.next() { rows.append(reader.record.strings) }
    } catch {
      return nil
    }
  }
}
