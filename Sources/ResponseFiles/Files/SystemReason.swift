internal import Glibc

/// Why the system refused: the number that it gave, and what it means.
public struct SystemReason: Sendable, Hashable, CustomStringConvertible {
  /// The number, as errno(3) lists it.
  public let code: Int32

  /// Wraps an error number.
  public init(code: Int32) { self.code = code }

  /// The reason of the call that has just failed.
  static var last: SystemReason { SystemReason(code: errno) }

  /// The system's own text: `No space left on device`.
  public var description: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
      guard let start = text.baseAddress else { return "error \(code)" }
      text.initialize(repeating: 0)
      return strerror_r(code, start, text.count) == 0 ? String(cString: start) : "error \(code)"
    }
  }

  /// What a person can do about it.
  var remedy: String {
    switch code {
    case ENOSPC, EDQUOT: "free some space on the disk and try again"
    case EFBIG: "allow larger files (ulimit -f) and try again"
    case EACCES, EPERM: "ask the owner of the folder for the right to do so"
    case EROFS: "use a folder that can be written to"
    case ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG: "check the path"
    case EMFILE, ENFILE: "close other programs and try again"
    default: "try again; if it happens again, have the disk checked"
    }
  }
}
