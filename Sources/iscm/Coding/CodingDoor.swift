internal import Calendar
internal import Coding
internal import Glibc
internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// The door for a coder at a terminal, on a full screen or line by line.
struct CodingDoor {
  let survey: ProjectSurvey
  let codebook: ProjectCodebook
  let place: Codebook.Place
  let coder: Coding.Coder
  let words: FormText
  /// The front-end that was asked for by name.
  let asked: Front?

  /// Shows the answers.
  ///
  /// - Parameter all: Whether those too that the coder has coded.
  /// - Returns: That all is coded, or that answers wait.
  /// - Throws: `Failure` where files cannot be read, or no front-end can be shown here.
  func code(all: Bool) throws(Failure) -> Outcome {
    let (rows, _, findings) = try survey.codingsNow()
    for finding in findings { complain("\(finding)") }
    let items = try survey.currentResponses().compactMap { item(of: $0) }
    var session = CodingSession(
      items, at: place, by: coder, codebook: codebook.codebook, codings: Codings(rows), all: all)
    if session.items.isEmpty {
      show(words.say(.codingNothing, ["coder": coder.text]) + "\n")
      return .done
    }
    let front = try Front.chosen(asked: asked)
    let input = StandardInput()
    let outcome: CodingOutcome
    if front == .screen, var terminal = try? CursesTerminal(input: input) {
      var screen = CodingScreen(session, words: words, desk: desk)
      outcome = screen.run(at: &terminal)
      session = screen.session
    } else {
      var lines = CodingLines(session, at: SystemTerminal(input: input), words: words, desk: desk)
      outcome = lines.run()
      session = lines.session
    }
    if case .ended(let signal) = outcome { exit(128 + signal) }
    let counts: KeyValuePairs = [
      "coder": coder.text, "coded": String(session.codedCount), "total": String(session.items.count),
    ]
    show(words.say(.codingDone, counts) + "\n")
    return session.codedCount == session.items.count ? .done : .findings
  }

  private func item(of stored: StoredResponse) -> CodingSession.Item? {
    guard case .answered(.text(let text)) = stored.response[place.question] else { return nil }
    return CodingSession.Item(
      response: stored.response.id, who: survey.respondent(of: stored.response) { words.text($0) },
      text: text,
      file: stored.file.split(separator: "/").last.map(String.init) ?? stored.file, line: stored.line)
  }

  private var desk: CodingDesk {
    CodingDesk(
      record: { row in
        do throws(ResponseFileError) {
          try survey.answers.append(codings: [row])
        } catch {
          throw Failure(.commitFailed, "\(error)")
        }
      },
      addCode: { _, label in
        try survey.changing(codebook) { now in
          let (grown, code) = now.adding(label, at: place)
          return (grown, (grown, code))
        }
      }, now: { (try? Present.now()) ?? Instant(secondsSinceEpoch: 0) })
  }
}
