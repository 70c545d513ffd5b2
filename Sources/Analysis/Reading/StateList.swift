internal import CSV
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
}

/// The lists of one column of states, each distinct spelling worked out once.
struct StateColumn {
  let list: ResponseMetadata
  let code: CellCode
  let position: Int
  private var names: StateNames
  private var memo = ByteMemo()
  private var lists: [StateList] = []
  /// Of each of them, whether it names each of the first 64 columns, and whether it names what is no question.
  private var facts: [(columns: UInt64, hasStrangers: Bool)] = []
  /// The place of what the row at hand names; nothing where the cell is empty.
  private var place: Int?
  /// What it names, where there is no room to remember it.
  private var unremembered: StateList?
  /// Whether the row at hand names each of the first 64 columns, a bit for each.
  private(set) var firstColumns: UInt64 = 0
  /// Whether it names what is no question.
  private(set) var hasStrangers = false

  private static let mostLists = 1 << 14

  init(_ list: ResponseMetadata, code: CellCode, position: Int, _ names: StateNames) {
    self.names = names
    self.list = list
    self.code = code
    self.position = position
  }

  /// What the row at hand names; nothing where the cell is empty.
  var current: StateList? { unremembered ?? place.map { lists[$0] } }

  mutating func read(_ record: borrowing CSVRecord) {
    unremembered = nil
    if record.isEmpty(at: position) {
      (place, firstColumns, hasStrangers) = (nil, 0, false)
      return
    }
    let spelling = record.spelling(at: position)
    if let known = memo.value(of: spelling) {
      place = Int(known)
      (firstColumns, hasStrangers) = facts[Int(known)]
      return
    }
    let list = StateList(record.bytes(at: position), &names)
    (firstColumns, hasStrangers) = (list.firstColumns, !list.strangers.isEmpty)
    guard lists.count < Self.mostLists else {
      (unremembered, place) = (list, nil)
      return
    }
    place = lists.count
    memo.remember(UInt32(lists.count), for: spelling)
    lists.append(list)
    facts.append((firstColumns, hasStrangers))
  }

  func names(_ column: Int) -> Bool {
    if column < 64 { return firstColumns & (1 << UInt64(column)) != 0 }
    return current?.names(column) ?? false
  }
}

/// Which of the first 64 columns the lists of a row name.
struct NamedColumns {
  /// How many columns are looked at.
  static let count = 64

  /// What is known of a column without looking closely.
  enum Listing {
    case byNone
    case byOne(CellCode)
    case bySeveral
  }

  private var named: UInt64 = 0
  private var namedTwice: UInt64 = 0
  // A bit for each column that is named by a list of each state.
  private var notAsked: UInt64 = 0
  private var notApplicable: UInt64 = 0

  /// Takes up the columns that a list names.
  mutating func add(_ columns: UInt64, _ code: CellCode) {
    namedTwice |= named & columns
    named |= columns
    if code == .notAsked { notAsked |= columns }
    if code == .notApplicable { notApplicable |= columns }
  }

  subscript(column: Int) -> Listing {
    let bit: UInt64 = 1 << UInt64(column)
    if named & bit == 0 { return .byNone }
    if namedTwice & bit != 0 { return .bySeveral }
    return .byOne(notAsked & bit != 0 ? .notAsked : notApplicable & bit != 0 ? .notApplicable : .unknown)
  }
}
