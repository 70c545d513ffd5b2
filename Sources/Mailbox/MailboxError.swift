public import ResponseFiles

/// Why a source cannot be read at all.
public enum MailboxError: Error, Sendable, Hashable {
  /// The system refused.
  case refused(path: String, SystemReason)
  /// The file became shorter while it was read.
  case shrunk(path: String, expected: Int, found: Int)
  /// It is neither a file nor a folder.
  case special(path: String)
}

extension MailboxError: CustomStringConvertible {
  /// The problem in one line.
  public var description: String {
    switch self {
    case .refused(let path, let reason): "\(path): cannot be read (\(reason)); check the path and whose it is"
    case .shrunk(let path, let expected, let found):
      """
      \(path): became shorter while it was read: found \(found) bytes, expected \(expected); close the mail program \
      and try again
      """
    case .special(let path):
      "\(path): found a device, a pipe or a socket, expected a file or a folder; copy the mails to a folder"
    }
  }
}
