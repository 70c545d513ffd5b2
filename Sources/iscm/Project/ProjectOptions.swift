internal import ArgumentParser
internal import Reports

/// Where the project stands: what most commands share.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with Questionnaires, Responses and Reports.", valueName: "dir"))
  var project = "."

  /// The project that was named.
  var value: Project { Project(root: project) }
}

/// Which questionnaire, and which answers to it.
struct QuestionnaireOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The questionnaire: its folder in Questionnaires, or a path to an XLSForm file (.csv, .md, .xlsx).",
      valueName: "questionnaire"))
  var questionnaire: String

  @OptionGroup var project: ProjectOptions

  @Option(help: ArgumentHelp("Another response file than the project's own.", valueName: "file"))
  var responses: String?
}

extension QuestionnaireOptions {
  /// Opens the questionnaire, and finds the words in which a report speaks of it.
  ///
  /// - Parameter languages: The language that was asked for.
  /// - Returns: The questionnaire with its answers, and the words.
  /// - Throws: `Failure` with all problems of the definition, or where it does not have the language.
  func opened(
    in languages: LanguageOptions
  ) throws(Failure) -> (survey: ProjectSurvey, edition: Edition) {
    let survey = try project.value.survey(questionnaire, responses: responses)
    return (survey, try languages.edition(of: survey.questionnaire))
  }
}
