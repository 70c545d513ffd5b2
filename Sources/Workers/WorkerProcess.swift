internal import CPosix
internal import Glibc

/// A process of a worker with our ends of its streams.
struct WorkerProcess {
  let id: pid_t
  let input: Int32
  let output: Int32
  let errors: Int32
  /// How many bytes we had in memory when it was started: what is a copy of us until its program runs has as many.
  private let inherited: Int

  /// Starts a program.
  ///
  /// - Throws: Why it cannot be started.
  init(_ program: WorkerProgram) throws(WorkerError) {
    var worker = iscm_worker()
    let code = withCStrings([program.path] + program.arguments) { arguments in
      withCStrings(WorkerProgram.environment) { environment in
        iscm_start_worker(&worker, program.path, arguments, environment, UInt64(program.memory))
      }
    }
    guard code == 0 else { throw WorkerError(path: program.path, code: code) }
    (id, input, output, errors) = (worker.process, worker.input, worker.output, worker.errors)
    inherited = Int(worker.inherited)
  }

  /// Ends the process and all that it started, and closes the streams.
  ///
  /// - Returns: How it ended, and the most bytes that it had in memory at once, 0 where it had fewer than we when it was
  ///   started; nothing where that is not known.
  @discardableResult
  func end() -> (end: WorkerEnd, peak: Int)? {
    // It leads a session and so a group of its own: what it started goes with it. A process that has ended already
    // keeps its id until it is waited for, so this meets nobody else.
    kill(-id, SIGKILL)
    kill(id, SIGKILL)
    close(input)
    close(output)
    close(errors)
    var status: Int32 = 0
    var usage = rusage()
    while true {
      if wait4(id, &status, 0, &usage) == id { break }
      if errno != EINTR { return nil }
    }
    let peak = Int(usage.ru_maxrss) << 10
    // Other threads of ours may have taken more between the look at it and the start.
    return (WorkerEnd(status: status), peak > inherited + inherited / 4 + (8 << 20) ? peak : 0)
  }

  /// Whether it has ended, without taking note of it.
  var hasEnded: Bool {
    var info = siginfo_t()
    // Where this program ignores what becomes of its children, there is nothing left to ask after.
    return waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_signo == SIGCHLD
  }
}

/// Lends strings as C has them: an array of addresses that ends with none.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  copies.append(nil)
  defer { for copy in copies { free(copy) } }
  return copies.withUnsafeBufferPointer { room in
    guard let start = room.baseAddress else { preconditionFailure("An array with an element has an address") }
    return body(start)
  }
}
