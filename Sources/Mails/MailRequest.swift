/// What a worker that reads mails is asked: a record that says so, a line feed, and the mail's bytes.
public enum MailRequest {
  /// The record at the start; a later form of the answers has another number.
  private static let record = Array("\"mail\",\"1\"\n".utf8)

  /// The request for a mail.
  ///
  /// - Parameter mail: Its bytes as it arrived.
  /// - Returns: The record and the bytes.
  public static func encoded(_ mail: [UInt8]) -> [UInt8] { record + mail }

  /// The mail of a request.
  ///
  /// - Parameter request: What arrived.
  /// - Returns: Nothing where something else was asked.
  public static func mail(_ request: [UInt8]) -> ArraySlice<UInt8>? {
    request.starts(with: record) ? request.dropFirst(record.count) : nil
  }
}
