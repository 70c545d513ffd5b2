public import Survey

/// Where the answer to one question of one response came from.
public struct Provenance: Sendable, Hashable {
  /// How an answer is known.
  public typealias Evidence = Identifier<Provenance>

  /// The response.
  public let response: Response.ID
  /// The question, in a repeat group with the repeat.
  public let question: Address
  /// How the answer is known.
  public let evidence: Evidence
  /// What says so: a publication, the id of an e-mail.
  public let source: String
  /// Which part of it: a figure, an attachment; may be empty.
  public let part: String
  /// Where in that part: a page, a cell, a line; may be empty.
  public let place: String
  /// How certain it is that what stood there answers the question, as an import matched the two; empty for an answer that
  /// nobody had to match: it was typed, copied, or decided by a person.
  public let grade: String

  /// Creates a row.
  public init(
    response: Response.ID, question: Address, evidence: Evidence, source: String, part: String = "",
    place: String = "", grade: String = ""
  ) {
    self.response = response
    self.question = question
    self.evidence = evidence
    self.source = source
    self.part = part
    self.place = place
    self.grade = grade
  }

  static let columns = ["instance_id", "question", "evidence", "source", "part", "place", gradeColumn]

  /// The column that files of earlier versions of the program lack: they keep their own header, since no file is
  /// rewritten, and go on without it.
  static let gradeColumn = "grade"

  /// The row, by the headings of its columns.
  var cells: [String: String] {
    [
      "instance_id": response.text, "question": question.description, "evidence": evidence.text,
      "source": source, "part": part, "place": place, Self.gradeColumn: grade,
    ]
  }
}

extension Provenance.Evidence {
  /// The source says so itself.
  public static let stated: Self = "stated"
  /// It follows from what the source says.
  public static let derived: Self = "derived"
  /// It stands in a part of an e-mail.
  public static let mail: Self = "mail"
  /// It stands in a row of a table that another tool made.
  public static let table: Self = "table"
  /// A person who looked at a part of an e-mail said so.
  public static let reviewed: Self = "reviewed"

  /// Whether an import matched the answer to its question.
  var isOfMatch: Bool { self == .mail || self == .table }
}
