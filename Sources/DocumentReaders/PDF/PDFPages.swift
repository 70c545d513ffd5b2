internal import CPoppler
internal import CQpdf
internal import Glibc

/// What the pages of a PDF show, read by poppler.
struct PDFPages: ~Copyable {
  /// One page: its words outside of fields, and what its fields show.
  struct Page {
    var words: [Words] = []
    var fields: [Field] = []
  }

  /// Words beside each other.
  struct Words {
    var text = ""
    var left = 0.0
    /// The height of their middle.
    var middle = 0.0
  }

  /// What a field shows.
  struct Field {
    var area: PDFArea
    /// Whether a box looks ticked; nothing for other fields.
    var isTicked: Bool?
    /// The words that are drawn in it.
    var words = ""
  }

  /// The document as it came, and with its fields drawn onto its pages.
  private let document: OpaquePointer
  private let drawn: OpaquePointer
  private let bytes: UnsafeMutableRawBufferPointer
  private let drawnBytes: UnsafeMutableRawBufferPointer

  init?(_ source: [UInt8]) {
    var length = 0
    let flattened = source.withUnsafeBytes { buffer in
      iscm_qpdf_flattened(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, &length)
    }
    guard let flattened else { return nil }
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(source.count, 1), alignment: 1)
    bytes.copyBytes(from: source)
    let document = iscm_poppler_open(bytes.baseAddress, source.count)
    let drawn = iscm_poppler_open(flattened, length)
    guard let document, let drawn else {
      for opened in [document, drawn] where opened != nil { iscm_poppler_close(opened) }
      bytes.deallocate()
      free(flattened)
      return nil
    }
    self.document = document
    self.drawn = drawn
    self.bytes = bytes
    drawnBytes = UnsafeMutableRawBufferPointer(start: flattened, count: length)
  }

  deinit {
    iscm_poppler_close(document)
    iscm_poppler_close(drawn)
    bytes.deallocate()
    free(drawnBytes.baseAddress)
  }

  /// How many pages there are.
  var count: Int { Int(poppler_document_get_n_pages(document)) }

  /// What a page shows.
  ///
  /// - Parameter index: The page, from 0.
  /// - Returns: Its words and fields, measured from the page's own origin.
  func page(_ index: Int) -> Page {
    guard let page = poppler_document_get_page(document, Int32(index)),
      let drawnPage = poppler_document_get_page(drawn, Int32(index))
    else { return Page() }
    defer {
      iscm_poppler_close_page(page)
      iscm_poppler_close_page(drawnPage)
    }
    var crop = PopplerRectangle()
    poppler_page_get_crop_box(page, &crop)
    var result = Page()
    let mapping = poppler_page_get_form_field_mapping(page)
    var number: UInt32 = 0
    while let field = iscm_poppler_field(mapping, number) {
      number += 1
      let isTicked =
        iscm_poppler_is_button(field) != 0
        ? poppler_form_field_button_get_state(field.pointee.field) != 0 : nil
      let area = field.pointee.area
      result.fields.append(
        Field(
          area: PDFArea(
            left: area.x1 + crop.x1, low: area.y1 + crop.y1, right: area.x2 + crop.x1, high: area.y2 + crop.y1
          ),
          isTicked: isTicked))
    }
    poppler_page_free_form_field_mapping(mapping)
    readWords(drawnPage, crop: crop, into: &result)
    return result
  }

  /// Deals the words of a page out to its fields and its lines.
  private func readWords(_ page: OpaquePointer, crop: PopplerRectangle, into result: inout Page) {
    guard let text = poppler_page_get_text(page) else { return }
    defer { iscm_poppler_free(text) }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: UInt32 = 0
    guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let rectangles else { return }
    defer { iscm_poppler_free(rectangles) }
    var words = Words()
    var end = 0.0
    var fieldBefore: Int?
    func endWords() {
      if !words.text.isBlank { result.words.append(words) }
      words = Words()
    }
    for (index, scalar) in String(cString: text).unicodeScalars.enumerated() {
      guard scalar != "\n", index < count else {
        endWords()
        fieldBefore = nil
        continue
      }
      // Words are measured from the top of what is shown.
      let place = rectangles[index]
      let (left, right, height) = (place.x1 + crop.x1, place.x2 + crop.x1, place.y2 - place.y1)
      let middle = crop.y2 - (place.y1 + place.y2) / 2
      var field = result.fields.firstIndex { $0.area.contains((left + right) / 2, middle) }
      // Words that do not fit into a field run on behind its end.
      if field == nil, let before = fieldBefore, result.fields[before].area.right <= right,
        abs(left - end) < height / 2, abs(middle - result.fields[before].area.middle) < height
      {
        field = before
      }
      fieldBefore = field
      defer { end = right }
      if let field {
        endWords()
        result.fields[field].words.unicodeScalars.append(scalar)
        continue
      }
      // A gap as wide as a letter is high lies between two columns.
      if !words.text.isEmpty, left - end > height || left < words.left || abs(middle - words.middle) > height
      {
        endWords()
      }
      if words.text.isEmpty { (words.left, words.middle) = (left, middle) }
      words.text.unicodeScalars.append(scalar)
    }
    endWords()
  }
}
