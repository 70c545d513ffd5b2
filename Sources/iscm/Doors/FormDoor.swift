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
  private(set) var words: FormText
  private(set) var front: Front
  private let input: StandardInput
  private var lines: SystemTerminal
  private var screen: CursesTerminal?
  /// Whether a person at the lines can go over to the full screen.
  let hasScreen: Bool
  /// What there is to say before the form, and cannot be said before the screen shows it.
  private var notices: [String] = []

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
    // Copying programs (scp, sftp, rsync) that run into the form would leave drafts behind.
    if mechanism != nil, Front.refusal == .noTerminal {
      throw Failure(
        .unusableInput, "\(ScreenRefusal.noTerminal.reason); --for needs one, such as ssh -t gives")
    }
    front = try Front.chosen(asked: asked)
    input = StandardInput(stops: mechanism == nil)
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
    let sent =
      try mechanism.map { mechanism throws(Failure) in try survey.latestResponses(of: mechanism) } ?? []
    let open: OpenForm
    if resuming {
      guard let newest = drafts.first(where: { !$0.isHeld }) else {
        throw Failure(
          .unusableInput, "no draft of '\(survey.name)' waits to be resumed; start one: \(command(""))")
      }
      open = try resume(newest)
    } else if let correcting {
      open = try begin(correcting: correcting)
    } else {
      switch try welcome(drafts, sent: sent) {
      case .resume(let place): open = try resume(drafts[place])
      case .takeOver(let place): open = try resume(drafts[place], takingOver: true)
      case .correct(let place):
        // Somebody else may have corrected it meanwhile.
        open = try begin(correcting: try survey.response(toCorrect: sent[place].id.text, of: mechanism))
      case .new, .goesOver: open = try begin(correcting: nil)
      case .leave:
        sayNotices()
        return .saved
      case .ended(let signal): exit(128 + signal)
      }
    }
    if let latest = sent.first, open.session.supersedes == nil {
      tell(words.alreadyAnswered(try summary(of: latest)))
    }
    return try run(open)
  }

  /// A form, and the journal that it is kept in.
  struct OpenForm {
    let session: FormSession
    let journal: DraftJournal
    /// What it was opened with, and nobody typed.
    var given: [FormEvent] = []
  }
}

// MARK: - Front-ends

extension FormDoor {
  /// Shows the form until it is over, here and in the other front-end.
  private mutating func run(_ open: OpenForm) throws(Failure) -> Outcome {
    var session = open.session
    var isFirst = true
    var knowsMenu = false
    while true {
      let outcome: FormOutcome
      if front == .screen, var terminal = screen {
        var form = FormScreen(session, words: words, desk: desk(for: open), glossary: try survey.glossary())
        outcome = form.run(at: &terminal, telling: notices)
        notices = []
        session = form.session
        for line in form.farewell { lines.write(line + "\n") }
      } else {
        sayNotices()
        var form = LineForm(session, at: lines, words: words, desk: desk(for: open))
        outcome = form.run(introducing: isFirst, tellingOfMenu: !knowsMenu)
        knowsMenu = true
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

  /// Says something before the form: at once where lines are written, else as soon as the screen shows the form.
  mutating func tell(_ notice: String) {
    notices.append(notice)
    if front == .lines { sayNotices() }
  }

  private mutating func sayNotices() {
    for notice in notices { complain(notice) }
    notices = []
  }

  // MARK: - Welcome

  private mutating func welcome(_ drafts: [Draft], sent: [Response]) throws(Failure) -> DraftChoice {
    var summaries: [DraftSummary] = []
    for draft in drafts {
      let session = try session(of: draft)
      summaries.append(DraftSummary(session: session, lastSaved: draft.lastTime, isHeld: draft.isHeld))
    }
    let sent = try sent.map { response throws(Failure) in try summary(of: response) }
    while true {
      if front == .screen, var terminal = screen {
        var welcome = WelcomeScreen(words: words, drafts: summaries, sent: sent, speaking: speaking)
        let choice = welcome.run(at: &terminal)
        words = welcome.words
        if choice == .leave { terminal.leave() }
        guard choice == .goesOver else { return choice }
        terminal.leave()
        front = .lines
        sayNotices()
      } else if summaries.isEmpty, sent.isEmpty {
        return .new
      } else if lines.isInteractive {
        return LineForm.choose(among: summaries, sent: sent, at: &lines, words: words)
      } else {
        complain(words.say(.draftsFound))
        complain(words.say(.draftHint, ["command": command("--resume")]))
        return .new
      }
    }
  }

  /// What a person sees of a response: the form as a correction of it would begin.
  private func summary(of response: Response) throws(Failure) -> SentSummary {
    let now = try Present.now()
    let startedAt = response.startedAt ?? now
    let session = FormSession(
      survey.questionnaire, id: response.id, startedAt: startedAt,
      localOffset: Present.localOffset(at: startedAt), correcting: response)
    return SentSummary(session: session, sentAt: response.submittedAt, receipt: Receipt(for: response.id))
  }
}
