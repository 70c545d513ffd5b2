internal import CPoppler
internal import Testing

/// What a reader of PDF finds in a document.
struct DrawnPDF {
  /// The words of each page.
  var pages: [String] = []
  var sizes: [(width: Double, height: Double)] = []
  var title = ""
  /// The entries of the outline on its first level, with the pages that they lead to, from 1.
  var outline: [(title: String, page: Int)] = []
  /// The fonts, and whether each stands in the document.
  var fonts: [(name: String, isEmbedded: Bool)] = []

  /// Reads a document.
  ///
  /// - Throws: Where it is none.
  init(_ bytes: [UInt8]) throws {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    defer { room.deallocate() }
    room.copyBytes(from: bytes)
    let document = try #require(iscm_poppler_open(room.baseAddress, bytes.count))
    defer { iscm_poppler_close(document) }
    title = Self.taken(poppler_document_get_title(document))
    for number in 0..<poppler_document_get_n_pages(document) {
      let page = try #require(poppler_document_get_page(document, number))
      pages.append(Self.taken(poppler_page_get_text(page)))
      var (width, height) = (0.0, 0.0)
      poppler_page_get_size(page, &width, &height)
      sizes.append((width, height))
      iscm_poppler_close_page(page)
    }
    readFonts(document)
    readOutline(document)
  }

  private mutating func readFonts(_ document: OpaquePointer) {
    guard let info = poppler_font_info_new(document) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(info)) }
    var found: OpaquePointer?
    while poppler_font_info_scan(info, 10, &found) != 0 {
      guard let fonts = found else { continue }
      repeat {
        let name = poppler_fonts_iter_get_full_name(fonts).map { String(cString: $0) } ?? ""
        self.fonts.append((name, poppler_fonts_iter_is_embedded(fonts) != 0))
      } while poppler_fonts_iter_next(fonts) != 0
      poppler_fonts_iter_free(fonts)
    }
  }

  private mutating func readOutline(_ document: OpaquePointer) {
    guard let entries = poppler_index_iter_new(document) else { return }
    defer { poppler_index_iter_free(entries) }
    repeat {
      guard let action = poppler_index_iter_get_action(entries) else { continue }
      let title = action.pointee.any.title.map { String(cString: $0) } ?? ""
      let target = action.pointee.goto_dest.dest
      outline.append((title, Int(target?.pointee.page_num ?? 0)))
      poppler_action_free(action)
    } while poppler_index_iter_next(entries) != 0
  }

  private static func taken(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { iscm_poppler_free(text) }
    return String(cString: text)
  }
}

extension String {
  /// The text without spaces and line feeds: poppler finds its own between letters that are joined.
  var withoutSpaces: String { filter { !$0.isWhitespace } }
}
