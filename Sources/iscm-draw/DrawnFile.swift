internal import PageDrawing

/// A file that is drawn as its definition says.
enum DrawnFile {
  /// Draws a file.
  ///
  /// - Parameters:
  ///   - definition: Records: `png`, `pdf` and what `PictureDefinition` says; or `report`, and what
  ///     `ReportDefinition` says.
  ///   - typesetter: Who lays the texts out.
  /// - Returns: The file: the same definition and the same fonts give the same bytes.
  /// - Throws: Why the definition cannot be read, which signs no font has, or what a library says.
  static func bytes(of definition: [UInt8], _ typesetter: Typesetter) throws -> [UInt8] {
    let records = try Definition.records(of: definition)[...]
    switch records.first?.first {
    case "png": return try PictureDefinition(records.dropFirst()).png(typesetter)
    case "pdf": return try PictureDefinition(records.dropFirst()).pdf(typesetter)
    case "report": return try ReportSetter.bytes(of: ReportDefinition(records.dropFirst()), typesetter)
    default:
      let found = records.first?.first ?? ""
      throw WriterError.noDefinition("'\(found)' is no format; expected png, pdf or report")
    }
  }
}
