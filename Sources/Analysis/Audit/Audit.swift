public import Calendar
public import Coding
public import Survey

/// What publications say, held against what the answers say.
public struct Audit: Sendable {
  /// What comes of a claim.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// The data says the same.
    case agrees
    /// The data says otherwise, whatever stands in for what nobody knows.
    case disagrees
    /// It hangs on answers that nobody knows, or that may not be told.
    case cannotBeChecked = "cannot_be_checked"
  }

  /// A claim with what the data says of it.
  public struct Finding: Sendable {
    /// The claim.
    public let claim: Claim
    /// What comes of it.
    public let verdict: Verdict
    /// What the data holds: the least and the most, which are apart where answers are unknown; nothing where it may
    /// not be told.
    public let found: ClosedRange<Int>?
    /// The chain down to the answers; nothing where the claim is not about a question, or it may not be told.
    public let bases: Bases?
    /// The title of its figure; empty where it names none.
    public let title: LocalizedText
    /// The wordings of its questions, in the order of the form.
    public let subjects: [Figure.Subject]
    /// The wordings of the choices that count.
    public let choices: [LocalizedText]
    /// The returns and units behind the number, and those that would make the difference.
    public let evidence: [Evidence]
    /// Whether a unit can be counted for one choice of the question alone.
    let hasOneAnswer: Bool
  }

  /// Returns or units that have the same part in a number.
  public struct Evidence: Sendable, Hashable {
    /// Their part in it.
    public enum Part: String, Sendable, Hashable, CaseIterable {
      /// They are counted.
      case counted
      /// They returned more than once, and count once.
      case severalReturns = "several_returns"
      /// They returned something to another form alone.
      case elsewhere
      /// They answered otherwise.
      case otherwise
      /// They left it empty.
      case blank
      /// They answered: what they said was coded, though the answer itself is not known.
      case coded
      /// Nobody knows what they answered.
      case unknown
      /// They are not asked, or it does not apply to them.
      case notAsked = "not_asked"
      /// Records that stand for several of what is counted.
      case shared
      /// Territories and areas, which are counted.
      case territories
      /// Countries that are counted and are no Member States of the United Nations.
      case nonMembers = "non_members"
    }

    /// Their part.
    public let part: Part
    /// They, in the order of the register.
    public let units: [Participant]
  }

  /// Claims of one question that exclude each other, so that they add up to no more than were asked.
  public struct Sum: Sendable {
    /// The claims.
    public let claims: [Claim.ID]
    /// The question.
    public let subject: Figure.Subject
    /// What they add up to.
    public let value: Int
    /// How many were asked.
    public let asked: Int

    /// Whether there are so many.
    public var verdict: Verdict { value > asked ? .disagrees : .agrees }
  }

  /// Who returned what, over all forms of the plan; nothing where no question says whose answers they are.
  public let status: StatusReport?
  /// The claims, in their order.
  public let findings: [Finding]
  /// What claims add up to, in the order of the first of each.
  public let sums: [Sum]
  /// What is to be looked at in the response files.
  public let dataFindings: Findings

  /// Whether anything disagrees.
  public var disagrees: Bool {
    findings.contains { $0.verdict == .disagrees } || sums.contains { $0.verdict == .disagrees }
  }

  /// Holds claims against the data.
  ///
  /// - Parameters:
  ///   - claims: The claims.
  ///   - plan: The plan, which says from which forms a question is drawn, and who may be named.
  ///   - codings: What coders say of answers, by form: a coded answer was given, also where its text is unknown.
  ///   - files: The response files, one for each form of the plan.
  ///   - now: What `now()` and `today()` mean in expressions.
  ///   - effort: How the response files are read.
  /// - Throws: Why a file cannot be counted at all.
  public init(
    of claims: [Claim], plan: FigurePlan, codings: [Questionnaire.ID: Codings] = [:],
    from files: [ResponseFile], now: Instant, effort: ReadingEffort = ReadingEffort()
  ) throws(AnalysisError) {
    let auditor = try Auditor(
      claims, plan: plan, codings: codings, files: files, now: now, effort: effort)
    findings = claims.map(auditor.finding)
    sums = Sum.sums(of: findings)
    status = auditor.all
    dataFindings = auditor.dataFindings
  }
}

extension Audit.Sum {
  /// The sums of claims of one question with one choice, without a condition, and with different codes.
  fileprivate static func sums(of findings: [Audit.Finding]) -> [Self] {
    var order: [Question.Name] = []
    var groups: [Question.Name: [Audit.Finding]] = [:]
    for finding in findings
    where finding.claim.measure == .count && finding.claim.filter == nil && finding.hasOneAnswer {
      guard let name = finding.claim.questions.first else { continue }
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(finding)
    }
    return order.compactMap { name in
      let group = groups[name] ?? []
      let codes = group.flatMap(\.claim.codes)
      guard group.count > 1, Set(codes).count == codes.count, let first = group.first,
        let subject = first.subjects.first, let asked = first.bases?.asked
      else { return nil }
      return Self(
        claims: group.map(\.claim.id), subject: subject, value: group.reduce(0) { $0 + $1.claim.value },
        asked: asked)
    }
  }
}
