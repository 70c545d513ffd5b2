internal import Analysis
internal import ArgumentParser
internal import CSV
internal import Reports
internal import Survey

/// `iscm audit`: what publications say, held against the answers.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Hold the numbers that publications say against the answers.",
    discussion: """
      The claims stand in claims.csv beside the questionnaire, one a line: id, measure, question, code, value, \
      source. The measure is returned (responses to this form), distinct (different mechanisms over all forms of the \
      plan; with a question, its different answers), count (mechanisms that chose one of the codes, and perhaps \
      where QUESTION is CODE), blank (mechanisms that left the question empty), any (mechanisms that answered at \
      least one of the questions), total (what a figure of the plan, named under question, counts in all: different \
      choices, or countries) or most (the largest count of that figure). An answer that nobody knows may be any: where a claim hangs on one, it cannot be \
      checked. Each claim comes with the returns and mechanisms behind it, and with those that would make the \
      difference.

        iscm audit gcm-review-2018
        iscm audit webinar-2020-attendance --format markdown

      Exit: 0 nothing disagrees; 1 something does, or something in the response files should be looked at; 2 the \
      claims cannot be used.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Option(help: "text, csv, json or markdown.")
  var format = FigureFormat.text

  @OptionGroup var spreadsheet: SpreadsheetOptions

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    try conclude {
      let (survey, edition) = try which.opened(in: languages)
      let plan = try survey.plan()
      guard let claims = try survey.claims(by: plan) else {
        throw Failure(
          .unusableInput, "\(survey.folder)/claims.csv: no claims stand here; write what was published")
      }
      let (audit, codings) = try survey.audit(claims, by: plan, effort: reading.effort)
      try format.write(audit, of: survey.questionnaire, in: edition, isSafe: spreadsheet.spreadsheetSafe)
      let conflicts = try survey.conflicts(of: plan.forms.values.sorted { $0.id < $1.id })
      let looked = tell(conflicts: conflicts, after: tell(audit.dataFindings, codings))
      return audit.disagrees ? .findings : looked
    }
  }
}

extension FigureFormat {
  /// Writes an audit to standard output.
  func write(
    _ audit: Audit, of questionnaire: Questionnaire, in edition: Edition, isSafe: Bool
  ) throws(Failure) {
    let title = questionnaire.title.text(in: edition.language, fallback: edition.fallback).text
    switch self {
    case .text: show(TextReport(edition, columns: terminalColumns).text(of: audit, title: title))
    case .markdown: emit(MarkdownReport(edition).markdown(of: audit, title: title))
    case .json:
      let report = JSONReport(
        edition, questionnaire: questionnaire.id.text, version: questionnaire.version)
      emit(report.json(of: audit))
    case .csv:
      do {
        emit(
          String(decoding: try CSVReport(edition, isSpreadsheetSafe: isSafe).csv(of: audit), as: UTF8.self))
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
    }
  }
}
