internal import ArgumentParser
internal import Mailbox
internal import ResponseFiles
internal import Survey

/// `iscm import`: what came back by mail.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Import answers that came back by e-mail, or the filled forms themselves.",
    discussion: """
      A source is a mail (.eml), an mbox, a Maildir, a folder of mails and forms, or a form. It is only read. Every \
      mail is kept to the byte, and has a row in mail-ledger.csv. What is not certain waits for a person: iscm \
      review. A second run over the same mails changes nothing.

      Responses/QUESTIONNAIRE/senders.csv says who may send for which mechanism (columns mechanism and address; an \
      address, or @ and a domain; mechanism * for all). A sender who is not in it always waits.

        iscm import gcm-review-2018 mails/ --dry-run
        iscm import gcm-review-2018 inbox.mbox --server mx.example.org

      Exit: 0 all is settled; 1 some waits for a person; 2 a source cannot be read; 4 nothing was stored.
      """)

  @OptionGroup var which: QuestionnaireOptions

  @Argument(help: ArgumentHelp("Mails, mailboxes, folders of them, or forms.", valueName: "source"))
  var sources: [String]

  @Flag(help: "Say what would be done, and write nothing.")
  var dryRun = false

  @OptionGroup var servers: ServerOptions

  func run() throws {
    try conclude {
      let survey = try which.project.value.survey(which.questionnaire, responses: which.responses)
      let (settling, servers) = try survey.settling(servers)
      let items = try items()
      let key = FormKey(survey.questionnaire)
      let arrivals = Arrivals(items, keptIn: dryRun ? nil : survey.answers.originals)
      let deliveries = try arrivals.read { Intake(key, servers: servers) }
      let settlement: Settlement
      let before: Ledger
      do {
        before = try survey.records.ledger()
        settlement = try survey.records.settle(deliveries, by: settling, stores: !dryRun)
      } catch let error as RecordsError {
        throw Failure(error)
      }
      let transcript = Transcript(of: settlement, after: before, survey: survey)
      show(transcript.text(items: items.count, isDryRun: dryRun, columns: terminalColumns))
      return transcript.waiting.isEmpty ? .done : .findings
    }
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
