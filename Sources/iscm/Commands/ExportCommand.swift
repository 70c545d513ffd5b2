internal import Tables
internal import XLSForm
internal import ArgumentParser
internal import CSV
internal import Exports
internal import Expressions
internal import Reports
internal import ResponseFiles
internal import Survey

/// `iscm export`: the responses, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the responses for other programs: CSV, a workbook, SPSS, a data package, a codebook.",
    discussion: """
      csv has a column for each choice of a select_multiple (1, 0, and empty where it was not answered); xlsx the same \
      as a workbook; sav is for SPSS, with labels, missing values and multiple-response sets; datapackage is a \
      Frictionless data package; codebook says what each column means, as Markdown and HTML, in all languages of the \
      form or in that of --lang. What was not asked, does not apply, is unknown or was left blank stays told apart in \
      each. Responses that a later one corrects are left out. The files hold answers, and only their owner can read \
      them.

        iscm export gcm-review-2018
        iscm export gcm-review-2018 --format sav --lang fr --without-names
        iscm export gcm-review-2018 --format csv --labels --hxl --output review

      Exit: 0 written; 1 written, and something in the response files should be looked at; 2 nothing written; \
      4 a file could not be written.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Option(
    help: "Only files of this kind: csv, xlsx, sav, datapackage or codebook; can be given several times.")
  var format: [ExportFormat] = []

  @Option(
    help: ArgumentHelp("The folder to write to; Reports/Q/export where none is named.", valueName: "dir"))
  var output: String?

  @Flag(help: "Keep responses that a later one corrects; the column 'supersedes' says which.")
  var all = false

  @Flag(
    help: ArgumentHelp(
      "Leave out columns that name a person: submitted_by, and metadata such as username and email.",
      discussion:
        "Whom answers in words name it cannot know: it says which there are, and --without leaves them out."))
  var withoutNames = false

  @Option(
    help: ArgumentHelp("Leave out this question; can be given several times.", valueName: "question"))
  var without: [String] = []

  @Flag(help: "In csv and xlsx: labels instead of the names of questions and choices.")
  var labels = false

  @Flag(help: "In csv: a row of HXL tags below the headings, of the form's column hxl where it has one.")
  var hxl = false

  @OptionGroup var spreadsheet: SpreadsheetOptions

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    try conclude {
      let (survey, edition) = try which.opened(in: languages)
      let stored: (responses: [StoredResponse], findings: [ResponseFinding])
      let answers: ResponseFolder
      do {
        answers = try survey.answers.withRetiredQuestions()
        stored = try answers.responses()
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
      // A question that was given up is written too, so it can be left out.
      let options = try options(for: answers.layout.questionnaire)
      let export = Export(
        stored.responses.map(\.response), layout: answers.layout, edition: edition,
        options: options, tags: ColumnTags(survey.form.workbook, of: survey.questionnaire))
      let problems = try write(export, of: survey)
      for line in export.summary { complain(line) }
      for finding in stored.findings { complain(finding.description) }
      for problem in problems { complain(problem) }
      let outcome: Outcome = stored.findings.isEmpty && problems.isEmpty ? .done : .findings
      let forms = [survey.questionnaire]
      let conflicts = try survey.conflicts(of: forms) + survey.strayResponses(of: forms)
      return tell(conflicts: conflicts, after: outcome)
    }
  }

  private func options(for questionnaire: Questionnaire) throws(Failure) -> ExportOptions {
    var options = ExportOptions()
    options.leftOut = try Self.questions(without, of: questionnaire)
    options.keepsSuperseded = all
    options.leavesOutNames = withoutNames
    options.showsLabels = labels
    options.showsAllLanguages = languages.lang == nil
    options.isSpreadsheetSafe = spreadsheet.spreadsheetSafe
    options.hasTags = hxl
    return options
  }

  /// The questions of some names.
  private static func questions(
    _ named: [String], of questionnaire: Questionnaire
  ) throws(Failure) -> Set<Question.Name> {
    let history = questionnaire.history
    let meant = named.map { history.now(Question.Name($0)) }
    let names = questionnaire.placed.map(\.question.name.text)
    let problems = zip(named, meant).filter { !names.contains($1.text) }.map { name, _ in
      "--without: '\(name)' is no question of '\(questionnaire.id.text)'"
        + (nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
          ?? "; 'iscm export \(questionnaire.id.text) --format codebook' lists them")
    }
    if !problems.isEmpty { throw Failure(.unusableInput, problems) }
    return Set(meant)
  }

  /// Writes the files; nothing is written before all of them are made.
  ///
  /// - Returns: What could not be written whole.
  private func write(_ export: Export, of survey: ProjectSurvey) throws(Failure) -> [String] {
    let folder = output ?? survey.project.path("Reports", survey.questionnaire.id.text, "export")
    let wanted =
      format.isEmpty
      ? ExportFile.Format.allCases
      : ExportFile.Format.allCases.filter {
        format.map(\.value).contains($0)
      }
    var files: [(path: String, bytes: [UInt8])] = []
    var problems: [String] = []
    for format in wanted {
      let made: (files: [ExportFile], problems: [String])
      do { made = try export.files(format) } catch { throw Failure(.unusableInput, "\(error)") }
      problems += made.problems
      for file in made.files { files.append(("\(folder)/\(file.name)", try bytes(of: file))) }
    }
    for file in files {
      try WholeFile(file.path, isPrivate: true).write(file.bytes)
      show("\(file.path)\n")
    }
    return problems
  }

  private func bytes(of file: ExportFile) throws(Failure) -> [UInt8] {
    switch file.contents {
    case .bytes(let bytes): bytes
    case .book(let book): try DocumentWriter(worker: "iscm-tables").bytes(of: book.records)
    case .statistics(let file): try DocumentWriter(worker: "iscm-tables").bytes(of: file.records)
    }
  }
}

/// A kind of export, as it is named on the command line.
struct ExportFormat: ExpressibleByArgument {
  let value: ExportFile.Format

  init?(argument: String) {
    guard let value = ExportFile.Format(rawValue: argument) else { return nil }
    self.value = value
  }

  static var allValueStrings: [String] { ExportFile.Format.allCases.map(\.rawValue) }
}
