internal import ArgumentParser
internal import Messages
internal import Survey
internal import TerminalForm

/// `iscm fill`: the form.
struct Fill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill",
    abstract: "Fill a questionnaire: on a full screen, line by line, or from a file of answers.",
    discussion: """
      Every answer is kept as it is given; nothing is sent before you submit. A form that was left, or was \
      cut off, goes on with --resume. The form takes the full screen where the terminal can; with ACCESSIBLE=1, \
      or TERM=dumb, it goes line by line.

        iscm fill gcm-review-2018 --lang fr
        iscm fill gcm-review-2018 --answers answers.csv
        iscm fill gcm-review-2018 --for puebla

      Exit: 0 submitted; 2 the answers cannot be used; 3 saved, not submitted; 4 not stored.
      """)

  @OptionGroup var which: QuestionnaireOptions
  @OptionGroup var languages: LanguageOptions

  @Flag(help: "On the full screen, or not at all.")
  var screen = false

  @Flag(help: "Line by line, without any cursor movement: for screen readers, pipes and plain terminals.")
  var line = false

  @Option(
    help: ArgumentHelp(
      "Take the answers from a CSV file (name,value,state); - is standard input.", valueName: "file"))
  var answers: String?

  @Flag(help: "Go on with the draft that was saved last.")
  var resume = false

  @Option(help: ArgumentHelp("Correct a response that was submitted, by its receipt.", valueName: "receipt"))
  var revise: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "For one mechanism alone, by its name in the register: its answer is fixed, nothing of others is shown, no "
        + "editor and no file is opened, and the environment says no more than terminal and language. What sshd's "
        + "ForceCommand sets on a shared host.",
      valueName: "mechanism"))
  var mechanism: String?

  @Flag(help: "An interviewer fills the form.")
  var interview = false

  @Flag(help: "Copy published or printed answers: what the file does not give is unknown, not blank.")
  var transcribe = false

  func validate() throws {
    if mechanism != nil {
      let isOpen = which.project.project != "." || which.responses != nil
      if isOpen || answers != nil || transcribe || interview {
        throw ValidationError(
          "--for goes without --project, --responses, --answers, --transcribe and --interview.")
      }
    }
    if transcribe, answers == nil { throw ValidationError("--transcribe needs --answers.") }
    if resume, answers != nil {
      throw ValidationError("--resume goes on with a form; --answers fills a new one.")
    }
    if [screen, line, answers != nil].count(where: \.self) > 1 {
      throw ValidationError("Use one of --screen, --line and --answers.")
    }
    if resume, revise != nil { throw ValidationError("A draft of a correction is resumed without --revise.") }
  }

  func run() throws {
    if mechanism != nil { SharedHost.close() }
    try conclude {
      let survey = try which.project.value.survey(which.questionnaire, responses: which.responses)
      let words = FormText(
        survey.questionnaire, in: try languages.language(of: survey.questionnaire), say: languages.interface)
      let mechanism = try mechanism.map { try Mechanism(called: $0, in: survey) }
      try survey.refuseConflicts(to: mechanism)
      // A mechanism's own people can do nothing about it, and are not told where files stand.
      if mechanism == nil { survey.tellOfStrayResponses() }
      let earlier = try revise.map { try survey.response(toCorrect: $0, of: mechanism) }
      if let answers {
        let door = AnswersDoor(survey: survey, words: words, file: answers, correcting: earlier)
        return try door.submit(
          as: interview ? .interview : .answers, mode: transcribe ? .transcriber : .respondent)
      }
      var door = try FormDoor(
        survey: survey, words: words, speaking: { languages.words(of: survey.questionnaire, in: $0) },
        asked: screen ? .screen : line ? .lines : nil, mechanism: mechanism,
        source: interview ? .interview : nil)
      return try door.fill(resuming: resume, correcting: earlier)
    }
  }
}
