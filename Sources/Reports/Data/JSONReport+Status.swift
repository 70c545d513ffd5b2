public import Analysis
internal import Calendar
internal import Survey

extension JSONReport {
  /// Who has answered: a line for each unit, those that are not on the register behind the others.
  ///
  /// - Parameter status: Who has answered.
  /// - Returns: A JSON text with a line feed at its end.
  public func json(of status: StatusReport) -> String {
    let units =
      status.register.map { unit($0, isOnRegister: true) }
      + status.others.map { unit($0, isOnRegister: false) }
    let head: [(key: String, value: JSON)] = [
      ("questionnaire", .string(questionnaire)), ("version", .string(version)),
      ("registered", .optional(status.registered)), ("returned", .integer(status.returned)),
      ("distinct", .integer(status.distinct)),
    ]
    let lists: [(String, [JSON])] = [
      ("units", units), ("types", status.types.map(part)), ("regions", status.regions.map(part)),
      ("findings", status.findings.listed.map { .string($0.description) }),
    ]
    let lines = lists.map { key, values in
      "\(JSON.string(key)): [" + values.map { "\n   \($0)" }.joined(separator: ",") + "]"
    }
    return String(JSON.object(head).description.dropLast()) + ",\n " + lines.joined(separator: ",\n ") + "}\n"
  }

  private func part(_ part: StatusReport.Part) -> JSON {
    .object([
      ("name", .string(part.name)), ("registered", .integer(part.registered)),
      ("answered", .integer(part.answered)),
    ])
  }

  private func unit(_ unit: StatusReport.Unit, isOnRegister: Bool) -> JSON {
    .object([
      ("code", .string(unit.code)), ("label", .string(edition.plainText(unit.label))),
      ("type", .string(unit.type)),
      ("regions", .strings(unit.regions)), ("on_register", .bool(isOnRegister)),
      ("answered", .bool(unit.hasAnswered)), ("responses", .array(unit.submissions.map(submission))),
    ])
  }

  private func submission(_ submission: StatusReport.Submission) -> JSON {
    let trace = submission.trace
    return .object([
      ("form", .string(trace.form.text)), ("id", .string(trace.response.text)),
      ("receipt", .string(Receipt(for: trace.response).description)),
      ("source", .optional(submission.source?.rawValue)),
      ("submitted_at", .optional(submission.submittedAt?.description)),
      ("standing", .string(submission.standing.code)), ("file", .string(trace.shortFile)),
      ("line", .integer(trace.line)),
    ])
  }
}
