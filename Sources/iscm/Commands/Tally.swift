internal import Analysis
internal import ArgumentParser
internal import CSV
internal import Reports
internal import Survey

/// `iscm tally`: counts.
struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Count answers, each number with its base.",
    discussion: """
      Without a question, the figures of the plan (figures.csv) are counted. One mechanism counts once: \
      a revision replaces what it supersedes, and of several returns the newest counts.

        iscm tally gcm-review-2018 position --who
        iscm tally gcm-review-2018 agenda --by position --where "${position} != 'no'"
        iscm tally gcm-review-2018 figure-5 --format json

      A file that was split, each part with the header, is counted part by part, here or on other machines:

        iscm tally gcm-review-2018 position --responses part-1.csv --partial > 1.tsv
        iscm tally gcm-review-2018 position --merge *.tsv
        iscm tally gcm-review-2018 position --spark spark://host:7077 /data/part-*.csv

      Exit: 0 counted; 1 counted, and something in the response files should be looked at; 2 not counted.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Argument(
    help: ArgumentHelp(
      "Questions by name or number, figures of the plan, or patterns such as partners_*.",
      valueName: "question"))
  var questions: [String] = []

  @Option(
    help: ArgumentHelp(
      "The question that says whose answers these are, so that each counts once; the plan names its own.",
      valueName: "question"))
  var unit = ""

  @Option(help: ArgumentHelp("Divide each count by the answers to another question.", valueName: "question"))
  var by = ""

  @Option(name: .customLong("where"), help: ArgumentHelp("Only where this holds.", valueName: "expression"))
  var filter = ""

  @Option(help: "What the shares are shares of: registered, distinct, asked, answered or repeats.")
  var base: BaseArgument?

  @Flag(help: "Say who stands behind each count, down to the line of the response file.")
  var who = false

  @Option(help: "text, csv, json or markdown.")
  var format = FigureFormat.text

  @OptionGroup(title: "Counting in parts") var parts: PartOptions

  @OptionGroup var spreadsheet: SpreadsheetOptions

  @OptionGroup var reading: ReadingOptions

  @Flag(
    help:
      "Count once more, response by response, from files that libcsv alone reads from start to end; and compare."
  )
  var verify = false

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    try conclude {
      if verify, parts.isAsked {
        throw Failure(.unusableInput, "--verify goes with no parts: a file is verified whole; leave it out")
      }
      if parts.partial { return try writePartials() }
      if !parts.merge.isEmpty { return try mergeParts() }
      if !parts.spark.isEmpty { return try countOnSpark() }
      let (survey, edition) = try which.opened(in: languages)
      let plan = try survey.plan()
      let figures = try figures(of: plan)
      var (tally, codings) = try survey.tally(figures, of: plan, effort: reading.effort)
      let differing = verify ? try verify(&tally, of: figures, survey, plan) : []
      let origins = try survey.origins(behind: tally.figures, of: plan)
      try format.write(
        tally.figures, of: survey.questionnaire, in: edition, origins: origins,
        isSafe: spreadsheet.spreadsheetSafe)
      let forms = plan.sources(of: figures.flatMap(\.sources))
      let conflicts =
        try survey.conflicts(of: forms, knowing: tally.versions) + survey.strayResponses(of: forms)
      for what in differing { complain(what) }
      let told = tell(
        plan.plan.disclosures(by: figures),
        after: tell(conflicts: conflicts, after: tell(tally.findings, codings)))
      return differing.isEmpty ? told : .findings
    }
  }

  /// Counts as plainly as can be, and takes those numbers where anything differs.
  private func verify(
    _ tally: inout Tally, of figures: [PlannedFigure], _ survey: ProjectSurvey, _ plan: ProjectPlan
  ) throws(Failure) -> [String] {
    let plain = try survey.tally(figures, of: plan, effort: .plain, isUnitByUnit: true).tally
    var differing = zip(tally.figures, plain.figures).filter { $0 != $1 }.map(\.1.id.text)
    if tally.findings != plain.findings { differing.append("findings") }
    tally = plain
    return differing.map {
      "\($0): the fast way to read and libcsv alone differ, which is a fault of this program; what is shown is "
        + "what libcsv alone reads; report it with the file"
    }
  }

  /// The figures that were asked for.
  ///
  /// - Throws: `Failure` with everything that is wrong with the request.
  func figures(of plan: ProjectPlan) throws(Failure) -> [PlannedFigure] {
    let request = TallyRequest(
      questions: questions, unit: unit, by: by, filter: filter, base: base?.value, showsWho: who)
    let (figures, problems) = plan.plan.figures(for: request)
    if !problems.isEmpty { throw Failure(.unusableInput, problems.map(\.description)) }
    return figures
  }

  /// What makes another process count the same of parts that are named on its standard input.
  func arguments(questionnaire: String) -> [String] {
    var words = ["tally", questionnaire] + questions
    for (name, value) in [("--unit", unit), ("--by", by), ("--where", filter)] where !value.isEmpty {
      words += [name, value]
    }
    if let base { words += ["--base", base.value.rawValue] }
    if who { words.append("--who") }
    return words + ["--partial", "--listed", "--superseded", "superseded.tsv"]
  }
}

/// A base, as it is named on the command line.
struct BaseArgument: ExpressibleByArgument {
  let value: Base

  init?(argument: String) {
    guard let value = Base(rawValue: argument) else { return nil }
    self.value = value
  }

  static var allValueStrings: [String] { Base.allCases.map(\.rawValue) }
}

/// In which form figures are written to standard output.
enum FigureFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json, markdown

  /// Writes figures to standard output.
  func write(
    _ figures: [Figure], of questionnaire: Questionnaire, in edition: Edition, origins: Origins = Origins(),
    isSafe: Bool
  ) throws(Failure) {
    switch self {
    case .text: show(TextReport(edition, columns: terminalColumns).text(of: figures, origins: origins))
    case .markdown: emit(MarkdownReport(edition).markdown(of: figures, origins: origins))
    case .json:
      let report = JSONReport(
        edition, questionnaire: questionnaire.id.text, version: questionnaire.version)
      emit(report.json(of: figures, origins: origins))
    case .csv:
      do {
        emit(
          String(decoding: try CSVReport(edition, isSpreadsheetSafe: isSafe).csv(of: figures), as: UTF8.self))
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
    }
  }
}
