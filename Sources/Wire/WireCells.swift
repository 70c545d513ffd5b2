/// Takes the cells of a record one after the other.
package struct WireCells {
  private let record: Int
  private var rest: ArraySlice<String>

  /// Takes a record.
  ///
  /// - Parameters:
  ///   - cells: Its cells.
  ///   - number: Which it is, from 1.
  package init(_ cells: [String], number: Int) {
    rest = cells[...]
    record = number
  }

  /// Whether all cells were taken.
  package var isEmpty: Bool { rest.isEmpty }

  /// The next cell.
  package mutating func text() throws(WireError) -> String {
    guard let text = rest.popFirst() else { throw WireError(record: record, found: "") }
    return text
  }

  /// A cell that stands for a value: a number, a date, a word.
  package mutating func value<Value>(_ read: (String) -> Value?) throws(WireError) -> Value {
    let text = try text()
    guard let value = read(text) else { throw WireError(record: record, found: text) }
    return value
  }

  /// All cells that are left.
  package mutating func takeRest() -> [String] {
    defer { rest = [] }
    return Array(rest)
  }

  /// A whole number.
  package mutating func integer() throws(WireError) -> Int { try value { Int($0) } }

  /// A number.
  package mutating func number() throws(WireError) -> Double { try value { Double($0) } }

  /// Sees that no cell is left.
  package func end() throws(WireError) {
    if let first = rest.first { throw wrong(first) }
  }

  /// What to throw where a cell that was taken does not say what was expected.
  package func wrong(_ text: String) -> WireError { WireError(record: record, found: text) }
}
