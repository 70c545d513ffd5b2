internal import CGMime
internal import Digests
internal import Documents
internal import Mails

/// Goes through what GMime parsed and takes it over.
struct PartWalk {
  private(set) var bundle: MailBundle
  private var partCount = 0
  private var hasOverflown = false

  init(findings: [Finding]) { bundle = MailBundle(findings: findings) }

  /// Takes a mail over.
  ///
  /// - Parameters:
  ///   - message: The mail as GMime has it.
  ///   - path: The part that it stands in; nothing for the mail itself.
  mutating func visit(_ message: UnsafeMutablePointer<GMimeMessage>, at path: PartPath?) {
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
      for number in 0..<max(0, iscm_gmime_child_count(object)) {
        guard let child = iscm_gmime_child(object, number) else { continue }
        visit(child, at: path.child(Int(number) + 1), in: mail)
      }
    } else if iscm_gmime_is_message(object) != 0 {
      bundle.mails[mail].parts.append(part)
      if let message = iscm_gmime_message(object) { visit(message, at: path) }
    } else {
      part.charset = source.parameter("charset").lowercased()
      part.bytes = source.content
      part.digest = SHA256(of: part.bytes)
      part.readText(flow: source.flow)
      part.look()
      bundle.mails[mail].parts.append(part)
    }
  }

  private mutating func isWithinLimits(_ path: PartPath) -> Bool {
    partCount += 1
    if hasOverflown { return false }
    if partCount > MailReader.partLimit {
      overflow("the mail has more than \(MailReader.partLimit) parts")
    } else if path.depth > MailReader.depthLimit {
      overflow("parts stand in one another more than \(MailReader.depthLimit) deep")
    }
    return !hasOverflown
  }

  private mutating func overflow(_ detail: String) {
    let finding = Finding(.limit, detail: detail)
    if !bundle.findings.contains(finding) { bundle.findings.append(finding) }
    hasOverflown = true
  }
}
