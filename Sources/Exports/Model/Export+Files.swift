internal import ResponseFiles
internal import CSV
internal import Survey
internal import Tables

extension Export {
  /// The files of an export.
  ///
  /// - Parameter format: The kind of export.
  /// - Returns: The files in their order, and what could not be exported whole, a sentence each.
  /// - Throws: `CSVWriteError.nulByte` if a text has a NUL, which no response file can hold.
  public func files(_ format: ExportFile.Format) throws -> (files: [ExportFile], problems: [String]) {
    switch format {
    case .csv:
      return (
        try tables.map {
          ExportFile(name: fileName(of: $0) + ".csv", contents: .bytes(try csv(of: $0)))
        }, []
      )
    case .xlsx:
      var maker = BookMaker(self)
      let book = maker.book()
      return ([ExportFile(name: baseName + ".xlsx", contents: .book(book))], maker.problems)
    case .sav:
      var maker = StatisticsMaker(self)
      let files = tables.map { table in
        ExportFile(name: fileName(of: table) + ".sav", contents: .statistics(maker.file(of: table)))
      }
      let key = ExportFile(name: baseName + "-sav.csv", contents: .bytes(try bytes(of: maker.key)))
      return (files + [key], maker.problems)
    case .datapackage: return (try PackageMaker(self).files(), [])
    case .codebook:
      let codebook = Codebook(of: self)
      return (
        [
          ExportFile(baseName + "-codebook.md", text: codebook.markdown),
          ExportFile(baseName + "-codebook.html", text: codebook.html),
        ], []
      )
    }
  }

  /// Records as CSV.
  func bytes(of records: [[String]]) throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    for record in records { try writer.append(record: record) }
    return writer.takeBytes()
  }

  /// The form's name, safe for a file.
  var baseName: String { questionnaire.id.text.fileName }

  /// The form's name, and that of the repeat group.
  func fileName(of table: ExportTable) -> String {
    baseName + (table.layout.group.map { "-" + $0.text.fileName } ?? "")
  }
}

extension String {
  /// The text as part of a file's name: letters, digits, hyphens, underscores and full stops inside.
  var fileName: String {
    let safe = String(map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
    return safe.hasPrefix(".") ? "_" + safe : safe
  }
}
