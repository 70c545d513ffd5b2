internal import Documents

/// Reads documents that are text: plain, CSV or HTML.
enum TextDocument {
  /// Reads a document, unless its bytes are no text.
  static func read(_ document: WorkerRequest, declared: Extract.Format?, limits: ReadingLimits) -> Extract {
    let type = MediaType(document.mediaType)
    let isWide = document.bytes.starts(with: [0xFF, 0xFE]) || document.bytes.starts(with: [0xFE, 0xFF])
    guard isWide || !document.bytes.contains(0) else {
      return Extract(
        format: .other, findings: [Finding(.noReader, detail: "bytes that are no text and no document")])
    }
    let start = String(decoding: document.bytes.drop { $0.isSpace || $0 >= 0x80 }.prefix(40), as: UTF8.self)
      .lowercased()
    let isHTML =
      start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || declared == .html
      || type.essence == "text/html"
    if start.hasPrefix("<?xml"), !isHTML {
      return Extract(format: .other, findings: [Finding(.noReader, detail: "XML that is no document")])
    }
    let decoded = DecodedText(
      document.bytes, charset: type["charset"] ?? (isHTML ? ownCharset(document.bytes) : nil))
    var extract: Extract
    if isHTML {
      extract = HTMLReader.read(decoded.text, limits: limits)
    } else if declared == .csv || declared == nil && type.essence == "text/csv" {
      extract = Extract(csv: decoded.text)
    } else {
      extract = Extract(
        text: decoded.text, isFlowed: type["format"] == "flowed", deletesSpace: type["delsp"] == "yes")
    }
    extract.findings += [decoded.finding].compactMap(\.self)
    if extract.blocks.count > limits.blocks {
      extract.blocks.removeLast(extract.blocks.count - limits.blocks)
      extract.findings.append(Finding(.limit, detail: "more than \(limits.blocks) lines or cells"))
    }
    return extract
  }

  /// The character set that a page declares in its first 1,024 bytes, as HTML has it.
  private static func ownCharset(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    guard let found = start.range(ofFirst: "charset=") else { return nil }
    let rest = start[found...].dropFirst("charset=".count).drop { $0 == "\"" || $0 == "'" || $0 == " " }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return name.isEmpty ? nil : String(name)
  }
}

extension String {
  /// Where a text begins in this one.
  fileprivate func range(ofFirst text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}
