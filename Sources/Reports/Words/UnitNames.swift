internal import Analysis

/// The names of units, each worded when somebody reads it: of thousands, only the first are shown.
struct UnitNames: RandomAccessCollection {
  private let units: [Participant]
  private let edition: Edition

  /// The names of units in the words of an edition, with the repeats that stand behind a count.
  init(of units: [Participant], in edition: Edition) {
    self.units = units
    self.edition = edition
  }

  var startIndex: Int { units.startIndex }
  var endIndex: Int { units.endIndex }
  subscript(place: Int) -> String { edition.nameWithRepeats(of: units[place]) }

  /// The names, or none of them.
  func shown(_ areShown: Bool) -> UnitNames { areShown ? self : UnitNames(of: [], in: edition) }
}
