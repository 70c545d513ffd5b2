internal import Glibc

/// The worker that makes documents in formats that need libraries: `iscm` itself loads none of them.
///
/// Standard input: the length of a document's definition in decimal, a line feed, the definition (CSV); standard
/// output: the length of the document, a line feed, the document. So on, until the input ends. The first record of
/// a definition names the format, `docx` or `pdf`.
@main
enum Process {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    limit()
    do {
      while let definition = try Frames.next() { Frames.write(try Document.bytes(of: definition)) }
    } catch {
      let line = Array("\(error)\n".utf8)
      write(STDERR_FILENO, line, line.count)
      exit(1)
    }
  }

  /// No more than 1 GB, and no more than 20 seconds of work: what is written is small.
  private static func limit() {
    var memory = rlimit(rlim_cur: 1 << 30, rlim_max: 1 << 30)
    var time = rlimit(rlim_cur: 20, rlim_max: 20)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &time)
  }
}
