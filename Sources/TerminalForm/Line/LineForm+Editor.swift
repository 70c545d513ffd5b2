internal import Messages
internal import Survey

extension LineForm {
  /// Opens the text in `$VISUAL` or `$EDITOR`; where that fails in any way, the text is as it was.
  mutating func edit(at stop: Outline.Stop) {
    guard case .question(let address) = stop,
      session.questionnaire.question(address.question)?.kind == .text
    else { return line(words.say(.editorOnlyForText)) }
    guard desk.scratchPath != nil else { return line(words.say(.noEditorHere)) }
    guard FormDesk.editor != nil else { return line(words.say(.noEditor)) }
    let before = session.entries[address]?.answer?.cell ?? ""
    guard let after = desk.edited(before) else { return line(words.say(.editorFailed)) }
    // An emptied file is no order to throw the answer away; the menu's "clear" is.
    if after.isBlank { return line(words.say(.kept)) }
    guard let answer = try? session.answer(from: after, at: address) else {
      return line(words.say(.editorFailed))
    }
    if answer.cell == before { return line(words.say(.kept)) }
    let count = answer.cell.split(whereSeparator: \.isWhitespace).count
    _ = performAndTell(.answer(address, answer), saying: words.say(.savedWords, ["count": String(count)]))
  }
}
