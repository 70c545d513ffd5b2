/// How many units stand in each place of a table, and which.
///
/// Counts of parts of the data can be added up, as long as the parts share their places.
struct Counts: Sendable {
  let width: Int
  private var counts: [Int]
  /// The units of each place, in their order; nothing where nobody asks for them.
  private var units: [[Int32]]?

  init(rows: Int, columns: Int, keepsUnits: Bool) {
    width = columns
    counts = [Int](repeating: 0, count: rows * columns)
    units = keepsUnits ? [[Int32]](repeating: [], count: rows * columns) : nil
  }

  mutating func add(_ unit: Int, row: Int, column: Int = 0) {
    let place = row &* width &+ column
    counts[place] &+= 1
    units?[place].append(Int32(unit))
  }

  subscript(row: Int, column: Int) -> Int { counts[row * width + column] }

  func units(row: Int, column: Int) -> [Int] { units?[row * width + column].map { Int($0) } ?? [] }
}
