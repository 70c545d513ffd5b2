public import Documents

internal import Workers

/// The reader of documents in a process of its own, as the rest of the program meets it.
///
/// Plain text and CSV are read here: there is nothing in them to be afraid of. Word's format before 2007 and RTF go
/// through LibreOffice first, and what it makes of them is read as any other document.
public struct DocumentWorker: ~Copyable {
  private var worker: Worker?
  private let office: OfficeWorker
  private let bodies: KnownBodies
  /// How many documents LibreOffice has kept waiting until it was ended.
  private var lateCount = 0

  /// After how many of them it is given no more: one who sends many must not hold all the others up.
  package static let latest = 3

  /// Takes the program that reads documents, where it is installed.
  ///
  /// - Parameter bodies: What is known of other documents; workers of one batch share it.
  public init(knowing bodies: KnownBodies = KnownBodies()) {
    self.init(office: OfficeWorker(), knowing: bodies)
  }

  /// Takes the program that reads documents, and LibreOffice.
  package init(office: OfficeWorker, knowing bodies: KnownBodies = KnownBodies()) {
    self.office = office
    self.bodies = bodies
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
    let extract = readDirectly(bytes, name: name, mediaType: mediaType, format: format)
    guard worker != nil, [.doc, .rtf].contains(extract.format),
      extract.findings.contains(where: { $0.kind == .noReader })
    else {
      return extract
    }
    return convert(bytes, extract)
  }

  /// Reads a document that is only read when it was converted.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - unread: What was found out about it without that.
  /// - Returns: What it holds, as a document of its own format; where nothing converts it, why.
  private mutating func convert(_ bytes: [UInt8], _ unread: Extract) -> Extract {
    guard lateCount < Self.latest else {
      return .unread(
        unread.format, .limit,
        "LibreOffice did not come to an end with \(lateCount) documents before this one, and is not asked again; import "
          + "it by itself, or ask for a .docx or .pdf")
    }
    var extract: Extract
    switch office.convert(bytes, from: unread.format) {
    case .converted(let text):
      extract = readDirectly(text, name: "", mediaType: "", format: .odt)
      if extract.format != .odt {
        extract = .unread(
          unread.format, .broken,
          "LibreOffice makes something else of the .\(unread.format.rawValue) than a text of OpenDocument")
      }
    case .late(let finding):
      lateCount += 1
      extract = Extract(format: unread.format, findings: [finding])
    case .failed(let finding): extract = Extract(format: unread.format, findings: [finding])
    }
    extract.format = unread.format
    extract.findings += unread.findings.filter { $0.kind != .noReader }
    return extract
  }

  /// Asks the worker.
  private mutating func readDirectly(
    _ bytes: [UInt8], name: String, mediaType: String, format: Extract.Format
  ) -> Extract {
    guard worker != nil else { return .unread(format, .noReader, "no reader of documents is installed here") }
    let request = WorkerRequest(id: "", name: name, mediaType: mediaType, bytes: bytes)
    let answer: WorkerAnswer?
    do throws(WorkerError) { answer = try worker?.answer(to: request.payload) } catch {
      return .unread(format, .noReader, "\(error)")
    }
    switch answer {
    case .answered(let bytes):
      return WorkerReply(payload: bytes, knowing: bodies)?.extract
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
