public import Analysis
internal import Messages
internal import Survey

extension TextReport {
  /// What comes of each claim, what disagrees first, with who stands behind it.
  ///
  /// - Parameters:
  ///   - audit: The claims, held against the data.
  ///   - title: The title of the questionnaire.
  /// - Returns: Lines, each with its line feed.
  public func text(of audit: Audit, title: String) -> String {
    var lines = wrap(title.onOneLine)
    if let status = audit.status { lines += wrap(edition.chain(of: status, arrow: isASCII ? "->" : nil)) }
    for verdict in [Audit.Verdict.disagrees, .cannotBeChecked, .agrees] {
      let findings = audit.findings.filter { $0.verdict == verdict }
      let sums = audit.sums.filter { $0.verdict == verdict && verdict == .disagrees }
      if findings.isEmpty, sums.isEmpty { continue }
      let heading = edition.name(of: verdict).capitalizedFirst
      lines += [""] + wrap(edition.labelled(heading, edition.say.number(findings.count)))
      lines += findings.flatMap { self.lines(of: $0) }
      lines += sums.flatMap { wrap(edition.line(of: $0), indent: 2, hanging: 4) }
    }
    return lines.printed
  }

  private func lines(of finding: Audit.Finding) -> [String] {
    let claim = finding.claim
    var lines = wrap(
      edition.labelled(claim.id.text.onOneLine, edition.comparison(of: finding)), indent: 2, hanging: 4)
    if !claim.source.isEmpty { lines += wrap(edition.text(claim.source), indent: 4, hanging: 6) }
    lines += edition.counted(in: finding, arrow: isASCII ? "->" : nil).flatMap {
      wrap($0, indent: 4, hanging: 6)
    }
    lines += finding.evidence.flatMap { wrap(edition.line(of: $0), indent: 4, hanging: 6) }
    return lines
  }
}
