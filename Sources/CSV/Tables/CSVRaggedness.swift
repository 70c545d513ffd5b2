/// A record that has more or fewer cells than it should.
public struct CSVRaggedness: Sendable, Hashable {
  /// How many cells a record should have: as many as the header.
  public let expected: Int
  /// How many it has.
  public let found: Int
  /// The first cell that is missing or too much; line and byte are those where the record starts.
  public let position: CSVPosition
}

extension CSVRaggedness: CustomStringConvertible {
  /// The complaint in one line, without the name of the file.
  public var description: String {
    let remedy =
      found < expected
      ? "add the missing ones as empty cells, or quote a cell that holds a line break"
      : "remove the surplus ones, or quote a cell that holds a comma"
    return "\(position): wrong number of cells: found \(found), expected \(expected); \(remedy)"
  }
}

extension CSVRecord {
  /// Compares the number of cells with that of the header; what follows from it is the caller's to say.
  ///
  /// - Parameter expected: how many cells the record should have.
  /// - Returns: the complaint, or nothing if it has as many.
  public func raggedness(expected: Int) -> CSVRaggedness? {
    guard count != expected else { return nil }
    let position = position(ofColumn: min(count, expected))
    return CSVRaggedness(expected: expected, found: count, position: position)
  }
}
