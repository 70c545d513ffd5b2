internal import Documents

/// A document of Office as a package of parts (ISO/IEC 29500-2): what each part is, its content types say.
struct OfficePackage: ~Copyable {
  var archive: ZipArchive
  /// Parts that their names declare the type of, in the order of the declaration.
  let parts: [(name: String, type: String)]

  /// Opens a package.
  init(_ archive: consuming ZipArchive, limits: ReadingLimits) throws(Stop) {
    parts = try Self.declaredParts(&archive, limits: limits)
    self.archive = archive
  }

  private static func declaredParts(
    _ archive: inout ZipArchive, limits: ReadingLimits
  ) throws(Stop) -> [(name: String, type: String)] {
    guard let bytes = try archive.part("[Content_Types].xml") else {
      throw Stop(.broken, "the archive has no [Content_Types].xml")
    }
    let (tree, stop) = XMLTree.parsed(bytes, name: "[Content_Types].xml", limits: limits)
    if let stop { throw stop }
    guard let root = tree.root else { return [] }
    return tree.children(root).compactMap { node in
      guard tree.name(node) == .override, let name = tree.attribute(node, .partName),
        let type = tree.attribute(node, .contentType)
      else { return nil }
      return (name.hasPrefix("/") ? String(name.dropFirst()) : name, type.lowercased())
    }
  }

  /// The name of the first part of a type.
  ///
  /// - Parameter suffixes: How the type ends, whoever registered it: `wordprocessingml.document.main+xml`.
  /// - Returns: Nothing where the package has none.
  func part(ofType suffixes: [String]) -> String? {
    parts.first { part in suffixes.contains { part.type.hasSuffix($0) } }?.name
  }

  /// The tree of a part.
  ///
  /// - Returns: Nothing where there is no such part; and why the tree goes no further.
  mutating func tree(_ name: String, limits: ReadingLimits) throws(Stop) -> (tree: XMLTree, stop: Stop?)? {
    guard let bytes = try archive.part(name) else { return nil }
    return XMLTree.parsed(bytes, name: name, limits: limits)
  }

  /// The custom properties of the document.
  mutating func properties(limits: ReadingLimits) throws(Stop) -> [Extract.Property] {
    guard let name = part(ofType: ["custom-properties+xml"]),
      let (tree, stop) = try tree(name, limits: limits)
    else {
      return []
    }
    if let stop { throw stop }
    guard let root = tree.root else { return [] }
    return tree.children(root).filter { tree.name($0) == .customProperty }.map { property in
      Extract.Property(
        name: tree.attribute(property, .plainName) ?? "", value: tree.words(property).withoutOuterSpaces)
    }
  }

  /// The types of a document's main part in Word, also of templates and of those with macros, which never run.
  static let wordMain = [
    "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
    "ms-word.document.macroenabled.main+xml",
    "ms-word.template.macroenabledtemplate.main+xml",
  ]
}
