internal import ArgumentParser
internal import Glibc

@main
struct Iscm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iscm",
    abstract: "Surveys of inter-State consultation mechanisms on migration: questionnaires, answers, figures.",
    discussion: """
      A questionnaire is named by its folder in Questionnaires, or by a path to an XLSForm file.

        iscm list
        iscm fill gcm-review-2018
        iscm tally gcm-review-2018 position --who

      Exit: 0 done; 1 done, but something waits or disagrees; 2 the input cannot be used; 3 saved, not \
      submitted; 4 a commit failed, nothing was written; 64 wrong usage; 128+n ended by a signal.
      """,
    version: "0.1.0",
    subcommands: [Check.self, Fill.self, List.self, Report.self, Show.self, TallyCommand.self])

  static func main() {
    // A limit on the size of files (ulimit -f) is told as an error; it does not end us in the middle of a write.
    signal(SIGXFSZ, SIG_IGN)
    main(nil)
  }
}
