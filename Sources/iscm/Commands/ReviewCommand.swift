internal import ArgumentParser
internal import Glibc
internal import Mailbox
internal import Survey

/// `iscm review`: what a person must decide of mails.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Look at mails that wait for a person, and decide of them.",
    discussion: """
      Without a number, all that waits is listed by reason. With one, each question stands beside what was found in \
      the mail and what was answered before; at a terminal, decisions are then asked for line by line.

        iscm review gcm-review-2018
        iscm review gcm-review-2018 7
        iscm review gcm-review-2018 7 edit position yes
        iscm review gcm-review-2018 7 mechanism prague
        iscm review gcm-review-2018 7 accept

      \(ReviewEntry.help)
      Exit: 0 nothing waits, or it is settled now; 1 it waits; 2 it cannot be decided so; 4 nothing was stored.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Argument(help: ArgumentHelp("What to look at, by its number in the list.", valueName: "number"))
  var number: Int?

  @Argument(help: ArgumentHelp("What to decide.", valueName: "decision"))
  var decision: [String] = []

  @Flag(help: "The same as the decision reopen.")
  var reopen = false

  @Option(
    help: ArgumentHelp("Who decides; the name of the account where it is not given.", valueName: "name"))
  var reviewer: String?

  @OptionGroup var servers: ServerOptions

  func validate() throws {
    if reopen, !decision.isEmpty { throw ValidationError("--reopen goes without another decision.") }
    if reopen, number == nil { throw ValidationError("--reopen needs the number of what to reopen.") }
  }

  func run() throws {
    try conclude {
      let survey = try which.project.value.survey(which.questionnaire, responses: which.responses)
      let (settling, servers) = try survey.settling(servers)
      var desk = ReviewDesk(
        survey: survey, settling: settling, servers: servers,
        reviewer: reviewer ?? Present.environment("ISCM_REVIEWER") ?? Present.environment("USER") ?? "")
      guard let number else {
        let (text, waits) = try desk.list(columns: terminalColumns)
        show(text)
        return waits ? .findings : .done
      }
      let words = reopen ? ["reopen"] : decision
      if !words.isEmpty { return try decide(words, of: number, at: &desk) }
      show(try desk.sheet(of: desk.row(number), number: number, columns: terminalColumns))
      return try isatty(STDIN_FILENO) == 1 ? ask(of: number, at: &desk) : outcome(of: desk.row(number))
    }
  }

  /// Does what a person said.
  private func decide(_ words: [String], of number: Int, at desk: inout ReviewDesk) throws(Failure) -> Outcome
  {
    let row = try desk.row(number)
    guard
      case .decide(let verdict, let question, let value) = try ReviewEntry(words, in: desk.survey, desk.key)
    else {
      return outcome(of: row)
    }
    let became = try desk.decide(verdict, on: question, value: value, of: row)
    tell(of: became, number: number)
    return outcome(of: became.row)
  }

  /// Asks what to decide, line by line, until it is settled or left.
  private func ask(of number: Int, at desk: inout ReviewDesk) throws(Failure) -> Outcome {
    show("\n" + ReviewEntry.help)
    while true {
      show("> ")
      guard let typed = readLine() else { break }
      do throws(Failure) {
        let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
        switch try ReviewEntry(words, in: desk.survey, desk.key) {
        case .skip, .quit: return outcome(of: try desk.row(number))
        case .show: show(try desk.sheet(of: desk.row(number), number: number, columns: terminalColumns))
        case .decide(let verdict, let question, let value):
          let became = try desk.decide(verdict, on: question, value: value, of: desk.row(number))
          tell(of: became, number: number)
          if became.row.isSettled { return .done }
        }
      } catch {
        if error.outcome == .commitFailed { throw error }
        for line in error.lines { complain(line) }
      }
    }
    return outcome(of: try desk.row(number))
  }

  /// Says what became of it, and what the questionnaire could not work out.
  private func tell(of became: (row: LedgerRow, faults: FaultCounts), number: Int) {
    show(line(of: became.row, number: number))
    for line in became.faults.lines { complain(line) }
  }

  private func line(of row: LedgerRow, number: Int) -> String {
    var line = "\(number)  \(row.status.rawValue)"
    if let response = row.response, row.status == .imported { line += "  \(Receipt(for: response))" }
    if !row.reason.isEmpty { line += "  \(row.reasonCode): \(row.reason)" }
    return line.onOneLine + "\n"
  }

  private func outcome(of row: LedgerRow) -> Outcome { row.isSettled ? .done : .findings }
}
