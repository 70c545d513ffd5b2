extension String {
  /// The text without characters that do something to a terminal instead of standing on it.
  ///
  /// A label or an answer that came by mail may hold an escape; U+FFFD shows where. Line breaks and tabs stay.
  package var printable: String {
    guard unicodeScalars.contains(where: { $0.doesSomething }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.doesSomething ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var doesSomething: Bool {
    self != "\n" && self != "\t" && properties.generalCategory == .control
  }
}
