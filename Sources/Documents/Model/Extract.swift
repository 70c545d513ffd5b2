/// What a document holds, read and not yet understood: blocks in their order, each with its place.
///
/// Readers make one of every format; whoever matches answers to questions knows no format.
public struct Extract: Sendable, Hashable {
  /// Of what kind the document is.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case docx, odt, doc, rtf, xlsx, csv, pdf, html, text
    /// None of these: a picture, an archive, bytes that nobody knows.
    case other
  }

  /// A custom property of the document: `iscm-form`, `iscm-version`, `iscm-hash`, `iscm-token`.
  public struct Property: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// What it says.
    public let value: String

    /// Creates a property.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The kind of document.
  public var format: Format
  /// Its custom properties, in the order of the document.
  public var properties: [Property]
  /// Its cells, paragraphs, fields and lines, in the order in which a person reads them.
  public var blocks: [Block]
  /// What a person must look at before anything is taken from it.
  public var findings: [Finding]

  /// Creates an extract.
  public init(
    format: Format, properties: [Property] = [], blocks: [Block] = [], findings: [Finding] = []
  ) {
    self.format = format
    self.properties = properties
    self.blocks = blocks
    self.findings = findings
  }
}
