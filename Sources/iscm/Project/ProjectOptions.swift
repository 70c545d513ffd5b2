internal import ArgumentParser

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
