internal import Calendar
internal import Glibc
internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// The door for people at a terminal, on a full screen or line by line: drafts, journal, submission.
struct FormDoor {
  let survey: ProjectSurvey
  let source: Response.Source?
  /// The mechanism that this session is for, and that nobody changes in it; nothing where that is open.
  let mechanism: Mechanism?
  let speaking: (InterfaceLanguage) -> FormText
  private var words: FormText
  private var front: Front
  private let input = StandardInput()
  private var lines: SystemTerminal
  private var screen: CursesTerminal?
  /// Whether a person at the lines can go over to the full screen.
  private let hasScreen: Bool

  /// Opens the door.
  ///
  /// - Parameters:
  ///   - survey: What is asked.
  ///   - words: The languages at first.
  ///   - speaking: The words in another language of the interface.
  ///   - asked: The front-end that was asked for by name.
  ///   - mechanism: The mechanism that the session is for.
  ///   - source: What the response says of its door; nothing for that of the front-end.
  /// - Throws: `Failure` where no front-end can be shown here.
  init(
    survey: ProjectSurvey, words: FormText, speaking: @escaping (InterfaceLanguage) -> FormText,
    asked: Front?,
    mechanism: Mechanism?, source: Response.Source?
  ) throws(Failure) {
    self.survey = survey
    self.words = words
    self.speaking = speaking
    self.mechanism = mechanism
    self.source = source
    front = try Front.chosen(asked: asked)
    lines = SystemTerminal(input: input)
    hasScreen = Front.refusal == nil
    if front == .screen { screen = try? CursesTerminal(input: input) }
    if screen == nil { front = .lines }
  }

  /// Fills a form.
  ///
  /// - Parameters:
  ///   - resuming: Whether to go on with the newest draft without asking.
  ///   - correcting: The response that a new form corrects.
  /// - Returns: How the command ends.
  /// - Throws: `Failure` where no form can be opened.
  mutating func fill(resuming: Bool, correcting: Response?) throws(Failure) -> Outcome {
    let drafts = try openDrafts()
    let open: OpenForm
    if resuming {
      guard let newest = drafts.first(where: { !$0.isHeld }) else {
        throw Failure(
          .unusableInput,
          "no draft of '\(survey.name)' waits to be resumed; start one: \(survey.command("fill", ""))")
      }
      open = try resume(newest)
    } else if let correcting {
      open = try begin(correcting: correcting)
    } else {
      switch try welcome(drafts) {
      case .resume(let place): open = try resume(drafts[place])
      case .takeOver(let place): open = try resume(drafts[place], takingOver: true)
      case .new, .goesOver: open = try begin(correcting: nil)
      case .leave: return .saved
      case .ended(let signal): exit(128 + signal)
      }
    }
    return try run(open)
  }

  /// A form, and the journal that it is kept in.
  private struct OpenForm {
    let session: FormSession
    let journal: DraftJournal
  }

  // MARK: - Front-ends

  /// Shows the form until it is over, here and in the other front-end.
  private mutating func run(_ open: OpenForm) throws(Failure) -> Outcome {
    var session = open.session
    var isFirst = true
    while true {
      let outcome: FormOutcome
      if front == .screen, var terminal = screen {
        var form = FormScreen(
          session, words: words, desk: desk(for: open), glossary: try survey.glossary())
        outcome = form.run(at: &terminal)
        session = form.session
        for line in form.farewell { lines.write(line + "\n") }
      } else {
        var form = LineForm(session, at: lines, words: words, desk: desk(for: open))
        outcome = form.run(introducing: isFirst)
        session = form.session
      }
      isFirst = false
      switch outcome {
      case .submitted: return .done
      case .left: return .saved
      case .notSubmitted: return .commitFailed
      case .ended(let signal): exit(128 + signal)
      case .goesOver: goOver()
      }
    }
  }

  private mutating func goOver() {
    if front == .screen { return front = .lines }
    if screen == nil { screen = try? CursesTerminal(input: input) }
    if screen != nil { front = .screen }
  }

