extension String {
  /// The text in one piece: no line breaks at its spaces until it is `unglued`.
  var glued: String { replacing(" ", with: Self.glue) }

  /// The text with spaces where it was glued.
  var unglued: String { replacing(Self.glue, with: " ") }

  /// A figure space, which no line breaks at and which no label has use for.
  private static let glue = "\u{2007}"
}
