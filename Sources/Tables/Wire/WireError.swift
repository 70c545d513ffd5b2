/// Why records are no table: only where `iscm` and its worker are not of one version.
public struct WireError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The record, from 1.
  public let record: Int
  /// What was found.
  public let found: String

  /// The problem in one line.
  public var description: String {
    "record \(record): '\(found)' cannot be read; install iscm and its workers from one version"
  }
}

/// Takes the cells of a record one after the other.
struct WireCells {
  private let record: Int
  private var rest: ArraySlice<String>

  init(_ cells: [String], number: Int) {
    rest = cells[...]
    record = number
  }

  var isEmpty: Bool { rest.isEmpty }

  mutating func text() throws(WireError) -> String {
    guard let text = rest.popFirst() else { throw WireError(record: record, found: "") }
    return text
  }

  /// A cell that stands for a value: a number, a date, a word.
  mutating func value<Value>(_ read: (String) -> Value?) throws(WireError) -> Value {
    let text = try text()
    guard let value = read(text) else { throw WireError(record: record, found: text) }
    return value
  }

  /// All cells that are left.
  mutating func takeRest() -> [String] {
    defer { rest = [] }
    return Array(rest)
  }

  mutating func integer() throws(WireError) -> Int { try value { Int($0) } }

  mutating func number() throws(WireError) -> Double { try value { Double($0) } }

  func wrong(_ text: String) -> WireError { WireError(record: record, found: text) }
}
