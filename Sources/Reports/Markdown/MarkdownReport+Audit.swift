public import Analysis
internal import Messages
internal import Survey

extension MarkdownReport {
  /// What comes of each claim, what disagrees first: a section for each verdict.
  ///
  /// - Parameters:
  ///   - audit: The claims, held against the data.
  ///   - title: What stands above, a level higher than the sections; nothing for none.
  /// - Returns: Markdown with a line feed at its end.
  public func markdown(of audit: Audit, title: String = "") -> String {
    var blocks = title.isEmpty ? [] : [heading(title, level: max(level - 1, 1))]
    if let status = audit.status { blocks.append(edition.chain(of: status, arrow: nil).markdown) }
    blocks += self.blocks(of: audit, level: level)
    if edition.isRightToLeft { blocks = ["<div dir=\"rtl\">"] + blocks + ["</div>"] }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// A heading for each verdict, and the claims below it.
  func blocks(of audit: Audit, level: Int) -> [String] {
    var blocks: [String] = []
    for verdict in [Audit.Verdict.disagrees, .cannotBeChecked, .agrees] {
      let findings = audit.findings.filter { $0.verdict == verdict }
      let sums = audit.sums.filter { $0.verdict == verdict && verdict == .disagrees }
      if findings.isEmpty, sums.isEmpty { continue }
      blocks.append(heading(edition.name(of: verdict).capitalizedFirst, level: min(level, 6)))
      blocks += findings.map(item)
      if !sums.isEmpty {
        blocks.append(sums.map { "- \(edition.line(of: $0).markdown)" }.joined(separator: "\n"))
      }
    }
    return blocks
  }

  private func item(_ finding: Audit.Finding) -> String {
    let claim = finding.claim
    let lines =
      (claim.source.isEmpty ? [] : [edition.text(claim.source)]) + edition.counted(in: finding)
      + finding.evidence.map(edition.line)
    let head =
      "**" + edition.labelled(claim.id.text.onOneLine, edition.comparison(of: finding)).markdown + "**"
    return ([head, ""] + lines.map { "- \($0.markdown)" }).joined(separator: "\n")
  }
}
