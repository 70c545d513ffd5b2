internal import Analysis
internal import ArgumentParser
internal import CSV
internal import Reports
internal import Survey

/// `iscm status`: who has answered.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show who of the register has answered, how and when, and who has not.",
    discussion: """
      All forms that the figures of the plan draw from count: a questionnaire and an interview of one mechanism \
      are two returns of one respondent.

        iscm status gcm-review-2018
        iscm status gcm-review-2018 --format csv

      Exit: 0 done; 1 done, and something in the response files should be looked at; 2 nothing could be counted.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Option(help: "text, csv or json.")
  var format = StatusFormat.text

  @OptionGroup var spreadsheet: SpreadsheetOptions

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    try conclude {
      let (survey, edition) = try which.opened(in: languages)
      let plan = try survey.plan()
      guard let report = try survey.status(of: plan, effort: reading.effort) else {
        throw Failure(
          .unusableInput,
          "\(survey.name): no question chooses one mechanism from a register, so nobody can tell who has answered; "
            + "see who is in it with \(survey.command("show", ""))")
      }
      try format.write(report, of: survey.questionnaire, in: edition, isSafe: spreadsheet.spreadsheetSafe)
      let forms = plan.forms.values.sorted { $0.id < $1.id }
      let conflicts = try survey.conflicts(of: forms) + survey.strayResponses(of: forms)
      return tell(conflicts: conflicts, after: tell(report.findings))
    }
  }
}

/// In which form the status is written to standard output.
enum StatusFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json

  func write(
    _ report: StatusReport, of questionnaire: Questionnaire, in edition: Edition, isSafe: Bool
  ) throws(Failure) {
    switch self {
    case .text:
      let title = questionnaire.title.text(in: edition.language, fallback: edition.fallback).text
      show(TextReport(edition, columns: terminalColumns).text(of: report, title: title))
    case .json:
      emit(
        JSONReport(edition, questionnaire: questionnaire.id.text, version: questionnaire.version).json(
          of: report))
    case .csv:
      do {
        emit(
          String(decoding: try CSVReport(edition, isSpreadsheetSafe: isSafe).csv(of: report), as: UTF8.self))
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
    }
  }
}
