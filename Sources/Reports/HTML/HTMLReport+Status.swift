internal import Analysis
internal import Messages
internal import Survey

extension HTMLReport {
  /// Who was asked, who has answered, how and when, and who has not, by type and region.
  func section(_ status: StatusReport) -> HTML {
    let say = edition.say
    let bases = Bases(
      registered: status.registered, returned: status.returned, distinct: status.distinct, asked: 0,
      answered: 0, unknown: 0)
    let steps = Array(edition.namedSteps(of: bases).dropLast(2))
    let silent = status.register.filter { !$0.hasAnswered }
    let parts = [
      answered(status), parts(status.regions, silent, named: say(.region)) { $0.regions },
      status.hasUnitsOfSeveralRegions ? "<p>\(say(.severalRegions))</p>" : nil,
      parts(status.types, silent, named: say(.type)) { [$0.type] }, findings(status.findings),
    ].compactMap { $0 }
    return """
      <section id="page.status">
      <h2>\(say(.whoHasAnswered))</h2>
      \(chain(steps, last: (.noAnswerReceived, say.number(silent.count))))
      \(parts)
      </section>
      """
  }

  private func answered(_ status: StatusReport) -> HTML? {
    let say = edition.say
    let units =
      status.register.filter(\.hasAnswered).map { ($0, true) } + status.others.map { ($0, false) }
    let hasTimes = units.contains { $0.0.submissions.contains { $0.submittedAt != nil } }
    let rows: [HTML] = units.flatMap { unit, isListed in
      unit.submissions.enumerated().map { index, submission in
        let aside: HTML? = isListed ? nil : "<br><small>\(say(.offRegister))</small>"
        let standing: Phrase? =
          switch submission.standing {
          case .counted: nil
          case .superseded: .superseded
          case .passedOver: .passedOver
          }
        let fate: HTML? = standing.map { "<br><small>\(say($0))</small>" }
        let moment = submission.submittedAt.map { edition.isolated(say.moment($0)) }
        let time: HTML? = hasTimes ? "<td>\(moment)</td>" : nil
        let door = submission.source.map { HTML(edition.name(of: $0)) }
        let name = edition.isolated(edition.name(of: unit))
        let head: HTML =
          index == 0
          ? "<th scope=\"row\" rowspan=\"\(String(unit.submissions.count))\">\(name)\(aside)</th>" : ""
        return
          "<tr>\(head)<td>\(door)</td>\(time)<td>\(edition.place(of: submission.trace))\(fate)</td></tr>"
      }
    }
    if rows.isEmpty { return nil }
    return """
      <table class="status">
      <caption>\(edition.labelled(say(.hasAnswered).capitalizedFirst, say.number(units.count)))</caption>
      <thead>
      <tr><th scope="col">\(say(.who))</th><th scope="col">\(say(.door))</th>\(hasTimes ? "<th scope=\"col\">\(say(.submittedTime))</th>" : nil)<th scope="col">\(say(.behindCounts))</th></tr>
      </thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      """
  }

  /// A part of the register a line: how many of it have answered, and who has not.
  private func parts(
    _ parts: [StatusReport.Part], _ silent: [StatusReport.Unit], named title: String,
    of names: (StatusReport.Unit) -> [String]
  ) -> HTML? {
    if parts.allSatisfy(\.name.isEmpty) { return nil }
    let say = edition.say
    let rows: [HTML] = parts.map { part in
      let missing = silent.filter { part.holds(names($0)) }
      let label = part.name.isEmpty ? HTML("–") : edition.isolated(edition.name(ofPart: part.name))
      return
        "<tr><th scope=\"row\">\(label)</th><td>\(say.number(part.registered))</td><td>\(say.number(part.answered))</td><td class=\"names\">\(edition.names(missing.map(edition.name)))</td></tr>"
    }
    return """
      <table class="parts named">
      <caption><span class="hidden">\(say(.whoHasAnswered)) – \(title)</span></caption>
      <thead>
      <tr><th scope="col">\(title)</th><th scope="col">\(say(.registered).capitalizedFirst)</th><th scope="col">\(say(.hasAnswered).capitalizedFirst)</th><th scope="col" class="names">\(say(.noAnswerReceived).capitalizedFirst)</th></tr>
      </thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      """
  }

  private func findings(_ findings: Findings) -> HTML? {
    if findings.count == 0 { return nil }
    let lines = findings.listed.map { "<li lang=\"en\" dir=\"ltr\">\($0.description.onOneLine)</li>" as HTML }
    let title = edition.labelled(edition.say(.findings), edition.say.number(findings.count))
    return "<h3>\(title)</h3>\n<ul class=\"notes\">\n\(lines)\n</ul>"
  }
}
