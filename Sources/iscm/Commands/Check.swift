internal import Analysis
internal import ArgumentParser
internal import CSV
internal import Coding
internal import ResponseFiles
internal import Survey
internal import XLSForm

/// `iscm check`: what is wrong with definitions, plans and response files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find all problems of questionnaires, plans and response files.",
    discussion: """
      Each problem comes with its file, row and column, what was found, and what to do. Without a name, every \
      questionnaire of the project is checked, and whether responses stand there that are of none. A response file is checked against the questionnaire that its \
      column form_id names.

        iscm check
        iscm check my-form.csv
        iscm check Responses/gcm-review-2018/responses.csv

      Exit: 0 all is well; 1 warnings, or findings in response files; 2 something cannot be used.
      """)

  @Argument(
    help: ArgumentHelp(
      "Questionnaires by their folder or file, plans (figures.csv), codebooks (codebook.csv), maps of waves, or response files.",
      valueName: "path"))
  var paths: [String] = []

  @OptionGroup var project: ProjectOptions

  func run() throws {
    try conclude {
      let project = project.value
      let isWhole = paths.isEmpty
      let paths = isWhole ? project.questionnaireNames : paths
      if paths.isEmpty {
        throw Failure(
          .unusableInput,
          "\(project.path("Questionnaires")): no questionnaire here; name a file, or the project with --project"
        )
      }
      var worst = Outcome.done
      let strays = isWhole ? project.strayResponses() : nil
      for path in paths {
        let found = FileCheck(path, in: project, strays: strays).problems()
        for line in found.lines { complain(line) }
        for line in found.notes { show("\(path): \(line)\n") }
        show("\(path): \(found.summary)\n")
        if found.outcome.rawValue > worst.rawValue { worst = found.outcome }
      }
      let ownerless = (strays ?? []).filter { $0.form == nil }
      for stray in ownerless {
        complain(stray.description)
        show("\(stray.path): problems: 1\n")
      }
      return worst == .done && !ownerless.isEmpty ? .findings : worst
    }
  }
}

/// What was found at one path.
private struct FileFindings {
  /// What is wrong, a line a problem.
  let lines: [String]
  /// What is no problem, and worth knowing.
  let notes: [String]
  let outcome: Outcome
  /// How many of the lines are errors and how many warnings, where they are told apart.
  private let counts: (errors: Int, warnings: Int)?

  init(
    _ lines: [String], notes: [String] = [], _ outcome: Outcome, counts: (errors: Int, warnings: Int)? = nil
  ) {
    self.lines = lines
    self.notes = notes
    self.outcome = outcome
    self.counts = counts
  }

  /// How much is wrong.
  var summary: String {
    if lines.isEmpty { return "no problems" }
    let count = "problems: \(lines.count)"
    guard let counts, counts.warnings > 0 else { return count }
    return "\(count) (errors: \(counts.errors), warnings: \(counts.warnings))"
  }
}

/// The check of one path.
private struct FileCheck {
  private let path: String
  private let project: Project
  /// The responses of the project that nothing reads; nothing where nobody has looked yet.
  private let strays: [StrayResponses]?

  init(_ path: String, in project: Project, strays: [StrayResponses]?) {
    self.path = path
    self.project = project
    self.strays = strays
  }

  /// All that is wrong, and how bad it is.
  func problems() -> FileFindings {
    do {
      switch kind {
      case .questionnaire:
        let survey = try project.survey(path)
        let (lines, outcome) = try questionnaire(survey)
        return FileFindings(lines, notes: (try? survey.changes().notes) ?? [], outcome)
      case .plan:
        let (lines, outcome) = try plan(project.survey(folder))
        return FileFindings(lines, outcome)
      case .codebook:
        _ = try project.survey(folder).codebook(at: path)
        return FileFindings([], .done)
      case .waveMap:
        let problems = try project.survey(folder).waveMap(at: path, named: path) { id in
          (try? project.survey(id.text))?.questionnaire
        }.problems
        return FileFindings(problems.map(\.description), problems.isEmpty ? .done : .unusableInput)
      case .responses(let form):
        let survey = try project.survey(form, responses: path)
        let (lines, outcome) = try responses(survey)
        return FileFindings(lines, notes: (try? survey.changes().notes) ?? [], outcome)
      }
    } catch {
      return FileFindings(error.lines, .unusableInput, counts: error.counts)
    }
  }

