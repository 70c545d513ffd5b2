public import Analysis
public import CSV
internal import Calendar
internal import Survey

extension CSVReport {
  /// The first record of who has answered.
  public static let statusHeader = [
    "code", "label", "type", "regions", "on_register", "answered", "form", "instance_id", "receipt", "source",
    "submitted_at", "standing", "file", "line",
  ]

  /// Who has answered: a record for each response, and one for each unit that sent none.
  ///
  /// - Parameter status: Who has answered.
  /// - Returns: The records in UTF-8, ending in CR LF as RFC 4180 has it.
  /// - Throws: `CSVWriteError.nulByte` if a text has a NUL.
  public func csv(of status: StatusReport) throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    try writer.append(record: Self.statusHeader)
    for (units, isRegister) in [(status.register, true), (status.others, false)] {
      for unit in units {
        let start = [
          unit.code, edition.plainText(unit.label), unit.type, unit.regions.joined(separator: "|"),
          isRegister ? "yes" : "no", unit.hasAnswered ? "yes" : "no",
        ]
        if !unit.hasAnswered { try writer.append(record: safe(start) + Array(repeating: "", count: 8)) }
        for submission in unit.submissions { try writer.append(record: safe(start + cells(of: submission))) }
      }
    }
    return writer.takeBytes()
  }

  private func cells(of submission: StatusReport.Submission) -> [String] {
    let trace = submission.trace
    return [
      trace.form.text, trace.response.text, Receipt(for: trace.response).description,
      submission.source?.rawValue ?? "", submission.submittedAt?.description ?? "", submission.standing.code,
      trace.shortFile, String(trace.line),
    ]
  }
}

extension StatusReport.Submission.Standing {
  /// What programs read.
  var code: String {
    switch self {
    case .counted: "counted"
    case .superseded: "superseded"
    case .passedOver: "passed_over"
    }
  }
}
