internal import ArgumentParser
internal import Messages
internal import Reports
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// `iscm show`: one response.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a response, its history, and where each answer came from.",
    discussion: """
      Without a response, all of them are listed with their receipts.

        iscm show gcm-review-2018
        iscm show gcm-review-2018 36RX-B03T

      With --paradata it tells how long each question took: in one response or unfinished form, or in all \
      responses.

        iscm show gcm-review-2018 --paradata
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Argument(help: ArgumentHelp("A receipt, or the id of a response.", valueName: "response"))
  var response: String?

  @Flag(help: "Show how long each question took, and how often its answer was changed.")
  var paradata = false

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    try conclude {
      let survey = try which.project.value.survey(which.questionnaire, responses: which.responses)
      let words = FormText(
        survey.questionnaire, in: try languages.language(of: survey.questionnaire), say: languages.interface)
      let edition = try languages.edition(of: survey.questionnaire)
      guard let response else {
        return try paradata ? listTimes(survey, words) : list(survey, words, edition)
      }
      if paradata { return try showTimes(of: response, survey, words, edition) }
      let found = try survey.response(called: response)
      show(
        try ResponseSheet(found, of: survey, words: words, edition: edition).text(columns: terminalColumns))
      return .done
    }
  }

  private func list(_ survey: ProjectSurvey, _ words: FormText, _ edition: Edition) throws(Failure) -> Outcome
  {
    let who = survey.unitQuestion == nil ? [] : [words.say(.respondent)]
    var rows = [[words.say(.receipt)] + who + [words.say(.door), words.say(.submittedTime)]]
    let findings: [ResponseFinding]
    do {
      findings = try survey.answers.read { stored in
        let response = stored.response
        let respondent = survey.respondent(of: response, words: words).map { [$0] } ?? []
        let time = response.submittedAt.map { words.say.moment($0) } ?? words.say(.unknown)
        rows.append(
          [Receipt(for: response.id).description] + respondent + [edition.name(of: response.source), time])
      }
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
    show(table(rows))
    for finding in findings { complain(finding.description) }
    return tell(
      conflicts: survey.strayResponses(of: [survey.questionnaire]),
      after: findings.isEmpty ? .done : .findings)
  }

  // MARK: - Times

  private func listTimes(_ survey: ProjectSurvey, _ words: FormText) throws(Failure) -> Outcome {
    var ids: [Response.ID] = []
    var findings: [ResponseFinding]
    let times: [Response.ID: Paradata]
    do {
      findings = try survey.answers.read { ids.append($0.response.id) }
      let read = try survey.answers.paradata()
      times = read.responses
      findings += read.findings
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
    let summary = ParadataSummary(of: ids.compactMap { times[$0] }, in: survey.questionnaire)
    show(ParadataSheet(words: words, columns: terminalColumns).text(of: summary, total: ids.count))
    for finding in findings { complain(finding.description) }
    return findings.isEmpty ? .done : .findings
  }

  private func showTimes(
    of typed: String, _ survey: ProjectSurvey, _ words: FormText, _ edition: Edition
  ) throws(Failure) -> Outcome {
    let sheet = ParadataSheet(words: words, columns: terminalColumns)
    if let draft = try survey.draft(called: typed) {
      let id = draft.opening.instanceID
      let head = [
        words.text(survey.questionnaire.title), "\(words.say(.receipt)): \(Receipt(for: id))  \(id)",
        words.say(.savedNotSubmitted),
      ]
      show(sheet.text(of: draft.paradata, head: head))
      return .done
    }
    let found = try survey.response(called: typed)
    let head = try ResponseSheet(found, of: survey, words: words, edition: edition).head
    do {
      let (times, findings) = try survey.answers.paradata()
      show(sheet.text(of: times[found.id], head: head))
      for finding in findings { complain(finding.description) }
      return findings.isEmpty ? .done : .findings
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }
}

extension ProjectSurvey {
  /// Whose response it is: the label of the register's choice; nothing where the form has no register.
  func respondent(of response: Response, words: FormText) -> String? {
    guard let unit = unitQuestion else { return nil }
    guard let answer = response[unit.name].answer else { return response.id.text }
    return words.text(of: .answered(answer), choices: questionnaire.choices(of: unit)?.choices ?? [])
  }
}
