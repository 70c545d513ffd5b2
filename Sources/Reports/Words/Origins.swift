public import Survey

/// Where single answers came from, of responses that came by mail or in a table: a number is followed down to the line.
public struct Origins: Sendable {
  /// Where one answer came from.
  public struct Origin: Sendable, Hashable {
    /// The question, in a repeat group with the repeat.
    public let question: Address
    /// How the answer is known: `mail`, `table`, `reviewed`, `derived`.
    public let evidence: String
    /// Through which door the response came.
    public let door: Response.Source
    /// The hash of the mail or the table.
    public let source: String
    /// Which part of a mail; which row of a table.
    public let part: String
    /// Where in it.
    public let place: String

    /// Creates an origin.
    public init(
      question: Address, evidence: String, door: Response.Source, source: String, part: String, place: String
    ) {
      self.question = question
      self.evidence = evidence
      self.door = door
      self.source = source
      self.part = part
      self.place = place
    }
  }

  private let origins: [Response.ID: [Origin]]

  /// Takes what is known, by response, in the order of the form.
  public init(_ origins: [Response.ID: [Origin]] = [:]) { self.origins = origins }

  /// Where the answers of a response to some questions came from.
  func origins(of response: Response.ID, to questions: Set<Question.Name>) -> [Origin] {
    (origins[response] ?? []).filter { questions.contains($0.question.question) }
  }
}
