internal import Documents

/// Reads a whole document of Word: its main part, its properties, and whether notes stand beside it.
enum WordDocument {
  static func read(_ package: inout OfficePackage, main: String, limits: ReadingLimits) -> Extract {
    var reader = WordReader(tree: XMLTree(), list: BlockList(format: .docx, limits: limits))
    do throws(Stop) {
      for property in try package.properties(limits: limits) { reader.list.add(property: property) }
    } catch {
      reader.list.add(error.finding)
    }
    do throws(Stop) {
      guard let (tree, stop) = try package.tree(main, limits: limits) else {
        throw Stop(.broken, "the archive has no \(main)")
      }
      reader = WordReader(tree: tree, list: reader.list)
      reader.numbering = try numbering(&package, of: tree, limits: limits)
      try reader.readDocument()
      if let stop { throw stop }
      try readMargins(&package, into: &reader.list, limits: limits)
    } catch {
      reader.list.add(error.finding)
    }
    do throws(Stop) {
      try readNotes(&package, into: &reader.list, limits: limits)
    } catch {
      reader.list.add(error.finding)
    }
    return reader.list.finished()
  }

  /// Reads what stands above and below the pages, behind all that stands on them; the same words once.
  private static func readMargins(
    _ package: inout OfficePackage, into list: inout BlockList, limits: ReadingLimits
  ) throws(Stop) {
    var seen: Set<String> = []
    for name in package.allParts(ofType: ["wordprocessingml.header+xml", "wordprocessingml.footer+xml"]) {
      guard let (tree, stop) = try package.tree(name, limits: limits), let root = tree.root else { continue }
      var reader = WordReader(tree: tree, list: list)
      if seen.insert(reader.visibleWords(root)).inserted { try reader.readBlocks(in: root) }
      list = reader.list
      if let stop { throw stop }
    }
  }

  /// The lists of a document, if a paragraph of it can be in one.
  private static func numbering(
    _ package: inout OfficePackage, of tree: XMLTree, limits: ReadingLimits
  ) throws(Stop) -> WordNumbering {
    let canBeListed = tree.items.contains {
      $0.name == .wordParagraphStyle || $0.name == .wordNumberingProperties
    }
    guard canBeListed, let part = package.part(ofType: ["wordprocessingml.numbering+xml"]),
      let (numbering, stop) = try package.tree(part, limits: limits)
    else { return WordNumbering() }
    if let stop { throw stop }
    return WordNumbering(numbering)
  }

  /// Says which notes and comments hold words, since nothing is taken from them.
  private static func readNotes(
    _ package: inout OfficePackage, into list: inout BlockList, limits: ReadingLimits
  ) throws(Stop) {
    let kinds = [
      ("wordprocessingml.footnotes+xml", XMLName.wordFootnote, "a footnote"),
      ("wordprocessingml.endnotes+xml", .wordEndnote, "an endnote"),
      ("wordprocessingml.comments+xml", .wordComment, "a comment"),
    ]
    for (type, element, what) in kinds {
      guard let name = package.part(ofType: [type]), let (tree, stop) = try package.tree(name, limits: limits)
      else {
        continue
      }
      let reader = WordReader(tree: tree, list: BlockList(format: .docx, limits: limits))
      for note in tree.root.map({ Array(tree.children($0)) }) ?? [] where tree.name(note) == element {
        let words = reader.visibleWords(note)
        if !words.isBlank { list.add(Finding(.unread, detail: "\(what) is left out: \(words.prefix(200))")) }
      }
      if let stop { throw stop }
    }
  }
}
