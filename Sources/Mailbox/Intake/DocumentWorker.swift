public import Documents

internal import Workers

/// The reader of documents in a process of its own, as the rest of the program meets it.
///
/// Plain text and CSV are read here: there is nothing in them to be afraid of.
public struct DocumentWorker: ~Copyable {
  private var worker: Worker?

  /// Takes the program that reads documents, where it is installed.
  public init() {
    if let program = try? WorkerProgram(beside: "iscm-extract") {
      worker = Worker(program)
    } else {
      worker = nil
    }
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - name: What it was called where it came from.
  ///   - mediaType: What it says it is; may be empty.
  ///   - format: What it is taken for where it cannot be read.
  /// - Returns: What it holds; where nothing reads it, why.
  public mutating func read(
    _ bytes: [UInt8], name: String = "", mediaType: String = "", format: Extract.Format
  ) -> Extract {
    if let text = String(validating: bytes, as: UTF8.self) {
      if format == .csv { return Extract(csv: text) }
      if format == .text { return Extract(text: text) }
    }
    guard worker != nil else { return .unread(format, .noReader, "no reader of documents is installed here") }
    let request = WorkerRequest(id: "", name: name, mediaType: mediaType, bytes: bytes)
    let answer: WorkerAnswer?
    do throws(WorkerError) { answer = try worker?.answer(to: request.payload) } catch {
      return .unread(format, .noReader, "\(error)")
    }
    switch answer {
    case .answered(let bytes):
      return WorkerReply(payload: bytes)?.extract
        ?? .unread(format, .broken, "the worker's answer cannot be understood")
    case .timedOut?, .outOfMemory?: return .unread(format, .limit, answer?.description ?? "")
    case .died?, .garbled?: return .unread(format, .broken, answer?.description ?? "")
    case nil: return .unread(format, .noReader, "no reader of documents is installed here")
    }
  }
}

extension Extract {
  /// A document that could not be read.
  fileprivate static func unread(_ format: Format, _ kind: Finding.Kind, _ detail: String) -> Extract {
    Extract(format: format, findings: [Finding(kind, detail: detail)])
  }
}
