public import Survey

/// A mail, or a part of one: what the ledger and decisions are about.
public struct LedgerKey: Sendable, Hashable {
  /// The hash of the mail's bytes.
  public let mail: String
  /// The part; empty for a mail without a form.
  public let part: String

  /// Creates a key.
  public init(mail: String, part: String) {
    self.mail = mail
    self.part = part
  }
}

/// What became of a mail or of a part of it, in one run.
public struct LedgerRow: Sendable, Hashable {
  /// What became of it.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Its answers are a response.
    case imported
    /// A newer one of the same mechanism counts.
    case superseded
    /// The same answers are there already.
    case duplicate
    /// It waits for a person.
    case needsReview = "needs_review"
    /// It answers nothing.
    case noResponse = "no_response"
    /// A person said that it does not count.
    case rejected = "rejected_by_reviewer"
  }

  /// The number of the run, from 1.
  public var run = 0
  /// The mail and the part.
  public var key: LedgerKey
  /// Where the mail was found first.
  public var source = ""
  /// Where in that file it begins, in bytes.
  public var offset = 0
  /// Its `Message-ID`.
  public var messageID = ""
  /// Its `Date`, to the letter.
  public var dateHeader = ""
  /// When a server of the operator's own took it; empty where none says so.
  public var received = ""
  /// Whom it says it is from.
  public var from = ""
  /// What the operator's server found of the sender; empty where it was not asked.
  public var authentication = ""
  /// Whose answers they are, by the name in the register.
  public var mechanism = ""
  /// The hash of the part's bytes.
  public var partSHA256 = ""
  /// What the part is.
  public var format = ""
  /// Which reader read it.
  public var reader = ""
  /// The version of the questionnaire that the form says it is of.
  public var formVersion = ""
  /// The least certain grade of its answers.
  public var matchLevel = ""
  /// How many questions it answers.
  public var answered = 0
  /// How many characters of it belong to no question.
  public var unplaced = 0
  /// What became of it.
  public var status: Status
  /// Why, in one word.
  public var reasonCode: Reason.Code = ""
  /// Why, in sentences.
  public var reason = ""
  /// The response that its response corrects.
  public var supersedes: Response.ID?
  /// The response that it became.
  public var response: Response.ID?
  /// Who decided.
  public var reviewer = ""
  /// When they did.
  public var reviewedAt = ""

  /// Creates a row with nothing but what became of what.
  public init(_ key: LedgerKey, _ status: Status) {
    self.key = key
    self.status = status
  }

  /// Whether nothing of it waits.
  public var isSettled: Bool { status != .needsReview }

  /// Whether another run would say the same of it.
  func saysTheSame(as other: LedgerRow) -> Bool {
    var one = self
    // Where it was found first is how it is known; a copy of the mailbox elsewhere changes nothing.
    (one.run, one.source, one.offset) = (other.run, other.source, other.offset)
    return one == other
  }
}
