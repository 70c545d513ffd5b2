internal import CSV
internal import Workers

/// A worker that makes documents, run for one document.
struct DocumentWriter {
  /// The program: `iscm-write`, or `iscm-tables`.
  var worker = "iscm-write"

  /// Makes a document.
  ///
  /// - Parameter definition: What the document is, as records.
  /// - Returns: Its bytes.
  /// - Throws: `Failure` where the worker is not there, or cannot make it; nothing is written then.
  func bytes(of definition: [[String]]) throws(Failure) -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    do {
      for row in definition { try writer.append(record: row) }
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
    let answer: WorkerAnswer
    do {
      var program = try WorkerProgram(beside: self.worker)
      // A first PDF waits for the system to look its fonts through.
      program.seconds = 60
      var worker = Worker(program)
      answer = try worker.answer(to: writer.takeBytes())
    } catch {
      throw Failure(.commitFailed, "\(error)")
    }
    guard case .answered(let bytes) = answer else {
      throw Failure(.commitFailed, "\(self.worker): the document was not made: \(answer.refusal ?? "")")
    }
    return bytes
  }
}
