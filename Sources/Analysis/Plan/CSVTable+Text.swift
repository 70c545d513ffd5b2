internal import CSV
internal import Survey

extension CSVTable {
  /// A text that a table gives in several languages: `title`, `title::French (fr)`.
  ///
  /// - Parameters:
  ///   - row: A row of the table.
  ///   - column: The column without a language; the others begin with its name.
  ///   - plain: The language of that column where others stand beside it.
  /// - Returns: The text in all languages that it has.
  func text(_ row: CSVRow, _ column: String, plain: Language) -> LocalizedText {
    var texts: [Language: String] = [:]
    for name in header.names where name.hasPrefix(column + "::") {
      texts[Language(heading: String(name.dropFirst(column.utf8.count + 2)))] = self[row, name]
    }
    texts[texts.isEmpty ? .unnamed : plain] = self[row, column]
    return LocalizedText(texts)
  }
}
