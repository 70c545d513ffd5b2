internal import Documents
internal import Survey

/// What of a text that is no question's is not ours.
enum ForeignText: Sendable {
  case nothing
  /// The token of the form, which is printed too.
  case token(FormToken)
  case words(String)

  /// Judges a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - key: What we issued.
  ///   - isOwn: Whether it is ours, where that is known.
  init(_ text: String, by key: FormKey, isOwn: Bool? = nil) {
    let left = isOwn ?? key.everything.cover(text) ? "" : text.bare
    self = left.isRuled ? .nothing : .words(left)
    guard case .words = self else { return }
    let words = key.everything.leftover(of: text).split(separator: " ")
    if words.count == 1, let word = words.first, let token = FormToken(String(word)) { self = .token(token) }
  }

  /// Judges a cell; the number of a question alone is ours.
  init(_ cell: Block, by key: FormKey) {
    if key.numbers.contains(cell.text.letterWords.joined()) {
      self = .nothing
    } else {
      self.init(VisibleMark.removed(from: key.known(cell).content.evidence), by: key)
    }
  }
}