  // MARK: - Welcome

  private mutating func welcome(_ drafts: [Draft]) throws(Failure) -> DraftChoice {
    var summaries: [DraftSummary] = []
    for draft in drafts {
      let session = try session(of: draft, tellingRefusals: false)
      summaries.append(DraftSummary(session: session, lastSaved: draft.lastTime, isHeld: draft.isHeld))
    }
    while true {
      if front == .screen, var terminal = screen {
        var welcome = WelcomeScreen(words: words, drafts: summaries, speaking: speaking)
        let choice = welcome.run(at: &terminal)
        words = welcome.words
        if choice == .leave { terminal.leave() }
        guard choice == .goesOver else { return choice }
        terminal.leave()
        front = .lines
      } else if summaries.isEmpty {
        return .new
      } else if lines.isInteractive {
        return LineForm.choose(among: summaries, at: &lines, words: words)
      } else {
        complain(words.say(.draftsFound))
        complain(words.say(.draftHint, ["command": command("--resume")]))
        return .new
      }
    }
  }

  // MARK: - Drafts

  private func openDrafts() throws(Failure) -> [Draft] {
    do {
      let found = try survey.answers.unfinished()
      for finding in found.findings { complain(finding.description) }
      for id in found.submitted {
        complain("\(words.say(.submitted)) \(words.say(.receipt)): \(Receipt(for: id))")
      }
      guard let mechanism else { return found.drafts }
      // Nobody sees the drafts of others.
      var own: [Draft] = []
      for draft in found.drafts
      where try session(of: draft, tellingRefusals: false).entries[mechanism.address] == mechanism.entry {
        own.append(draft)
      }
      return own
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  private func begin(correcting: Response?) throws(Failure) -> OpenForm {
    let now = try Present.now()
    let id = try Present.newID()
    let opening = DraftOpening(
      formID: survey.questionnaire.id, formVersion: survey.questionnaire.version, instanceID: id,
      mode: .respondent, source: source ?? front.source, correcting: correcting?.id, openedAt: now)
    do {
      let journal = try survey.answers.drafts.begin(opening)
      var session = FormSession(survey.questionnaire, id: id, startedAt: now, correcting: correcting)
      if let mechanism, session.entries[mechanism.address] != mechanism.entry {
        let event = FormEvent.answer(mechanism.address, mechanism.answer)
        try journal.append(event, at: now)
        try session.apply(event)
      }
      return OpenForm(session: session, journal: journal)
    } catch {
      throw Failure(.commitFailed, "\(error)")
    }
  }

  private func resume(_ draft: Draft, takingOver: Bool = false) throws(Failure) -> OpenForm {
    do {
      let (journal, draft) = try survey.answers.drafts.resume(
        draft.opening.instanceID, takingOver: takingOver)
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

  // MARK: - Where answers go

  private func command(_ options: String) -> String {
    survey.command("fill", mechanism.map { "--for \($0.name) \(options)" } ?? options)
  }

  private func desk(for open: OpenForm) -> FormDesk {
    let (survey, words, journal) = (survey, words, open.journal)
    let isOpen = mechanism == nil
    return FormDesk(
      record: { event in try journal.append(event, at: try Present.now()) },
      submit: { response in
        try survey.answers.submit(response, closing: journal, at: try Present.now())
        return FormDesk.Receipt(
          receipt: Receipt(for: response.id), copy: isOpen ? survey.answers.file() : "")
      },
      remark: { session, address in
        address.question == survey.unitQuestion?.name
          ? (try? survey.remark(onAnswering: session, words: words)) ?? nil : nil
      },
      now: { (try? Present.now()) ?? open.session.startedAt },
      resumeCommand: command("--resume"),
      scratchPath: isOpen ? "\(survey.answers.drafts.path)/.\(Receipt(for: open.session.id)).txt" : nil,
      source: source ?? front.source,
      export: isOpen ? { session in try survey.export(session, words: words) } : nil,
      fixed: mechanism.map { [$0.address] } ?? [], goesOver: hasScreen)
  }
}
