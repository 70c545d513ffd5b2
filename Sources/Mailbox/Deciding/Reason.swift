public import Survey

/// Why something waits for a person, or what became of it.
public struct Reason: Sendable, Hashable {
  /// A reason's name, as the ledger has it.
  public typealias Code = Identifier<Reason>

  /// The name.
  public let code: Code
  /// The question, where it is about one.
  public let address: Address?
  /// What was found and what was expected, in English.
  public let detail: String

  /// Creates a reason.
  public init(_ code: Code, at address: Address? = nil, _ detail: String) {
    self.code = code
    self.address = address
    self.detail = detail
  }

  /// The reason that a doubt of the matcher is.
  init(_ doubt: MatchedForm.Doubt) {
    self.init(Code(doubt.reason), at: doubt.address, doubt.detail)
  }
}

extension Reason.Code {
  // Whose answers they are.
  static let mechanismUnknown: Self = "mechanism_unknown"
  static let mechanismDisagrees: Self = "mechanism_disagrees"
  static let senderNotListed: Self = "sender_not_listed"
  static let senderNotAuthenticated: Self = "sender_not_authenticated"

  // What the questionnaire's rules say of them.
  static let missing: Self = "missing"
  static let breaksRule: Self = "breaks_rule"
  static let notAsked: Self = "not_asked"

  // What they are beside other answers.
  static let severalForms: Self = "several_forms"
  static let fewerAnswers: Self = "fewer_answers"
  static let timeUnknown: Self = "time_unknown"
  static let storedOtherwise: Self = "stored_otherwise"
  static let rowOfAnother: Self = "row_of_another"

  // What stands in the form.
  static let proposed: Self = "proposed"
  static let unplaced: Self = "unplaced_text"
  static let listedSender: Self = "listed_sender_without_form"
  static let reopened: Self = "reopened"

  // What became of it.
  static let dateNotTrusted: Self = "date_not_trusted"
  static let noForm: Self = "no_form"
  static let blankForm: Self = "blank_form"
  static let sameAnswers: Self = "same_answers"
  static let samePart: Self = "same_part"
  static let corrected: Self = "corrected"
  static let older: Self = "older"
  static let rejected: Self = "rejected"
  static let seen: Self = "seen"
  static let readAgain: Self = "read_again"
  static let cameAgain: Self = "came_again"

  /// `several_ticked` of `severalTicked`.
  init(_ doubt: MatchedForm.Doubt.Reason) {
    var name = ""
    for sign in doubt.rawValue { name += sign.isUppercase ? "_" + sign.lowercased() : String(sign) }
    self.init(name)
  }

  /// Whether it says that nobody knows whose answers they are: then only naming a mechanism helps.
  var needsMechanism: Bool { self == .mechanismUnknown || self == .mechanismDisagrees }
  /// Whether it is about whose answers they are.
  var isOfIdentity: Bool {
    needsMechanism || self == .senderNotListed || self == .senderNotAuthenticated
  }
}
