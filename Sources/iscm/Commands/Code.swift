internal import ArgumentParser
internal import Coding
internal import Survey
internal import TerminalForm

/// `iscm code`: codes of open answers.
struct Code: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Sort open answers under the codes of a codebook, and see how far coders agree.",
    discussion: """
      Each answer that the coder has not coded yet is shown, with the codes of codebook.csv; a number gives a code. \
      Every coding is stored at once in codes.csv beside the responses, and no row of it is ever changed. Codes \
      whose keywords stand in the answer are marked, never chosen.

        iscm code gcm-review-2018 influence --coder ana
        iscm code gcm-review-2018 influence --coder ben --answers codes.csv
        iscm code gcm-review-2018 influence --agreement
        iscm code gcm-review-2018 --transcribe published-codes.csv
        iscm code gcm-review-2018 influence --codebook-export taguette.csv

      Exit: 0 done, 1 done and answers wait to be coded, 2 the input cannot be used, 4 not stored.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Argument(
    help: ArgumentHelp("The question whose answers are coded, by its name or number.", valueName: "question"))
  var question: String?

  @Option(help: ArgumentHelp("Who codes; several coders are compared by these names.", valueName: "name"))
  var coder: [String] = []

  @Flag(help: "On the full screen, or not at all.")
  var screen = false

  @Flag(help: "Line by line, without any cursor movement: for screen readers, pipes and plain terminals.")
  var line = false

  @Flag(help: "Show also the answers that the coder has coded already.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Take codings from a CSV file (instance_id or iscm_id, question, code, act); - is standard input.",
      valueName: "file"))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      "Copy published codings from a CSV file, which says of each how it is known (evidence: stated or derived).",
      valueName: "file"))
  var transcribe: String?

  @Flag(help: "Show how far the coders agree.")
  var agreement = false

  @Option(help: "The agreement as text or csv.")
  var format = AgreementFormat.text

  @Option(
    help: ArgumentHelp("Another codebook than codebook.csv beside the questionnaire.", valueName: "file"))
  var codebook: String?

  @Option(
    help: ArgumentHelp(
      "Write the question's codes as a codebook of Taguette; - is standard output.", valueName: "file"))
  var codebookExport: String?

  @Option(
    help: ArgumentHelp(
      "Take a codebook of Taguette in as codes of the question; - is standard input.", valueName: "file"))
  var codebookImport: String?

  @OptionGroup var languages: LanguageOptions

  func validate() throws {
    let doors = [
      screen, line, answers != nil, transcribe != nil, agreement, codebookExport != nil,
      codebookImport != nil,
    ]
    if doors.count(where: \.self) > 1 {
      throw ValidationError(
        "Use one of --screen, --line, --answers, --transcribe, --agreement, --codebook-export and --codebook-import."
      )
    }
    if question == nil, transcribe == nil, answers == nil { throw ValidationError("Name a question.") }
    if coder.contains(where: { $0.isEmpty || $0.contains(where: \.isNewline) }) {
      throw ValidationError("--coder needs a name of one line.")
    }
    if agreement || codebookExport != nil || codebookImport != nil { return }
    if coder.count > 1 { throw ValidationError("One coder at a time; --agreement compares several.") }
    if coder.isEmpty, transcribe == nil { throw ValidationError("Say who codes: --coder NAME.") }
  }

  func run() throws {
    try conclude {
      let survey = try which.project.value.survey(which.questionnaire, responses: which.responses)
      let codebook = try survey.codebook(at: codebook)
      let coders = coder.map { Coding.Coder($0) }
      let place = try question.map { name throws(Failure) in try survey.place(ofQuestion: name) }
      if let file = transcribe {
        return try CodingsDoor(
          survey: survey, codebook: codebook, file: file, place: place, coder: coders.first ?? .published,
          isTranscribing: true
        ).store()
      }
      if let file = answers, let coder = coders.first {
        return try CodingsDoor(
          survey: survey, codebook: codebook, file: file, place: place, coder: coder, isTranscribing: false
        ).store()
      }
      guard let place else { return .unusableInput }
      let words = FormText(
        survey.questionnaire, in: try languages.language(of: survey.questionnaire), say: languages.interface)
      if agreement {
        return try AgreementSheet(survey: survey, codebook: codebook, place: place, words: words)
          .show(coders, as: format)
      }
      let exchange = CodebookExchange(survey: survey, codebook: codebook, place: place, words: words)
      if let file = codebookExport { return try exchange.export(to: file) }
      if let file = codebookImport { return try exchange.take(from: file) }
      guard let coder = coders.first else { return .unusableInput }
      return try CodingDoor(
        survey: survey, codebook: codebook, place: place, coder: coder, words: words,
        asked: screen ? .screen : line ? .lines : nil
      ).code(all: all)
    }
  }
}
