internal import ArgumentParser
internal import CSV
internal import Documents
internal import Messages
internal import Survey

/// `iscm blank`: forms to send.
struct Blank: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blank",
    abstract: "Write a blank form to send by e-mail, whose answers can be read back exactly.",
    discussion: """
      Text is for the body of a mail; docx and pdf are filled in a word processor or a reader; csv is filled in a \
      spreadsheet, and fill --answers takes it. Text and csv go to standard output, docx and pdf to a file in the \
      folder we are in.

        iscm blank gcm-review-2018 --format docx --lang fr --for rabat
        iscm blank gcm-review-2018 --format text > body.txt

      Exit: 0 written; 2 the questionnaire cannot be used, or there is no such mechanism; 4 nothing was written.
      """)

  @Argument(
    help: ArgumentHelp(
      "The questionnaire: its folder in Questionnaires, or a path to an XLSForm file (.csv, .md, .xlsx).",
      valueName: "questionnaire"))
  var questionnaire: String

  @OptionGroup var project: ProjectOptions

  @Option(help: "docx, pdf, text or csv.")
  var format = BlankFormat.docx

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "For one mechanism, by its name in the register: it need not say who it is.", valueName: "mechanism"))
  var mechanism: String?

  @Option(help: ArgumentHelp("Write to this file; - is standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    try conclude {
      let survey = try project.value.survey(questionnaire)
      let mechanism = try mechanism.map { try Mechanism(called: $0, in: survey) }
      let language = try languages.language(of: survey.questionnaire)
      // The words of the form, not of whoever makes it: the locale does not count.
      let tag = languages.lang ?? language.code
      let form = BlankForm(
        of: survey.questionnaire, in: language, say: Interface(InterfaceLanguage(tag: tag) ?? .english),
        for: mechanism.map { ($0.address, $0.name) })
      let bytes = try format.bytes(of: form)
      let isStream = output == "-" || output == nil && format.isStream
      if isStream {
        emit(bytes)
      } else {
        let file = output ?? format.fileName(of: form)
        try WholeFile(file).write(bytes)
        show("\(file)\n")
      }
      return .done
    }
  }
}

/// A kind of blank form.
enum BlankFormat: String, ExpressibleByArgument, CaseIterable {
  case docx, pdf, text, csv

  /// Whether it goes to standard output where no file is named.
  var isStream: Bool { self == .text || self == .csv }

  /// The file in the folder we are in: `gcm-review-2018-rabat-fr.docx`.
  func fileName(of form: BlankForm) -> String {
    let parts = [form.formID.text, form.given?.name.text, form.language].compactMap(\.self).filter {
      !$0.isEmpty
    }
    let name = parts.joined(separator: "-")
    // A name in a definition is nobody's way out of the folder.
    let safe = String(name.map { $0 == "/" || $0 == "\0" ? "-" : $0 })
    return safe + (self == .text ? ".txt" : ".\(rawValue)")
  }

  /// The form in this format.
  func bytes(of form: BlankForm) throws(Failure) -> [UInt8] {
    switch self {
    case .text: return Array(BlankText(form).text.utf8)
    case .csv:
      do { return try BlankCSV(form).bytes() } catch { throw Failure(.unusableInput, "\(error)") }
    case .docx:
      return try DocumentWriter().bytes(
        of: [["docx"]] + WordForm(form).parts.map { ["part", $0.name, $0.contents] })
    case .pdf: return try DocumentWriter().bytes(of: PageForm(form).rows)
    }
  }
}
