/// The columns of a kind of sheet; the raw value is the heading that XLSForm's documentation gives.
protocol SheetColumn: RawRepresentable<String>, Hashable, CaseIterable, Sendable {
  /// The columns by other headings that pyxform takes, in lower case with `_` for spaces.
  static var otherSpellings: [String: Self] { get }
  /// Whether unknown headings are compared with these, for suggestions.
  static var suggests: Bool { get }
  /// The heading that is read in the place of another where a sheet has both, as pyxform has it; nothing where both are
  /// one column twice.
  static func overruling(_ heading: String, in headings: [String]) -> String?
  /// Whether there may be one column for each language.
  var isTranslated: Bool { get }
  /// Whether it names a file that is shown or played.
  var isMedia: Bool { get }
}

extension SheetColumn {
  static func overruling(_ heading: String, in headings: [String]) -> String? { nil }

  var isMedia: Bool { ["image", "audio", "video", "big-image"].contains(rawValue) }

  /// The column of a heading, without its language.
  ///
  /// - Parameter spelling: The heading in lower case with `_` for spaces.
  init?(spelling: String) {
    guard let column = Self(rawValue: spelling) ?? Self.otherSpellings[spelling] else { return nil }
    self = column
  }
}
