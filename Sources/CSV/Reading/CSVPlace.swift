/// A place between two records, from which reading can go on.
public struct CSVPlace: Sendable, Hashable {
  /// The byte that comes next, counted from 0.
  public var offset: Int
  /// How many records come before.
  public var records: Int
  /// The physical line of the next byte, counted from 1.
  public var line: Int
  /// Whether the byte before is a CR, so that an LF ends no further line.
  public var followsCarriageReturn: Bool

  /// Creates a place; without anything said, the start of a file.
  public init(offset: Int = 0, records: Int = 0, line: Int = 1, followsCarriageReturn: Bool = false) {
    self.offset = offset
    self.records = records
    self.line = line
    self.followsCarriageReturn = followsCarriageReturn
  }
}
