internal import Tables
internal import Workers
internal import XLSForm

/// Questionnaires that are workbooks, and lists of choices in XML, read by the worker `iscm-extract`.
enum WorkbookDesk {
  /// What a form has in a worker: more is no form.
  private static let memory = 1 << 29

  /// Unpacks a workbook.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Its sheets, or why there are none.
  /// - Throws: Why the worker read nothing.
  static func read(_ bytes: [UInt8]) throws(FormProblem.FileFault) -> ReadBook {
    try read(bytes, as: "form")
  }

  /// Reads a list of choices in XML.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: One sheet with the list, or why there is none.
  /// - Throws: Why the worker read nothing.
  static func readList(_ bytes: [UInt8]) throws(FormProblem.FileFault) -> ReadBook {
    try read(bytes, as: "list")
  }

  private static func read(_ bytes: [UInt8], as what: String) throws(FormProblem.FileFault) -> ReadBook {
    let answer: WorkerAnswer
    do throws(WorkerError) {
      var program = try WorkerProgram(beside: "iscm-extract", arguments: [what])
      program.memory = memory
      var worker = Worker(program)
      answer = try worker.answer(to: bytes)
    } catch {
      throw .noReader(reason: "\(error)")
    }
    switch answer {
    case .answered(let reply):
      guard let book = ReadBook(payload: reply) else {
        throw .noReader(reason: "the worker's answer cannot be understood; install iscm and its workers anew")
      }
      return book
    case .timedOut, .outOfMemory: throw .noWorkbook(.tooMuch(detail: "\(answer)"))
    case .died, .garbled: throw .noWorkbook(.broken(detail: "\(answer)"))
    }
  }
}
