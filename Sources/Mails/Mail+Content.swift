public import Documents

extension Mail {
  /// The texts of the mail itself: of each choice between forms of one text, the plain one, if it says anything.
  public var bodies: [MailPart] {
    let texts = parts.filter(\.isBodyText)
    let passedOver = passedOver(texts)
    return texts.filter { !passedOver.contains($0.path) }
  }

  /// Whether what the mail says stands in it as HTML alone.
  public var isHTMLOnly: Bool {
    let bodies = bodies
    return bodies.contains { $0.mediaType == "text/html" }
      && !bodies.contains { $0.mediaType == "text/plain" && $0.saysAnything }
  }

  /// What comes along with the mail: files, pictures, forms.
  ///
  /// These are the parts that hold nothing else and are no text of the mail itself, nor there for programs alone, as
  /// signatures are. Mails inside it are not among them.
  public var attachments: [MailPart] {
    parts.filter { part in
      !part.isContainer && !part.isBodyText && !part.isForPrograms
        && !parts.contains { $0.path.parent == part.path }
    }
  }

  /// Whether it, or a part of it, is signed.
  public var isSigned: Bool {
    parts.contains { part in
      part.mediaType == "multipart/signed"
        || part.mediaType.hasSuffix("pkcs7-mime") && parts.contains { $0.path == part.path.child(1) }
    }
  }

  /// The texts for which a plainer form stands beside them.
  private func passedOver(_ texts: [MailPart]) -> Set<PartPath> {
    var paths: Set<PartPath> = []
    for choice in parts where choice.mediaType == "multipart/alternative" {
      let depth = choice.path.numbers.count
      let inside = texts.filter { $0.path.numbers.starts(with: choice.path.numbers) }
      guard let plain = inside.first(where: { $0.mediaType == "text/plain" && $0.saysAnything }) else {
        continue
      }
      let branch = plain.path.numbers[depth]
      for text in inside where text.path.numbers[depth] != branch { paths.insert(text.path) }
    }
    return paths
  }
}

extension MailPart {
  /// Whether it is a text to be read with the mail, not a file that comes along.
  fileprivate var isBodyText: Bool {
    text != nil && disposition != "attachment" && (mediaType == "text/plain" || mediaType == "text/html")
      && !(disposition.isEmpty && !name.isEmpty)
  }

  /// Whether there is anything but white space.
  fileprivate var saysAnything: Bool {
    text?.unicodeScalars.contains { !$0.properties.isWhitespace } == true
  }

  /// Whether people have nothing of it.
  fileprivate var isForPrograms: Bool {
    [
      "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
      "application/pgp-encrypted", "message/delivery-status", "message/disposition-notification",
      "message/feedback-report", "text/calendar", "application/ics",
    ].contains(mediaType)
  }
}

extension MailPart {
  /// The part's text in lines that say how deep they are quoted; nothing where it is no text.
  public var lines: Extract? {
    text.map { Extract(text: $0, isFlowed: flow != .fixed, deletesSpace: flow == .delSp) }
  }
}
