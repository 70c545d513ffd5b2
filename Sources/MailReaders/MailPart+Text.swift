internal import CGMime
internal import Documents
internal import Mails

extension MailPart {
  /// Reads the bytes of a text as characters, or leaves them as they are.
  ///
  /// - Parameter flow: How the lines are broken.
  mutating func readText(flow: Flow) {
    guard mediaType.hasPrefix("text/") else { return }
    let declared = Charset(charset)
    // Bytes with a NUL are no text, whatever they say; in two bytes a character, every other one may be zero.
    if bytes.contains(0), declared?.hasZeroBytes != true { return }
    self.flow = flow
    if let declared, let read = declared.decode(bytes) {
      text = read.withoutMark
      return
    }
    if let read = String(validating: bytes, as: UTF8.self) {
      text = read.withoutMark
      if !charset.isEmpty { findings.append(Finding(.charset, detail: notIn("read as UTF-8"))) }
      return
    }
    text = Charset.westernEurope(bytes)
    findings.append(
      Finding(.charset, detail: notIn("read as Windows-1252, neither that nor UTF-8 being sure")))
  }

  private func notIn(_ remedy: String) -> String {
    charset.isEmpty
      ? "no character set is declared and the bytes are not UTF-8; \(remedy)"
      : "the bytes are not in the character set '\(charset.prefix(40))' that is declared; \(remedy)"
  }
}

extension String {
  /// The text without a byte-order mark at its start.
  fileprivate var withoutMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(String.UnicodeScalarView(unicodeScalars.dropFirst())) : self
  }
}
