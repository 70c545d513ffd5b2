public import Calendar
public import ResponseFiles
public import Survey

/// One row of `codes.csv`: what a coder said of an answer.
///
/// Rows are only ever appended; who thinks otherwise later says so in another row.
public struct Coding: Sendable, Hashable {
  /// Who codes, by the name that was given with `--coder`.
  public typealias Coder = Identifier<Coding>

  /// What a row does.
  public enum Act: String, Sendable, Hashable, CaseIterable {
    /// Gives the answer a code.
    case code
    /// Says that none of the codes fits; the codes that the same coder gave before are gone.
    case none
    /// Takes a code back, or, without a code, that none fits.
    case withdraw
  }

  /// The response.
  public let response: Response.ID
  /// The question.
  public let question: Question.Name
  /// The code; nothing where none fits.
  public let code: Codebook.Code.Name?
  /// Who says so.
  public let coder: Coder
  /// What is said.
  public let act: Act
  /// How it is known: stated or derived in what was published, or coded by somebody who read the answer.
  public let evidence: Provenance.Evidence
  /// What says so, where the answer itself was not read; may be empty.
  public let source: String
  /// The version of the codebook that was at hand.
  public let version: Int
  /// When; nothing where it was copied from what was published.
  public let time: Instant?

  /// Creates a row.
  public init(
    response: Response.ID, question: Question.Name, code: Codebook.Code.Name?, coder: Coder, act: Act,
    evidence: Provenance.Evidence, source: String = "", version: Int, time: Instant?
  ) {
    self.response = response
    self.question = question
    self.code = code
    self.coder = coder
    self.act = act
    self.evidence = evidence
    self.source = source
    self.version = version
    self.time = time
  }
}

extension Coding.Coder {
  /// Who copied what was published.
  public static let published: Self = "published"
  /// What several coders agreed on: where it has coded an answer, nobody else's codes are counted.
  public static let consensus: Self = "consensus"
}

extension Provenance.Evidence {
  /// A coder read the answer.
  public static let coded: Self = "coded"
}

extension Coding {
  static let columns = [
    "instance_id", "question", "code", "coder", "act", "evidence", "source", "codebook_version", "coded_at",
  ]

  /// The row, by the headings of its columns.
  var cells: [String: String] {
    [
      "instance_id": response.text, "question": question.text, "code": code?.text ?? "", "coder": coder.text,
      "act": act.rawValue, "evidence": evidence.text, "source": source,
      "codebook_version": String(version), "coded_at": time?.description ?? "",
    ]
  }

  /// A cell by which a row cannot be read.
  struct UnreadCell {
    let column: String
    let found: String
    let expected: String
  }

  /// Reads a row.
  ///
  /// - Parameter cell: Gives the cell below a heading.
  /// - Returns: The row, or nothing where a cell makes no sense; and all cells that make none, in the order of the
  ///   columns.
  static func reading(_ cell: (String) -> String) -> (row: Coding?, unread: [UnreadCell]) {
    var unread: [UnreadCell] = []
    func refuse(_ column: String, _ expected: String) {
      unread.append(UnreadCell(column: column, found: cell(column), expected: expected))
    }
    if cell("instance_id").isEmpty { refuse("instance_id", "the id of a response") }
    if cell("question").isEmpty { refuse("question", "a question") }
    let act = Act(rawValue: cell("act"))
    let code = cell("code")
    if act == .code, code.isEmpty { refuse("code", "a code") }
    if act == Act.none, !code.isEmpty { refuse("code", "nothing") }
    if cell("coder").isEmpty { refuse("coder", "the name of a coder") }
    if act == nil { refuse("act", "code, none or withdraw") }
    let evidence = Provenance.Evidence(cell("evidence"))
    if ![.stated, .derived, .coded].contains(evidence) { refuse("evidence", "stated, derived or coded") }
    let version = Int(cell("codebook_version")).flatMap { $0 >= 1 ? $0 : nil }
    if version == nil { refuse("codebook_version", "a whole number from 1") }
    let time = Instant(cell("coded_at"))
    if time == nil, !cell("coded_at").isEmpty { refuse("coded_at", "a time, or nothing") }
    guard unread.isEmpty, let act, let version else { return (nil, unread) }
    let row = Coding(
      response: Response.ID(cell("instance_id")), question: Question.Name(cell("question")),
      code: code.isEmpty ? nil : Codebook.Code.Name(code), coder: Coder(cell("coder")), act: act,
      evidence: evidence, source: cell("source"), version: version, time: time)
    return (row, [])
  }
}
