internal import Documents

/// A text by which something is remembered: to the byte, where Swift takes texts for equal that Unicode calls equivalent.
///
/// What is remembered of one spelling of `é` must not be said of the other: it is quoted to the letter.
struct ExactText: Rememberable {
  let text: String
  var size: Int { text.utf8.count }

  init(_ text: String) { self.text = text }

  static func == (first: ExactText, second: ExactText) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
