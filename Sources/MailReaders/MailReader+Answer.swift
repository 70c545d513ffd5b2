internal import Documents
internal import Mails

extension MailReader {
  /// The media type by which a worker is asked to read a mail.
  private static let mediaType = "message/rfc822"

  /// Answers a request as a worker does.
  ///
  /// - Parameter request: What a `WorkerRequest` with the type message/rfc822 and a mail is as bytes.
  /// - Returns: What a `MailBundle` is as bytes.
  public func answer(to request: [UInt8]) -> [UInt8] {
    guard let request = WorkerRequest(payload: request), request.mediaType == Self.mediaType else {
      let detail = "the reader of mails was asked for something else"
      return MailBundle(findings: [Finding(.refused, detail: detail)]).encoded
    }
    return read(request.bytes[...]).encoded
  }
}
