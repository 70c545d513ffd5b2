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

  /// The names of all parts of a type.
  func allParts(ofType suffixes: [String]) -> [String] {
    parts.filter { part in suffixes.contains { part.type.hasSuffix($0) } }.map(\.name)
  }

  /// The tree of a part.
  ///
  /// - Returns: Nothing where there is no such part; and why the tree goes no further.
  mutating func tree(_ name: String, limits: ReadingLimits) throws(Stop) -> (tree: XMLTree, stop: Stop?)? {
    guard let bytes = try archive.part(name) else { return nil }
    return XMLTree.parsed(bytes, name: name, limits: limits)
  }

  /// The parts to which a part refers, by the name of the reference; targets outside of the package are left out.
  mutating func targets(of part: String, limits: ReadingLimits) throws(Stop) -> [String: String] {
    let folder = part.split(separator: "/").dropLast()
    let file = part.split(separator: "/").last ?? ""
    let name = (folder + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard let (tree, stop) = try tree(name, limits: limits), let root = tree.root else { return [:] }
    if let stop { throw stop }
    var targets: [String: String] = [:]
    for node in tree.children(root) where tree.name(node) == .relationship {
      guard let id = tree.attribute(node, .relationID), let target = tree.attribute(node, .relationTarget),
        tree.attribute(node, .relationMode) != "External"
      else { continue }
      // A path is only compared with the names in the archive: one that leads outside of it finds nothing.
      var path = target.hasPrefix("/") ? [] : Array(folder)
      for step in target.split(separator: "/") where step != "." {
        if step == ".." { _ = path.popLast() } else { path.append(step) }
      }
      targets[id] = path.joined(separator: "/")
    }
    return targets
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

  /// The types of a workbook's main part.
  static let workbookMain = [
    "spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml", "ms-excel.sheet.macroenabled.main+xml",
    "ms-excel.template.macroenabled.main+xml",
  ]

  /// The types of a workbook's main part that can have macros.
  static let macroWorkbookMain = [
    "ms-excel.sheet.macroenabled.main+xml", "ms-excel.template.macroenabled.main+xml",
  ]

  /// The types of a document's main part in Word, also of templates and of those with macros, which never run.
  static let wordMain = [
    "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
    "ms-word.document.macroenabled.main+xml",
    "ms-word.template.macroenabledtemplate.main+xml",
  ]
}
