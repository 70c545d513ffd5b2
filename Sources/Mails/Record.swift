internal import Calendar
internal import Digests
internal import Documents

/// One record of a bundle as it is handed over; `MailBundle.encoded()` says what stands in which cell.
struct Record {
  enum Kind: String {
    case mail, header, address, date, received, part, flow, finding
  }

  var kind: Kind
  var path = ""
  var name = ""
  var value = ""
  var state = ""
  var charset = ""
  var bytes = ""
  var text = ""
  var digest = ""

  var cells: [String] { [kind.rawValue, path, name, value, state, charset, bytes, text, digest] }

  init(
    kind: Kind, path: String = "", name: String = "", value: String = "", state: String = ""
  ) {
    self.kind = kind
    self.path = path
    self.name = name
    self.value = value
    self.state = state
  }

  init?(_ cells: [String]) {
    guard cells.count == 9, let kind = Kind(rawValue: cells[0]) else { return nil }
    self.init(kind: kind, path: cells[1], name: cells[2], value: cells[3], state: cells[4])
    (charset, bytes, text, digest) = (cells[5], cells[6], cells[7], cells[8])
  }

  init(_ finding: Finding, in part: MailPart? = nil) {
    self.init(
      kind: .finding, path: part?.path.description ?? "", name: finding.kind.rawValue, value: finding.detail)
  }

  init(_ part: MailPart, text: String) {
    self.init(
      kind: .part, path: part.path.description, name: part.name, value: part.mediaType,
      state: part.disposition)
    charset = part.charset
    bytes = String(part.bytes.count)
    self.text = text
    digest = part.digest.description
  }

  /// What stands before the parts of a mail.
  static func headers(of mail: Mail) -> [Record] {
    var records = mail.headers.map { Record(kind: .header, name: $0.name, value: $0.value) }
    for address in mail.addresses {
      records.append(
        Record(kind: .address, name: address.header, value: address.address, state: address.name))
    }
    if let date = mail.date { records.append(Record(kind: .date, value: date.description)) }
    for note in mail.received {
      records.append(Record(kind: .received, name: note.by, value: note.date?.description ?? ""))
    }
    return records
  }

  /// The finding that it is.
  var finding: Finding? { Finding.Kind(rawValue: name).map { Finding($0, detail: value) } }
}

extension MailPart {
  /// Makes a part of its record and of what stands behind the records.
  init?(_ record: Record, _ tail: inout ArraySlice<UInt8>) {
    guard let path = PartPath(record.path), let digest = SHA256(record.digest),
      let bytes = tail.take(record.bytes)
    else { return nil }
    self.init(path: path, mediaType: record.value)
    (name, disposition, charset) = (record.name, record.state, record.charset)
    self.bytes = Array(bytes)
    self.digest = digest
    guard !record.text.isEmpty else { return }
    guard let text = record.text == "same" ? bytes : tail.take(record.text),
      let decoded = String(validating: text, as: UTF8.self)
    else { return nil }
    self.text = decoded
  }
}

extension ArraySlice<UInt8> {
  /// Takes as many bytes off the start as a cell says.
  fileprivate mutating func take(_ cell: String) -> ArraySlice<UInt8>? {
    guard let count = Int(cell), count >= 0, count <= self.count else { return nil }
    defer { removeFirst(count) }
    return prefix(count)
  }
}
