extension String {
  /// The text as a cell that no spreadsheet program takes for a formula: an apostrophe stands before one that begins
  /// with `=`, `+`, `-`, `@`, a tab or a carriage return.
  ///
  /// For files that people open in such programs. It is not what was answered: the record is never written so.
  public var spreadsheetSafe: String {
    guard let first = unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return self }
    return "'" + self
  }
}
