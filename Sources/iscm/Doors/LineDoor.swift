internal import Calendar
internal import Glibc
internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// The door for people at a terminal, line by line: drafts, journal, submission.
struct LineDoor {
  let survey: ProjectSurvey
  let words: FormText
  let source: Response.Source
  private var terminal = SystemTerminal()

  init(survey: ProjectSurvey, words: FormText, source: Response.Source) {
    self.survey = survey
    self.words = words
    self.source = source
  }

  /// Fills a form.
  ///
  /// - Parameters:
  ///   - resuming: Whether to go on with the newest draft without asking.
  ///   - correcting: The response that a new form corrects.
  ///   - isAsked: Whether the line form was asked for by name; without that it needs a terminal.
  /// - Returns: How the command ends.
  /// - Throws: `Failure` where no form can be opened.
  mutating func fill(
    resuming: Bool, correcting: Response?, isAsked: Bool
  ) throws(Failure) -> Outcome {
    if !terminal.isInteractive, !isAsked {
      throw Failure(
        .unusableInput,
        "standard input is no terminal; add --line to read answers from it line by line, or use --answers FILE"
      )
    }
    let drafts = try openDrafts()
    let open: OpenForm
    if resuming {
      guard let newest = drafts.first(where: { !$0.isHeld }) else {
        throw Failure(
          .unusableInput,
          "no draft of '\(survey.name)' waits to be resumed; start one: \(survey.command("fill", ""))")
      }
      open = try resume(newest)
    } else if correcting == nil, !drafts.isEmpty, terminal.isInteractive {
      switch try choose(among: drafts) {
      case .resume(let place): open = try resume(drafts[place])
      case .new: open = try begin(correcting: nil)
      case .leave: return .saved
      case .ended(let signal): exit(128 + signal)
      }
    } else {
      if correcting == nil, !drafts.isEmpty {
        complain(words.say(.draftsFound))
        complain(words.say(.draftHint, ["command": survey.command("fill", "--resume")]))
      }
      open = try begin(correcting: correcting)
    }
    var form = LineForm(open.session, at: terminal, words: words, desk: desk(for: open))
    switch form.run() {
    case .submitted: return .done
    case .left, .goesOver: return .saved
    case .notSubmitted: return .commitFailed
    case .ended(let signal): exit(128 + signal)
    }
  }

  /// A form, and the journal that it is kept in.
  private struct OpenForm {
    let session: FormSession
    let journal: DraftJournal
  }

  // MARK: - Drafts

  private func openDrafts() throws(Failure) -> [Draft] {
    do {
      let found = try survey.answers.unfinished()
      for finding in found.findings { complain(finding.description) }
      for id in found.submitted {
        complain("\(words.say(.submitted)) \(words.say(.receipt)): \(Receipt(for: id))")
      }
      return found.drafts
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  private func begin(correcting: Response?) throws(Failure) -> OpenForm {
    let now = try Present.now()
    let id = try Present.newID()
    let opening = DraftOpening(
      formID: survey.questionnaire.id, formVersion: survey.questionnaire.version, instanceID: id,
      mode: .respondent, source: source, correcting: correcting?.id, openedAt: now)
    do {
      let journal = try survey.answers.drafts.begin(opening)
      return OpenForm(
        session: FormSession(survey.questionnaire, id: id, startedAt: now, correcting: correcting),
        journal: journal)
    } catch {
      throw Failure(.commitFailed, "\(error)")
    }
  }

  private func resume(_ draft: Draft) throws(Failure) -> OpenForm {
    do {
      let (journal, draft) = try survey.answers.drafts.resume(draft.opening.instanceID)
      for finding in draft.findings { complain(finding.description) }
      return OpenForm(session: try session(of: draft, tellingRefusals: true), journal: journal)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  /// The form as a draft left it: the same events, once more.
  private func session(of draft: Draft, tellingRefusals: Bool) throws(Failure) -> FormSession {
    let opening = draft.opening
    let earlier = try opening.correcting.map { id throws(Failure) in try survey.response(called: id.text) }
    var session = FormSession(
      survey.questionnaire, id: opening.instanceID, mode: opening.mode, startedAt: opening.openedAt,
      correcting: earlier)
    for event in draft.events {
      do {
        try session.apply(event)
      } catch {
        if tellingRefusals { complain("\(draft.path): \(error)") }
      }
    }
    return session
  }

  private mutating func choose(among drafts: [Draft]) throws(Failure) -> DraftChoice {
    var summaries: [DraftSummary] = []
    for draft in drafts {
      let session = try session(of: draft, tellingRefusals: false)
      summaries.append(
        DraftSummary(session: session, lastSaved: words.say.moment(draft.lastTime), isHeld: draft.isHeld))
    }
    return LineForm.choose(among: summaries, at: &terminal, words: words)
  }

  // MARK: - Where answers go

  private func desk(for open: OpenForm) -> FormDesk {
    let (survey, words, journal) = (survey, words, open.journal)
    return FormDesk(
      record: { event in try journal.append(event, at: try Present.now()) },
      submit: { response in
        try survey.answers.submit(response, closing: journal, at: try Present.now())
        return FormDesk.Receipt(receipt: Receipt(for: response.id), copy: survey.answers.file())
      },
      remark: { session, address in
        address.question == survey.unitQuestion?.name
          ? (try? survey.remark(onAnswering: session, words: words)) ?? nil : nil
      },
      now: { (try? Present.now()) ?? open.session.startedAt },
      resumeCommand: survey.command("fill", "--resume"),
      scratchPath: "\(survey.answers.drafts.path)/.\(Receipt(for: open.session.id)).txt",
      source: source)
  }
}
