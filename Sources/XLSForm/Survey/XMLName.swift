/// Whether a text is a name that XML takes for an element without a prefix.
///
/// Source: Namespaces in XML 1.0, section 3, `NCName`; the letters are those of XML 1.0, section 2.3.
func isXMLName(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, startsXMLName(first) else { return false }
  return text.unicodeScalars.dropFirst().allSatisfy(continuesXMLName)
}

/// The first letter of a name that ODK's programs cannot read: one without capitals, such as an Arabic or a Chinese one.
///
/// As JavaRosa's reader of paths has it, in pyxform 4.5.0.
func letterUnreadByODK(in name: String) -> Character? {
  name.first { character in
    character.unicodeScalars.contains {
      [.otherLetter, .modifierLetter, .letterNumber].contains($0.properties.generalCategory)
    }
  }
}

/// Whether a letter can be the first of a name.
func startsXMLName(_ letter: Unicode.Scalar) -> Bool {
  switch letter {
  case "A"..."Z", "a"..."z", "_", "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{2FF}",
    "\u{370}"..."\u{37D}", "\u{37F}"..."\u{1FFF}", "\u{200C}"..."\u{200D}", "\u{2070}"..."\u{218F}",
    "\u{2C00}"..."\u{2FEF}", "\u{3001}"..."\u{D7FF}", "\u{F900}"..."\u{FDCF}", "\u{FDF0}"..."\u{FFFD}",
    "\u{10000}"..."\u{EFFFF}":
    true
  default: false
  }
}

/// Whether a letter can stand in a name behind the first.
func continuesXMLName(_ letter: Unicode.Scalar) -> Bool {
  switch letter {
  case "-", ".", "0"..."9", "\u{B7}", "\u{300}"..."\u{36F}", "\u{203F}"..."\u{2040}": true
  default: startsXMLName(letter)
  }
}
