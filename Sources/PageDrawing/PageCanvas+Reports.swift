internal import CCairo

extension PageCanvas {
  /// Where a text stands in the width that it has.
  package enum Side {
    /// Where reading begins, and where it ends.
    case start, end
  }

  /// How wide a text is on one line.
  package func width(of text: String, _ style: PageStyle) -> Double {
    var size = PangoRectangle()
    pango_layout_get_extents(typesetter.layout(of: text, style, width: nil), nil, &size)
    return Double(size.width) / Double(PANGO_SCALE)
  }

  /// Divides a text that is higher than the room that it has, between two of its lines.
  ///
  /// - Returns: What fits, at least one line, and the rest, which may be empty.
  package func divided(
    _ text: String, _ style: PageStyle, width: Double, height: Double
  ) -> (fitting: String, rest: String) {
    var end = 0
    guard let lines = pango_layout_get_iter(typesetter.layout(of: text, style, width: width)) else {
      return (text, "")
    }
    defer { pango_layout_iter_free(lines) }
    repeat {
      var extents = PangoRectangle()
      pango_layout_iter_get_line_extents(lines, nil, &extents)
      let bottom = Double(extents.y + extents.height) / Double(PANGO_SCALE)
      guard let line = pango_layout_iter_get_line_readonly(lines) else { break }
      if bottom > height, end > 0 { break }
      end = Int(line.pointee.start_index + line.pointee.length)
    } while pango_layout_iter_next_line(lines) != 0
    let bytes = Array(text.utf8)
    let rest = String(decoding: bytes[min(end, bytes.count)...], as: UTF8.self)
    return (String(decoding: bytes.prefix(end), as: UTF8.self), String(rest.drop { $0 == " " }))
  }

  /// Draws a text at the side where the document is read from, whatever its own direction, or at the other one.
  package func draw(
    _ text: String, _ style: PageStyle, x: Double, y: Double, width: Double, side: Side
  ) {
    // Pango takes the other side for a text whose own direction is not that of its context.
    let layout = typesetter.layout(of: text, style, width: width)
    let direction = pango_layout_get_line_readonly(layout, 0)?.pointee.resolved_dir
    let isAgainst =
      pango_layout_get_auto_dir(layout) != 0
      && (direction == PANGO_DIRECTION_RTL.rawValue) != typesetter.isFromRight
    let isRight = (side == .end) != typesetter.isFromRight
    if isRight == isAgainst { return show(layout, style, x: x, y: y) }
    show(typesetter.layout(of: text, style, width: width, isAtRight: true), style, x: x, y: y)
  }

  /// Fills an area with a grey, from 0 for black to 1 for white.
  package func shade(x: Double, y: Double, width: Double, height: Double, grey: Double) {
    cairo_set_source_rgb(context, grey, grey, grey)
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
  }

  /// Lets something else draw, and puts back what it changed.
  ///
  /// - Parameters:
  ///   - x: Where it has its left edge, in points.
  ///   - y: Where it has its upper edge.
  ///   - scale: How many points its unit is.
  ///   - body: Gets the `cairo_t`.
  package func draw(x: Double = 0, y: Double = 0, scale: Double, _ body: (OpaquePointer) -> Void) {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, x, y)
    cairo_scale(context, scale, scale)
    body(context)
  }

  /// Adds an entry to the outline that readers show beside the pages.
  ///
  /// - Parameters:
  ///   - title: Its words.
  ///   - parent: The entry that it stands below; nothing for none.
  ///   - page: The page that it leads to, from 0.
  ///   - y: The place on that page.
  /// - Returns: The entry.
  @discardableResult
  package func outline(_ title: String, below parent: Int32?, page: Int, y: Double) -> Int32 {
    cairo_pdf_surface_add_outline(
      surface, parent ?? Int32(CAIRO_PDF_OUTLINE_ROOT), title, Self.target(page: page, y: y),
      CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  /// Makes an area of this page a link to the height `top` of a page, which is counted from 0.
  package func link(
    x: Double, y: Double, width: Double, height: Double, toPage page: Int, top: Double
  ) {
    let area = [x, y, width, height].map(Self.number).joined(separator: " ")
    cairo_tag_begin(context, CAIRO_TAG_LINK, "rect=[\(area)] \(Self.target(page: page, y: top))")
    cairo_tag_end(context, CAIRO_TAG_LINK)
  }

  private static func target(page: Int, y: Double) -> String { "page=\(page + 1) pos=[0 \(number(y))]" }

  private static func number(_ value: Double) -> String { String(Int(value.rounded())) }
}
