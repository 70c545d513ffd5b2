/// The marks by which a blank form says which question a place is for.
///
/// `[Q04]` is seen, and survives everything; the bookmark `q04` and the tag `iscm:1:q04:yes` are not seen. Questions
/// are numbered as on paper, `25a`; one without a number goes by its name.
public struct QuestionCode: Sendable, Hashable {
  /// The question's number on paper with two digits, `04`, `25a`; its name where it has none.
  public let text: String

  /// Creates a code from its text, as it stands in marks.
  public init(_ text: String) { self.text = text }

  /// The code as people see it.
  public var visible: String { "[Q\(text)]" }
  /// The name of the bookmark on the answer's cell.
  public var bookmark: String { "q\(text)" }

  /// The tag of a content control, or the name of a PDF's field.
  ///
  /// - Parameter choice: The choice that a check box stands for; nothing for a text.
  /// - Returns: `iscm:1:q04:yes`, or `iscm:1:q12` for a text.
  public func tag(choice: String? = nil) -> String {
    "iscm:1:q\(text)" + (choice.map { ":\($0)" } ?? "")
  }
}
