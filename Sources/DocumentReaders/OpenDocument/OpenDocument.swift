internal import Documents

/// Reads a whole text document of OpenDocument: its content and its properties.
enum OpenDocument {
  static func read(_ archive: inout ZipArchive, limits: ReadingLimits) -> Extract {
    var reader = OpenReader(tree: XMLTree(), list: BlockList(format: .odt, limits: limits))
    do throws(Stop) {
      if try isEncrypted(&archive, limits: limits) {
        throw Stop(.encrypted, "the document opens with a password only")
      }
      for property in try properties(&archive, limits: limits) { reader.list.add(property: property) }
      guard let bytes = try archive.part("content.xml") else {
        throw Stop(.broken, "the archive has no content.xml")
      }
      let (tree, stop) = XMLTree.parsed(bytes, name: "content.xml", limits: limits)
      reader = OpenReader(tree: tree, list: reader.list)
      try reader.readDocument()
      if let stop { throw stop }
      try readMargins(&archive, into: &reader.list, limits: limits)
    } catch {
      reader.list.add(error.finding)
    }
    return reader.list.finished()
  }

  /// Reads what stands above and below the pages, behind all that stands on them; the same words once.
  private static func readMargins(
    _ archive: inout ZipArchive, into list: inout BlockList, limits: ReadingLimits
  ) throws(Stop) {
    guard let bytes = try archive.part("styles.xml") else { return }
    let (tree, stop) = XMLTree.parsed(bytes, name: "styles.xml", limits: limits)
    let names: Set<XMLName> = [
      .openHeader, .openHeaderFirst, .openHeaderLeft, .openFooter, .openFooterFirst, .openFooterLeft,
    ]
    var seen: Set<String> = []
    var reader = OpenReader(tree: tree, list: list)
    if let root = tree.root { reader.declarations = OpenDeclarations(tree, root: root) }
    for node in tree.root.map({ margins(in: tree, below: $0, names) }) ?? []
    where seen.insert(tree.words(node)).inserted {
      try reader.readBlocks(in: node)
    }
    list = reader.list
    if let stop { throw stop }
  }

  private static func margins(
    in tree: XMLTree, below node: XMLTree.Node, _ names: Set<XMLName>
  ) -> [XMLTree.Node] {
    tree.children(node).flatMap { child in
      tree.name(child).map(names.contains) == true ? [child] : margins(in: tree, below: child, names)
    }
  }

  private static func isEncrypted(_ archive: inout ZipArchive, limits: ReadingLimits) throws(Stop) -> Bool {
    guard let bytes = try archive.part("META-INF/manifest.xml") else { return false }
    let (tree, _) = XMLTree.parsed(bytes, name: "META-INF/manifest.xml", limits: limits)
    guard let root = tree.root else { return false }
    return tree.children(root).contains { tree.child($0, .encryption) != nil }
  }

  private static func properties(
    _ archive: inout ZipArchive, limits: ReadingLimits
  ) throws(Stop) -> [Extract.Property] {
    guard let bytes = try archive.part("meta.xml") else { return [] }
    let (tree, stop) = XMLTree.parsed(bytes, name: "meta.xml", limits: limits)
    if let stop { throw stop }
    guard let root = tree.root else { return [] }
    return tree.children(root).flatMap { Array(tree.children($0)) }.filter { tree.name($0) == .userDefined }
      .map {
        Extract.Property(name: tree.attribute($0, .userDefinedName) ?? "", value: tree.words($0))
      }
  }
}
