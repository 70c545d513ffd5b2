public import Calendar
public import Coding

/// What a front-end for coders may do beside showing answers.
public struct CodingDesk {
  /// Stores a row so that it survives the process; called before the row takes effect.
  public let record: (Coding) throws -> Void
  /// Adds a code with a label to the codebook's file, and gives the codebook with the code that came.
  public let addCode: (Codebook, String) throws -> (Codebook, Codebook.Code)
  /// The present.
  public let now: () -> Instant

  /// Creates a desk.
  public init(
    record: @escaping (Coding) throws -> Void,
    addCode: @escaping (Codebook, String) throws -> (Codebook, Codebook.Code), now: @escaping () -> Instant
  ) {
    self.record = record
    self.addCode = addCode
    self.now = now
  }
}

/// How the coding of a question ended; every code that was given is stored.
public enum CodingOutcome: Sendable, Equatable {
  /// All answers were looked at, or the coder left.
  case left
  /// SIGINT, SIGTERM or SIGHUP.
  case ended(bySignal: Int32)
}
