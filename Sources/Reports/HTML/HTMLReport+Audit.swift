internal import Analysis
internal import Messages
internal import Survey

extension HTMLReport {
  /// What publications say, beside what the data says: what disagrees first.
  func section(_ audit: Audit) -> HTML {
    let groups: [HTML] = [Audit.Verdict.disagrees, .cannotBeChecked, .agrees].compactMap {
      group($0, of: audit)
    }
    return """
      <section id="page.audit">
      <h2>\(edition.say(.auditTitle))</h2>
      \(groups)
      </section>
      """
  }

  private func group(_ verdict: Audit.Verdict, of audit: Audit) -> HTML? {
    let findings = audit.findings.filter { $0.verdict == verdict }
    let sums = audit.sums.filter { $0.verdict == verdict && verdict == .disagrees }
    if findings.isEmpty, sums.isEmpty { return nil }
    let title = edition.labelled(
      edition.name(of: verdict).capitalizedFirst, edition.say.number(findings.count))
    let items = findings.map(item) + sums.map { "<li>\(edition.isolated(edition.line(of: $0)))</li>" as HTML }
    return "<h3>\(title)</h3>\n<ul class=\"traces\">\n\(items)\n</ul>"
  }

  private func item(_ finding: Audit.Finding) -> HTML {
    let claim = finding.claim
    let source = claim.source.isEmpty ? edition.isolated(claim.id.text.onOneLine) : edition.html(claim.source)
    let lines: [HTML] = (edition.counted(in: finding) + finding.evidence.map(edition.line)).map {
      "<li>\(edition.isolated($0))</li>"
    }
    return """
      <li><strong>\(edition.comparison(of: finding).capitalizedFirst)</strong> – \(source)
      <ul>
      \(lines)
      </ul></li>
      """
  }
}
