public import ResponseFiles
public import Survey

/// Something in the response files of a tally that a person should look at.
///
/// The rows are counted all the same, unless it says otherwise.
public struct Finding: Sendable, Hashable {
  /// What was found.
  public enum Reason: Sendable, Hashable {
    /// A row or a column of the file is not as it should be.
    case response(ResponseFinding.Problem)
    /// A response corrects one that stands below it; both are counted, since the file only grows at its end.
    case supersedesLater(Response.ID)
    /// A response does not say which unit it is about; it counts as one of its own.
    case noUnit(Response.ID)
    /// Responses of one unit do not supersede each other: the newest counts, the others do not.
    ///
    /// Of the others, `count` in all, the first are named.
    case sameUnit(unit: String, counted: Trace, others: [Trace], count: Int)
  }

  /// The response file, as it was named to the reader.
  public let file: String
  /// The physical line on which the row begins, from 1.
  public let line: Int
  /// The heading of the column; nothing for what is about the row.
  public let column: String?
  /// What was found.
  public let reason: Reason

  /// Creates a finding.
  public init(file: String, line: Int, column: String? = nil, reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension Finding: CustomStringConvertible {
  /// Where, what was found, what was expected and what to do, in one line.
  public var description: String { "\(file):\(line)\(column.map { " \($0)" } ?? ""): \(reason)" }
}

extension Finding.Reason: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .response(let problem): problem.description
    case .supersedesLater(let id):
      "found '\(id)', which stands below, expected a response above; both are counted; mend the id"
    case .noUnit(let id): "'\(id)' says no unit, expected one; it counts as a unit of its own; write it"
    case .sameUnit(let unit, let counted, let others, let count):
      "found '\(unit)' \(count + 1) times, expected revisions that supersede each other; "
        + "the newest counts, '\(counted.response)' on line \(counted.line); not counted: "
        + others.map { other in
          "'\(other.response)' on line \(other.line)"
            + (other.file == counted.file ? "" : " of \(other.file)")
        }.joined(separator: ", ")
        + (count > others.count ? " and \(count - others.count) more" : "")
        + "; submit a revision that supersedes them"
    }
  }

  /// What it is counted under.
  var kind: Finding.Kind {
    switch self {
    case .supersedesLater: .supersedesLater
    case .noUnit: .noUnit
    case .sameUnit: .sameUnit
    case .response(let problem):
      switch problem {
      case .unknownColumn: .unknownColumn
      case .missingQuestion, .missingMetadata, .missingIDs, .missingFile, .missingGrade: .missing
      case .raggedRow: .raggedRow
      case .noAnswer, .severalChoices, .unreadCell: .noAnswer
      case .answeredYetListed, .listedTwice: .contradiction
      case .noSuchQuestion, .noSuchAddress, .noSuchNode: .noSuchQuestion
      case .missingID, .repeatedID: .id
      case .otherForm: .otherForm
      case .otherVersion: .otherVersion
      case .notATime: .notATime
      case .noSuchSource: .noSuchSource
      case .noSuchResponse: .noSuchResponse
      case .noSuchParent, .movedRepeats, .wrongKey, .repeatedKey: .repeats
      }
    }
  }
}

extension Finding {
  /// What findings are counted under, so that thousands of one kind do not hide the others.
  enum Kind: String, CaseIterable {
    case supersedesLater, noUnit, sameUnit, unknownColumn, missing, raggedRow, noAnswer, contradiction
    case noSuchQuestion, id, otherForm, otherVersion, notATime, noSuchSource, noSuchResponse, repeats
  }
}

/// What is to be looked at in the response files: all of it counted, the first of each kind listed.
public struct Findings: Sendable, Hashable {
  /// How many of each kind are listed.
  public static let limit = 20

  /// The first of each kind, in the order in which the files were read.
  public private(set) var listed: [Finding] = []
  private var counts: [Finding.Kind: Int] = [:]
  /// Where they are, for whoever keeps that.
  var log: FindingLog?

  /// Creates an empty list.
  public init() {}

  /// How many there are, listed or not.
  public var count: Int { counts.values.reduce(0, +) }

  /// How many there are beyond those listed.
  public var unlisted: Int { count - listed.count }

  /// How many there are of a kind.
  func count(of kind: Finding.Kind) -> Int { counts[kind] ?? 0 }

  /// Whether any unit has responses that do not supersede each other.
  public var hasSameUnit: Bool { listed.contains { if case .sameUnit = $0.reason { true } else { false } } }

  /// Counts a finding, and lists it if it is among the first of its kind.
  mutating func report(_ finding: Finding) { report(finding.reason.kind) { finding } }

  /// Counts a finding, and lists it if it is among the first of its kind; it is worked out only then.
  mutating func report(_ kind: Finding.Kind, _ finding: () -> Finding?) {
    counts[kind, default: 0] += 1
    log?.note(kind)
    if counts[kind, default: 0] <= Self.limit, let finding = finding() { listed.append(finding) }
  }

  /// Counts more of a kind than were reported.
  mutating func count(_ more: Int, of kind: Finding.Kind) { counts[kind, default: 0] += more }

  /// Takes up what was found in a part of the files that stands behind this one.
  mutating func append(_ part: Findings) {
    var seen: [Finding.Kind: Int] = [:]
    for finding in part.listed {
      let kind = finding.reason.kind
      seen[kind, default: 0] += 1
      if counts[kind, default: 0] + seen[kind, default: 0] <= Self.limit { listed.append(finding) }
    }
    counts.merge(part.counts) { $0 + $1 }
    if let part = part.log { log?.append(part) }
  }
}
