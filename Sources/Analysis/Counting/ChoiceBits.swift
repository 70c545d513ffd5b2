/// How many rows have each choice of a select_multiple, by slots.
///
/// A byte of a row's bit set is spread to eight counters of a byte each by a table, so that eight choices are counted
/// by one addition; after 255 rows the counters are emptied.
struct ChoiceBits {
  private let words: Int
  /// The bytes of a row that hold choices.
  private let bytes: Int
  private let slots: Int
  private var lanes: [UInt64]
  private var pending: [UInt8]
  private var counts: [Int]
  /// Choices that are on no list, by slot and place.
  private var unlisted: [Int: [Int: Int]] = [:]

  init(choices: Int, words: Int, slots: Int) {
    self.words = words
    self.slots = slots
    bytes = max(1, (choices + 7) / 8)
    lanes = [UInt64](repeating: 0, count: slots * bytes)
    pending = [UInt8](repeating: 0, count: slots)
    counts = [Int](repeating: 0, count: slots * bytes * 8)
  }

  private static let spread: [UInt64] = (0..<256).map { byte in
    (0..<8).reduce(0) { $0 | UInt64(byte >> $1 & 1) << UInt64(8 * $1) }
  }

  /// Counts a piece.
  ///
  /// - Parameters:
  ///   - column: The cells.
  ///   - piece: Which piece of the rows.
  ///   - slots: The slot of each row; the first for all where there are none.
  ///   - mask: 1 for each row that counts, else 0.
  mutating func add(_ column: ColumnCells?, _ piece: Int, slots: [UInt16]?, mask: [UInt8]) {
    guard let column else { return }
    let first = piece * Segments<CellCode>.pieceLength
    let sets =
      words == 1 ? column.sets.piece(piece) : column.sets.part(first * words..<(first + mask.count) * words)
    if let slots { add(sets, slots, mask) } else { add(sets, mask) }
    for (row, places) in column.unlisted where row >= first && row < first + mask.count {
      guard mask[row - first] == 1 else { continue }
      let slot = slots.map { Int($0[row - first]) } ?? 0
      for place in places { unlisted[slot, default: [:]][place, default: 0] += 1 }
    }
  }

  private mutating func add(_ sets: [UInt64], _ mask: [UInt8]) {
    let bytes = bytes
    let words = words
    counts.withUnsafeMutableBufferPointer { counts in
      Self.spread.withUnsafeBufferPointer { spread in
        sets.withUnsafeBufferPointer { sets in
          mask.withUnsafeBufferPointer { mask in
            for byte in 0..<bytes {
              let shift = UInt64(8 * (byte & 7))
              var row = 0
              while row < mask.count {
                var lanes: UInt64 = 0
                let end = min(row + 255, mask.count)
                while row < end {
                  let keep = 0 &- UInt64(mask[row])
                  lanes &+= spread[Int((sets[row &* words &+ byte >> 3] & keep) >> shift & 0xFF)]
                  row &+= 1
                }
                for bit in 0..<8 { counts[8 &* byte &+ bit] &+= Int(lanes >> UInt64(8 &* bit) & 0xFF) }
              }
            }
          }
        }
      }
    }
  }

  private mutating func add(_ sets: [UInt64], _ slots: [UInt16], _ mask: [UInt8]) {
    for row in mask.indices where mask[row] == 1 {
      let slot = Int(slots[row])
      for byte in 0..<bytes {
        let set = sets[row &* words &+ byte >> 3] >> UInt64(8 * (byte & 7)) & 0xFF
        lanes[slot &* bytes &+ byte] &+= Self.spread[Int(set)]
      }
      pending[slot] &+= 1
      if pending[slot] == 255 { empty(slot) }
    }
    for slot in 0..<self.slots where pending[slot] > 0 { empty(slot) }
  }

  private mutating func empty(_ slot: Int) {
    for byte in 0..<bytes {
      let place = slot * bytes + byte
      for bit in 0..<8 { counts[8 * place + bit] += Int(lanes[place] >> UInt64(8 * bit) & 0xFF) }
      lanes[place] = 0
    }
    pending[slot] = 0
  }

  /// Goes over the places of a slot that any row has.
  func forEach(slot: Int, _ body: (_ place: Int, _ count: Int) -> Void) {
    for bit in 0..<8 * bytes where counts[slot * 8 * bytes + bit] > 0 {
      body(bit, counts[slot * 8 * bytes + bit])
    }
    for (place, count) in unlisted[slot] ?? [:] { body(place, count) }
  }
}
