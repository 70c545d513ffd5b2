public import ResponseFiles
public import Survey

/// An answer behind a code.
public struct Quotation: Sendable, Hashable {
  /// The answer as it was given; nothing where only its code is known.
  public let text: String?
  /// Whose answer it is, with the one response that it stands in.
  public let participant: Participant
  /// The question that was answered.
  public let question: Question.Name
  /// How the code is known.
  public let evidence: Provenance.Evidence
  /// Who gave the code.
  public let coder: String
  /// What says so, where the answer itself was not read; may be empty.
  public let source: String
  /// Where the response stands.
  public let trace: Trace

  /// Creates a quotation.
  public init(
    text: String?, participant: Participant, question: Question.Name, evidence: Provenance.Evidence,
    coder: String, source: String = "", trace: Trace
  ) {
    self.text = text
    self.participant = participant
    self.question = question
    self.evidence = evidence
    self.coder = coder
    self.source = source
    self.trace = trace
  }
}

/// The codebook that a figure's codes are of.
public struct CodebookUse: Sendable, Hashable {
  /// The file, as the plan names it.
  public let name: String
  /// Its version.
  public let version: Int

  /// Creates it.
  public init(name: String, version: Int) {
    self.name = name
    self.version = version
  }
}
