internal import Analysis
internal import Messages
internal import Survey

// What stands around the figures, and below their numbers.
extension PageReport {
  /// Who has answered, through which door; who has not.
  func blocks(of status: StatusReport) -> [PageBlock] {
    let say = edition.say
    let answered = status.register.filter(\.hasAnswered) + status.others
    let silent = status.register.filter { !$0.hasAnswered }
    var blocks: [PageBlock] = [
      .heading(level: 1, say(.whoHasAnswered)), .paragraph(.body, edition.chain(of: status, arrow: nil)),
    ]
    if !answered.isEmpty {
      blocks.append(.heading(level: 2, heading(say(.hasAnswered), answered.count)))
      blocks += answered.flatMap { unit in
        unit.submissions.map {
          .item(level: 1, edition.labelled(edition.name(of: unit), edition.line(of: $0)))
        }
      }
    }
    if !silent.isEmpty {
      blocks.append(.heading(level: 2, heading(say(.noAnswerReceived), silent.count)))
      blocks.append(.paragraph(.body, say.list(silent.map(edition.name))))
    }
    return blocks
  }

  /// What publications say, beside what the data says: what disagrees first.
  func blocks(of audit: Audit) -> [PageBlock] {
    var blocks: [PageBlock] = [.heading(level: 1, edition.say(.auditTitle))]
    for verdict in [Audit.Verdict.disagrees, .cannotBeChecked, .agrees] {
      let findings = audit.findings.filter { $0.verdict == verdict }
      let sums = audit.sums.filter { $0.verdict == verdict && verdict == .disagrees }
      if findings.isEmpty, sums.isEmpty { continue }
      blocks.append(.heading(level: 2, heading(edition.name(of: verdict), findings.count)))
      for finding in findings {
        let claim = finding.claim
        let source = claim.source.isEmpty ? claim.id.text.onOneLine : edition.text(claim.source)
        blocks.append(
          .item(level: 1, "\(edition.comparison(of: finding).capitalizedFirst) – \(source)"))
        blocks += (edition.counted(in: finding) + finding.evidence.map(edition.line)).map {
          .item(level: 2, $0)
        }
      }
      blocks += sums.map { .item(level: 1, edition.line(of: $0)) }
    }
    return blocks
  }

  /// What people said, below the numbers of the rows that stand for it.
  func quotations(in worded: WordedFigure) -> [PageBlock] {
    let lines = worded.lines.filter { !$0.quotations.isEmpty }
    if lines.isEmpty { return [] }
    return [.heading(level: 2, edition.say(.inTheirWords))]
      + lines.flatMap { line in
        [.item(level: 1, line.label)] + line.quotations.map { .item(level: 2, "\($0.text) – \($0.who)") }
      }
  }

  private func heading(_ title: String, _ count: Int) -> String {
    edition.labelled(title.capitalizedFirst, edition.say.number(count))
  }
}
