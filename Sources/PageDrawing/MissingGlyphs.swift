internal import CCairo

/// Signs for which no font of this machine has a glyph: a box would stand in their place.
package struct MissingGlyphs: Error, CustomStringConvertible {
  /// The signs, in the order of their code points.
  package let signs: [Unicode.Scalar]
  /// The Debian packages with fonts that have such signs.
  package let packages: [String]

  /// The problem in one line.
  package var description: String {
    let shown = signs.prefix(8).map { "'\($0)' (\(Self.code(of: $0)))" }.joined(separator: ", ")
    let rest = signs.count > 8 ? " and \(signs.count - 8) more" : ""
    return
      "no font has a glyph for \(shown)\(rest); install the Debian package \(packages.joined(separator: ", ")), and do it again"
  }

  private static func code(of sign: Unicode.Scalar) -> String {
    let hex = String(sign.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}

extension Typesetter {
  /// Looks whether texts can be drawn.
  ///
  /// - Parameter texts: What is going to be drawn, by whatever uses Pango.
  /// - Throws: Which signs no font has, and what to install.
  package func check(_ texts: [String]) throws(MissingGlyphs) {
    let signs = Set(texts.lazy.flatMap(\.unicodeScalars)).subtracting(known)
      .filter { !$0.properties.isWhitespace }.sorted { $0.value < $1.value }
    if signs.isEmpty { return }
    if unknownGlyphs(in: signs) == 0 {
      known.formUnion(signs)
      return
    }
    let missing = signs.filter { unknownGlyphs(in: [$0]) > 0 }
    // A mark alone may have no glyph where it has one on its letter.
    if missing.isEmpty { return }
    let families = families
    let packages = Set(missing.map { Self.package(for: $0, present: families) }).sorted()
    throw MissingGlyphs(signs: missing, packages: packages)
  }

  private func unknownGlyphs(in signs: [Unicode.Scalar]) -> Int {
    var text = ""
    text.unicodeScalars.append(contentsOf: signs)
    return Int(pango_layout_get_unknown_glyphs_count(layout(of: text, PageStyle(size: 10), width: nil)))
  }

  /// The package whose font has the script of a sign: the small one that is not yet there, else the large one.
  private static func package(for sign: Unicode.Scalar, present: Set<String>) -> String {
    // Punctuation that only Chinese, Japanese and Korean have belongs to no script.
    let isEastAsian = (0x3000...0x303F).contains(sign.value) || (0xFF00...0xFFEF).contains(sign.value)
    if isEastAsian { return eastAsianPackage(present) }
    if sign.properties.isEmojiPresentation { return "fonts-noto-color-emoji" }
    switch g_unichar_get_script(sign.value) {
    case G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
      G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_BOPOMOFO:
      return eastAsianPackage(present)
    case G_UNICODE_SCRIPT_LATIN, G_UNICODE_SCRIPT_GREEK, G_UNICODE_SCRIPT_CYRILLIC, G_UNICODE_SCRIPT_ARABIC,
      G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_COMMON, G_UNICODE_SCRIPT_INHERITED:
      return present.contains("DejaVu Sans") ? "fonts-noto-core" : "fonts-dejavu-core"
    default: return present.contains("Noto Sans") ? "fonts-noto-extra" : "fonts-noto-core"
    }
  }

  private static func eastAsianPackage(_ present: Set<String>) -> String {
    present.contains("Droid Sans Fallback") ? "fonts-noto-cjk" : "fonts-droid-fallback"
  }
}
