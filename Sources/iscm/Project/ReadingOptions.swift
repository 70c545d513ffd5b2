internal import Analysis
internal import ArgumentParser

/// With what effort large response files are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many threads read a large response file; as many as there are processors where nothing is said.",
      valueName: "number"))
  var threads: Int?

  @Flag(
    name: .customLong("no-sidecar"),
    help: ArgumentHelp(
      "Neither use nor make the columns that are kept beside a large response file.",
      discussion:
        "They stand in a file of its name with .columns behind it; whoever deletes it loses nothing."))
  var noSidecar = false

  func validate() throws {
    guard let threads, threads < 1 else { return }
    throw ValidationError("--threads \(threads): at least one thread reads; write a number from 1 on")
  }

  /// The effort; on a terminal it is told how far the reading is.
  var effort: ReadingEffort {
    var effort = ReadingEffort(threads: threads ?? ReadingEffort.processors)
    effort.keepsColumns = !noSidecar
    effort.notice = { complain($0.description) }
    if let folder = Present.environment("TMPDIR"), !folder.isEmpty { effort.folderForRows = folder }
    if PassingLine.isPossible {
      let progress = ReadingProgress()
      effort.progress = { path, done, length in progress.tell(path, done, of: length) }
    }
    return effort
  }
}
