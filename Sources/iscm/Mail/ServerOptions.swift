internal import ArgumentParser
internal import Mailbox
internal import Survey

/// Whose servers are believed: what `import` and `review` share.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A mail server of our own, whose Received and Authentication-Results are believed; also a row server,NAME of "
        + "senders.csv.", valueName: "name"))
  var server: [String] = []
}

extension ProjectSurvey {
  /// The files in which it is noted what became of mails.
  var records: Records { Records(answers) }

  /// What decides of mails, with the servers that are believed.
  ///
  /// - Parameter named: Servers beside those of `senders.csv`.
  /// - Returns: The rules, and all servers that are believed.
  /// - Throws: `Failure` with all that is wrong with the list of senders.
  func settling(_ named: ServerOptions) throws(Failure) -> (settling: Settling, servers: Set<String>) {
    do {
      let senders = try records.senders()
      let servers = senders.servers.union(named.server.map { $0.lowercased() })
      let identifying = Identifying(register: records.register, senders: senders, servers: servers)
      return (Settling(questionnaire, identifying: identifying), servers)
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// Why mails cannot be decided of.
  init(_ error: RecordsError) {
    self.init(error.isFailedCommit ? .commitFailed : .unusableInput, error.lines)
  }
}
