internal import ArgumentParser
internal import CSV
internal import Coding
internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// In which form the agreement of coders is written to standard output.
enum AgreementFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv
}

/// How far the coders of a question agree, as a table.
struct AgreementSheet {
  let survey: ProjectSurvey
  let codebook: ProjectCodebook
  let place: Codebook.Place
  let words: FormText

  /// Writes the table to standard output.
  ///
  /// - Parameters:
  ///   - coders: Those to compare; all, where none is named.
  ///   - format: Text or CSV.
  /// - Returns: That it is done, or that something in the codings should be looked at.
  /// - Throws: `Failure` where files cannot be read.
  func show(_ coders: [Coding.Coder], as format: AgreementFormat) throws(Failure) -> Outcome {
    let (rows, _, findings) = try survey.codingsNow()
    for finding in findings { complain("\(finding)") }
    let responses = try survey.currentResponses().map(\.response).filter { response in
      if case .answered = response[place.question] { true } else { false }
    }
    let report = AgreementReport(
      of: place, responses: responses.map(\.id), codings: Codings(rows), codebook: codebook.codebook,
      coders: coders)
    switch format {
    case .text: iscm.show(text(report))
    case .csv:
      do { emit(try csv(report)) } catch { throw Failure(.unusableInput, "\(error)") }
    }
    return findings.isEmpty ? .done : .findings
  }

  private func text(_ report: AgreementReport) -> String {
    let say = words.say
    let question = survey.questionnaire.question(place.question)
    var lines = [question.map { words.label(of: $0) } ?? place.question.text, say(.agreementTitle)]
    lines += zip(report.coders, report.coded).map { coder, coded in
      "  "
        + say(
          .codingProgress, ["coder": coder.text, "coded": String(coded), "total": String(report.answers)])
    }
    lines.append(
      say(
        .agreementBase,
        [
          "answers": String(report.answers), "several": String(report.overall.answers),
          "single": String(report.single), "uncoded": String(report.uncoded),
        ]))
    let isPair = report.coders.count == 2
    let heads =
      [say(.agreementCode), say(.agreementUsed), say(.agreementPercent)] + (isPair ? ["Cohen κ"] : []) + [
        "Krippendorff α"
      ]
    func row(_ name: String, _ used: String, _ line: AgreementReport.Line) -> [String] {
      [name, used, line.percent.map(say.share) ?? "-"] + (isPair ? [number(line.kappa)] : [])
        + [number(line.alpha)]
    }
    var rows = report.codes.map { code, line in row(label(code), line.used.map(say.number) ?? "", line) }
    rows.append(row(say(.agreementWhole), "", report.overall))
    rows.append([say(.agreementMasi), "", ""] + (isPair ? [""] : []) + [number(report.masi)])
    let wrapped = lines.flatMap { $0.wrapped(toColumns: terminalColumns) }
    return (wrapped + [""]).joined(separator: "\n") + "\n" + table([heads] + rows) + "\n"
      + say(.agreementNotDefined) + "\n"
  }

  private func number(_ value: Double?) -> String { value.map { words.say.decimal($0, places: 3) } ?? "-" }

  private func label(_ code: Codebook.Code.Name) -> String {
    let label = codebook.codebook.code(code, at: place).map { words.text($0.label) } ?? ""
    return label.isEmpty ? code.text : label
  }

  private func csv(_ report: AgreementReport) throws -> [UInt8] {
    var writer = CSVWriter()
    try writer.append(record: [
      "question", "code", "measure", "coders", "answers", "given", "percent", "kappa", "alpha",
    ])
    let coders = report.coders.map(\.text).joined(separator: "|")
    for (code, measure, line) in report.codes.map({ ($0.code.text, "code", $0.line) })
      + [("", "same", report.overall)]
    {
      try writer.append(record: [
        place.question.text, code, measure, coders, String(line.answers), line.used.map(String.init) ?? "",
        text(line.percent), text(line.kappa), text(line.alpha),
      ])
    }
    try writer.append(record: [
      place.question.text, "", "masi", coders, String(report.overall.answers), "", "", "", text(report.masi),
    ])
    return writer.takeBytes()
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
