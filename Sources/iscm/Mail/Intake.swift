internal import Digests
internal import Documents
internal import Mailbox
internal import Mails
internal import ResponseFiles
internal import Survey
internal import Workers

/// What reads mails and forms, with the programs that do so in processes of their own.
struct Intake: ~Copyable {
  private let key: FormKey
  private let servers: Set<String>
  private var mails: MailWorker?
  private var documents: DocumentWorker
  private var tables: TableDesk

  /// Takes a questionnaire whose answers are looked for.
  ///
  /// - Parameters:
  ///   - key: The questionnaire, as answers are found in documents.
  ///   - servers: The operator's own mail servers, in lower case.
  init(_ key: FormKey, servers: Set<String>) {
    self.key = key
    documents = DocumentWorker(knowing: key.bodies)
    tables = TableDesk(key.questionnaire)
    self.servers = servers
  }

  /// Something that came in, with its bytes under the name by which they are kept.
  struct Arrival {
    let delivery: Delivery
    let original: OriginalsFolder.Original
  }

  /// Reads what stands in a source.
  ///
  /// - Throws: `Failure` where its bytes, or the reader, cannot be had.
  mutating func read(_ item: MailItem) throws(Failure) -> Arrival {
    let bytes: [UInt8]
    do { bytes = try item.bytes() } catch { throw Failure(.unusableInput, "\(error)") }
    let ending =
      switch item.kind {
      case .mail, .mboxMail: "eml"
      case .form(let format): format.rawValue
      case .stray, .unknown: "bin"
      }
    let sha256 = SHA256(of: bytes).description
    return Arrival(
      delivery: try delivery(of: bytes, ending: ending, sha256, source: item.path, offset: item.offset),
      original: OriginalsFolder.Original(name: "\(sha256).\(ending)", bytes: bytes))
  }

  /// Reads again what was kept.
  ///
  /// - Returns: Nothing where it is not there.
  /// - Throws: `Failure` where its bytes, or the reader, cannot be had.
  mutating func readAgain(_ row: LedgerRow, in folder: OriginalsFolder) throws(Failure) -> Delivery? {
    if row.tableRow != nil { return try tables.readAgain(row, in: folder) }
    for ending in ["eml", "bin"] + Extract.Format.allCases.map(\.rawValue) {
      let bytes: [UInt8]?
      do { bytes = try folder.bytes(of: "\(row.key.mail).\(ending)") } catch {
        throw Failure(.unusableInput, "\(error)")
      }
      guard let bytes else { continue }
      return try delivery(of: bytes, ending: ending, row.key.mail, source: row.source, offset: row.offset)
    }
    return nil
  }

  private mutating func delivery(
    of bytes: [UInt8], ending: String, _ sha256: String, source: String, offset: Int
  ) throws(Failure) -> Delivery {
    if ending == "eml" {
      let bundle = try bundle(of: bytes)
      return Delivery(bundle, sha256: sha256, source: source, offset: offset, servers: servers, key: key) {
        part in
        part.documentFormat.map {
          documents.read(part.bytes, name: part.name, mediaType: part.mediaType, format: $0)
        }
      }
    }
    if let format = Extract.Format(rawValue: ending) {
      return Delivery(
        form: documents.read(bytes, name: source, format: format), sha256: sha256, source: source, key: key)
    }
    return Delivery(
      unknown: "this is neither a mail nor a form that anybody here knows", sha256: sha256, source: source,
      offset: offset)
  }

  private mutating func bundle(of bytes: [UInt8]) throws(Failure) -> MailBundle {
    do {
      if mails == nil { mails = try MailWorker() }
      return try mails?.read(bytes) ?? MailBundle()
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }
}
