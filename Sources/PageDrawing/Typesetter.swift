internal import CCairo

/// Lays texts of all scripts out, through Pango, in the fonts of this machine.
///
/// It is kept as long as a program draws: what was learnt of fonts and letters for one text serves the others.
///
/// A class, because Pango's objects have to be given back once.
package final class Typesetter {
  /// What has no direction of its own is read from right to left.
  private(set) var isFromRight = false
  /// The signs that some font is known to have.
  var known: Set<Unicode.Scalar> = []
  /// For what is read from left to right, and from right to left: to change one would lay all its texts out anew.
  private let contexts: [Bool: OpaquePointer]
  private var fonts: [Font: OpaquePointer] = [:]
  private var layouts: [Setting: OpaquePointer] = [:]

  /// What tells fonts apart.
  private struct Font: Hashable {
    let size: Double
    let isBold: Bool
    let isItalic: Bool
  }

  /// What tells texts apart that are laid out.
  private struct Setting: Hashable {
    let text: String
    let font: Font
    /// In Pango's units; -1 for one line.
    let width: Int32
    /// The direction of what has none of its own, or of all of it.
    let isFromRight: Bool
    /// Whether a paragraph may have a direction of its own.
    let isAutomatic: Bool
    /// Whether it stands at what Pango takes for the right of the width.
    let isAtRight: Bool
  }

  /// No more texts than these are kept as they were laid out.
  private static let mostLayouts = 4_096

  /// The first that a machine has of these draws a letter; each has scripts that others lack.
  package static let families =
    "Noto Sans, Liberation Sans, DejaVu Sans, Noto Sans Arabic, Noto Sans CJK SC, Droid Sans Fallback, sans-serif"

  /// Gets ready for texts of no language.
  ///
  /// - Throws: Where there are no fonts.
  package init() throws(WriterError) {
    guard let fromLeft = Self.context(PANGO_DIRECTION_LTR), let fromRight = Self.context(PANGO_DIRECTION_RTL)
    else { throw .library("Pango", reason: "no text can be begun") }
    contexts = [false: fromLeft, true: fromRight]
  }

  private static func context(_ direction: PangoDirection) -> OpaquePointer? {
    guard let context = pango_font_map_create_context(pango_cairo_font_map_get_default()) else { return nil }
    // Letters stand where the font's own widths put them, not where a screen's pixels would.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_base_dir(context, direction)
    return context
  }

  deinit {
    forget()
    for font in fonts.values { pango_font_description_free(font) }
    for context in contexts.values { g_object_unref(UnsafeMutableRawPointer(context)) }
  }

  /// Says of what kind the next texts are.
  ///
  /// - Parameters:
  ///   - language: Their language, `zh`.
  ///   - isFromRight: Whether what has no direction of its own is read from right to left.
  package func begin(language: String, isFromRight: Bool = false) {
    self.isFromRight = isFromRight
    for context in contexts.values {
      pango_context_set_language(
        context, language.isEmpty ? pango_language_get_default() : pango_language_from_string(language))
    }
  }

  /// The families of fonts that this machine has.
  var families: Set<String> {
    var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count)
    defer { g_free(families) }
    let names = UnsafeBufferPointer(start: families, count: Int(count)).compactMap { family in
      pango_font_family_get_name(family).map { String(cString: $0) }
    }
    return Set(names)
  }

  // MARK: - Layouts

  /// A text as it is laid out; on one line where no width is said.
  ///
  /// - Parameters:
  ///   - text: Any paragraphs.
  ///   - style: How they look.
  ///   - width: How wide they may be.
  ///   - isAtRight: Whether it stands at what Pango takes for the right of the width.
  /// - Returns: A `PangoLayout` that is not to be changed, good until the next text.
  func layout(
    of text: String, _ style: PageStyle, width: Double?, isAtRight: Bool = false
  ) -> OpaquePointer? {
    layout(
      Setting(
        text: text, font: font(of: text, style), width: width.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1,
        // Among words of a language that is read from the right, a name in Latin letters at the beginning turns nothing.
        isFromRight: isFromRight, isAutomatic: !(isFromRight && text.hasLettersFromRight),
        isAtRight: isAtRight))
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
    let setting = Setting(
      text: text, font: font(of: text, style), width: -1, isFromRight: isFromRight, isAutomatic: false,
      isAtRight: false)
    guard let layout = layout(setting), let line = pango_layout_get_line_readonly(layout, 0) else { return }
    var size = PangoRectangle()
    if part > 0 { pango_layout_line_get_extents(line, nil, &size) }
    let (red, green, blue) = style.color
    cairo_set_source_rgb(context, red, green, blue)
    cairo_move_to(context, x - part * Double(size.width) / Double(PANGO_SCALE), y)
    pango_cairo_show_layout_line(context, line)
  }

  private func layout(_ setting: Setting) -> OpaquePointer? {
    if let layout = layouts[setting] { return layout }
    if layouts.count == Self.mostLayouts { forget() }
    guard let context = contexts[setting.isFromRight], let layout = pango_layout_new(context) else {
      return nil
    }
    pango_layout_set_font_description(layout, description(of: setting.font))
    pango_layout_set_width(layout, setting.width)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_line_spacing(layout, 1.05)
    pango_layout_set_auto_dir(layout, setting.isAutomatic ? 1 : 0)
    pango_layout_set_alignment(layout, setting.isAtRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
    pango_layout_set_text(layout, setting.text, -1)
    layouts[setting] = layout
    return layout
  }

  private func forget() {
    for layout in layouts.values { g_object_unref(UnsafeMutableRawPointer(layout)) }
    layouts = [:]
  }

  private func font(of text: String, _ style: PageStyle) -> Font {
    Font(size: style.size, isBold: style.isBold, isItalic: style.isItalic && text.hasItalics)
  }

  private func description(of font: Font) -> OpaquePointer? {
    if let description = fonts[font] { return description }
    let description = pango_font_description_new()
    pango_font_description_set_family(description, Self.families)
    pango_font_description_set_absolute_size(description, font.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_style(description, font.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    fonts[font] = description
    return description
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
