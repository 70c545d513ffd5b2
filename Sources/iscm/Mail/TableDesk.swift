internal import Digests
internal import Documents
internal import Mailbox
internal import ResponseFiles
internal import Survey

/// What reads tables of other tools by their maps.
struct TableDesk: ~Copyable {
  private let tables: TableIntake
  private var documents = DocumentWorker()

  /// Takes the form that the rows answer.
  init(_ questionnaire: Questionnaire) { tables = TableIntake(questionnaire) }

  /// A table that was read, with its bytes and those of its map under the names by which they are kept.
  struct Arrival {
    let delivery: Delivery
    let originals: [OriginalsFolder.Original]
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: The workbook or the CSV file.
  ///   - mapPath: Its map.
  /// - Returns: The rows, and the bytes.
  /// - Throws: `Failure` with all that is wrong with them; then nothing is read from the table.
  mutating func read(_ path: String, by mapPath: String) throws(Failure) -> Arrival {
    let table: [UInt8]
    let map: [UInt8]
    do throws(MailboxError) {
      (table, map) = (try MailItem.bytes(ofFile: path), try MailItem.bytes(ofFile: mapPath))
    } catch {
      if case .special(let path) = error {
        throw Failure(
          .unusableInput, "\(path): found no file, expected a workbook or CSV; name it by its path")
      }
      throw Failure(.unusableInput, "\(error)")
    }
    let (tableHash, mapHash) = (SHA256(of: table).description, SHA256(of: map).description)
    let delivery = try delivery(of: table, tableHash, path, by: TableMap(map, path: mapPath, sha256: mapHash))
    return Arrival(
      delivery: delivery,
      originals: [
        OriginalsFolder.Original(name: "\(tableHash).\(Self.tableEnding)", bytes: table),
        OriginalsFolder.Original(name: "\(mapHash).\(Self.mapEnding)", bytes: map),
      ])
  }

  /// Reads again what was kept.
  ///
  /// - Parameters:
  ///   - row: A row of the table, which says by which map it was read.
  ///   - folder: Where tables and maps are kept.
  /// - Returns: Nothing where the table or the map is not there.
  /// - Throws: `Failure` where they cannot be read.
  mutating func readAgain(_ row: LedgerRow, in folder: OriginalsFolder) throws(Failure) -> Delivery? {
    guard let mapHash = row.map else { return nil }
    let mapName = "\(mapHash).\(Self.mapEnding)"
    let table: [UInt8]?
    let map: [UInt8]?
    do {
      table = try folder.bytes(of: "\(row.key.mail).\(Self.tableEnding)")
      map = try folder.bytes(of: mapName)
    } catch { throw Failure(.unusableInput, "\(error)") }
    guard let table, let map else { return nil }
    return try delivery(
      of: table, row.key.mail, row.source, by: TableMap(map, path: mapName, sha256: mapHash),
      keptSince: row.formVersion)
  }

  private mutating func delivery(
    of bytes: [UInt8], _ sha256: String, _ path: String, by map: TableMap, keptSince version: String? = nil
  ) throws(Failure) -> Delivery {
    let table: ForeignTable
    // What is text is read here, where nobody needs be afraid of it; a workbook is none.
    if bytes.prefix(4096).contains(0) {
      let workbook = documents.read(bytes, name: path, format: .xlsx)
      table = ForeignTable(workbook: workbook, path: path, sha256: sha256)
    } else {
      table = ForeignTable(csv: bytes, path: path, sha256: sha256, columns: map.columns)
    }
    do { return try tables.delivery(of: table, by: map, keptSince: version) } catch {
      throw Failure(.unusableInput, error.lines)
    }
  }

  private static let tableEnding = "table"
  private static let mapEnding = "map.csv"
}
