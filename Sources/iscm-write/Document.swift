internal import PageDrawing

/// A document, made of its definition.
enum Document {
  /// Makes a document.
  ///
  /// - Parameter definition: Records: `docx`, then for each part `part,NAME,CONTENTS`; or `pdf`, and what
  ///   `PageForm` says.
  /// - Returns: The file.
  /// - Throws: Why the definition cannot be read, or what a library says.
  static func bytes(of definition: [UInt8]) throws -> [UInt8] {
    let rows = try Definition.records(of: definition)
    switch rows.first?.first {
    case "docx":
      return try Archive.bytes(
        of: rows.dropFirst().map { row throws(WriterError) in
          guard row.count == 3, row[0] == "part" else {
            throw WriterError.noDefinition("'\(row.first ?? "")' is no part")
          }
          return (row[1], Array(row[2].utf8))
        })
    case "pdf":
      let definition = try PageDefinition(rows.dropFirst())
      let (pages, fields) = try PageSetter.pages(of: definition)
      return try FormFields.bytes(of: pages, with: fields, for: definition)
    default: throw WriterError.noDefinition("'\(rows.first?.first ?? "")' is no format; expected docx or pdf")
    }
  }
}
