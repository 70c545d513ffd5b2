internal import Survey

/// What people read for a row or a column: words of the interface, or a text of the form with what stands around it.
struct Label {
  /// The text of the form; nothing where the interface has a name of its own.
  let text: LocalizedText?
  /// The interface's words, or what stands in for a text that is empty.
  let words: String
  /// The number of a question.
  var before = ""
  /// That the list does not have it.
  var after = ""
}
