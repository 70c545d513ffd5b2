internal import Documents

extension WordReader {
  /// What a content control is for.
  enum ControlKind {
    /// A box, with its state and the signs that it names.
    case box(isTicked: Bool, ticked: Unicode.Scalar?, empty: Unicode.Scalar?)
    /// Text, a date or one of a list.
    case text(isPlaceholder: Bool)
  }

  /// A content control's tag; empty where it has none.
  func tag(of control: XMLTree.Node) -> String {
    tree.child(control, .wordControlProperties).flatMap { tree.child($0, .wordTag) }
      .flatMap { tree.attribute($0, .wordValue) } ?? ""
  }

  /// Reads a content control in a paragraph, or around paragraphs and tables.
  mutating func readControl(_ control: XMLTree.Node) throws(Stop) {
    guard let content = tree.child(control, .wordControlContent) else { return }
    list.enter(tag: tag(of: control))
    defer { list.leave() }
    let kind = controlKind(control)
    // One without a tag around paragraphs of the body says nothing of what they are for.
    if case .text(let isPlaceholder) = kind, !list.isOpen, tag(of: control).isEmpty {
      if !isPlaceholder { try readBlocks(in: content) }
      return
    }
    guard let kind else {
      if tree.children(content).contains(where: { isBlock($0) }) {
        try readBlocks(in: content)
      } else {
        try readInline(in: content)
      }
      return
    }
    let isOpen = list.isOpen
    if !isOpen { try list.begin(keepsEmpty: true) }
    try readContent(of: control, as: kind, content: content)
    if !isOpen { list.end() }
  }

  /// Reads what a control of one value holds, into the block that is open.
  mutating func readContent(of control: XMLTree.Node, as kind: ControlKind, content: XMLTree.Node)
    throws(Stop)
  {
    list.withBlock { $0.beginCapture() }
    if tree.children(content).contains(where: { isBlock($0) }) {
      try readBlocks(in: content)
    } else {
      try readInline(in: content)
    }
    var words = ""
    list.withBlock { words = $0.endCapture() }
    let name = tag(of: control)
    switch kind {
    case .box(let isTicked, let ticked, let empty):
      let shown = Signs.read(words, ticked: ticked, empty: empty)
      list.add(box: .control, isTicked: isTicked, name: name, shown: shown, needsSign: true)
    case .text(let isPlaceholder):
      let value = isPlaceholder ? "" : words
      list.withBlock { $0.append(.field(name: name, value: value)) }
    }
  }

  /// What a control is for; nothing where it holds more than one value: tables, boxes, other controls.
  func controlKind(_ control: XMLTree.Node) -> ControlKind? {
    var isPlaceholder = false
    for property in tree.child(control, .wordControlProperties).map({ Array(tree.children($0)) }) ?? [] {
      switch tree.name(property) {
      case .wordPartObject, .wordPartList, .wordPicture, .wordGroup: return nil
      case .wordPlaceholderShown: isPlaceholder = isOn(property)
      case .wordCheckBoxControl:
        let checked = tree.child(property, .wordControlChecked)
        return .box(
          isTicked: checked.map { isOn($0, .wordControlValue) } ?? false,
          ticked: sign(tree.child(property, .wordControlCheckedState)),
          empty: sign(tree.child(property, .wordControlUncheckedState)))
      default: continue
      }
    }
    guard let content = tree.child(control, .wordControlContent), holdsOneValue(content) else { return nil }
    return .text(isPlaceholder: isPlaceholder)
  }

  private func sign(_ state: XMLTree.Node?) -> Unicode.Scalar? {
    guard let state, let code = tree.attribute(state, .wordControlValue).flatMap({ UInt32($0, radix: 16) })
    else {
      return nil
    }
    return Marks.scalar(code: code, font: tree.attribute(state, .wordControlFont) ?? "")
      ?? Unicode.Scalar(code)
  }

  private func isBlock(_ node: XMLTree.Node) -> Bool {
    switch tree.name(node) {
    case .wordParagraph, .wordTable: true
    case .wordControl:
      tree.child(node, .wordControlContent).map { tree.children($0).contains { isBlock($0) } } ?? false
    default: false
    }
  }

  private func holdsOneValue(_ node: XMLTree.Node) -> Bool {
    switch tree.name(node) {
    case .wordTable, .wordControl, .wordFormField, .wordTextBox: false
    default: tree.children(node).allSatisfy { holdsOneValue($0) }
    }
  }
}
