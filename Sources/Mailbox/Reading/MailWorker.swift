internal import Documents
public import Mails
public import Workers

/// The reader of mails in a process of its own, as the rest of the program meets it.
public struct MailWorker: ~Copyable {
  private var worker: Worker

  /// How many bytes a mail may have; no server takes as many.
  public static let byteLimit = 1 << 27

  /// Takes the program that reads mails.
  ///
  /// - Parameter program: What to start; nothing for `iscm-mime`, where it is installed.
  /// - Throws: Where there is no such program.
  public init(_ program: WorkerProgram? = nil) throws(WorkerError) {
    if let program {
      worker = Worker(program)
    } else {
      worker = try Worker(WorkerProgram(beside: "iscm-mime"))
    }
  }

  /// Reads one mail.
  ///
  /// - Parameter mail: Its bytes.
  /// - Returns: The mail and those inside it; a mail at which the worker died is a finding, as one that it cannot
  ///   read is.
  /// - Throws: Why the worker cannot be started.
  public mutating func read(_ mail: [UInt8]) throws(WorkerError) -> MailBundle {
    guard mail.count <= Self.byteLimit else {
      return Self.finding(.limit, "the mail has \(mail.count) bytes, more than \(Self.byteLimit)")
    }
    let request = WorkerRequest(id: "", mediaType: "message/rfc822", bytes: mail)
    let answer = try worker.answer(to: request.payload)
    switch answer {
    case .answered(let bytes):
      return MailBundle(encoded: bytes) ?? Self.finding(.broken, "the worker's answer cannot be understood")
    case .timedOut, .outOfMemory: return Self.finding(.limit, answer.description)
    case .died, .garbled: return Self.finding(.broken, answer.description)
    }
  }

  private static func finding(_ kind: Finding.Kind, _ detail: String) -> MailBundle {
    MailBundle(findings: [Finding(kind, detail: detail)])
  }
}