  private enum Kind {
    case questionnaire
    case plan
    case codebook
    case waveMap
    case responses(form: String)
  }

  /// What the file is, by its first line: a response file, a plan, a codebook and a map of waves have columns that no
  /// XLSForm has.
  private var kind: Kind {
    guard isFile(path), let first = try? firstRows() else { return .questionnaire }
    if first.header.names.contains("figure"), first.header["statistic"] != nil { return .plan }
    if first.header["code"] != nil, first.header["question"] != nil, first.header["form"] != nil {
      return .codebook
    }
    if first.header["wave"] != nil, first.header["harmonised_question"] != nil { return .waveMap }
    guard first.header["instance_id"] != nil else { return .questionnaire }
    let form = first.rows.first.map { first[$0, "form_id"] } ?? ""
    return .responses(form: form.isEmpty ? folderName : form)
  }

  private func firstRows() throws -> CSVTable {
    var reader = try CSVReader(path: path)
    var bytes: [UInt8] = []
    for _ in 0..<2 where try reader.next() { bytes += try CSVWriter.record(reader.record.strings) }
    return try CSVTable(CSVReader(bytes))
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  private var folderName: String { folder.split(separator: "/").last.map(String.init) ?? folder }

  private func questionnaire(_ survey: ProjectSurvey) throws(Failure) -> (lines: [String], outcome: Outcome) {
    var found = try plan(survey)
    var warnings = survey.form.warnings.map(\.marked)
    let file = try project.questionnaireFile(path)
    warnings += project.files(beside: file).map {
      "\($0): is not read, since \(file) stands beside it; delete one of the two"
    }
    warnings += (strays ?? project.strayResponses(including: survey)).filter { $0.form?.file == file }
      .map(\.description)
    if !warnings.isEmpty, found.outcome == .done { found.outcome = .findings }
    let answers = try responses(survey)
    if answers.outcome.rawValue > found.outcome.rawValue { found.outcome = answers.outcome }
    return (warnings + found.lines + answers.lines, found.outcome)
  }

  private func plan(_ survey: ProjectSurvey) throws(Failure) -> (lines: [String], outcome: Outcome) {
    do throws(Failure) {
      let plan = try survey.plan()
      let disclosures = plan.plan.disclosures(by: plan.plan.figures).map(\.description)
      let warnings = plan.plan.warnings.map(\.description) + disclosures
      do throws(Failure) { _ = try survey.claims(by: plan) } catch {
        return (warnings + error.lines, error.outcome)
      }
      return (warnings, warnings.isEmpty ? .done : .findings)
    } catch {
      return (error.lines, error.outcome)
    }
  }

  private func responses(_ survey: ProjectSurvey) throws(Failure) -> (lines: [String], outcome: Outcome) {
    do {
      var lines = try survey.answers.read { _ in }.map(\.description)
      lines += try survey.answers.provenance().findings.map(\.description)
      lines += try survey.answers.paradata().findings.map(\.description)
      lines += try survey.codings(of: [survey.questionnaire], codebooks: [survey.codebook().codebook])
        .findings
        .map(\.description)
      lines += try doubles(survey)
      lines += try survey.conflicts(of: [survey.questionnaire])
      lines += try survey.changes().problems
      return (lines, lines.isEmpty ? .done : .findings)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  /// What only the rows together tell: whose responses do not supersede each other.
  private func doubles(_ survey: ProjectSurvey) throws -> [String] {
    guard let unit = survey.unitQuestion?.name else { return [] }
    let files = try survey.responseFiles(of: [survey.questionnaire])
    return try StatusReport(by: unit, forms: [survey.questionnaire], from: files).findings.listed.filter {
      if case .response = $0.reason { false } else { true }
    }.map(\.description)
  }
}
