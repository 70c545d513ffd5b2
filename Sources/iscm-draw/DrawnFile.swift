internal import PageDrawing

/// A file that is drawn as its definition says.
enum DrawnFile {
  /// Draws a file.
  ///
  /// - Parameter definition: Records: `png`, `pdf` and what `PictureDefinition` says; or `report`, and what
  ///   `ReportDefinition` says.
  /// - Returns: The file: the same definition and the same fonts give the same bytes.
  /// - Throws: Why the definition or a picture cannot be read, which signs no font has, or what a library says.
  static func bytes(of definition: [UInt8]) throws -> [UInt8] {
    let records = try Definition.records(of: definition)
    switch records.first?.first {
    case "png": return try PictureDefinition(records.dropFirst()).png()
    case "pdf": return try PictureDefinition(records.dropFirst()).pdf()
    case "report": return try ReportSetter.bytes(of: ReportDefinition(records.dropFirst()))
    default:
      let found = records.first?.first ?? ""
      throw WriterError.noDefinition("'\(found)' is no format; expected png, pdf or report")
    }
  }
}
