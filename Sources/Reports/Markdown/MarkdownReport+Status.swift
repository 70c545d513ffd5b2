internal import Analysis
internal import Messages
internal import Survey

extension MarkdownReport {
  /// Who was asked, who has answered, how and when, and who has not, by type and region.
  func blocks(of status: StatusReport) -> [String] {
    let say = edition.say
    let silent = status.register.filter { !$0.hasAnswered }
    var blocks = [heading(say(.whoHasAnswered)), edition.chain(of: status, arrow: nil).unglued.markdown]
    let lines =
      status.register.filter(\.hasAnswered).flatMap { rows($0, isListed: true) }
      + status.others.flatMap { rows($0, isListed: false) }
    if !lines.isEmpty {
      blocks.append(table([say(.who), say(.door), say(.submittedTime), say(.behindCounts)], lines))
    }
    blocks += [
      parts(status.regions, silent, named: say(.region)) { $0.regions },
      status.hasUnitsOfSeveralRegions ? say(.severalRegions).markdown : nil,
      parts(status.types, silent, named: say(.type)) { [$0.type] },
    ].compactMap { $0 }
    let findings = status.findings
    if findings.count > 0 {
      blocks.append("**\(edition.labelled(say(.findings), say.number(findings.count)).markdown)**")
      blocks.append(findings.listed.map { "- \($0.description.markdown)" }.joined(separator: "\n"))
    }
    return blocks
  }

  private func rows(_ unit: StatusReport.Unit, isListed: Bool) -> [[String]] {
    let say = edition.say
    let name = edition.name(of: unit)
    return unit.submissions.map { submission in
      let place = [edition.place(of: submission.trace)] + edition.standing(of: submission)
      return [
        isListed ? name : "\(name) (\(say(.offRegister)))",
        submission.source.map(edition.name) ?? "", submission.submittedAt.map(say.moment) ?? "",
        say.list(place),
      ]
    }
  }

  private func parts(
    _ parts: [StatusReport.Part], _ silent: [StatusReport.Unit], named title: String,
    of names: (StatusReport.Unit) -> [String]
  ) -> String? {
    if parts.allSatisfy(\.name.isEmpty) { return nil }
    let say = edition.say
    let rows = parts.map { part in
      let missing = silent.filter { part.holds(names($0)) }
      return [
        part.name.isEmpty ? "–" : edition.name(ofPart: part.name), say.number(part.registered),
        say.number(part.answered),
        say.list(missing.map(edition.name)),
      ]
    }
    let heads =
      [title] + [say(.registered), say(.hasAnswered), say(.noAnswerReceived)].map(\.capitalizedFirst)
    return table(heads, rows, numbers: 1..<3)
  }

  private func table(_ heads: [String], _ rows: [[String]], numbers: Range<Int> = 0..<0) -> String {
    let rule = heads.indices.map { numbers.contains($0) ? "---:" : "---" }
    return ([heads.map(\.markdown), rule] + rows.map { $0.map(\.markdown) }).map(tableLine).joined(
      separator: "\n")
  }
}

extension StatusReport.Part {
  /// Whether a unit with these names of its parts belongs to it.
  func holds(_ names: [String]) -> Bool { names.contains(name) || (name.isEmpty && names.isEmpty) }
}
