internal import CCairo

/// Lays texts of all scripts out, through Pango, in the fonts of this machine.
///
/// It is kept as long as a program draws: what was learnt of fonts and letters for one text serves the others.
///
/// A class, because Pango's objects have to be given back once.
package final class Typesetter {
  /// What has no direction of its own is read from right to left.
  private(set) var isFromRight = false
  let layout: OpaquePointer
  /// The signs that some font is known to have.
  var known: Set<Unicode.Scalar> = []
  private let fontContext: OpaquePointer
  private var fonts: [Font: OpaquePointer] = [:]

  /// What tells fonts apart.
  private struct Font: Hashable {
    let size: Double
    let isBold: Bool
    let isItalic: Bool
  }

  /// The first that a machine has of these draws a letter; each has scripts that others lack.
  private static let families =
    "Noto Sans, Liberation Sans, DejaVu Sans, Noto Sans Arabic, Noto Sans CJK SC, Droid Sans Fallback, sans-serif"

  /// Gets ready for texts of no language.
  ///
  /// - Throws: Where there are no fonts.
  package init() throws(WriterError) {
    guard let context = pango_font_map_create_context(pango_cairo_font_map_get_default()),
      let layout = pango_layout_new(context)
    else { throw .library("Pango", reason: "no text can be begun") }
    (fontContext, self.layout) = (context, layout)
    // Letters stand where the font's own widths put them, not where a screen's pixels would.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_line_spacing(layout, 1.05)
  }

  deinit {
    for font in fonts.values { pango_font_description_free(font) }
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(fontContext))
  }

  /// Says of what kind the next texts are.
  ///
  /// - Parameters:
  ///   - language: Their language, `zh`.
  ///   - isFromRight: Whether what has no direction of its own is read from right to left.
  package func begin(language: String, isFromRight: Bool = false) {
    self.isFromRight = isFromRight
    pango_context_set_language(
      fontContext, language.isEmpty ? pango_language_get_default() : pango_language_from_string(language))
  }

  /// Lays a text out; on one line where no width is said.
  func set(_ text: String, _ style: PageStyle, width: Double?) {
    pango_layout_set_width(layout, width.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1)
    // Among words of a language that is read from the right, a name in Latin letters at the beginning turns nothing.
    set(text, style, isFromRight: isFromRight, isAutomatic: !(isFromRight && text.hasLettersFromRight))
  }

  /// Draws one line of text, whose words follow each other in a direction whatever they are.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - style: How it looks.
  ///   - isFromRight: Whether its words follow each other from right to left.
  ///   - context: The `cairo_t` to draw on.
  ///   - x: Its place.
  ///   - y: The foot of its letters.
  ///   - part: How much of its width stands left of its place: 0, 0.5 or 1.
  package func draw(
    _ text: String, _ style: PageStyle, isFromRight: Bool, on context: OpaquePointer, x: Double, y: Double,
    part: Double
  ) {
    pango_layout_set_width(layout, -1)
    set(text, style, isFromRight: isFromRight, isAutomatic: false)
    guard let line = pango_layout_get_line_readonly(layout, 0) else { return }
    var size = PangoRectangle()
    if part > 0 { pango_layout_line_get_extents(line, nil, &size) }
    let (red, green, blue) = style.color
    cairo_set_source_rgb(context, red, green, blue)
    cairo_move_to(context, x - part * Double(size.width) / Double(PANGO_SCALE), y)
    pango_cairo_show_layout_line(context, line)
  }

  private func set(_ text: String, _ style: PageStyle, isFromRight: Bool, isAutomatic: Bool) {
    pango_context_set_base_dir(fontContext, isFromRight ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
    pango_layout_set_font_description(layout, font(of: text, style))
    pango_layout_set_auto_dir(layout, isAutomatic ? 1 : 0)
    pango_layout_set_text(layout, text, -1)
  }

  private func font(of text: String, _ style: PageStyle) -> OpaquePointer? {
    let key = Font(
      size: style.size, isBold: style.isBold, isItalic: style.isItalic && text.hasItalics)
    if let font = fonts[key] { return font }
    let font = pango_font_description_new()
    pango_font_description_set_family(font, Self.families)
    pango_font_description_set_absolute_size(font, key.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(font, key.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_style(font, key.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    fonts[key] = font
    return font
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
