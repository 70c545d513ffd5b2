internal import Survey

/// What was counted of one figure in some of the data.
///
/// Counts of pieces of a file, of workers and of parts on other machines add up alike: in the order of their rows,
/// since what first was met stands first.
struct Tabulated: Sendable, Hashable {
  private(set) var rows: Side
  /// The row's own count; behind it stand the parts.
  private(set) var columns: Side
  /// Row by row.
  private var counts: [Int]
  /// How many units of the base stand in each column.
  private(set) var columnCounts: [Int]

  /// Responses that were not superseded.
  var returned = 0
  /// The units among them, whether the filter lets them in or not.
  var units = 0
  /// The units that the filter lets in, and how they stand.
  private(set) var distinct = 0
  private(set) var asked = 0
  private(set) var answered = 0
  private(set) var unknown = 0
  /// Units that are not on the register.
  var outsideRegister = 0
  /// What the filter left out, and why.
  var leftOut = LeftOut()
  /// What earlier versions of the form could not say, a tally for each of the figure's questions.
  var versions: [VersionTally] = []
  /// The answers that no list has, by their questions, in the order in which they were met.
  var unlisted: [Unlisted] = []

  /// Answers to a question that its list does not have.
  struct Unlisted: Sendable, Hashable {
    let question: Question.Name
    var codes: [String]
  }

  init(rows: Side, columns: Side) {
    self.rows = rows
    self.columns = columns
    counts = [Int](repeating: 0, count: rows.count * columns.count)
    columnCounts = [Int](repeating: 0, count: columns.count)
  }

  /// The units in a place of the table.
  subscript(row: Int, column: Int) -> Int {
    get { counts[row &* columns.count &+ column] }
    set { counts[row &* columns.count &+ column] = newValue }
  }

  /// Counts units by how they stand to all questions of the figure.
  mutating func add(_ count: Int, _ standing: Standing) {
    distinct += count
    if standing.isAsked { asked += count }
    if standing.isAnswered { answered += count }
    if standing.isUnknown { unknown += count }
  }

  /// Counts units in some rows, and there in one column; for a part also what it is of.
  ///
  /// - Parameters:
  ///   - count: How many units there are that are all alike.
  ///   - standing: How they stand to the questions.
  ///   - rows: The rows.
  ///   - column: The column; 0 for the row's own count.
  ///   - base: What the shares are of.
  mutating func add(_ count: Int, _ standing: Standing, rows: [Int], column: Int, base: Base) {
    // Who was not asked has no row, unless the base has him.
    if standing.isAsked || standing.isIn(base) {
      for row in rows { self[row, column] += count }
    }
    if column > 0, standing.isIn(base) { columnCounts[column] += count }
  }

  /// Counts units of the base in a column.
  mutating func addColumn(_ count: Int, _ column: Int) { columnCounts[column] += count }

  /// Adds to one of the totals, which a partial tally names.
  ///
  /// - Returns: Whether there is one of the name.
  mutating func takeTotal(_ name: String, _ count: Int) -> Bool {
    switch name {
    case "returned": returned += count
    case "units": units += count
    case "distinct": distinct += count
    case "asked": asked += count
    case "answered": answered += count
    case "unknown": unknown += count
    case "undetermined": leftOut.undetermined += count
    case "failures": leftOut.failures += count
    default: return false
    }
    return true
  }

  /// Adds what was counted in the data that follows.
  mutating func add(_ other: Tabulated) {
    let rowPlaces = grow(other)
    let columnPlaces = columns.add(other.columns)
    for row in 0..<other.rows.count {
      for column in 0..<other.columns.count {
        self[rowPlaces[row], columnPlaces[column]] += other[row, column]
      }
    }
    for column in 0..<other.columns.count { columnCounts[columnPlaces[column]] += other.columnCounts[column] }
    returned += other.returned
    units += other.units
    distinct += other.distinct
    asked += other.asked
    answered += other.answered
    unknown += other.unknown
    outsideRegister += other.outsideRegister
    leftOut.add(other.leftOut)
    if versions.isEmpty {
      versions = other.versions
    } else {
      for (place, tally) in other.versions.enumerated() { versions[place].add(tally) }
    }
    for one in other.unlisted {
      if let place = unlisted.firstIndex(where: { $0.question == one.question }) {
        unlisted[place].codes = (unlisted[place].codes + one.codes).uniqued
      } else {
        unlisted.append(one)
      }
    }
  }

  /// Makes room for the rows and columns of another part, and tells where its rows stand.
  private mutating func grow(_ other: Tabulated) -> [Int] {
    let before = self
    let places = rows.add(other.rows)
    _ = columns.add(other.columns)
    guard rows != before.rows || columns != before.columns else { return places }
    counts = [Int](repeating: 0, count: rows.count * columns.count)
    for row in 0..<before.rows.count {
      for column in 0..<before.columns.count { self[row, column] = before[row, column] }
    }
    columnCounts += [Int](repeating: 0, count: columns.count - before.columns.count)
    return places
  }
}

/// Units that a filter does not count, though it does not say no to them.
struct LeftOut: Sendable, Hashable {
  /// How many there are of which it cannot be told; what they are called, where they may be named.
  var undetermined = 0
  var who: [String] = []
  /// For how many it could not be worked out, and why not for the first.
  var failures = 0
  var failure: String?

  /// Adds what was left out of the data that follows.
  mutating func add(_ other: LeftOut) {
    undetermined += other.undetermined
    who += other.who
    failures += other.failures
    failure = failure ?? other.failure
  }

  /// What a reader must know of it.
  var notes: [Note] {
    var notes: [Note] = []
    if undetermined > 0 { notes.append(.filterUnknown(count: undetermined, who: who)) }
    if let failure { notes.append(.filterFailed(count: failures, reason: failure)) }
    return notes
  }
}
