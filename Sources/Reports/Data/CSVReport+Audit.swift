public import Analysis
public import CSV
internal import Survey

extension CSVReport {
  /// The first record of an audit.
  public static let auditHeader = [
    "id", "verdict", "measure", "question", "code", "filter", "claimed", "least", "most", "asked", "answered",
    "unknown", "source", "part", "units", "responses",
  ]

  /// What comes of each claim: a record for each part that units have in it, and one where there is none.
  ///
  /// What claims add up to has the measure `sum` and the ids of the claims in `id`. `units` lists codes and
  /// `responses` the responses behind them, with `|` between them.
  ///
  /// - Parameter audit: The claims, held against the data.
  /// - Returns: The records in UTF-8, ending in CR LF as RFC 4180 has it.
  /// - Throws: `CSVWriteError.nulByte` if a text has a NUL.
  public func csv(of audit: Audit) throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    try writer.append(record: Self.auditHeader)
    for finding in audit.findings {
      let start = cells(of: finding)
      if finding.evidence.isEmpty { try writer.append(record: safe(start + ["", "", ""])) }
      for evidence in finding.evidence {
        let units = evidence.units.map(\.code).joined(separator: "|")
        let responses = evidence.units.flatMap(\.responses).map(\.response.text).joined(separator: "|")
        try writer.append(record: safe(start + [evidence.part.rawValue, units, responses]))
      }
    }
    for sum in audit.sums {
      let start = [
        sum.claims.map(\.text).joined(separator: "|"), sum.verdict.rawValue, "sum", sum.subject.name.text,
      ]
      let numbers = ["", "", String(sum.value), "", String(sum.asked), String(sum.asked)]
      try writer.append(record: safe(start + numbers + ["", "", "", "", "", ""]))
    }
    return writer.takeBytes()
  }

  private func cells(of finding: Audit.Finding) -> [String] {
    let claim = finding.claim
    return [
      claim.id.text, finding.verdict.rawValue, claim.measure.rawValue,
      claim.figure?.text ?? claim.questions.map(\.text).joined(separator: " "),
      claim.codes.map(\.text).joined(separator: " "),
      claim.condition, String(claim.value), finding.found.map { String($0.lowerBound) } ?? "",
      finding.found.map { String($0.upperBound) } ?? "", finding.bases?.asked.map(String.init) ?? "",
      finding.bases?.answered.map(String.init) ?? "", finding.bases?.unknown.map(String.init) ?? "",
      edition.plainText(claim.source),
    ]
  }
}
