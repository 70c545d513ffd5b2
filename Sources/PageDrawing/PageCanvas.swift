internal import CCairo

/// A PDF that is being drawn: cairo's surface, and the texts that a typesetter lays out.
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
  /// Who lays its texts out.
  package let typesetter: Typesetter

  /// Begins a document.
  ///
  /// - Parameters:
  ///   - typesetter: Who lays its texts out, and knows their language.
  ///   - width: The width of a page in points.
  ///   - height: Its height.
  /// - Throws: Where cairo has no memory for it.
  package init(
    _ typesetter: Typesetter, width: Double = PageCanvas.width, height: Double = PageCanvas.height
  ) throws(WriterError) {
    let write: cairo_write_func_t = { closure, data, count in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
      sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    guard let surface = cairo_pdf_surface_create_for_stream(write, closure, width, height),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface)
    else { throw .library("cairo", reason: "no page can be begun") }
    (self.surface, self.context, self.typesetter) = (surface, context, typesetter)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// How high a text is at a width.
  package func height(of text: String, _ style: PageStyle, width: Double) -> Double {
    var size = PangoRectangle()
    pango_layout_get_extents(typesetter.layout(of: text, style, width: width), nil, &size)
    return Double(size.height) / Double(PANGO_SCALE)
  }

  /// Draws a text with its upper left corner at a place.
  package func draw(_ text: String, _ style: PageStyle, x: Double, y: Double, width: Double) {
    show(typesetter.layout(of: text, style, width: width), style, x: x, y: y)
  }

  func show(_ layout: OpaquePointer?, _ style: PageStyle, x: Double, y: Double) {
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
}
