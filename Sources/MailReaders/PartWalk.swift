internal import CGMime
internal import Digests
internal import Documents
internal import Mails

/// Goes through what GMime parsed and takes it over.
struct PartWalk {
  private(set) var bundle = MailBundle()
  private var partCount = 0
  private var boundaries = OpenBoundaries()
  private var hasOverflown = false
  /// How many files of Outlook are around what is read.
  private var outlookDepth = 0
  private static let outlookLimit = 5

  /// Reads a mail from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The mail, its transfer encoding undone.
  ///   - path: The part that it stands in; nothing for the mail itself.
  mutating func read(_ bytes: ArraySlice<UInt8>, at path: PartPath?) {
    guard !BoundaryCount(bytes, limit: MailReader.partLimit).exceedsLimit else {
      return overflow(Self.tooMany)
    }
    // GMime takes a blank line at the start for the end of the headers, or finds no mail behind it at all.
    let text = bytes.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    // What stands around a mail that is written out of its own separates nothing in it.
    let around = boundaries
    boundaries = OpenBoundaries()
    defer { boundaries = around }
    if parse(text, at: path) || text.count < bytes.count && parse(bytes, at: path) { return }
    let detail = bytes.isEmpty ? "it has no bytes" : "no header stands at its start"
    note(Finding(.broken, detail: "the mail cannot be read: \(detail)"))
    guard !bytes.isEmpty, isWithinLimits(path?.child(1) ?? .root) else { return }
    // What there is may be looked at all the same.
    var part = MailPart(path: path?.child(1) ?? .root, mediaType: "text/plain")
    part.bytes = Array(bytes)
    part.digest = SHA256(of: part.bytes)
    part.readText(flow: .fixed)
    var mail = Mail(path: path)
    mail.parts.append(part)
    bundle.mails.append(mail)
  }

  /// Has GMime parse a mail.
  ///
  /// - Returns: Whether it found one.
  private mutating func parse(_ bytes: ArraySlice<UInt8>, at path: PartPath?) -> Bool {
    let warnings = ParserWarnings()
    let separators = Separators(bytes)
    let mail = separators.mended(bytes).map { $0[...] } ?? bytes
    let message = mail.withUnsafeBytes { iscm_gmime_parse($0.baseAddress, $0.count, warnings.options) }
    guard let message else { return false }
    defer { iscm_gmime_release(message) }
    for finding in LineEnds.findings(inHeadersOf: bytes) + separators.findings + warnings.findings {
      note(finding)
    }
    visit(message, at: path)
    return true
  }

  private mutating func visit(_ message: UnsafeMutablePointer<GMimeMessage>, at path: PartPath?) {
    let index = bundle.mails.count
    bundle.mails.append(Mail(path: path))
    HeaderReader(message).read(into: &bundle.mails[index])
    guard let body = g_mime_message_get_mime_part(message) else { return }
    visit(body, at: path?.child(1) ?? .root, in: index)
  }

  private mutating func visit(_ object: UnsafeMutablePointer<GMimeObject>, at path: PartPath, in mail: Int) {
    guard isWithinLimits(path) else { return }
    let source = PartSource(object)
    var part = MailPart(path: path, mediaType: source.mediaType)
    (part.name, part.disposition) = (source.fileName, source.disposition)
    if iscm_gmime_is_multipart(object) != 0 {
      bundle.mails[mail].parts.append(part)
      if let finding = boundaries.enter(source.parameter("boundary"), of: path) { note(finding) }
      defer { boundaries.leave() }
      if iscm_gmime_child_count(object) == 0 {
        note(Finding(.broken, detail: "the part \(path), of several parts, has none"))
      }
      for number in 0..<max(0, iscm_gmime_child_count(object)) {
        guard let child = iscm_gmime_child(object, number) else { continue }
        visit(child, at: path.child(Int(number) + 1), in: mail)
      }
    } else if iscm_gmime_is_message(object) != 0, let message = iscm_gmime_message(object) {
      bundle.mails[mail].parts.append(part)
      visit(message, at: path)
    } else {
      part.charset = source.parameter("charset").lowercased()
      part.findings = source.findings(at: path)
      take(source.content, of: part, flow: source.flow, in: mail)
    }
  }

