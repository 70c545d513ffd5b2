internal import CSV
internal import Calendar
internal import Digests
internal import Documents

extension MailBundle {
  /// The bundle as bytes, as a worker hands it over.
  ///
  /// They begin with the length of the records in decimal digits and a line feed. The records are CSV with nine
  /// cells, `kind, path, name, value, state, charset, bytes, text, sha256`; in their order:
  ///
  /// - `mail`: the path of the part that it stands in.
  /// - `header`: name, value. `address`: the header, the address, the name before it (state).
  ///   `date`: the instant (value). `received`: the server (name), the instant (value). All of the mail before.
  /// - `part`: path, file name, media type (value), disposition (state), charset, the number of its bytes, and of
  ///   its text in UTF-8: nothing where it is no text, `same` where the text is the bytes. `flow`: of the part before.
  /// - `finding`: kind (name), detail (value), with the path of a part where it is one of the part before.
  ///
  /// Behind the records stand the bytes of each part and its text, without anything between them.
  public var encoded: [UInt8] {
    var records = CSVWriter(lineEnd: .lf)
    var tail: [UInt8] = []
    for finding in findings { records.append(Record(finding)) }
    for mail in mails {
      records.append(Record(kind: .mail, path: mail.path?.description ?? ""))
      for record in Record.headers(of: mail) { records.append(record) }
      for part in mail.parts {
        tail.append(contentsOf: part.bytes)
        let text = part.text.map { Array($0.utf8) }
        let isSame = text == part.bytes
        if let text, !isSame { tail.append(contentsOf: text) }
        let length = text.map { isSame ? "same" : String($0.count) }
        records.append(Record(part, text: length ?? ""))
        if part.flow != .fixed {
          records.append(Record(kind: .flow, value: part.flow.rawValue))
        }
        for finding in part.findings { records.append(Record(finding, in: part)) }
      }
    }
    let lines = records.takeBytes()
    return Array("\(lines.count)\n".utf8) + lines + tail
  }

  /// Reads a bundle from the bytes that a worker handed over; nothing where they are none of a bundle.
  ///
  /// - Parameter bytes: All of them.
  public init?(encoded bytes: [UInt8]) {
    guard let end = bytes.prefix(20).firstIndex(of: UInt8(ascii: "\n")),
      let count = Int(String(decoding: bytes[..<end], as: UTF8.self)), count >= 0,
      count <= bytes.count - end - 1
    else { return nil }
    self.init()
    var tail = bytes[(end + 1 + count)...]
    var reader = CSVReader(Array(bytes[(end + 1)..<(end + 1 + count)]), recordLimit: Frame.defaultLimit)
    do {
      while try reader.next() {
        guard let record = Record(reader.record.strings), add(record, &tail) else { return nil }
      }
    } catch {
      return nil
    }
    guard tail.isEmpty else { return nil }
  }

  /// Takes a record in.
  ///
  /// - Returns: Whether it may stand there.
  private mutating func add(_ record: Record, _ tail: inout ArraySlice<UInt8>) -> Bool {
    if record.kind == .mail {
      let path = PartPath(record.path)
      guard path != nil || record.path.isEmpty else { return false }
      mails.append(Mail(path: path))
      return true
    }
    if record.kind == .finding, record.path.isEmpty {
      guard mails.isEmpty, let finding = record.finding else { return false }
      findings.append(finding)
      return true
    }
    guard let last = mails.indices.last else { return false }
    return mails[last].add(record, &tail)
  }
}

extension Mail {
  /// Takes a record of this mail in.
  ///
  /// - Returns: Whether it may stand there.
  fileprivate mutating func add(_ record: Record, _ tail: inout ArraySlice<UInt8>) -> Bool {
    switch record.kind {
    case .mail: return false
    case .header: headers.append(Header(name: record.name, value: record.value))
    case .address:
      addresses.append(Address(header: record.name, name: record.state, address: record.value))
    case .date:
      guard let instant = Instant(record.value) else { return false }
      date = instant
    case .received:
      let instant = Instant(record.value)
      guard instant != nil || record.value.isEmpty else { return false }
      received.append(Received(by: record.name, date: instant))
    case .part:
      guard let part = MailPart(record, &tail) else { return false }
      parts.append(part)
    case .flow:
      guard let flow = MailPart.Flow(rawValue: record.value), let last = parts.indices.last else {
        return false
      }
      parts[last].flow = flow
    case .finding:
      guard let finding = record.finding, let last = parts.indices.last,
        parts[last].path.description == record.path
      else { return false }
      parts[last].findings.append(finding)
    }
    return true
  }
}

extension CSVWriter {
  /// Writes a record; a NUL, which no CSV holds and no header has, is written as U+FFFD.
  fileprivate mutating func append(_ record: Record) {
    do {
      try append(record: record.cells)
    } catch {
      let cells = record.cells.map {
        $0.split(separator: "\0", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}")
      }
      do { try append(record: cells) } catch { preconditionFailure("A string is UTF-8: \(error)") }
    }
  }
}
