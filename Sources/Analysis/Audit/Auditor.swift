internal import Calendar
internal import Coding
internal import Expressions
internal import Survey

/// Counts what claims are about, and finds who stands behind it.
struct Auditor {
  /// Who returned what, over all forms of the plan.
  let all: StatusReport?
  /// What is to be looked at in the response files.
  let dataFindings: Findings
  /// Who returned the form itself; by units where there are any.
  private let own: StatusReport?
  private let returned: Int
  private let counts: [Claim.ID: Count]
  private let codings: [Questionnaire.ID: Codings]
  /// Units and choices, for those of whom only the code is at hand.
  private let names: [String: Participant]

  /// A figure that was counted for a claim.
  private struct Count {
    let figure: Figure
    /// Whether its units may be named.
    let isNamed: Bool
    /// Whether its numbers may be told.
    let isOpen: Bool
    /// Whether a unit gives one answer alone.
    let hasOneAnswer: Bool
  }

  init(
    _ claims: [Claim], plan: FigurePlan, codings: [Questionnaire.ID: Codings], files: [ResponseFile],
    now: Instant, effort: ReadingEffort
  ) throws(AnalysisError) {
    self.codings = codings
    var figures: [PlannedFigure] = []
    var meant: [(claim: Claim.ID, draft: FigureDraft)] = []
    for claim in claims {
      guard let draft = plan.draft(of: claim), let figure = draft.checked({ _, _ in }) else { continue }
      meant.append((claim.id, draft))
      figures.append(figure.named)
    }
    let tally = try Tally(of: figures, from: files, codings: codings, now: now, effort: effort)
    var counts: [Claim.ID: Count] = [:]
    for ((claim, draft), figure) in zip(meant, tally.figures) {
      counts[claim] = Count(
        figure: figure, isNamed: draft.attribution == .named, isOpen: draft.attribution != .suppressed,
        hasOneAnswer: draft.statistic == .count)
    }
    self.counts = counts
    let forms = plan.formsOfUnit
    if let unit = plan.unit {
      all = try StatusReport(by: unit, forms: forms, from: files, effort: effort)
      own = try StatusReport(by: unit, forms: [plan.home], from: files, effort: effort)
      returned = own?.returned ?? 0
      dataFindings = all?.findings ?? tally.findings
    } else {
      (all, own) = (nil, nil)
      let data = try Dataset(
        [Dataset.Need(forms: Forms([plan.home]), questions: [], texts: [])], files: files, effort: effort)
      returned = UnitTable(responsesOf: data.files(of: Forms([plan.home])), in: data).returned
      dataFindings = figures.isEmpty ? data.findings : tally.findings
    }
    var names: [String: Participant] = [:]
    for unit in all.map({ $0.register + $0.others }) ?? [] { names[unit.code] = unit.participant }
    for choice in meant.flatMap({ $0.draft.forms.choices(of: Question.Name($0.draft.questions[0])) })
    where names[choice.name.text] == nil {
      names[choice.name.text] = Participant(
        code: choice.name.text, label: choice.label, shortName: choice.attributes["short_name"] ?? "",
        responses: [])
    }
    self.names = names
  }

  /// What the data says of a claim.
  func finding(_ claim: Claim) -> Audit.Finding {
    switch claim.measure {
    case .returned: return finding(claim, returned...returned, evidence: returns)
    case .distinct where claim.questions.isEmpty:
      let distinct = all?.distinct ?? returned
      return finding(claim, distinct...distinct, evidence: units)
    case .distinct, .count, .blank, .any, .total, .most: break
    }
    guard let count = counts[claim.id] else { return finding(claim, nil, evidence: []) }
    let parts = ClaimParts(count.figure, of: claim, codings: codings, names: names)
    return Audit.Finding(
      claim: claim, verdict: count.isOpen ? Self.verdict(claim.value, parts.range) : .cannotBeChecked,
      found: count.isOpen ? parts.range : nil,
      bases: count.isOpen && count.figure.bases.isOfAnswers ? count.figure.bases : nil,
      title: claim.figure == nil ? LocalizedText() : count.figure.title, subjects: count.figure.questions,
      choices: claim.codes.map { code in
        count.figure.rows.first { $0.code == code.text }?.label ?? LocalizedText(unlocalized: code.text)
      },
      evidence: count.isNamed ? parts.evidence : [],
      hasOneAnswer: count.hasOneAnswer)
  }