  /// Takes a leaf over; a mail in it is read too, be it encoded, which mails should not be, or signed.
  private mutating func take(_ bytes: [UInt8], of leaf: MailPart, flow: MailPart.Flow, in mail: Int) {
    if leaf.isMessage, !bytes.isEmpty {
      bundle.mails[mail].parts.append(leaf)
      return read(bytes[...], at: leaf.path)
    }
    if OutlookFile.isOne(bytes, name: leaf.name, mediaType: leaf.mediaType) {
      return readOutlook(bytes, of: leaf, in: mail)
    }
    var part = leaf
    part.bytes = bytes
    part.digest = SHA256(of: bytes)
    part.readText(flow: flow)
    let content = part.look()
    bundle.mails[mail].parts.append(part)
    if let content { readSigned(content, in: part.path, of: mail) }
  }

  /// Reads what stands in a signed part (RFC 8551, section 3.5.2): a part with headers of its own.
  private mutating func readSigned(_ content: [UInt8], in path: PartPath, of mail: Int) {
    guard !BoundaryCount(content[...], limit: MailReader.partLimit).exceedsLimit else {
      return overflow(Self.tooMany)
    }
    guard let message = content.withUnsafeBytes({ iscm_gmime_parse($0.baseAddress, $0.count, nil) }) else {
      return note(Finding(.broken, detail: "what was signed cannot be read"))
    }
    defer { iscm_gmime_release(message) }
    if let body = g_mime_message_get_mime_part(message) { visit(body, at: path.child(1), in: mail) }
  }

  /// Reads a winmail.dat: its attachments are parts of it, and so is its text where the mail has no other.
  private mutating func readOutlook(_ bytes: [UInt8], of leaf: MailPart, in mail: Int) {
    guard outlookDepth < Self.outlookLimit else {
      return overflow("a winmail.dat stands in others more than \(Self.outlookLimit) deep")
    }
    outlookDepth += 1
    defer { outlookDepth -= 1 }
    let file = OutlookFile(bytes)
    var part = MailPart(path: leaf.path, mediaType: MailPart.winmailType)
    (part.name, part.disposition, part.findings) = (
      leaf.name, leaf.disposition, leaf.findings + file.findings
    )
    let hasText = bundle.mails[mail].bodies.contains { $0.text?.contains { !$0.isWhitespace } == true }
    if file.hasUnreadText, outlookDepth > 1 || !hasText {
      let detail = "winmail.dat: its text is there in Outlook's own format alone; ask for it as plain text"
      part.findings.append(Finding(.noReader, detail: detail))
    }
    bundle.mails[mail].parts.append(part)
    var number = 0
    if !file.text.isEmpty, outlookDepth > 1 || !hasText {
      number += 1
      guard isWithinLimits(leaf.path.child(number)) else { return }
      var text = MailPart(path: leaf.path.child(number), mediaType: "text/plain")
      text.charset = file.charset
      // A message inside is no text of the mail around it.
      text.disposition = outlookDepth > 1 ? "attachment" : ""
      take(file.text, of: text, flow: .fixed, in: mail)
    }
    for attachment in file.attachments {
      number += 1
      guard isWithinLimits(leaf.path.child(number)) else { return }
      var inner = MailPart(path: leaf.path.child(number), mediaType: attachment.mediaType)
      (inner.name, inner.disposition) = (attachment.name, "attachment")
      take(attachment.bytes, of: inner, flow: .fixed, in: mail)
    }
  }

  private mutating func isWithinLimits(_ path: PartPath) -> Bool {
    partCount += 1
    if hasOverflown { return false }
    if partCount > MailReader.partLimit {
      overflow(Self.tooMany)
    } else if path.depth > MailReader.depthLimit {
      overflow("parts stand in one another more than \(MailReader.depthLimit) deep")
    }
    return !hasOverflown
  }

  private static let tooMany = "the mail has more than \(MailReader.partLimit) parts"

  private mutating func overflow(_ detail: String) {
    note(Finding(.limit, detail: detail))
    hasOverflown = true
  }

  private mutating func note(_ finding: Finding) {
    if !bundle.findings.contains(finding) { bundle.findings.append(finding) }
  }
}
