internal import Analysis
internal import Messages
internal import Survey

extension Edition {
  /// What comes of a claim, in words.
  func name(of verdict: Audit.Verdict) -> String {
    switch verdict {
    case .agrees: say(.auditAgrees)
    case .disagrees: say(.auditDisagrees)
    case .cannotBeChecked: say(.auditCannotBeChecked)
    }
  }

  /// `published 9, in the data 8`; two numbers where answers are unknown.
  func comparison(of finding: Audit.Finding) -> String {
    let found =
      finding.found.map { range in
        range.count == 1
          ? say.number(range.lowerBound)
          : say(.auditRange, ["least": say.number(range.lowerBound), "most": say.number(range.upperBound)])
      } ?? say(.suppressed)
    return say(.auditPublished, ["claimed": say.number(finding.claim.value), "found": found])
  }

  /// What was counted, and among how many: the question with the choices that count, the condition and the chain of
  /// bases, a line each.
  func counted(in finding: Audit.Finding, arrow: String? = nil) -> [String] {
    subjects(of: finding)
      + (finding.bases.map { [chain(of: $0, arrow: arrow, isGlued: true)] } ?? [])
  }

  private func subjects(of finding: Audit.Finding) -> [String] {
    switch finding.claim.measure {
    case .returned: return [say(.auditReturned)]
    case .distinct:
      return finding.subjects.isEmpty
        ? [say(.auditDistinct)] : finding.subjects.map { line(.auditDistinctAnswers, $0) }
    case .count:
      let choices = labelled(say(.choice), say.list(finding.choices.map(text)))
      let question = finding.subjects.map { line(.questionText, $0) }
      let filter = finding.claim.condition.isEmpty ? [] : [labelled(say(.filter), finding.claim.condition)]
      return question + [choices] + filter
    case .total, .most: return [labelled(say(.figure), text(finding.title))]
    case .blank: return finding.subjects.map { line(.auditBlank, $0) }
    case .any:
      let numbers = finding.subjects.map { $0.number.isEmpty ? $0.name.text : $0.number.onOneLine }
      return [say(.auditAny, ["numbers": say.list(numbers)])]
    }
  }

  private func line(_ phrase: Phrase, _ subject: Figure.Subject) -> String {
    let label = text(subject.label)
    let question = say(
      phrase,
      [
        "number": subject.number.isEmpty ? subject.name.text : subject.number.onOneLine,
        "text": label.isEmpty ? subject.name.text : label,
      ])
    return subject.form.map { labelled(text($0).onOneLine, question) } ?? question
  }

  /// Who stands behind the number, and who would make the difference: `counted (8): ARCP, CMC …`.
  func line(of evidence: Audit.Evidence) -> String {
    say(
      .auditUnits,
      [
        "part": name(of: evidence.part), "count": say.number(evidence.units.count),
        "names": say.list(evidence.units.map { words(for: $0, evidence.part) }),
      ])
  }

  /// A unit by its name; where it is its returns that matter, with them.
  private func words(for unit: Participant, _ part: Audit.Evidence.Part) -> String {
    switch part {
    case .severalReturns: labelled(name(of: unit), say.list(unit.responses.map { place(of: $0) }))
    case .shared: unit.responses.first.map { place(of: $0) } ?? name(of: unit)
    default: name(of: unit)
    }
  }

  private func name(of part: Audit.Evidence.Part) -> String {
    switch part {
    case .counted: say(.auditCounted)
    case .severalReturns: say(.auditSeveralReturns)
    case .elsewhere: say(.auditElsewhere)
    case .otherwise: say(.auditOtherwise)
    case .blank: say(.blank)
    case .coded: say(.auditCoded)
    case .unknown: say(.unknown)
    case .notAsked: say(.auditNotAsked)
    case .shared: say(.auditShared)
    case .territories: say(.auditTerritories)
    case .nonMembers: say(.auditNonMembers)
    }
  }

  /// `figure-2-yes, figure-2-no: together 9; asked 8`.
  func line(of sum: Audit.Sum) -> String {
    say(
      .auditSum,
      [
        "claims": say.list(sum.claims.map(\.text)), "value": say.number(sum.value),
        "asked": say.number(sum.asked),
      ])
  }
}
