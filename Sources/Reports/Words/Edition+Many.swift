internal import Messages

// What is too long for a reader is cut, and it is said how much of it.
extension Edition {
  /// Nobody looks through more names than these; CSV and JSON have all of them.
  static let mostListed = 100

  /// Names in a row: all of them, or the first and how many there are more.
  ///
  /// - Parameter names: Any number of names.
  /// - Returns: One line: `ARCP, CMC`, `2GH4-11KM, … and 9,900 more`.
  func listOfMany(_ names: some RandomAccessCollection<String>) -> String {
    let listed = say.list(Array(names.prefix(Self.mostListed)))
    return more(than: Self.mostListed, of: names.count).map { "\(listed) \($0)" } ?? listed
  }

  /// That there are more than are listed; nothing where there are not.
  func more(than listed: Int, of all: Int) -> String? {
    all > listed ? say(.andMore, ["count": say.number(all - listed)]) : nil
  }
}
