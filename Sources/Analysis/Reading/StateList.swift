internal import ResponseFiles

/// What one spelling of a `not_asked`, `not_applicable` or `unknown` cell names.
struct StateList {
  /// Of the columns that are read, those that it names, as a bit set.
  private var bits: [UInt64]
  /// Names that are no question of the form.
  private(set) var strangers: [String] = []

  init(_ cell: String, tracked: [String: Int], known: Set<String>) {
    bits = [UInt64](repeating: 0, count: (tracked.count + 63) / 64)
    for name in cell.split(whereSeparator: \.isWhitespace).map(String.init) {
      if let column = tracked[name] {
        bits[column / 64] |= 1 << UInt64(column % 64)
      } else if !known.contains(name) {
        strangers.append(name)
      }
    }
  }

  func names(_ column: Int) -> Bool { bits[column / 64] & (1 << UInt64(column % 64)) != 0 }

  var isEmpty: Bool { strangers.isEmpty && bits.allSatisfy { $0 == 0 } }
}

/// The lists of one column of states, each distinct spelling worked out once.
struct StateColumn {
  let list: ResponseMetadata
  let code: CellCode
  let position: Int
  private var memo = ByteMemo()
  private var lists: [StateList] = []
  /// What the row at hand names; nothing where the cell is empty.
  private(set) var current: StateList?

  init(_ list: ResponseMetadata, code: CellCode, position: Int) {
    self.list = list
    self.code = code
    self.position = position
  }

  mutating func read(_ cell: UnsafeRawBufferPointer, tracked: [String: Int], known: Set<String>) {
    guard !cell.isEmpty else {
      current = nil
      return
    }
    if let known = memo.value(of: cell) {
      current = lists[Int(known)]
      return
    }
    let list = StateList(String(decoding: cell, as: UTF8.self), tracked: tracked, known: known)
    if lists.count < 1 << 14 {
      memo.remember(UInt32(lists.count), for: cell)
      lists.append(list)
    }
    current = list.isEmpty ? nil : list
  }

  func names(_ column: Int) -> Bool { current?.names(column) ?? false }
}
