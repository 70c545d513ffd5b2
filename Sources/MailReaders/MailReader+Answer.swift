internal import Documents
internal import Mails

extension MailReader {
  /// Answers a request as a worker does.
  ///
  /// - Parameter request: What `MailRequest` makes of a mail.
  /// - Returns: The bundle as bytes.
  public func answer(to request: [UInt8]) -> [UInt8] {
    guard let mail = MailRequest.mail(request) else {
      return encode(MailBundle(findings: [Finding(.refused, detail: "the worker was asked something else")]))
    }
    return encode(read(mail))
  }

  private func encode(_ bundle: MailBundle) -> [UInt8] {
    do {
      return try bundle.encoded()
    } catch {
      let finding = Finding(.broken, detail: "the mail has a header that cannot be handed over: \(error)")
      return (try? MailBundle(findings: [finding]).encoded()) ?? []
    }
  }
}
