internal import CGMime
internal import Calendar
internal import Mails

/// Takes over what the headers of a mail say.
struct HeaderReader {
  private let message: UnsafeMutablePointer<GMimeMessage>

  init(_ message: UnsafeMutablePointer<GMimeMessage>) { self.message = message }

  /// The headers that matter, in lower case; those of mailing lists beside.
  private static let kept: Set = [
    "from", "sender", "reply-to", "to", "cc", "date", "message-id", "in-reply-to", "references", "subject",
    "received", "authentication-results", "auto-submitted", "precedence", "x-autoreply", "x-autorespond",
    "x-auto-response-suppress", "x-failed-recipients", "return-path", "content-type",
  ]
  /// How many headers of a mail are taken over: nobody writes as many.
  private static let limit = 1000

  func read(into mail: inout Mail) {
    readHeaders(into: &mail)
    for (header, type) in [
      ("from", GMIME_ADDRESS_TYPE_FROM), ("sender", GMIME_ADDRESS_TYPE_SENDER),
      ("reply-to", GMIME_ADDRESS_TYPE_REPLY_TO), ("to", GMIME_ADDRESS_TYPE_TO), ("cc", GMIME_ADDRESS_TYPE_CC),
    ] {
      guard let list = g_mime_message_get_addresses(message, type) else { continue }
      read(list, header: header, into: &mail.addresses, depth: 0)
    }
  }

  private func readHeaders(into mail: inout Mail) {
    guard let list = iscm_gmime_headers(message) else { return }
    for index in 0..<max(0, g_mime_header_list_get_count(list)) {
      guard mail.headers.count < Self.limit, let header = g_mime_header_list_get_header_at(list, index),
        let start = g_mime_header_get_name(header)
      else { continue }
      let name = String(cString: start)
      let lowercased = name.lowercased()
      guard Self.kept.contains(lowercased) || lowercased.hasPrefix("list-") else { continue }
      let value = g_mime_header_get_value(header).map { String(cString: $0).unfolded } ?? ""
      mail.headers.append(Mail.Header(name: name, value: value))
      switch lowercased {
      case "received": mail.received.append(Mail.Received(value))
      case "date": mail.date = mail.date ?? Instant(mailDate: value)
      default: break
      }
    }
  }

  /// Takes the mailboxes of a list; those of a group too, as often as groups stand in one another sensibly.
  private func read(
    _ list: UnsafeMutablePointer<InternetAddressList>, header: String, into addresses: inout [Mail.Address],
    depth: Int
  ) {
    for index in 0..<max(0, internet_address_list_length(list)) where addresses.count < Self.limit {
      var name: UnsafePointer<CChar>?
      var address: UnsafePointer<CChar>?
      if iscm_gmime_mailbox(list, index, &name, &address) != 0 {
        addresses.append(
          Mail.Address(
            header: header, name: name.map { String(cString: $0) } ?? "",
            address: address.map { String(cString: $0) } ?? ""))
      } else if depth < 4, let group = iscm_gmime_group(list, index) {
        read(group, header: header, into: &addresses, depth: depth + 1)
      }
    }
  }
}

extension Mail.Received {
  /// Reads `from … by mx.example.org with ESMTP; Fri, 9 Nov 2018 10:14:33 +0000`.
  init(_ value: String) {
    var depth = 0
    let words = value.split { $0 == " " || $0 == ";" }
    var server = ""
    for (word, next) in zip(words, words.dropFirst()) {
      // In brackets stand remarks, which anybody may have written.
      depth += word.count { $0 == "(" } - word.count { $0 == ")" }
      if depth <= 0, word.lowercased() == "by" {
        server = String(next).lowercased()
        break
      }
    }
    let date = value.lastIndex(of: ";").flatMap {
      Instant(mailDate: String(value[value.index(after: $0)...]))
    }
    self.init(by: server, date: date)
  }
}

extension Instant {
  /// Reads a date of a header: `Fri, 9 Nov 2018 10:14:33 +0000`.
  init?(mailDate text: String) {
    var seconds: Int64 = 0
    guard iscm_gmime_date(text, &seconds) != 0 else { return nil }
    self.init(secondsSinceEpoch: Int(seconds))
  }
}

extension String {
  /// The text in one line, with one space for each run of white space that has a line break in it.
  fileprivate var unfolded: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
      return trimmed
    }
    return split { $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var trimmed: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else { return self }
    let start = utf8.firstIndex { !isBlank($0) } ?? utf8.endIndex
    let end = utf8.lastIndex { !isBlank($0) }.map { utf8.index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
