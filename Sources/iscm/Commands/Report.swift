internal import Tables
internal import Analysis
internal import ArgumentParser
internal import CSV
internal import Expressions
internal import Reports
internal import Survey

/// `iscm report`: the figures of the plan, as files.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the figures of the plan into Reports: pictures, numbers, and a page that shows them.",
    discussion: """
      Each figure becomes an SVG, and of that a PNG and a PDF for documents, with its numbers beside it as CSV and \
      JSON; report.html, report.md, report.pdf and report.xlsx show them all, each with its base, after who has \
      answered and who has not. The same answers give the same bytes.

        iscm report gcm-review-2018
        iscm report gcm-review-2018 --figure figure-2 --format svg --lang fr

      Exit: 0 written; 1 written, and something in the response files should be looked at; 2 nothing written; \
      4 a file could not be written.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Option(help: ArgumentHelp("Only this figure; can be given several times.", valueName: "figure"))
  var figure: [String] = []

  @Option(
    help:
      "Only files of this kind: svg, csv, json, markdown, html, xlsx, png or pdf; can be given several times."
  )
  var format: [ReportFormat] = []

  @OptionGroup var languages: LanguageOptions

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try conclude {
      let (survey, edition) = try which.opened(in: languages)
      let plan = try survey.plan()
      if plan.plan.figures.isEmpty {
        throw Failure(
          .unusableInput, "\(survey.folder)/figures.csv: no figures are planned; write a plan beside the form"
        )
      }
      try checkNames(among: plan.plan.figures.map(\.id.text))
      let request = TallyRequest(questions: figure, showsWho: nil)
      let (figures, problems) = plan.plan.figures(for: request)
      if !problems.isEmpty { throw Failure(.unusableInput, problems.map(\.description)) }
      let (tally, codings) = try survey.tally(figures, of: plan, effort: reading.effort)
      let origins = try survey.origins(behind: tally.figures, of: plan)
      let status = try survey.status(of: plan, effort: reading.effort)
      // Of some figures alone nothing more is told.
      let claims = figure.isEmpty ? try survey.claims(by: plan) : nil
      let audit = try claims.map { try survey.audit($0, by: plan, effort: reading.effort).audit }
      try write(
        tally.figures, of: survey, in: edition, status: status, audit: audit, origins: origins)
      let forms = plan.sources(of: figures.flatMap(\.sources))
      let conflicts =
        try survey.conflicts(of: forms, knowing: tally.versions) + survey.strayResponses(of: forms)
      let found = tell(conflicts: conflicts, after: tell(tally.findings, codings))
      return tell(plan.plan.disclosures(by: figures), after: found)
    }
  }

  /// Whether each figure that was asked for is in the plan.
  private func checkNames(among planned: [String]) throws(Failure) {
    let unknown = figure.filter { !planned.contains($0) }
    if unknown.isEmpty { return }
    throw Failure(
      .unusableInput,
      unknown.map { name in
        let near = nearest(to: name, among: planned).map { "did you mean '\($0)'? " } ?? ""
        return
          "--figure: '\(name)' is no figure of the plan; \(near)it has \(planned.joined(separator: ", "))"
      })
  }

  private func write(
    _ figures: [Figure], of survey: ProjectSurvey, in edition: Edition, status: StatusReport?,
    audit: Audit?, origins: Origins
  ) throws(Failure) {
    let title = survey.questionnaire.title.text(in: edition.language, fallback: edition.fallback).text
    let report = ReportFiles(
      edition, questionnaire: survey.questionnaire.id.text, version: survey.questionnaire.version,
      title: title)
    let formats = format.isEmpty ? Set(ReportFiles.Format.allCases) : Set(format.map(\.value))
    let desk = DrawingDesk(
      report.drawings(for: figures, formats: formats, status: status, audit: audit, origins: origins))
    let (written, drawn) = try desk.files { () throws(Failure) in
      let files: [ReportFiles.File]
      do {
        files = try report.files(
          for: figures, formats: formats, status: status, audit: audit, origins: origins)
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
      let book =
        formats.contains(.xlsx)
        ? try workbook(of: figures, title: report.title, in: edition, status, audit) : []
      return files.map { ($0.name, $0.bytes) } + book
    }
    let folder = survey.project.path("Reports", survey.questionnaire.id.text)
    for (name, bytes) in written + drawn {
      let path = "\(folder)/\(name)"
      try WholeFile(path, canBeMadeAgain: true).write(bytes)
      show("\(path)\n")
    }
    if figure.isEmpty { tellOfLeftOvers(in: folder, figures) }
  }

  /// A picture of a figure that the plan has no more would be taken for one of today.
  private func tellOfLeftOvers(in folder: String, _ figures: [Figure]) {
    let found = ReportFiles.leftOver(among: names(in: folder), figures: figures)
    if found.isEmpty { return }
    let others = found.count > 10 ? " and \(found.count - 10) more" : ""
    complain(
      "\(folder): no figure of the plan is in \(found.prefix(10).joined(separator: ", "))\(others); delete what an"
        + " earlier plan made")
  }

  /// All figures as a workbook, packed by a worker.
  private func workbook(
    of figures: [Figure], title: String, in edition: Edition, _ status: StatusReport?, _ audit: Audit?
  ) throws(Failure) -> [(String, [UInt8])] {
    let book = BookReport(edition).book(of: figures, title: title, status: status, audit: audit)
    return [("report.xlsx", try DocumentWriter(worker: "iscm-tables").bytes(of: book.records))]
  }
}

/// A kind of report file, as it is named on the command line.
struct ReportFormat: ExpressibleByArgument {
  let value: ReportFiles.Format

  init?(argument: String) {
    guard let value = ReportFiles.Format(rawValue: argument) else { return nil }
    self.value = value
  }

  static var allValueStrings: [String] { ReportFiles.Format.allCases.map(\.rawValue) }
}
