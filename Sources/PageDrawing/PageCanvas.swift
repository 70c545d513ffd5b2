internal import CCairo

/// A PDF that is being drawn: cairo's surface, and Pango, which shapes the texts of all scripts.
///
/// A class, because cairo keeps its address to write to.
package final class PageCanvas {
  /// A4 in points.
  package static let width = 595.28
  /// A4 in points.
  package static let height = 841.89

  private final class Sink {
    var bytes: [UInt8] = []
  }

  private let sink = Sink()
  let surface: OpaquePointer
  let context: OpaquePointer
  let layout: OpaquePointer
  let isFromRight: Bool
  /// The first that a machine has of these draws a letter; each has scripts that others lack.
  private static let families =
    "Noto Sans, Liberation Sans, DejaVu Sans, Noto Sans Arabic, Noto Sans CJK SC, Droid Sans Fallback, sans-serif"

  /// Begins a document whose texts are in a language, `zh`.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - width: The width of a page in points.
  ///   - height: Its height.
  ///   - isFromRight: Whether what has no direction of its own is read from right to left.
  /// - Throws: Where cairo has no memory for it.
  package init(
    language: String, width: Double = PageCanvas.width, height: Double = PageCanvas.height,
    isFromRight: Bool = false
  ) throws(WriterError) {
    let write: cairo_write_func_t = { closure, data, count in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
      sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    guard let surface = cairo_pdf_surface_create_for_stream(write, closure, width, height),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface),
      let layout = pango_cairo_create_layout(context)
    else { throw .library("cairo", reason: "no page can be begun") }
    (self.surface, self.context, self.layout) = (surface, context, layout)
    self.isFromRight = isFromRight
    // Letters stand where the font's own widths put them, not where a screen's pixels would.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    pango_cairo_context_set_font_options(pango_layout_get_context(layout), options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(pango_layout_get_context(layout), 0)
    if !language.isEmpty {
      pango_context_set_language(pango_layout_get_context(layout), pango_language_from_string(language))
    }
    if isFromRight {
      pango_context_set_base_dir(pango_layout_get_context(layout), PANGO_DIRECTION_RTL)
    }
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_line_spacing(layout, 1.05)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// How high a text is at a width.
  package func height(of text: String, _ style: PageStyle, width: Double) -> Double {
    set(text, style, width: width)
    var size = PangoRectangle()
    pango_layout_get_extents(layout, nil, &size)
    return Double(size.height) / Double(PANGO_SCALE)
  }

  /// Draws a text with its upper left corner at a place.
  package func draw(_ text: String, _ style: PageStyle, x: Double, y: Double, width: Double) {
    set(text, style, width: width)
    cairo_set_source_rgb(context, style.color.red, style.color.green, style.color.blue)
    cairo_move_to(context, x, y)
    pango_cairo_show_layout(context, layout)
  }

  /// Draws a frame, shaded or not.
  package func frame(x: Double, y: Double, width: Double, height: Double, isShaded: Bool) {
    if isShaded {
      cairo_set_source_rgb(context, 0.894, 0.918, 0.941)
      cairo_rectangle(context, x, y, width, height)
      cairo_fill(context)
    }
    cairo_set_source_rgb(context, 0.55, 0.59, 0.64)
    cairo_set_line_width(context, 0.5)
    cairo_rectangle(context, x, y, width, height)
    cairo_stroke(context)
  }

  /// Ends a page.
  package func endPage() { cairo_show_page(context) }

  /// Ends the document.
  package func finish() throws(WriterError) -> [UInt8] {
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .library("cairo", reason: String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }

  /// Lays a text out; on one line where no width is said.
  func set(_ text: String, _ style: PageStyle, width: Double?) {
    let font = pango_font_description_new()
    defer { pango_font_description_free(font) }
    pango_font_description_set_family(font, Self.families)
    pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_style(
      font, style.isItalic && text.hasItalics ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_layout_set_font_description(layout, font)
    pango_layout_set_width(layout, width.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1)
    // Among words of a language that is read from the right, a name in Latin letters at the beginning turns nothing.
    pango_layout_set_auto_dir(layout, isFromRight && text.hasLettersFromRight ? 0 : 1)
    pango_layout_set_text(layout, text, -1)
  }
}

extension String {
  /// Whether any of it is read from right to left.
  fileprivate var hasLettersFromRight: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: scalar.properties.isAlphabetic
      default: false
      }
    }
  }

  /// Whether its script has italics: Arabic and Chinese have none.
  fileprivate var hasItalics: Bool {
    !unicodeScalars.contains { (0x0590...0x08FF).contains($0.value) || $0.value > 0x2E7F }
  }
}
