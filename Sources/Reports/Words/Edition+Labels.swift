internal import Analysis
internal import Messages
internal import Survey

extension Edition {
  /// What people read for a row.
  func label(of row: Row, _ figure: Figure) -> String { flat(parts(of: row, figure)) }

  /// What people read for a column.
  func label(of column: Column, _ figure: Figure) -> String { flat(parts(of: column, figure)) }

  /// The label of a row in its parts: a question has its number, an answer that the list does not have is marked.
  func parts(of row: Row, _ figure: Figure) -> Label {
    if let name = name(of: row, figure) { return Label(text: nil, words: name) }
    var label = Label(text: row.label, words: row.code?.onOneLine ?? "")
    if row.state == .unlisted { label.after = " (\(say(.unlisted)))" }
    guard figure.statistic == .answered, row.state != .unlisted else { return label }
    let number = figure.questions.first { $0.name.text == row.code }?.number ?? ""
    if !number.isEmpty { label.before = "\(number). " }
    return label
  }

  /// The label of a column in its parts.
  func parts(of column: Column, _ figure: Figure) -> Label {
    if let name = name(of: column, figure) { return Label(text: nil, words: name) }
    return Label(
      text: column.label, words: column.code?.onOneLine ?? "",
      after: column.state == .unlisted ? " (\(say(.unlisted)))" : "")
  }

  private func flat(_ label: Label) -> String {
    let wording = label.text.map(text) ?? ""
    return label.before + (wording.isEmpty ? label.words : wording) + label.after
  }

  /// What a program reads for a row: the label alone.
  func dataLabel(of row: Row, _ figure: Figure) -> String {
    name(of: row, figure) ?? plain(row.label, code: row.code)
  }

  /// What a program reads for a column: the label alone.
  func dataLabel(of column: Column, _ figure: Figure) -> String {
    name(of: column, figure) ?? plain(column.label, code: column.code)
  }

  /// The interface's own name for a row: that of a state, or of yes and no where the form did not ask so.
  private func name(of row: Row, _ figure: Figure) -> String? {
    if let state = row.state, state != .unlisted { return name(of: state).capitalizedFirst }
    guard figure.statistic == .any else { return nil }
    return row.code == "yes" ? say(.yes) : row.code == "no" ? say(.no) : nil
  }

  /// The interface's own name for a column: that of a state, or of what stands beside states.
  private func name(of column: Column, _ figure: Figure) -> String? {
    if let state = column.state { return state == .unlisted ? nil : name(of: state).capitalizedFirst }
    if figure.statistic == .coded { return column.code.map { name(ofEvidence: $0) } }
    return figure.isDivided ? nil : say(.answered).capitalizedFirst
  }

  /// How a code is known: `Stated`.
  func name(ofEvidence evidence: String) -> String {
    switch evidence {
    case "stated": say(.evidenceStated).capitalizedFirst
    case "derived": say(.evidenceDerived).capitalizedFirst
    case "coded": say(.coded).capitalizedFirst
    default: evidence.onOneLine
    }
  }

  private func plain(_ label: LocalizedText, code: String?) -> String {
    let label = plainText(label)
    return label.isEmpty ? code ?? "" : label
  }
}
