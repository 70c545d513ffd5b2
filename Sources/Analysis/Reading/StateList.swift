internal import ResponseFiles

/// What one spelling of a `not_asked`, `not_applicable` or `unknown` cell names.
struct StateList {
  /// Of the columns that are read, those that it names, as a bit set.
  private var bits: [UInt64]
  /// Names that are no question of the form.
  private(set) var strangers: [String] = []

  init(_ cell: UnsafeRawBufferPointer, _ names: inout StateNames) {
    bits = [UInt64](repeating: 0, count: (names.tracked.count + 63) / 64)
    names.read(cell) { word, meaning in
      switch meaning {
      case .tracked(let column): bits[column / 64] |= 1 << UInt64(column % 64)
      case .known: break
      case .stranger: strangers.append(String(decoding: word, as: UTF8.self))
      }
    }
  }

  func names(_ column: Int) -> Bool { bits[column / 64] & (1 << UInt64(column % 64)) != 0 }

  /// Whether it names each of the first 64 columns, a bit for each.
  var firstColumns: UInt64 { bits.first ?? 0 }

  var isEmpty: Bool { strangers.isEmpty && bits.allSatisfy { $0 == 0 } }
}

/// The lists of one column of states, each distinct spelling worked out once.
struct StateColumn {
  let list: ResponseMetadata
  let code: CellCode
  let position: Int
  private var names: StateNames
  private var memo = ByteMemo()
  private var lists: [StateList] = []
  /// What the row at hand names; nothing where the cell is empty.
  private(set) var current: StateList? {
    didSet { firstColumns = current?.firstColumns ?? 0 }
  }
  // Asked for each cell: most forms have no more columns.
  private var firstColumns: UInt64 = 0

  init(_ list: ResponseMetadata, code: CellCode, position: Int, _ names: StateNames) {
    self.names = names
    self.list = list
    self.code = code
    self.position = position
  }

  mutating func read(_ cell: UnsafeRawBufferPointer) {
    guard !cell.isEmpty else {
      current = nil
      return
    }
    if let known = memo.value(of: cell) {
      current = lists[Int(known)]
      return
    }
    let list = StateList(cell, &names)
    if lists.count < 1 << 14 {
      memo.remember(UInt32(lists.count), for: cell)
      lists.append(list)
    }
    current = list.isEmpty ? nil : list
  }

  func names(_ column: Int) -> Bool {
    if column < 64 { return firstColumns & (1 << UInt64(column)) != 0 }
    return current?.names(column) ?? false
  }
}
