/// Why records cannot be read: only where `iscm` and its worker are not of one version.
public struct WireError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The record, from 1.
  public let record: Int
  /// What was found.
  public let found: String

  /// Names a record and what it has.
  ///
  /// - Parameters:
  ///   - record: Which it is, from 1.
  ///   - found: What was found; empty where something is missing.
  public init(record: Int, found: String) {
    self.record = record
    self.found = found
  }

  /// The problem in one line.
  public var description: String {
    "record \(record): '\(found)' cannot be read; install iscm and its workers from one version"
  }
}
