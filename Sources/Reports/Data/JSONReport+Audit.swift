public import Analysis
internal import Survey

extension JSONReport {
  /// What comes of each claim, and what claims add up to: a line for each.
  ///
  /// - Parameter audit: The claims, held against the data.
  /// - Returns: A JSON text with a line feed at its end.
  public func json(of audit: Audit) -> String {
    let head: [(key: String, value: JSON)] = [
      ("questionnaire", .string(questionnaire)), ("version", .string(version)),
      ("registered", .optional(audit.status?.registered)), ("returned", .optional(audit.status?.returned)),
      ("distinct", .optional(audit.status?.distinct)),
    ]
    let lists: [(String, [JSON])] = [
      ("claims", audit.findings.map(finding)), ("sums", audit.sums.map(sum)),
      ("findings", audit.dataFindings.listed.map { .string($0.description) }),
    ]
    let lines = lists.map { key, values in
      "\(JSON.string(key)): [" + values.map { "\n   \($0)" }.joined(separator: ",") + "]"
    }
    return String(JSON.object(head).description.dropLast()) + ",\n " + lines.joined(separator: ",\n ") + "}\n"
  }

  private func finding(_ finding: Audit.Finding) -> JSON {
    let claim = finding.claim
    return .object([
      ("id", .string(claim.id.text)), ("verdict", .string(finding.verdict.rawValue)),
      ("measure", .string(claim.measure.rawValue)), ("questions", .strings(claim.questions.map(\.text))),
      ("figure", .optional(claim.figure?.text)), ("codes", .strings(claim.codes.map(\.text))),
      ("filter", .string(claim.condition)),
      ("claimed", .integer(claim.value)), ("least", .optional(finding.found?.lowerBound)),
      ("most", .optional(finding.found?.upperBound)), ("asked", .optional(finding.bases?.asked)),
      ("answered", .optional(finding.bases?.answered)), ("unknown", .optional(finding.bases?.unknown)),
      ("source", .string(edition.plainText(claim.source))),
      ("evidence", .array(finding.evidence.map(evidence))),
    ])
  }

  private func evidence(_ evidence: Audit.Evidence) -> JSON {
    .object([
      ("part", .string(evidence.part.rawValue)),
      (
        "units",
        .array(
          evidence.units.map { unit in
            .object([
              ("code", .string(unit.code)), ("responses", .strings(unit.responses.map(\.response.text))),
            ])
          })
      ),
    ])
  }

  private func sum(_ sum: Audit.Sum) -> JSON {
    .object([
      ("claims", .strings(sum.claims.map(\.text))), ("verdict", .string(sum.verdict.rawValue)),
      ("question", .string(sum.subject.name.text)), ("claimed", .integer(sum.value)),
      ("asked", .integer(sum.asked)),
    ])
  }
}
