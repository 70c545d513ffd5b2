internal import Documents

extension OpenReader {
  /// Reads the place of a control that is declared among the document's forms.
  mutating func readControlShape(_ shape: XMLTree.Node) {
    guard let id = tree.attribute(shape, .openControlShape), let item = declarations.controls[id] else {
      return
    }
    list.withBlock { $0.append(item) }
  }

  /// Reads a content control of Word, as LibreOffice keeps it.
  mutating func readContentControl(_ control: XMLTree.Node) throws(Stop) {
    let name = tree.attribute(control, .controlTag) ?? ""
    list.enter(tag: name)
    defer { list.leave() }
    list.withBlock { $0.beginCapture() }
    try readInline(in: control)
    var words = ""
    list.withBlock { words = $0.endCapture() }
    if tree.attribute(control, .controlIsBox) == "true" {
      let shown = Signs.read(
        words, ticked: tree.attribute(control, .controlCheckedState)?.unicodeScalars.first,
        empty: tree.attribute(control, .controlUncheckedState)?.unicodeScalars.first)
      let isTicked = tree.attribute(control, .controlChecked) == "true"
      list.add(box: .control, isTicked: isTicked, name: name, shown: shown, needsSign: true)
    } else {
      let isPlaceholder = tree.attribute(control, .controlPlaceholder) == "true"
      list.withBlock { $0.append(.field(name: name, value: isPlaceholder ? "" : words)) }
    }
  }

  /// Begins a legacy form field of Word, as LibreOffice keeps it; one without an end is whole.
  mutating func beginField(_ mark: XMLTree.Node) {
    let name = tree.attribute(mark, .openName) ?? ""
    var parameters: [(name: String, value: String)] = []
    for parameter in tree.children(mark) where tree.name(parameter) == .fieldParameter {
      parameters.append(
        (
          tree.attribute(parameter, .fieldParameterName) ?? "",
          tree.attribute(parameter, .fieldParameterValue) ?? ""
        ))
    }
    let type = tree.attribute(mark, .fieldType) ?? ""
    var field = FormField(kind: .other, name: name)
    if type.hasSuffix("FORMCHECKBOX") {
      let state = parameters.first { $0.name == "Checkbox_Checked" }?.value
      field.kind = .box(isTicked: state == "true" || state == "1")
    } else if type.hasSuffix("FORMDROPDOWN") {
      let entries = parameters.filter { $0.name == "Dropdown_ListEntry" }.map(\.value)
      let index = parameters.first { $0.name == "Dropdown_Selected" }.flatMap { Int($0.value) } ?? 0
      field.kind = .list(entries.indices.contains(index) ? entries[index] : "")
    } else if type.hasSuffix("FORMTEXT") {
      field.kind = .text
    }
    fields.append(field)
    if tree.name(mark) == .fieldMark {
      endField()
    } else if case .other = field.kind {
    } else {
      fields[fields.count - 1].isCaptured = true
      list.withBlock { $0.beginCapture() }
    }
  }

  mutating func endField() {
    guard let field = fields.popLast() else { return }
    list.end(field)
    isBehindSpace = false
  }
}
