/// The names of a table's columns, as its first record gives them.
public struct CSVHeader: Sendable, Hashable {
  /// The names in the order of the file, also the empty ones and those that are there twice.
  public let names: [String]
  /// Where the header stands: its first cell.
  public let position: CSVPosition
  /// Names that are empty or there twice, in the order of the file; what follows is the caller's to say.
  public let problems: [CSVHeaderProblem]

  private let columns: [String: Int]

  /// Takes the names from a record, every column of which must be kept.
  ///
  /// - Parameter record: the record that holds the names, usually the first.
  public init(_ record: borrowing CSVRecord) {
    var names: [String] = []
    var columns: [String: Int] = [:]
    var problems: [CSVHeaderProblem] = []
    for column in 0..<record.count {
      let name = record.string(at: column)
      names.append(name)
      if name.isEmpty {
        problems.append(.emptyName(record.position(ofColumn: column)))
      } else if let first = columns[name] {
        problems.append(.repeatedName(name, first: first, record.position(ofColumn: column)))
      } else {
        columns[name] = column
      }
    }
    self.names = names
    self.columns = columns
    self.problems = problems
    position = record.position(ofColumn: 0)
  }

  /// The number of columns.
  public var count: Int { names.count }

  /// The column of a name, counted from 0; the first one if the name is there twice.
  ///
  /// - Parameter name: the name, spelled as in the file.
  public subscript(name: String) -> Int? { columns[name] }
}

/// A name in a header by which its column cannot be told.
public enum CSVHeaderProblem: Sendable, Hashable {
  /// The column has no name.
  case emptyName(CSVPosition)
  /// Another column has the same name already: `first`, counted from 0.
  case repeatedName(String, first: Int, CSVPosition)

  /// The cell of the header.
  public var position: CSVPosition {
    switch self {
    case .emptyName(let position), .repeatedName(_, _, let position): position
    }
  }
}

extension CSVHeaderProblem: CustomStringConvertible {
  /// The problem in one line, without the name of the file.
  public var description: String {
    switch self {
    case .emptyName(let position):
      "\(position): column without a name: found an empty cell, expected a name; write one or delete the column"
    case .repeatedName(let name, let first, let position):
      """
      \(position): column name used twice: found '\(name)', which is the name of column \(first + 1), \
      expected another; rename or delete one of the two
      """
    }
  }
}
