/// What came of a document that was given to a worker.
public enum WorkerAnswer: Sendable, Hashable {
  /// The bytes of its answer.
  case answered([UInt8])
  /// It ended before it had answered; what it wrote last to its standard error says more.
  case died(WorkerEnd, errors: String)
  /// It had no answer in time, and was killed.
  case timedOut(seconds: Double)
  /// It wanted more memory than it may have.
  case outOfMemory(limit: Int)
  /// What it wrote is no answer, and it was killed.
  case garbled(String)
}

/// How a process ended.
public enum WorkerEnd: Sendable, Hashable {
  /// By itself, with an exit code.
  case exit(Int32)
  /// By a signal.
  case signal(Int32)

  /// Reads a status of waitpid(2).
  init(status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exit(status >> 8 & 0xff) : .signal(signal)
  }
}

extension WorkerAnswer: CustomStringConvertible {
  /// What happened, for a finding: `the worker died of signal 11`.
  public var description: String {
    switch self {
    case .answered(let bytes): "the worker answered \(bytes.count) bytes"
    case .died(.exit(let code), _): "the worker ended with exit code \(code)"
    case .died(.signal(let signal), _): "the worker died of signal \(signal)"
    case .timedOut(let seconds): "the worker took more than \(seconds) seconds"
    case .outOfMemory(let limit): "the worker wanted more than \(limit >> 20) MB of memory"
    case .garbled(let detail): "the worker answered wrongly: \(detail)"
    }
  }
}

extension WorkerAnswer {
  /// What a worker's end means.
  ///
  /// Libraries say in their own ways that there is no memory left, and then end as if they had crashed; some say
  /// nothing. A program that grows asks for twice of what it has, and so dies with half of what it may have.
  ///
  /// - Parameters:
  ///   - end: How it ended.
  ///   - errors: What it wrote last to its standard error.
  ///   - peak: The most bytes that it had in memory at once.
  ///   - limit: How many it may have.
  /// - Returns: That it died, or that it had no memory left.
  static func ended(_ end: WorkerEnd, errors: String, peak: Int, limit: Int) -> WorkerAnswer {
    let said = errors.lowercased()
    let wordings = [
      "allocat", "out of memory", "out of space", "memory exhausted", "bad_alloc", "cannot allocate",
    ]
    if end != .exit(0), peak >= limit / 2 || wordings.contains(where: said.contains) {
      return .outOfMemory(limit: limit)
    }
    return .died(end, errors: errors)
  }
}
