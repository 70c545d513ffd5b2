internal import ArgumentParser
internal import Glibc

/// Where the process begins.
@main
enum Process {
  static func main() {
    // A full disk, a file limit and a reader that goes away are errors that are told, not ends without a word.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    Iscm.main()
  }
}

/// `iscm`.
struct Iscm: ParsableCommand {
  /// The version of the program.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "iscm",
    abstract:
      "Surveys of inter-State consultation mechanisms on migration: questionnaires, answers, figures.",
    discussion: """
      A questionnaire is named by its folder in Questionnaires, or by a path to an XLSForm file.

        iscm list
        iscm fill gcm-review-2018
        iscm tally gcm-review-2018 position --who

      Exit: 0 done; 1 done, but something waits or disagrees; 2 the input cannot be used; 3 saved, not \
      submitted; 4 a commit failed, nothing was written; 64 wrong usage; 128+n ended by a signal.
      """,
    version: version,
    subcommands: [
      AuditCommand.self, Blank.self, Check.self, Code.self, ConvertCommand.self, ExportCommand.self,
      Fill.self, Import.self,
      List.self, Report.self, ReviewCommand.self, Show.self, Status.self, TallyCommand.self,
    ])
}
