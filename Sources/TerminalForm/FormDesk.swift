public import Calendar
internal import Messages
public import Survey

/// What a front-end may do beside showing the form: keep each event, submit, and know the time.
///
/// The front-ends know no files; whoever starts one says where answers go.
public struct FormDesk {
  /// What is done with a response that was submitted.
  public struct Receipt: Sendable {
    /// The receipt that the respondent keeps.
    public let receipt: Survey.Receipt
    /// Where the answers are stored, as people can find it; empty where that is not for them to know.
    public let copy: String

    /// Creates a receipt.
    public init(receipt: Survey.Receipt, copy: String) {
      self.receipt = receipt
      self.copy = copy
    }
  }

  /// Keeps an event so that it survives the process; called before the event takes effect.
  public let record: (FormEvent) throws -> Void
  /// Stores a response for good, and closes its draft.
  public let submit: (Response) throws -> Receipt
  /// Takes the draft away if nothing was said in it, and says whether it did.
  public let discard: () -> Bool
  /// What a person should know after an answer: that their mechanism has answered already.
  public let remark: (FormSession, Address) -> String?
  /// The present.
  public let now: () -> Instant
  /// The command that goes on with this draft; empty where the person can type none.
  public let resumeCommand: String
  /// Where an editor's file may stand for a moment: a path that nobody else can read; nothing where no editor
  /// may be opened.
  public let scratchPath: String?
  /// Writes the form as it stands to a file of its own and names it; nothing where that is not allowed.
  public let export: ((FormSession) throws -> String)?
  /// Questions whose answers nobody changes here.
  public let fixed: Set<Address>
  /// Whether the person can go over to another form of the form: from full screen to lines, and back.
  public let goesOver: Bool
  /// Through which door the answers come.
  public let source: Response.Source

  /// Creates a desk.
  public init(
    record: @escaping (FormEvent) throws -> Void, submit: @escaping (Response) throws -> Receipt,
    discard: @escaping () -> Bool = { false },
    remark: @escaping (FormSession, Address) -> String? = { _, _ in nil }, now: @escaping () -> Instant,
    resumeCommand: String, scratchPath: String?, source: Response.Source,
    export: ((FormSession) throws -> String)? = nil, fixed: Set<Address> = [], goesOver: Bool = false
  ) {
    self.record = record
    self.submit = submit
    self.discard = discard
    self.remark = remark
    self.now = now
    self.resumeCommand = resumeCommand
    self.scratchPath = scratchPath
    self.source = source
    self.export = export
    self.fixed = fixed
    self.goesOver = goesOver
    self.isClosed = false
  }

  /// A desk for looking at a form without changing it.
  public static var closed: FormDesk { FormDesk() }

  /// Whether the form is only looked at.
  let isClosed: Bool

  private init() {
    record = { _ in }
    submit = { _ in throw SubmissionRefusal(blocking: []) }
    discard = { false }
    remark = { _, _ in nil }
    now = { Instant(secondsSinceEpoch: 0) }
    resumeCommand = ""
    scratchPath = nil
    source = .line
    export = nil
    fixed = []
    goesOver = false
    isClosed = true
  }

  /// How a person comes back to the draft.
  func wayBack(_ words: FormText) -> String {
    resumeCommand.isEmpty ? words.say(.toGoOnHere) : words.say(.toGoOn, ["command": resumeCommand])
  }

  /// Whether a change is one of those that nobody makes here.
  func fixes(_ change: FormSession.Change) -> Bool {
    if case .entry(let address) = change { return fixed.contains(address) }
    return false
  }
}

/// How the filling of a form ended.
public enum FormOutcome: Sendable, Equatable {
  /// Stored for good.
  case submitted
  /// Saved as a draft.
  case left
  /// Saved as a draft; a submission was tried and failed.
  case notSubmitted
  /// Goes on in another form of the form, at the same question.
  case goesOver
  /// Saved as a draft, because of SIGINT, SIGTERM or SIGHUP.
  case ended(bySignal: Int32)
}
