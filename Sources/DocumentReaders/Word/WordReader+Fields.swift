internal import Documents

/// A form field of Word while it is read (ISO/IEC 29500-1, section 17.16.18).
struct FormField {
  /// What the field is for.
  enum Kind {
    /// A legacy check box.
    case box(isTicked: Bool)
    /// Legacy text; what it holds is its result.
    case text
    /// A legacy list, and the entry that is chosen.
    case list(String)
    /// A link, a page number: its result is text like any other.
    case other
  }

  var kind: Kind
  var name: String
  /// Whether its result has begun, which is kept apart from the words around it.
  var isCaptured = false
}

extension BlockList {
  /// Adds what a form field holds, now that it has ended.
  mutating func end(_ field: FormField) {
    var words = ""
    if field.isCaptured { withBlock { words = $0.endCapture() } }
    switch field.kind {
    case .box(let isTicked):
      add(box: .legacy, isTicked: isTicked, name: field.name, shown: Signs.read(words), needsSign: false)
    case .text:
      // An empty field shows five wide spaces, which count as none.
      withBlock { $0.append(.field(name: field.name, value: words)) }
    case .list(let entry): withBlock { $0.append(.field(name: field.name, value: entry)) }
    case .other: return
    }
  }
}

extension WordReader {
  /// Reads the begin, the middle or the end of a field.
  mutating func readFieldMark(_ mark: XMLTree.Node) {
    switch tree.attribute(mark, .wordFieldMarkType) {
    case "begin":
      fields.append(tree.child(mark, .wordFormField).map(formField) ?? FormField(kind: .other, name: ""))
    case "separate":
      guard let last = fields.indices.last, !fields[last].isCaptured else { return }
      if case .other = fields[last].kind { return }
      list.withBlock { $0.beginCapture() }
      fields[last].isCaptured = true
    case "end":
      guard let field = fields.popLast() else { return }
      list.end(field)
    default: return
    }
  }

  private func formField(_ data: XMLTree.Node) -> FormField {
    let name = tree.child(data, .wordName).flatMap { tree.attribute($0, .wordValue) } ?? ""
    if let box = tree.child(data, .wordCheckBox) {
      let state = tree.child(box, .wordChecked) ?? tree.child(box, .wordDefault)
      return FormField(kind: .box(isTicked: state.map { isOn($0) } ?? false), name: name)
    }
    if tree.child(data, .wordTextInput) != nil { return FormField(kind: .text, name: name) }
    guard let choices = tree.child(data, .wordDropDown) else { return FormField(kind: .other, name: name) }
    let entries = tree.children(choices).filter { tree.name($0) == .wordListEntry }
      .map { tree.attribute($0, .wordValue) ?? "" }
    let chosen = tree.child(choices, .wordResult) ?? tree.child(choices, .wordDefault)
    let index = chosen.flatMap { tree.attribute($0, .wordValue) }.flatMap { Int($0) } ?? 0
    return FormField(kind: .list(entries.indices.contains(index) ? entries[index] : ""), name: name)
  }
}
