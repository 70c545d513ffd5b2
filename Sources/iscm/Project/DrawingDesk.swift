internal import CSV
internal import Dispatch
internal import Glibc
internal import Reports
internal import Synchronization
internal import Workers

/// The pictures and documents of a report, drawn by workers `iscm-draw` side by side, each for one after the other.
struct DrawingDesk {
  /// A worker that has to be started is worth its while for so many drawings.
  private static let drawingsPerWorker = 4
  private static let mostWorkers = 8

  private let drawings: [ReportFiles.Drawing]

  /// Takes what is to be drawn.
  init(_ drawings: [ReportFiles.Drawing]) { self.drawings = drawings }

  /// Draws all of it.
  ///
  /// - Returns: The files, in the order of the drawings, however many workers there were.
  /// - Throws: `Failure` where the worker is not there, or with all that it cannot draw.
  func files() throws(Failure) -> [(name: String, bytes: [UInt8])] {
    if drawings.isEmpty { return [] }
    let program = try Self.program()
    let drawn = Mutex<[Int: Result<[UInt8], Failure>]>([:])
    // The last is the report, which takes longest: it comes first.
    let waiting = Mutex(Array(drawings.indices))
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let workers = min(processors, Self.mostWorkers, drawings.count / Self.drawingsPerWorker + 1)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var worker = Worker(program)
      while let number = waiting.withLock({ $0.popLast() }) {
        let result = Result { () throws(Failure) in try Self.bytes(of: drawings[number], from: &worker) }
        drawn.withLock { $0[number] = result }
      }
    }
    return try collected(drawn.withLock { $0 })
  }

  private func collected(_ results: [Int: Result<[UInt8], Failure>]) throws(Failure) -> [(String, [UInt8])] {
    var files: [(String, [UInt8])] = []
    var failures: [Failure] = []
    for (number, drawing) in drawings.enumerated() {
      switch results[number] {
      case .success(let bytes): files.append((drawing.name, bytes))
      case .failure(let failure): failures.append(failure)
      case nil: failures.append(Failure(.commitFailed, "iscm-draw: \(drawing.name) was not made"))
      }
    }
    guard let first = failures.first else { return files }
    throw Failure(first.outcome, failures.flatMap(\.lines))
  }

  private static func program() throws(Failure) -> WorkerProgram {
    do {
      var program = try WorkerProgram(beside: "iscm-draw")
      // A first drawing waits for the system to look its fonts through.
      program.seconds = 60
      return program
    } catch {
      throw Failure(
        .commitFailed,
        "\(error); it draws png and pdf, and the other kinds of files can be had without it: name them with --format"
      )
    }
  }

  private static func bytes(
    of drawing: ReportFiles.Drawing, from worker: inout Worker
  ) throws(Failure) -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    let answer: WorkerAnswer
    do {
      for record in drawing.records { try writer.append(record: record) }
      answer = try worker.answer(to: writer.takeBytes())
    } catch {
      throw Failure(.commitFailed, "\(drawing.name): \(error)")
    }
    return try answer.bytes(of: "iscm-draw", for: drawing.name)
  }
}
