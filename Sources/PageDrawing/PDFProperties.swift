internal import CQpdf

/// What a PDF says of itself, and nothing of when it was made: through qpdf.
package struct PDFProperties {
  /// What a reader shows as the window's title.
  package var title: String
  /// The language of its texts: `zh`.
  package var language: String
  /// Further entries of the information dictionary.
  package var others: [(name: String, value: String)]

  package init(title: String, language: String, others: [(name: String, value: String)] = []) {
    self.title = title
    self.language = language
    self.others = others
  }

  /// Puts these properties in the place of those that a document has.
  ///
  /// - Parameters:
  ///   - pages: A PDF.
  ///   - change: What else is changed in it, which is a `qpdf_data`.
  /// - Returns: The document: the same pages, changes and properties give the same bytes.
  /// - Throws: What qpdf says.
  package func bytes(
    of pages: [UInt8], with change: (OpaquePointer?) -> Void = { _ in }
  ) throws(WriterError) -> [UInt8] {
    var document = qpdf_init()
    defer { qpdf_cleanup(&document) }
    qpdf_set_suppress_warnings(document, QPDF_TRUE)
    // qpdf reads on while it writes: the pages stay where they are until then.
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: pages.count, alignment: 1)
    defer { room.deallocate() }
    room.copyBytes(from: pages)
    let start = room.baseAddress?.assumingMemoryBound(to: CChar.self)
    qpdf_read_memory(document, "pages", start, UInt64(room.count), nil)
    change(document)
    set(on: document)
    try Self.check(document)
    qpdf_init_write_memory(document)
    qpdf_set_deterministic_ID(document, QPDF_TRUE)
    qpdf_set_object_stream_mode(document, qpdf_o_disable)
    qpdf_write(document)
    try Self.check(document)
    return Array(
      UnsafeBufferPointer(start: qpdf_get_buffer(document), count: qpdf_get_buffer_length(document)))
  }

  private func set(on document: OpaquePointer?) {
    let entries = others.map { "/\($0.name) \(Self.string($0.value))" }.joined(separator: " ")
    let information = qpdf_oh_parse(document, "<< /Title \(Self.string(title)) \(entries) >>")
    qpdf_oh_replace_key(
      document, qpdf_get_trailer(document), "/Info", qpdf_make_indirect_object(document, information))
    let root = qpdf_get_root(document)
    qpdf_oh_replace_key(
      document, root, "/ViewerPreferences", qpdf_oh_parse(document, "<< /DisplayDocTitle true >>"))
    if !language.isEmpty {
      qpdf_oh_replace_key(document, root, "/Lang", qpdf_oh_parse(document, Self.string(language)))
    }
  }

  private static func check(_ document: OpaquePointer?) throws(WriterError) {
    guard qpdf_has_error(document) != QPDF_FALSE else { return }
    let error = qpdf_get_error(document)
    throw .library("qpdf", reason: String(cString: qpdf_get_error_full_text(document, error)))
  }

  /// A text string: UTF-16 in hexadecimal digits where it is not ASCII (ISO 32000-1, 7.9.2.2).
  package static func string(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    let bytes =
      isPlain ? Array(text.utf8) : [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let digits = bytes.map { byte in
      let hex = String(byte, radix: 16)
      return hex.utf8.count == 1 ? "0" + hex : hex
    }
    return "<\(digits.joined())>"
  }
}
