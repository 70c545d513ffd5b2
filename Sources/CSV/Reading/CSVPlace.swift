/// A place between two records, from which reading can go on.
struct CSVPlace: Sendable, Hashable {
  /// The byte that comes next, counted from 0.
  var offset = 0
  /// How many records come before.
  var records = 0
  /// The physical line of the next byte, counted from 1.
  var line = 1
  /// Whether the byte before is a CR, so that an LF ends no further line.
  var followsCarriageReturn = false
}
