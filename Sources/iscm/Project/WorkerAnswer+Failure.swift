internal import Workers

extension WorkerAnswer {
  /// The bytes that a worker answered, or why there are none.
  ///
  /// - Parameters:
  ///   - program: Its name.
  ///   - what: What it was to make: `the document`.
  /// - Returns: The bytes.
  /// - Throws: `Failure` with what it said last.
  func bytes(of program: String, for what: String) throws(Failure) -> [UInt8] {
    switch self {
    case .answered(let bytes): return bytes
    case .died(_, let errors) where !errors.isEmpty:
      let reason = errors.split(separator: "\n").joined(separator: "; ")
      throw Failure(.commitFailed, "\(program): \(what) was not made: \(reason)")
    case .died, .timedOut, .outOfMemory, .garbled:
      throw Failure(.commitFailed, "\(program): \(what) was not made: \(self)")
    }
  }
}
