internal import ArgumentParser
internal import Glibc
internal import ResponseFiles
internal import Survey

/// `iscm list`: the questionnaires of the project.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the questionnaires, with version, questions, responses and drafts.",
    discussion: "  iscm list\n  iscm list --project /srv/surveys")

  @OptionGroup var project: ProjectOptions

  func run() throws {
    try conclude {
      let project = project.value
      let names = project.questionnaireNames
      if names.isEmpty {
        throw Failure(
          .unusableInput,
          "\(project.path("Questionnaires")): no questionnaire here; name the project's folder with --project"
        )
      }
      var rows = [["questionnaire", "version", "questions", "responses", "drafts", "title"]]
      var outcome = Outcome.done
      for name in names {
        do throws(Failure) {
          rows.append(try row(for: project.survey(name)))
        } catch {
          // One definition that cannot be used does not hide the others.
          for line in error.lines { complain(line) }
          outcome = .findings
        }
      }
      // A program that reads the list has a line for each questionnaire.
      show(isatty(STDOUT_FILENO) == 1 ? table(rows, wrappedTo: terminalColumns) : table(rows))
      return tell(conflicts: project.strayResponses().map(\.description), after: outcome)
    }
  }

  private func row(for survey: ProjectSurvey) throws(Failure) -> [String] {
    var responses = 0
    let drafts: Int
    do {
      _ = try survey.answers.read { _ in responses += 1 }
      drafts = try survey.answers.drafts.list().drafts.count
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
    let questionnaire = survey.questionnaire
    let title = questionnaire.title.text(
      in: questionnaire.defaultLanguage, fallback: questionnaire.defaultLanguage)
    return [
      survey.name, questionnaire.version, String(questionnaire.numbering.total), String(responses),
      String(drafts), title.text,
    ]
  }
}