  private func finding(
    _ claim: Claim, _ found: ClosedRange<Int>?, evidence: [Audit.Evidence]
  ) -> Audit.Finding {
    Audit.Finding(
      claim: claim, verdict: found.map { Self.verdict(claim.value, $0) } ?? .cannotBeChecked, found: found,
      bases: nil, title: LocalizedText(), subjects: [], choices: [], evidence: evidence, hasOneAnswer: false)
  }

  private static func verdict(_ claimed: Int, _ found: ClosedRange<Int>) -> Audit.Verdict {
    guard found.contains(claimed) else { return .disagrees }
    return found.count == 1 ? .agrees : .cannotBeChecked
  }

  // MARK: - Returns and units

  /// Who returned the form itself, who gave something to another form besides or instead.
  private var returns: [Audit.Evidence] {
    guard let own, let all else { return [] }
    let counted = own.answered.map(\.participant)
    let ours = Set(counted.map(\.code))
    return [
      Audit.Evidence(part: .counted, units: counted),
      Audit.Evidence(
        part: .severalReturns,
        units: all.answered.filter { ours.contains($0.code) }.map(\.participant)
          .filter { $0.responses.count > 1 }),
      Audit.Evidence(
        part: .elsewhere,
        units: all.answered.filter { !ours.contains($0.code) }.map(\.participant)),
    ].filter { !$0.units.isEmpty }
  }

  /// Who returned anything, and who did so more than once.
  private var units: [Audit.Evidence] {
    guard let all else { return [] }
    let counted = all.answered.map(\.participant)
    return [
      Audit.Evidence(part: .counted, units: counted),
      Audit.Evidence(part: .severalReturns, units: counted.filter { $0.responses.count > 1 }),
    ].filter { !$0.units.isEmpty }
  }
}

extension StatusReport {
  /// Units that answered, on the register and beside it.
  var answered: [Unit] { (register + others).filter(\.hasAnswered) }
}

extension StatusReport.Unit {
  /// The unit behind a number, with its responses that were not superseded.
  var participant: Participant {
    Participant(
      code: code, label: label, shortName: shortName,
      responses: submissions.filter { $0.standing != .superseded }.map(\.trace))
  }
}

extension FigurePlan {
  /// The question that says whose answers they are; that of the first figure which has one.
  var unit: Question.Name? { figures.lazy.compactMap(\.unit).first { home.question($0) != nil } }

  /// The forms that the plan draws from, by that question.
  var formsOfUnit: [Questionnaire] { unit.map(forms(ofUnit:)) ?? [home] }

  /// The figure that a claim is about; nothing where it is about returns or units.
  fileprivate func draft(of claim: Claim) -> FigureDraft? {
    if let id = claim.figure { return figures.first { $0.id == id }?.draft }
    guard let first = claim.questions.first else { return nil }
    let statistic: Statistic? =
      switch claim.measure {
      case .returned: nil
      case .distinct: .distinct
      case .count, .total, .most: nil
      case .blank: .answered
      case .any: .any
      }
    var draft = draft(counting: first.text, as: statistic)
    draft.questions = claim.questions.map(\.text)
    draft.filter = claim.filter?.source ?? ""
    // Also who was not asked is named, so that nobody is lost between two numbers.
    draft.base = .distinct
    if claim.measure == .distinct { draft.unit = "" }
    return draft
  }
}

extension PlannedFigure {
  /// The same with all its units: the audit itself looks to what may be told.
  fileprivate var named: PlannedFigure {
    var figure = PlannedFigure(
      id: id, title: title, unit: unit, questions: questions, statistic: statistic, base: base,
      filter: filter, by: by, showsWho: true, attribution: .named, chart: chart, codebook: codebook,
      forms: forms)
    figure.memberships = memberships
    return figure
  }
}
