internal import Documents

/// A worker that is asked one document after the other, and is started anew when it has died.
///
/// ```swift
/// var worker = Worker(program)
/// switch try worker.answer(to: mail) { … }
/// ```
///
/// It is started with the first document, and killed with this value.
public struct Worker: ~Copyable {
  private let program: WorkerProgram
  private var process: WorkerProcess?

  /// Takes a program that is not yet started.
  ///
  /// - Parameter program: What to start, and what it is allowed.
  public init(_ program: WorkerProgram) { self.program = program }

  deinit { process?.end() }

  /// Gives a document to the worker and waits for its answer.
  ///
  /// Whatever the worker does, this comes back in the time that a document may take; a worker that did not answer
  /// is gone, and the next document meets a new one.
  ///
  /// - Parameter document: What it is given, in one frame.
  /// - Returns: Its answer, or what became of it.
  /// - Throws: Why it cannot be started.
  public mutating func answer(to document: [UInt8]) throws(WorkerError) -> WorkerAnswer {
    let running: WorkerProcess
    if let process {
      running = process
    } else {
      running = try WorkerProcess(program)
    }
    var exchange = Exchange(running, sending: Frame.encoded(document), program)
    let answer = exchange.run()
    if case .answered = answer {
      process = running
    } else {
      process = nil
    }
    return answer
  }

  /// The process that waits for the next document, if one does.
  package var processID: Int32? { process?.id }
}
