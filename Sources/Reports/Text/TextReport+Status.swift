public import Analysis
internal import Messages
internal import Survey

extension TextReport {
  /// Who has answered, how and when; who has not; by type and region; what is to be looked at.
  ///
  /// - Parameters:
  ///   - status: Who has answered.
  ///   - title: The title of the questionnaire.
  /// - Returns: Lines, each with its line feed.
  public func text(of status: StatusReport, title: String) -> String {
    let say = edition.say
    var lines = wrap(title.onOneLine) + wrap(edition.chain(of: status, arrow: isASCII ? "->" : nil))
    lines += section(say(.hasAnswered), status.register.filter(\.hasAnswered))
    lines += section(say(.offRegister), status.others)
    let silent = status.register.filter { !$0.hasAnswered }
    if !silent.isEmpty {
      lines +=
        [""] + wrap(edition.labelled(say(.noAnswerReceived).capitalizedFirst, say.number(silent.count)))
      lines += wrap(say.list(silent.map { edition.name(of: $0).glued }), indent: 2)
    }
    lines += table(say(.type), status.types) + table(say(.region), status.regions)
    if status.hasUnitsOfSeveralRegions { lines += wrap(say(.severalRegions), indent: 2) }
    let findings = status.findings
    if findings.count > 0 {
      lines += [""] + wrap(edition.labelled(say(.findings), say.number(findings.count)))
      lines += findings.listed.flatMap { wrap($0.description.onOneLine, indent: 2, hanging: 4) }
    }
    return lines.printed
  }

  private func section(_ title: String, _ units: [StatusReport.Unit]) -> [String] {
    if units.isEmpty { return [] }
    let lines = units.flatMap { unit in
      unit.submissions.flatMap {
        wrap(edition.labelled(edition.name(of: unit), edition.line(of: $0)), indent: 2, hanging: 4)
      }
    }
    return [""] + wrap(edition.labelled(title.capitalizedFirst, edition.say.number(units.count))) + lines
  }

  /// `rcp  6 / 18` for each part of the register.
  private func table(_ title: String, _ parts: [StatusReport.Part]) -> [String] {
    if parts.allSatisfy(\.name.isEmpty) { return [] }
    let say = edition.say
    let answered = parts.map { say.number($0.answered).columns }.max() ?? 0
    let registered = parts.map { say.number($0.registered).columns }.max() ?? 0
    let rows = parts.map { part in
      (
        name: part.name.isEmpty ? "-" : edition.name(ofPart: part.name),
        count: say.number(part.answered).leftPadded(toColumns: answered) + " / "
          + say.number(part.registered).leftPadded(toColumns: registered)
      )
    }
    let count = rows.map(\.count.columns).max() ?? 0
    let name = min(rows.map(\.name.columns).max() ?? 0, columns - count - 4)
    let lines = rows.flatMap { row in
      var label = wrap(row.name, indent: 2, hanging: 4, columns: name + 2)
      let last = label.removeLast()
      return label + [last.padded(toColumns: name + 2) + "  " + row.count.leftPadded(toColumns: count)]
    }
    return [""] + wrap(edition.labelled(title, "\(say(.hasAnswered)) / \(say(.registered))")) + lines
  }
}
