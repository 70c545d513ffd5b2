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

  /// Draws all of it, while something else is done.
  ///
  /// - Parameter meanwhile: What is done beside it; the workers come to their end also where that throws.
  /// - Returns: What that gives, and the files, in the order of the drawings, however many workers there were.
  /// - Throws: What that throws; else `Failure` where the worker is not there, or with all that it cannot draw.
  func files<Other>(
    while meanwhile: () throws(Failure) -> Other
  ) throws(Failure) -> (Other, [(name: String, bytes: [UInt8])]) {
    let result = Mutex<Result<[(name: String, bytes: [UInt8])], Failure>>(.success([]))
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      do throws(Failure) {
        let files = try files()
        result.withLock { $0 = .success(files) }
      } catch {
        result.withLock { $0 = .failure(error) }
      }
    }
    let other: Result<Other, Failure>
    do throws(Failure) { other = .success(try meanwhile()) } catch { other = .failure(error) }
    group.wait()
    return (try other.get(), try result.withLock { $0 }.get())
  }

  private func files() throws(Failure) -> [(name: String, bytes: [UInt8])] {
    if drawings.isEmpty { return [] }
    let program = try Self.program()
    let drawn = Mutex<[Int: [Drawn]]>([:])
    // The last is the report, which takes longest: it comes first.
    let waiting = Mutex(Array(drawings.indices))
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let workers = min(processors, Self.mostWorkers, drawings.count / Self.drawingsPerWorker + 1)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var worker = Worker(program)
      while let number = waiting.withLock({ $0.popLast() }) {
        let result = Self.drawn(drawings[number], by: &worker)
        drawn.withLock { $0[number] = result }
      }
    }
    return try collected(drawn.withLock { $0 })
  }

  /// What came of a file.
  private enum Drawn {
    case made([UInt8])
    case refused(reason: String)
  }

  /// The files, or for each reason why some were not made a line.
  private func collected(_ results: [Int: [Drawn]]) throws(Failure) -> [(String, [UInt8])] {
    var files: [(String, [UInt8])] = []
    var refusals: [(reason: String, names: [String])] = []
    for (number, drawing) in drawings.enumerated() {
      let result = results[number] ?? drawing.names.map { _ in .refused(reason: "no worker took it") }
      for (name, drawn) in zip(drawing.names, result) {
        switch drawn {
        case .made(let bytes): files.append((name, bytes))
        case .refused(let reason):
          if let known = refusals.firstIndex(where: { $0.reason == reason }) {
            refusals[known].names.append(name)
          } else {
            refusals.append((reason, [name]))
          }
        }
      }
    }
    if refusals.isEmpty { return files }
    throw Failure(
      .commitFailed,
      refusals.map { reason, names in
        let others = names.count > 4 ? " and \(names.count - 4) more" : ""
        return "\(names.prefix(4).joined(separator: ", "))\(others): not drawn: \(reason)"
      })
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

  /// What a worker makes of a drawing: of its files one after the other, so that their texts are laid out once.
  private static func drawn(_ drawing: ReportFiles.Drawing, by worker: inout Worker) -> [Drawn] {
    drawing.definitions.map { drawn($0, by: &worker) }
  }

  private static func drawn(_ definition: [[String]], by worker: inout Worker) -> Drawn {
    var writer = CSVWriter(lineEnd: .lf)
    do {
      for record in definition { try writer.append(record: record) }
      let answer = try worker.answer(to: writer.takeBytes())
      guard case .answered(let bytes) = answer else { return .refused(reason: answer.refusal ?? "") }
      return .made(bytes)
    } catch {
      return .refused(reason: "\(error)")
    }
  }
}
