internal import Documents
internal import Survey

/// A cell beside the answer to a question, where nothing stands but what we issued.
struct IssuedCell {
  /// Whether the question's own wording stands in it.
  let hasLabel: Bool
  /// What of it is not ours.
  let leftover: String

  /// What it follows from.
  struct Part: Rememberable {
    let question: Question.Name
    let cell: Block.Body
    var size: Int { cell.size }
  }

  init(_ cell: Block, beside name: Question.Name, by key: FormKey) {
    let content = key.known(cell).content
    let text = VisibleMark.removed(from: content.evidence)
    let words = text.letterWords
    hasLabel = key.questions[name]?.labels.occur(in: words) == true
    let isNumber = key.numbering.label(of: name).map { words == [$0.lowercased()] } ?? false
    if content.hasBox(\.isTicked) {
      leftover = text.bare
    } else {
      leftover = isNumber ? "" : key.everything.leftover(of: text)
    }
  }
}
