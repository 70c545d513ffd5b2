internal import Calendar
internal import Survey

/// Chooses the rows of a file that a figure counts, piece by piece.
///
/// Rows with the same answers to what the filter asks are a group; a group is judged once.
struct RowChooser {
  /// The rows of a piece.
  struct Chosen {
    /// 1 for each row that counts, else 0.
    var mask: [UInt8]
    /// Rows that are not superseded, whether the filter lets them in or not.
    var returned: Int
  }

  private let figure: PlannedFigure
  private let view: UnitView
  private let file: ResponseRows
  private var filter: UnitFilter?
  private var groups = RowGroups()
  private var memberships: [UnitFilter.Membership?] = []
  private(set) var leftOut = LeftOut()

  /// More groups than this are forgotten before the next piece, so that memory stays bounded.
  private static let mostGroups = 1 << 16

  /// - Parameters:
  ///   - figure: The figure.
  ///   - view: Every row as a unit.
  ///   - file: The rows.
  ///   - now: What `now()` and `today()` mean.
  init(_ figure: PlannedFigure, _ view: UnitView, _ file: ResponseRows, now: Instant) {
    self.figure = figure
    self.view = view
    self.file = file
    filter = figure.filter.map { UnitFilter($0, of: figure, data: view.data, now: now) }
  }

  /// Chooses the rows of a piece; pieces must come in their order.
  mutating func choose(_ piece: Int) -> Chosen {
    let (standing, returned) = standing(piece)
    var mask = standing
    guard filter != nil else { return Chosen(mask: mask, returned: returned) }
    if groups.count > Self.mostGroups {
      groups = RowGroups()
      memberships = []
    }
    let found = groups.groups(of: filter?.places ?? [], piece, view.data, file, rows: mask.count)
    memberships += [UnitFilter.Membership?](repeating: nil, count: groups.count - memberships.count)
    let first = piece * Segments<CellCode>.pieceLength
    for row in mask.indices where mask[row] == 1 {
      let group = Int(found[row])
      if memberships[group] == nil { memberships[group] = filter?.membership(of: first + row, in: view) }
      if case .counted? = memberships[group] { continue }
      mask[row] = 0
      if let membership = memberships[group] {
        leftOut.add(membership) { view.openName(first + row, of: figure) }
      }
    }
    return Chosen(mask: mask, returned: returned)
  }

  /// 1 for each row of a piece that is not superseded, and how many there are.
  private func standing(_ piece: Int) -> (mask: [UInt8], count: Int) {
    var count = 0
    let mask = file.isSuperseded.piece(piece).withUnsafeBufferPointer { superseded in
      [UInt8](unsafeUninitializedCapacity: superseded.count) { room, filled in
        for row in superseded.indices { room[row] = superseded[row] ? 0 : 1 }
        for row in superseded.indices { count &+= Int(room[row]) }
        filled = superseded.count
      }
    }
    return (mask, count)
  }
}

/// Numbers rows by what they answer to some questions: the same number, the same answers.
struct RowGroups {
  /// A step: from the group of the columns before and the value of one more to the group of all.
  private var steps: [RowNumbering] = []
  /// The lists of choices that are on no list, by column.
  private var unlisted: [[[Int]: UInt64]] = []

  /// How many groups there are.
  var count: Int { steps.last?.count ?? 1 }

  /// The group of each row of a piece.
  ///
  /// - Parameters:
  ///   - domains: The questions.
  ///   - piece: Which piece of the rows.
  ///   - data: The data.
  ///   - file: The rows.
  ///   - rows: How many rows the piece has.
  /// - Returns: The groups.
  mutating func groups(
    of domains: [Int], _ piece: Int, _ data: Dataset, _ file: ResponseRows, rows: Int
  ) -> [UInt32] {
    var groups = [UInt32](repeating: 0, count: rows)
    var step = 0
    for (place, domain) in domains.enumerated() {
      guard let column = file.columns[domain] else { continue }
      if unlisted.count <= place { unlisted += [[:]] }
      fold(column.codes.piece(piece).map { UInt64($0.raw) }, &step, &groups)
      switch data.domains[domain].keeping {
      case .one, .presence: break
      case .text: fold(column.texts.piece(piece).map { UInt64($0) }, &step, &groups)
      case .several(let words):
        let first = piece * Segments<CellCode>.pieceLength
        let sets = column.sets.part(first * words..<(first + rows) * words)
        for word in 0..<words { fold((0..<rows).map { sets[$0 * words + word] }, &step, &groups) }
        if column.unlisted.isEmpty { break }
        var lists = [UInt64](repeating: 0, count: rows)
        for (row, places) in column.unlisted where row >= first && row < first + rows {
          let next = UInt64(unlisted[place].count + 1)
          lists[row - first] = unlisted[place][places] ?? next
          if lists[row - first] == next { unlisted[place][places] = next }
        }
        fold(lists, &step, &groups)
      }
    }
    return groups
  }

  private mutating func fold(_ values: [UInt64], _ step: inout Int, _ groups: inout [UInt32]) {
    if steps.count <= step { steps.append(RowNumbering()) }
    steps[step].number(&groups, values)
    step += 1
  }
}

/// Numbers pairs of a number and a value, in the order in which they are met, by open addressing.
struct RowNumbering {
  private var slots = [UInt32](repeating: 0, count: 64)
  private var pairs: [(group: UInt32, value: UInt64)] = []

  var count: Int { pairs.count }

  /// Puts the number of each pair into the place of its first half.
  mutating func number(_ groups: inout [UInt32], _ values: [UInt64]) {
    for row in groups.indices { groups[row] = number(groups[row], values[row]) }
  }

  private mutating func number(_ group: UInt32, _ value: UInt64) -> UInt32 {
    if 2 * pairs.count >= slots.count { grow() }
    var slot = Self.hash(group, value) & (slots.count &- 1)
    while slots[slot] != 0 {
      let pair = pairs[Int(slots[slot]) &- 1]
      if pair.value == value, pair.group == group { return slots[slot] &- 1 }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    pairs.append((group, value))
    slots[slot] = UInt32(pairs.count)
    return UInt32(pairs.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for (index, pair) in pairs.enumerated() {
      var slot = Self.hash(pair.group, pair.value) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  private static func hash(_ group: UInt32, _ value: UInt64) -> Int {
    var hash = (value ^ UInt64(group) &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    hash ^= hash >> 31
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
