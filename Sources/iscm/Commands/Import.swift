internal import ArgumentParser
internal import Mailbox
internal import ResponseFiles
internal import Survey

/// `iscm import`: what came back by mail.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import answers that came back by e-mail, filled forms, or a table of another tool.",
    discussion: """
      A source is a mail (.eml), an mbox, a Maildir, a folder of mails and forms, or a form. It is only read. Every \
      mail is kept to the byte, and has a row in mail-ledger.csv. What is not certain waits for a person: iscm \
      review. A second run over the same mails changes nothing.

      Responses/QUESTIONNAIRE/senders.csv says who may send for which mechanism (columns mechanism and address; an \
      address, or @ and a domain; mechanism * for all). A sender who is not in it always waits.

        iscm import gcm-review-2018 mails/ --dry-run
        iscm import gcm-review-2018 inbox.mbox --server mx.example.org

      With --table, the rows of another tool's workbook (.xlsx) or CSV are responses, as a map says: a CSV file with \
      a line for each column of the table. Its columns are question, layout and column; layout is column (a text, a \
      number, a date, one choice), codes or labels (several choices, with a delimiter), one-hot (a column a choice, \
      with its true and false), identifier, submitted, submitted-by, language, or ignore. An error in the map or \
      between it and the table lists all problems, and nothing is stored; a row with a doubt waits for a person.

        iscm import gcm-review-2018 --table answers.xlsx --map map.csv --dry-run

        question,layout,column,choice,true,false,delimiter,format,zone
        ,identifier,Response ID
        ,submitted,Completed,,,,,dd/mm/yyyy hh:mm,+02:00
        iscm,column,Mechanism
        themes,one-hot,Theme 1,theme_1,Yes,No
        objectives,labels,Objectives,,,,;
        ,ignore,IP address

      Exit: 0 all is settled; 1 some waits for a person; 2 a source cannot be read, or a table and its map do not \
      fit; 4 nothing was stored.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Argument(help: ArgumentHelp("Mails, mailboxes, folders of them, or forms.", valueName: "source"))
  var sources: [String] = []

  @Option(help: ArgumentHelp("A workbook (.xlsx) or CSV with a response in each row.", valueName: "file"))
  var table: String?

  @Option(help: ArgumentHelp("What the columns of the table hold.", valueName: "file"))
  var map: String?

  @Flag(help: "Say what would be done, and write nothing.")
  var dryRun = false

  @OptionGroup var servers: ServerOptions

  func validate() throws {
    if table == nil, map == nil, sources.isEmpty {
      throw ValidationError("Name a source, or a table with --table and its --map.")
    }
    if table != nil || map != nil, !sources.isEmpty || !servers.server.isEmpty {
      throw ValidationError("--table and --map go without sources and --server.")
    }
    if (table == nil) != (map == nil) { throw ValidationError("--table and --map go together.") }
  }

  func run() throws {
    try conclude {
      if let table, let map { return try importTable(table, by: map) }
      let survey = try which.project.value.survey(which.questionnaire, responses: which.responses)
      if !dryRun { try survey.refuseConflicts() }
      survey.tellOfStrayResponses()
      let (settling, servers) = try survey.settling(servers)
      let items = try items()
      let key = FormKey(survey.questionnaire)
      let arrivals = Arrivals(items, keptIn: dryRun ? nil : survey.answers.originals)
      let deliveries = try arrivals.read { Intake(key, servers: servers) }
      return try settle(deliveries, by: settling, of: survey, .mails(items.count))
    }
  }

  /// Takes the rows of a table.
  private func importTable(_ table: String, by map: String) throws(Failure) -> Outcome {
    let survey = try which.project.value.survey(which.questionnaire, responses: which.responses)
    if !dryRun { try survey.refuseConflicts() }
    survey.tellOfStrayResponses()
    let (settling, _) = try survey.settling(servers)
    var desk = TableDesk(survey.questionnaire)
    let arrival = try desk.read(table, by: map)
    if !dryRun {
      do { try survey.answers.originals.keep(arrival.originals) } catch {
        throw Failure(.commitFailed, "\(error)")
      }
    }
    return try settle([arrival.delivery], by: settling, of: survey, .rows(arrival.delivery.letters.count))
  }

  /// Decides of what came in, stores what follows unless nothing shall be written, and says so.
  private func settle(
    _ deliveries: [Delivery], by settling: Settling, of survey: ProjectSurvey, _ count: Transcript.Count
  ) throws(Failure) -> Outcome {
    let settlement: Settlement
    let before: Ledger
    do {
      before = try survey.records.ledger()
      settlement = try survey.records.settle(deliveries, by: settling, stores: !dryRun)
    } catch {
      throw Failure(error)
    }
    let transcript = Transcript(of: settlement, after: before, survey: survey)
    show(transcript.text(count, isDryRun: dryRun, columns: terminalColumns))
    for line in transcript.remarks { complain(line) }
    return transcript.waiting.isEmpty ? .done : .findings
  }

  /// All that stands in the sources.
  private func items() throws(Failure) -> [MailItem] {
    var items: [MailItem] = []
    for source in sources {
      do {
        let found = try MailSource(source)
        items += found.items
        for skipped in found.skipped where skipped.reason != .hidden {
          complain("\(skipped.path): passed over (\(skipped.reason.words))")
        }
        if found.items.isEmpty { complain("\(source): found no mail and no form") }
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
    }
    return items
  }
}

extension MailSource.Skipped.Reason {
  fileprivate var words: String {
    switch self {
    case .link: "a symbolic link; name what it leads to as a source of its own"
    case .special: "a device, a pipe or a socket"
    case .hidden: "a hidden file"
    case .unfinished: "mails that are still being delivered"
    case .innerMaildir: "a folder of the mail program; name it as a source of its own"
    }
  }
}
