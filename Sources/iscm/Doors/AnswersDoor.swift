internal import Calendar
internal import CSV
internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// The door for a file of answers: strict, all or nothing.
struct AnswersDoor {
  let survey: ProjectSurvey
  let words: FormText
  /// The path; `-` is standard input.
  let file: String
  let correcting: Response?

  /// Reads the file and stores the response that it makes.
  ///
  /// - Parameters:
  ///   - source: Through which door the response is said to have come.
  ///   - mode: Whether a respondent answers, or somebody copies.
  /// - Returns: That it is done.
  /// - Throws: `Failure` with everything that is wrong with the file, or why the response is not stored.
  func submit(as source: Response.Source, mode: FormSession.Mode) throws(Failure) -> Outcome {
    let now = try Present.now()
    var session = FormSession(
      survey.questionnaire, id: try Present.newID(), mode: mode, startedAt: now,
      localOffset: Present.localOffset(at: now), correcting: correcting)
    let answers = try read()
    do {
      try session.enter(answers)
    } catch {
      throw failure(error)
    }
    let isKnown = mode == .respondent
    var response: Response
    do {
      response = try session.response(
        source: source, submittedAt: isKnown ? now : nil, submittedBy: isKnown ? session.submitter : "")
    } catch {
      // `enter` has looked for what blocks a submission already.
      throw Failure(.unusableInput, "\(name): required answers are missing, or break their rules")
    }
    if let correcting {
      let named = Set(answers.lines.map { survey.questionnaire.history.now($0.address) })
      response = response.keepingUnknown(of: correcting.answers) { named.contains($0) }
    }
    if let remark = try survey.remark(onAnswering: session, words: words) { complain(remark) }
    if let remark = words.remark(onFaultsOf: session) { complain(remark) }
    do {
      try survey.answers.append([response], provenance: provenance(of: answers, response: response.id))
    } catch {
      throw Failure(.commitFailed, "\(error)")
    }
    show("\(words.say(.receipt)): \(Receipt(for: response.id))\n")
    return .done
  }

  private var name: String { file == "-" ? "standard input" : file }

  private func read() throws(Failure) -> AnswersFile {
    let reader: CSVReader
    do {
      reader = try file == "-" ? CSVReader(descriptor: 0, path: name) : CSVReader(path: file)
    } catch {
      throw Failure(.unusableInput, "\(name): \(error)")
    }
    do {
      return try AnswersFile(reader)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ problems: AnswersFileProblems) -> Failure {
    Failure(.unusableInput, problems.problems.map { "\(name): \($0)" })
  }

  private func provenance(of answers: AnswersFile, response: Response.ID) -> [Provenance] {
    answers.lines.filter { !$0.evidence.isEmpty || !$0.source.isEmpty }.map { line in
      Provenance(
        response: response, question: survey.questionnaire.history.now(line.address),
        evidence: Provenance.Evidence(line.evidence),
        source: line.source)
    }
  }
}

extension FormSession {
  /// Who submits, where the form asks that.
  var submitter: String { entries[Address("submitted_by")]?.answer?.cell ?? "" }
}
