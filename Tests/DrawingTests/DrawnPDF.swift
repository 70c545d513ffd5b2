internal import CPoppler
internal import Testing

/// What a reader of PDF finds in a document.
struct DrawnPDF {
  /// The words of each page.
  var pages: [String] = []
  /// Where the words that were looked for begin on the first page, in points from its left edge.
  private(set) var places: [String: Double] = [:]
  var sizes: [(width: Double, height: Double)] = []
  var title = ""
  /// The entries of the outline on its first level, with the pages that they lead to, from 1.
  var outline: [(title: String, page: Int)] = []
  /// The fonts, and whether each stands in the document.
  var fonts: [(name: String, isEmbedded: Bool)] = []

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - searched: Words whose places are wanted.
  /// - Throws: Where it is none.
  init(_ bytes: [UInt8], searching searched: [String] = []) throws {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    defer { room.deallocate() }
    room.copyBytes(from: bytes)
    let document = try #require(iscm_poppler_open(room.baseAddress, bytes.count))
    defer { iscm_poppler_close(document) }
    title = Self.taken(poppler_document_get_title(document))
    for number in 0..<poppler_document_get_n_pages(document) {
      let page = try #require(poppler_document_get_page(document, number))
      var (width, height) = (0.0, 0.0)
      poppler_page_get_size(page, &width, &height)
      pages.append(Self.words(on: page, from: 0, to: width, height))
      sizes.append((width, height))
      if number == 0 {
        for word in searched {
          let found = poppler_page_find_text(page, word)
          defer { g_list_free(found) }
          guard let area = g_list_nth_data(found, 0) else { continue }
          places[word] = area.assumingMemoryBound(to: PopplerRectangle.self).pointee.x1
          poppler_rectangle_free(area.assumingMemoryBound(to: PopplerRectangle.self))
        }
      }
      iscm_poppler_close_page(page)
    }
    readFonts(document)
    readOutline(document)
  }

  private static func words(on page: OpaquePointer, from left: Double, to right: Double, _ height: Double)
    -> String
  {
    // On a page that is read from the right, poppler selects nothing from left to right.
    for (start, end) in [(left, right), (right, left)] {
      var area = PopplerRectangle(x1: start, y1: 0, x2: end, y2: height)
      let words = taken(poppler_page_get_selected_text(page, POPPLER_SELECTION_GLYPH, &area))
      if !words.isEmpty { return words }
    }
    return ""
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
  /// The letters and digits alone: poppler finds spaces of its own between letters that are joined, and adds marks that
  /// say which way a text is read.
  var letters: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}
