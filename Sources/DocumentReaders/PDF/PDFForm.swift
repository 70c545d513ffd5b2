internal import CQpdf
internal import Documents

/// The form of a PDF, read by qpdf: the values of its fields (ISO 32000-2, section 12.7).
struct PDFForm {
  private(set) var widgets: [PDFWidget] = []
  private(set) var pageCount = 0
  private(set) var findings: [Finding] = []
  /// What the document says of itself beside what all documents do: who made it, when, of what title.
  private(set) var properties: [Extract.Property] = []
  /// Whether every reader draws the fields anew by their values: then no other drawing of them counts.
  private(set) var isDrawnByValue = false

  /// Reads the form of a document.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(Stop) {
    var document: qpdf_data? = qpdf_init()
    defer { qpdf_cleanup(&document) }
    qpdf_silence_errors(document)
    qpdf_set_suppress_warnings(document, 1)
    var failure: Stop?
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let status = qpdf_read_memory(document, "document", start, UInt64(buffer.count), nil)
      // Bit 1: errors; bit 0: warnings, of which a damaged document has many and is read all the same.
      guard status & 2 == 0 else {
        let error = qpdf_get_error(document)
        failure =
          qpdf_get_error_code(document, error) == qpdf_e_password
          ? Stop(.encrypted, "the document opens with a password only")
          : Stop(
            .broken,
            "no PDF that can be read: \(String(cString: qpdf_get_error_message_detail(document, error)))")
        return
      }
      if qpdf_more_warnings(document) != 0 {
        findings.append(Finding(.broken, detail: "the PDF is damaged and was mended to be read"))
      }
      read(document, limits: limits)
      if qpdf_has_error(document) != 0 {
        let error = qpdf_get_error(document)
        findings.append(
          Finding(
            .broken,
            detail: "the PDF is damaged: \(String(cString: qpdf_get_error_message_detail(document, error)))"))
      }
    }
    if let failure { throw failure }
  }

  private mutating func read(_ document: qpdf_data?, limits: ReadingLimits) {
    let root = qpdf_get_root(document)
    let own: Set<String> = [
      "/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate",
      "/Trapped",
    ]
    let information = PDFObject(document, qpdf_get_trailer(document))["/Info"]
    for key in information.keys.sorted().prefix(100) where !own.contains(key) {
      properties.append(Extract.Property(name: String(key.dropFirst()), value: information[key].text ?? ""))
    }
    let form = qpdf_oh_get_key_if_dict(document, root, "/AcroForm")
    if qpdf_oh_is_null(document, qpdf_oh_get_key_if_dict(document, form, "/XFA")) == 0 {
      let needsRendering = qpdf_oh_get_key_if_dict(document, root, "/NeedsRendering")
      if qpdf_oh_is_bool(document, needsRendering) != 0, qpdf_oh_get_bool_value(document, needsRendering) != 0
      {
        findings.append(Finding(.unread, detail: "a form of Adobe's XFA, which only Adobe's programs show"))
      }
    }
    let needed = qpdf_oh_get_key_if_dict(document, form, "/NeedAppearances")
    isDrawnByValue = qpdf_oh_is_bool(document, needed) != 0 && qpdf_oh_get_bool_value(document, needed) != 0
    pageCount = Int(qpdf_get_num_pages(document))
    guard pageCount <= limits.pages else {
      findings.append(Finding(.limit, detail: "\(pageCount) pages; at most \(limits.pages) are read"))
      pageCount = 0
      return
    }
    for page in 0..<max(pageCount, 0) {
      let annotations = qpdf_oh_get_key_if_dict(document, qpdf_get_page_n(document, page), "/Annots")
      let count =
        qpdf_oh_is_array(document, annotations) != 0
        ? Int(qpdf_oh_get_array_n_items(document, annotations)) : 0
      for index in 0..<count {
        guard widgets.count + findings.count < limits.widgets else {
          findings.append(Finding(.limit, detail: "more than \(limits.widgets) fields"))
          return
        }
        let annotation = PDFObject(document, qpdf_oh_get_array_item(document, annotations, Int32(index)))
        read(annotation, page: page + 1)
        qpdf_oh_release(document, annotation.handle)
      }
      qpdf_oh_release(document, annotations)
    }
  }

  private mutating func read(_ annotation: PDFObject, page: Int) {
    switch annotation["/Subtype"].name {
    case "/Widget": if let widget = Self.widget(annotation, page: page) { widgets.append(widget) }
    case "/Text":
      let words = annotation["/Contents"].text ?? ""
      if !words.isBlank {
        findings.append(Finding(.unread, detail: "page \(page) has a comment: \(words.prefix(200))"))
      }
    // Nothing that a person put there (section 12.5.6).
    case "/Link", "/Popup", "/PrinterMark", "/TrapNet", "/Watermark", nil: return
    case let kind?:
      // Words, lines and marks that somebody put onto the page in place of its fields.
      let words = annotation["/Contents"].text ?? ""
      let said = words.isBlank ? "" : ": \(words.prefix(200))"
      findings.append(
        Finding(.unread, detail: "page \(page) has something drawn on it (\(kind.dropFirst()))\(said)"))
    }
  }

  private static func widget(_ annotation: PDFObject, page: Int) -> PDFWidget? {
    var parts: [String] = []
    var type: String?
    var value: PDFObject?
    var flags = 0
    var node = annotation
    // What a field does not say, its parents say; a chain of them that never ends is cut.
    for _ in 0..<32 where node.isDictionary {
      if let part = node["/T"].text { parts.insert(part, at: 0) }
      type = type ?? node["/FT"].name
      if value == nil, !node["/V"].isNull { value = node["/V"] }
      if flags == 0 { flags = node["/Ff"].integer ?? 0 }
      node = node["/Parent"]
    }
    let name = parts.joined(separator: ".")
    // Invisible, hidden, not to be viewed (section 12.5.3).
    let isVisible = (annotation["/F"].integer ?? 0) & 0b10_0011 == 0
    let corners = annotation["/Rect"].items.map { $0.number ?? 0 }
    guard corners.count == 4 else { return nil }
    let area = PDFArea(
      left: min(corners[0], corners[2]), low: min(corners[1], corners[3]), right: max(corners[0], corners[2]),
      high: max(corners[1], corners[3]))
    var widget = PDFWidget(
      name: name, fieldName: name, area: area, page: page, value: .text(""), isVisible: isVisible)
    switch type {
    case "/Btn":
      let (isRadio, isPush) = (flags & 1 << 15 != 0, flags & 1 << 16 != 0)
      guard !isPush else { return nil }
      let own = annotation["/AP"]["/N"].keys.first { $0 != "/Off" }
      let drawn = annotation["/AS"].name ?? "/Off"
      let state = value?.name ?? "/Off"
      // A box whose value names no state of its own is ticked by the file alone: what is drawn says otherwise.
      let isTicked = isRadio ? state != "/Off" && own == state : state != "/Off"
      widget.value = .box(isTicked: isTicked, isDrawnTicked: drawn != "/Off")
      if isRadio, let own { widget.name += ":\(own.dropFirst())" }
    case "/Tx", "/Ch":
      guard let value else { return widget }
      let words =
        value.isArray
        ? value.items.compactMap(\.text).joined(separator: "\n") : value.text ?? value.name ?? ""
      widget.value = .text(words.withLineFeeds)
    default: return nil
    }
    return widget
  }
}

extension String {
  /// With LF for every line end: PDF has CR.
  fileprivate var withLineFeeds: String {
    var scalars = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar == "\n", before == "\r" {
      } else {
        scalars.append(scalar == "\r" ? "\n" : scalar)
      }
      before = scalar
    }
    return String(scalars)
  }
}
