internal import Analysis
internal import ArgumentParser
internal import Glibc
internal import Synchronization

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
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var effort = ReadingEffort(threads: threads ?? processors)
    effort.keepsColumns = !noSidecar
    effort.notice = { complain($0.description) }
    if isatty(STDERR_FILENO) == 1 {
      let line = ProgressLine()
      effort.progress = { done, length in line.tell(done, of: length) }
    }
    return effort
  }
}

/// A line of a terminal that says how far something is, from a third of a second on; it is gone when that is done.
private final class ProgressLine: Sendable {
  private let begin = ContinuousClock.now
  private let shown = Mutex<Int?>(nil)

  func tell(_ done: Int, of length: Int) {
    guard begin.duration(to: .now) > .milliseconds(300) else { return }
    shown.withLock { shown in
      let percent = length > 0 ? done * 100 / length : 100
      if done >= length {
        if shown != nil { complain(raw: "\r\u{1B}[K") }
        shown = nil
      } else if shown != percent {
        complain(raw: "\r\u{1B}[K\(percent) %")
        shown = percent
      }
    }
  }
}
