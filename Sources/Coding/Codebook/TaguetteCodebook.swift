public import CSV
public import Survey

/// A codebook as Taguette exports and imports it: `tag,description,number of highlights`.
///
/// Taguette knows no questions: a file is one question's codes.
public enum TaguetteCodebook {
  /// A tag of a file.
  public struct Tag: Sendable, Hashable {
    /// The tag as Taguette has it.
    public let name: String
    /// Its description; may be empty.
    public let description: String

    /// Creates a tag.
    public init(name: String, description: String) {
      self.name = name
      self.description = description
    }
  }

  /// Why a file is no codebook of Taguette.
  public enum Refusal: Error, Sendable, Hashable {
    case unreadable(CSVError)
    case noTagColumn(found: [String])
    case severalTagColumns(found: [String])
    case raggedRow(line: Int, found: Int, expected: Int)
    case emptyTag(line: Int)
  }

  /// Writes the codes of a question that are in use.
  ///
  /// - Parameters:
  ///   - codes: The codes.
  ///   - counts: How many answers have each.
  ///   - label: The wording of a label.
  /// - Returns: CSV in UTF-8, ending in CR LF.
  /// - Throws: `CSVWriteError.nulByte` if a text has a NUL.
  public static func bytes(
    of codes: [Codebook.Code], counts: [Codebook.Code.Name: Int], label: (LocalizedText) -> String
  ) throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    try writer.append(record: ["tag", "description", "number of highlights"])
    for code in codes {
      try writer.append(record: [code.name.text, label(code.label), String(counts[code.name] ?? 0)])
    }
    return writer.takeBytes()
  }

  /// Reads a file; as Taguette itself does, the column of tags may also be called `name` or `path`.
  ///
  /// - Parameter reader: The file, before its header.
  /// - Returns: The tags in their order.
  /// - Throws: Why it is none.
  public static func tags(_ reader: consuming CSVReader) throws(Refusal) -> [Tag] {
    let table: CSVTable
    do { table = try CSVTable(reader) } catch { throw .unreadable(error) }
    let names = table.header.names.map { $0.lowercased() }
    let columns = names.indices.filter { ["tag", "name", "path"].contains(names[$0]) }
    if columns.count > 1 { throw .severalTagColumns(found: columns.map { table.header.names[$0] }) }
    guard let column = columns.first else { throw .noTagColumn(found: table.header.names) }
    let description = names.firstIndex(of: "description")
    var tags: [Tag] = []
    for row in table.rows where row.cells.contains(where: { !$0.isEmpty }) {
      guard row.cells.count == names.count else {
        throw .raggedRow(line: row.line, found: row.cells.count, expected: names.count)
      }
      let name = row[column].trimmed
      if name.isEmpty { throw .emptyTag(line: row.line) }
      tags.append(Tag(name: name, description: row[description].trimmed))
    }
    return tags
  }
}

extension TaguetteCodebook.Refusal: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .noTagColumn(let found):
      "found the columns \(Self.quoted(found)), expected one named 'tag', 'name' or 'path'; export the codebook as CSV"
    case .severalTagColumns(let found):
      "found \(Self.quoted(found)), which can each hold the tags, expected one; take the others out"
    case .raggedRow(let line, let found, let expected):
      "line \(line) has \(found) cells, but the first line has \(expected); a text with a comma needs quotes"
    case .emptyTag(let line): "line \(line) has no tag, expected one; write it, or take the line out"
    }
  }

  private static func quoted(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension Codebook {
  /// What became of tags that were taken into a codebook.
  public struct Import: Sendable, Hashable {
    /// The codebook, in a higher version where anything changed.
    public let codebook: Codebook
    /// Codes that came.
    public let added: [Code.Name]
    /// Codes with another label now.
    public let changed: [Code.Name]
    /// Codes in use that the file does not have; they stay.
    public let notInFile: [Code.Name]
  }

  /// Takes tags of Taguette in as codes of a question.
  ///
  /// A tag that is the name of a code is that code, and its description, where it has one, becomes the label. Any
  /// other tag becomes a code; its label is the description, else the tag itself. All of an import is one version.
  ///
  /// - Parameters:
  ///   - tags: The tags.
  ///   - place: The question.
  ///   - label: The wording of a label that the descriptions are compared with.
  /// - Returns: What became of them.
  public func importing(
    _ tags: [TaguetteCodebook.Tag], at place: Place, label: (LocalizedText) -> String
  ) -> Import {
    var codebook = self
    var added: [Code.Name] = []
    var changed: [Code.Name] = []
    var seen: Set<Code.Name> = []
    for tag in tags {
      let text = tag.description.isEmpty ? tag.name : tag.description
      let own = Code.Name(tag.name).isWellFormed ? Code.Name(tag.name) : Code.Name(madeFrom: tag.name)
      guard seen.insert(own).inserted else { continue }
      if let code = codebook.code(own, at: place) {
        if tag.description.isEmpty || label(code.label) == tag.description { continue }
        codebook = codebook.relabelling(own, at: place, to: tag.description)
        changed.append(own)
      } else {
        codebook = codebook.adding(text, at: place, name: own).codebook
        added.append(own)
      }
    }
    return Import(
      codebook: codebook.settingVersion(of: added + changed, at: place, to: version + 1), added: added,
      changed: changed, notInFile: codesInUse(at: place).map(\.name).filter { !seen.contains($0) })
  }

  /// The codebook in which some codes came or changed in one version.
  private func settingVersion(of names: [Code.Name], at place: Place, to version: Int) -> Codebook {
    guard !names.isEmpty, let column = headings.firstIndex(of: "version") else { return self }
    var (codes, rows) = (codes, rows)
    for (index, code) in codes.enumerated() where code.place == place && names.contains(code.name) {
      codes[index] = Code(
        place: place, name: code.name, label: code.label, keywords: code.keywords, version: version,
        retired: code.retired, replacedBy: code.replacedBy)
      rows[index][column] = String(version)
    }
    return Codebook(codes: codes, headings: headings, rows: rows)
  }
}
