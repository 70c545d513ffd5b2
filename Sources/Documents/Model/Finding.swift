/// Something in a document that a person must look at: it is never decided by a program.
public struct Finding: Sendable, Hashable {
  /// What was found.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A tracked change stands inside an answer.
    case trackedChange
    /// A box says one thing and its sign another.
    case boxDisagrees
    /// A PDF's value says one thing and what is drawn another.
    case appearanceDisagrees
    /// The document is encrypted.
    case encrypted
    /// A limit was reached: nesting, parts, bytes inflated, time, memory.
    case limit
    /// The document is broken, or is not what it says it is.
    case broken
    /// The document has a part that is refused: a document type, an entity, an external target.
    case refused
    /// No reader for the format is installed here.
    case noReader
    /// Bytes are not in the character set that is declared; they were read as another.
    case charset
    /// Words stand where no reader takes them from: footnotes, comments, hidden text.
    case unread
    /// Words are struck out: whether they count is for a person to say.
    case struckOut
  }

  /// What was found.
  public let kind: Kind
  /// Where, if that can be said.
  public let place: Place?
  /// What a person should know, in English: what was found and what was expected.
  public let detail: String

  /// Creates a finding.
  public init(_ kind: Kind, at place: Place? = nil, detail: String) {
    self.kind = kind
    self.place = place
    self.detail = detail
  }
}
