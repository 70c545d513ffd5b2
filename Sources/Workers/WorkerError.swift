internal import Glibc

/// Why a worker could not be started: then no document can be read, and none is at fault.
public struct WorkerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The program.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// Creates an error.
  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// The system's own text: `No such file or directory`.
  public var reason: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
      guard let start = text.baseAddress else { return "error \(code)" }
      text.initialize(repeating: 0)
      return strerror_r(code, start, text.count) == 0 ? String(cString: start) : "error \(code)"
    }
  }

  /// The problem in one line.
  public var description: String {
    "\(path): cannot be started (\(reason)); install the program again with all its parts"
  }
}
