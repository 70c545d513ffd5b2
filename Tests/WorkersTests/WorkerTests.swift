internal import Glibc
import Testing

@testable import Workers

/// Workers that are scripts of /bin/sh: each does one thing wrong.
@Suite("Programs with limits of their own")
struct WorkerTests {
  /// A worker that does as a script says, with a little time and a little memory.
  static func script(_ text: String, seconds: Double = 10, memory: Int = 1 << 30) -> WorkerProgram {
    var program = WorkerProgram(path: "/bin/sh", arguments: ["-c", text])
    program.seconds = seconds
    program.memory = memory
    return program
  }
}
