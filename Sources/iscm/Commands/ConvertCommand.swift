internal import ArgumentParser
internal import XLSForm

/// `iscm convert`: a questionnaire in another format.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a questionnaire as CSV, Markdown or a workbook.",
    discussion: """
      The endings say the formats: .csv is the one-file dialect that compares line by line, .md are tables to read and \
      to mail, .xlsx is a workbook for a spreadsheet program. Each holds all of the others: sheets and columns that \
      XLSForm does not know go along, and what was written is read again and compared before it is kept. List files \
      (select_one_from_file) are not part of a form: they are named, and have to go with it.

        iscm convert gcm-review-2018 review.xlsx
        iscm convert review.xlsx questionnaire.csv --force
        iscm convert review.xlsx - --to md

      Exit: 0 written; 1 written, and something should be looked at; 2 the file cannot be read or written in this \
      format, or is there already; 4 a file could not be written.
      """)

  @Argument(
    help: ArgumentHelp(
      "The questionnaire: its folder in Questionnaires, or a path to an XLSForm file; - is standard input.",
      valueName: "questionnaire"))
  var source: String

  @Argument(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var target: String

  @Option(help: ArgumentHelp("The format of standard input: csv, md or xlsx.", valueName: "format"))
  var from: FormFormat?

  @Option(help: ArgumentHelp("The format of standard output: csv, md or xlsx.", valueName: "format"))
  var to: FormFormat?

  @Flag(help: "Write over a file that is there.")
  var force = false

  @OptionGroup var project: ProjectOptions

  func validate() throws {
    if source == "-", from == nil { throw ValidationError("Name the format of standard input with --from.") }
    if target == "-", to == nil { throw ValidationError("Name the format of standard output with --to.") }
  }

  func run() throws {
    try conclude {
      let format = target == "-" ? to?.value ?? .csv : try self.format(of: target)
      if target != "-", !force, isFile(target) {
        throw Failure(.unusableInput, "\(target): is there already; name another file, or add --force")
      }
      let (workbook, warnings) = try read()
      for warning in warnings { complain(warning.marked) }
      let conversion = FormConversion(workbook, to: format, named: target == "-" ? "standard output" : target)
      let bytes = try conversion.bytes()
      if target == "-" {
        emit(bytes)
        for line in conversion.remarks + conversion.summary { complain(line) }
      } else {
        try WholeFile(target).write(bytes)
        show("\(target)\n" + conversion.summary.map { "  \($0)\n" }.joined())
        for line in conversion.remarks { complain(line) }
      }
      return warnings.isEmpty && conversion.remarks.isEmpty ? .done : .findings
    }
  }

  private func format(of path: String) throws(Failure) -> XLSForm.Format {
    do { return try XLSForm.Format(path: path) } catch {
      throw Failure(.unusableInput, error.problems.map(\.description))
    }
  }

  private func read() throws(Failure) -> (workbook: Workbook, warnings: [FormProblem]) {
    let isStream = source == "-"
    let file = isStream ? "/dev/stdin" : try project.value.questionnaireFile(source)
    do throws(FormProblems) {
      return try XLSForm.workbook(
        path: file, as: isStream ? from?.value : nil, named: isStream ? "standard input" : nil,
        workbooks: WorkbookDesk.read)
    } catch {
      throw Failure(.unusableInput, error.problems.map(\.description))
    }
  }
}

/// A format of questionnaires, as it is named on the command line.
struct FormFormat: ExpressibleByArgument {
  let value: XLSForm.Format

  init?(argument: String) {
    guard let value = XLSForm.Format(rawValue: argument) else { return nil }
    self.value = value
  }

  static var allValueStrings: [String] { XLSForm.Format.allCases.map(\.rawValue) }
}
