internal import Calendar
internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

extension FormDoor {
  /// The drafts that this session may see.
  ///
  /// For a mechanism those are its own: what is found in others, or was left behind by them, is not told either.
  mutating func openDrafts() throws(Failure) -> [Draft] {
    let found: (drafts: [Draft], submitted: [Response.ID], findings: [DraftFinding])
    do throws(ResponseFileError) {
      found = try survey.answers.unfinished()
    } catch {
      throw Failure(.unusableInput, error, to: mechanism)
    }
    if mechanism == nil { for finding in found.findings { tell(finding.description) } }
    for id in found.submitted where mechanism == nil || isOwn(id) {
      tell("\(words.say(.submitted)) \(words.say(.receipt)): \(Receipt(for: id))")
    }
    guard let mechanism else { return found.drafts }
    return found.drafts.filter { draft in
      (try? session(of: draft)).map(mechanism.fills) == true
    }
  }

  private func isOwn(_ id: Response.ID) -> Bool {
    (try? survey.response(called: id.text, of: mechanism)) != nil
  }

  /// Begins a form.
  ///
  /// - Parameter correcting: The response that it corrects.
  /// - Returns: The form with the journal of its draft; for a mechanism it says from the start whose it is.
  /// - Throws: `Failure` where no draft can be kept.
  func begin(correcting: Response?) throws(Failure) -> OpenForm {
    let now = try Present.now()
    let id = try Present.newID()
    let opening = DraftOpening(
      formID: survey.questionnaire.id, formVersion: survey.questionnaire.version, instanceID: id,
      mode: .respondent, source: source ?? front.source, correcting: correcting?.id, openedAt: now)
    var session = FormSession(
      survey.questionnaire, id: id, startedAt: now, localOffset: Present.localOffset(at: now),
      correcting: correcting)
    do throws(ResponseFileError) {
      let journal = try survey.answers.drafts.begin(opening)
      var given: [FormEvent] = []
      if let mechanism, !mechanism.fills(session) {
        let event = FormEvent.answer(mechanism.address, mechanism.answer)
        try journal.append(event, at: now)
        _ = try? session.apply(event)
        given = [event]
      }
      return OpenForm(session: session, journal: journal, given: given)
    } catch {
      throw Failure(.commitFailed, error, to: mechanism)
    }
  }

  /// Goes on with a draft.
  mutating func resume(_ draft: Draft, takingOver: Bool = false) throws(Failure) -> OpenForm {
    let resumed: (journal: DraftJournal, draft: Draft)
    do throws(ResponseFileError) {
      resumed = try survey.answers.drafts.resume(draft.opening.instanceID, takingOver: takingOver)
    } catch {
      throw Failure(.unusableInput, error, to: mechanism)
    }
    for finding in resumed.draft.findings {
      tell(mechanism == nil ? finding.description : finding.problem.description)
    }
    var refusals: [FormRefusal] = []
    let session = try session(of: resumed.draft) { refusals.append($0) }
    for refusal in refusals { tell(mechanism == nil ? "\(draft.path): \(refusal)" : "\(refusal)") }
    if let mechanism, !mechanism.fills(session) {
      // Somebody has changed the answer since it was listed.
      throw Failure(.unusableInput, "the draft is no longer one of '\(mechanism.name)'; start again")
    }
    return OpenForm(session: session, journal: resumed.journal)
  }

  /// The form as a draft left it: the same events, once more.
  func session(
    of draft: Draft, onRefusal: (FormRefusal) -> Void = { _ in }
  ) throws(Failure) -> FormSession {
    let opening = draft.opening
    let earlier = try opening.correcting.map { id throws(Failure) in
      try survey.response(called: id.text, of: mechanism)
    }
    var session = FormSession(
      survey.questionnaire, id: opening.instanceID, mode: opening.mode, startedAt: opening.openedAt,
      localOffset: Present.localOffset(at: opening.openedAt), correcting: earlier)
    for event in draft.events {
      do throws(FormRefusal) {
        try session.apply(event)
      } catch {
        onRefusal(error)
      }
    }
    return session
  }
}

// MARK: - Where answers go

extension FormDoor {
  /// A command that goes on in the same way.
  func command(_ options: String) -> String {
    let parts = mechanism.map { ["--for \($0.name)", options] } ?? [options]
    return survey.command("fill", parts.filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// What a front-end may do beside showing the form.
  func desk(for open: OpenForm) -> FormDesk {
    let (survey, words, journal, mechanism) = (survey, words, open.journal, mechanism)
    let given = open.given
    let isOpen = mechanism == nil
    return FormDesk(
      record: { event in
        let now = try Present.now()
        do throws(ResponseFileError) {
          try journal.append(event, at: now)
        } catch {
          throw Failure(.commitFailed, error, to: mechanism)
        }
      },
      submit: { response in
        if let mechanism, !mechanism.gave(response) {
          throw Failure(
            .unusableInput,
            "'\(mechanism.address)' is not asked now, and '\(mechanism.name)' must be its answer; change what hides it"
          )
        }
        let now = try Present.now()
        do throws(ResponseFileError) {
          try survey.answers.submit(response, closing: journal, at: now)
        } catch {
          // Only answers to another version than the one at hand can stand in the way of it.
          if case .answersDoNotFit = error, survey.hasChanged {
            throw Failure(.commitFailed, words.say(.formChanged))
          }
          throw Failure(.commitFailed, error, to: mechanism)
        }
        return FormDesk.Receipt(
          receipt: Receipt(for: response.id), copy: isOpen ? survey.answers.newestFile() : "")
      },
      // A draft that cannot be taken away stays, and is offered as any other.
      discard: { (try? journal.removeIfUntouched(openedWith: given)) == true },
      remark: { session, address in
        // What it says names a command; whose session is for one mechanism is told when the form opens.
        isOpen && address.question == survey.unitQuestion?.name
          ? (try? survey.remark(onAnswering: session, words: words)) ?? nil : nil
      },
      now: { (try? Present.now()) ?? open.session.startedAt },
      resumeCommand: isOpen ? command("--resume") : "",
      scratchPath: isOpen ? "\(survey.answers.drafts.path)/.\(Receipt(for: open.session.id)).txt" : nil,
      source: source ?? front.source,
      export: isOpen ? { session in try survey.export(session, words: words) } : nil,
      fixed: mechanism.map { [$0.address] } ?? [], goesOver: hasScreen)
  }
}
