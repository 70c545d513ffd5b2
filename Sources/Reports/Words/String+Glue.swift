extension String {
  /// The text in one piece: no line breaks at its spaces until it is `unglued`.
  var glued: String {
    split(separator: " ", omittingEmptySubsequences: false).joined(separator: String(Self.glue))
  }

  /// The text with spaces where it was glued.
  var unglued: String {
    // Most texts have no byte that the glue begins with.
    utf8.contains(0xE2) ? String(map { $0 == Self.glue ? " " : $0 }) : self
  }

  /// A figure space, which no line breaks at and which no label has use for.
  private static let glue: Character = "\u{2007}"
}
