internal import Analysis
internal import Messages
internal import Survey
internal import Tables

// What stands beside the figures: who has answered, what was published, what was said.
extension BookReport {
  /// A sheet with a title, a way back and a table.
  func sheet(
    _ name: String, titled title: String, _ table: (rows: [[SheetCell]], widths: [Double]), overview: String
  ) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.isRightToLeft = edition.isRightToLeft
    sheet.fitsPage = true
    sheet.rows =
      [
        [.text(title, .title)],
        [SheetCell(.link(edition.say(.toOverview), sheet: overview))], [],
      ] + table.rows
    sheet.widths = table.widths
    return sheet
  }

  /// Who has answered, how and when, and who has not; then how many of each region and type.
  func rows(of status: StatusReport) -> (rows: [[SheetCell]], widths: [Double]) {
    let say = edition.say
    var rows: [[SheetCell]] = [[.text(edition.chain(of: status, arrow: nil).unglued)], []]
    rows.append(
      heads([say(.who), say(.type), say(.region), say(.door), say(.submittedTime), say(.behindCounts)]))
    for (unit, isListed) in status.register.map({ ($0, true) }) + status.others.map({ ($0, false) }) {
      let regions = say.list(unit.regions.map(edition.name(ofPart:)))
      let who: [SheetCell] = [
        .text(edition.name(of: unit) + (isListed ? "" : " (\(say(.offRegister)))"), .wrapped),
        .text(unit.type.isEmpty ? "" : edition.name(ofPart: unit.type), .wrapped), .text(regions, .wrapped),
      ]
      if unit.submissions.isEmpty { rows.append(who + [.text(say(.noAnswerReceived))]) }
      rows += unit.submissions.map { submission in
        let time = submission.submittedAt.map { SheetCell(.moment($0)) } ?? .empty
        let place = [edition.place(of: submission.trace)] + edition.standing(of: submission)
        return who + [
          .text(submission.source.map(edition.name) ?? "", .wrapped), time, .text(say.list(place), .wrapped),
        ]
      }
    }
    for (title, parts) in [(say(.region), status.regions), (say(.type), status.types)]
    where !parts.allSatisfy(\.name.isEmpty) {
      rows += [[], heads([title], numbers: [say(.registered), say(.hasAnswered)].map(\.capitalizedFirst))]
      rows += parts.map { part in
        [
          .text(part.name.isEmpty ? "–" : edition.name(ofPart: part.name), .wrapped),
          .number(part.registered), .number(part.answered),
        ]
      }
    }
    if status.hasUnitsOfSeveralRegions { rows += [[], [.text(say(.severalRegions), .note)]] }
    return (rows, [34, 32, 26, 18, 20, 60])
  }

  /// Each claim with what the data says, what disagrees first; then what claims add up to.
  func rows(of audit: Audit) -> (rows: [[SheetCell]], widths: [Double]) {
    let order: [Audit.Verdict] = [.disagrees, .cannotBeChecked, .agrees]
    let findings = order.flatMap { verdict in audit.findings.filter { $0.verdict == verdict } }
    let sums = audit.sums.filter { $0.verdict == .disagrees }
    let rows: [[SheetCell]] = findings.map { finding in
      let claim = finding.claim
      let evidence = finding.evidence.map(edition.line)
      return [
        .text(edition.name(of: finding.verdict), .wrapped), .text(claim.id.text),
        .text(edition.comparison(of: finding).capitalizedFirst, .wrapped),
        .text(edition.text(claim.source), .wrapped),
        .text((edition.counted(in: finding) + evidence).joined(separator: "\n"), .wrapped),
      ]
    }
    let totals: [[SheetCell]] = sums.map { sum in
      [.text(edition.name(of: sum.verdict), .wrapped), .empty, .text(edition.line(of: sum), .wrapped)]
    }
    let say = edition.say
    let heads = heads([
      say(.auditResult), say(.auditClaim), say(.auditNumbers), say(.auditSource), say(.auditWhatCounted),
    ])
    return ([heads] + rows + totals, [20, 26, 40, 50, 90])
  }

  /// The answers behind codes, a line each; nothing where none may be shown.
  func quotations(in figures: [Figure]) -> (rows: [[SheetCell]], widths: [Double])? {
    let say = edition.say
    let rows: [[SheetCell]] = figures.flatMap { figure in
      WordedFigure(figure, edition).lines.flatMap { line in
        line.quotations.map { quotation in
          [
            .text(edition.title(of: figure), .wrapped), .text(line.label, .wrapped), .text(quotation.who),
            .text(quotation.text, .wrapped),
          ]
        }
      }
    }
    if rows.isEmpty { return nil }
    let heads = heads([say(.figure), say(.codebookCode), say(.who), say(.inTheirWords)])
    return ([heads] + rows, [44, 44, 20, 90])
  }

  private func heads(_ texts: [String], numbers: [String] = []) -> [SheetCell] {
    texts.map { .text($0.capitalizedFirst, .head) } + numbers.map { .text($0, .numberHead) }
  }
}
