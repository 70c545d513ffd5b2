internal import CScan

/// Goes over the records of a block, and finds the wanted cells of each by counting commas.
struct RecordWalk {
  private let bytes: UnsafePointer<UInt8>
  private let words: UnsafePointer<iscm_scan_word>
  /// Where the block begins in the file, and where its last record ends from there on.
  private let offset: Int
  private let end: Int
  private let recordLimit: Int
  /// The commas that lie before and behind wanted cells, counted from 1 in each record, in order.
  private let edges: [Int]
  /// For each wanted cell the edge before it, and the one behind it; -1 for the start of the record.
  private let sides: [(before: Int, behind: Int)]
  private var found: [Int]

  private var position: Int
  private(set) var records: Int
  private(set) var line: Int

  /// Makes ready to go over a block.
  ///
  /// - Parameters:
  ///   - block: The block; it must stay as it is meanwhile.
  ///   - place: Where its first record stands.
  ///   - columns: The wanted columns in order.
  ///   - recordLimit: How many bytes a record may have.
  init(_ block: borrowing Block, from place: CSVPlace, columns: [Int], recordLimit: Int) {
    (bytes, words) = block.view
    offset = block.offset
    end = block.end
    position = block.first
    self.recordLimit = recordLimit
    records = place.records
    line = place.line
    let edges = Set(columns.flatMap { [$0, $0 + 1] }).subtracting([0]).sorted()
    self.edges = edges
    sides = columns.map { column in
      (edges.firstIndex(of: column) ?? -1, edges.firstIndex(of: column + 1) ?? edges.count)
    }
    found = [Int](repeating: 0, count: edges.count + 1)
  }

  /// What a step came to.
  enum Step {
    case record
    case end
    /// The record has more bytes than it may.
    case tooLong
  }

  /// Where the walk stands: between two records.
  var place: CSVPlace {
    CSVPlace(
      offset: offset + position, records: records, line: line,
      followsCarriageReturn: bytes[position - 1] == UInt8(ascii: "\r"))
  }

  /// Goes on to the next record.
  ///
  /// - Parameters:
  ///   - record: Is lent its cells.
  ///   - cells: Where it keeps them.
  /// - Returns: Whether there is one.
  mutating func next(into record: inout CSVRecord, _ cells: SpelledCells) -> Step {
    skipBreaks()
    guard position < end else { return .end }
    let start = position
    let (stop, commas, lines) = walk()
    let length = stop - start + (stop < end ? 1 : 0)
    guard length <= recordLimit else { return .tooLong }
    records &+= 1
    record.begin(number: records, line: line, offset: offset &+ start)
    cells.begin()
    cells.count = commas &+ 1
    for (slot, side) in sides.enumerated() {
      let from = side.before < 0 ? start : found[side.before] &+ 1
      cells.starts[slot] = bytes + from
      cells.ends[slot] = bytes + max(from, found[side.behind])
    }
    // The break behind it is passed with those that follow.
    position = stop
    line &+= lines
    return .record
  }

  private mutating func skipBreaks() {
    while position < end {
      let word = words[position >> 6]
      let bit: UInt64 = 1 << UInt64(position & 63)
      guard word.ends & bit != 0 else { return }
      if word.lines & bit != 0 { line &+= 1 }
      position &+= 1
    }
  }

  /// Goes through the words of a record.
  ///
  /// - Returns: Where the record ends, how many commas divide it, and how many lines end inside of it.
  private mutating func walk() -> (stop: Int, commas: Int, lines: Int) {
    var word = position >> 6
    var open: UInt64 = ~0 << UInt64(position & 63)
    var passed = 0
    var lines = 0
    var edge = 0
    return found.withUnsafeMutableBufferPointer { found in
      edges.withUnsafeBufferPointer { edges in
        while true {
          let here = words[word]
          let ends = here.ends & open
          let inside = ends == 0 ? open : open & ((ends & (0 &- ends)) &- 1)
          var commas = here.commas & inside
          lines &+= (here.lines & inside).nonzeroBitCount
          let count = commas.nonzeroBitCount
          var cleared = 0
          while edge < edges.count, edges[edge] <= passed &+ count {
            let wanted = edges[edge] &- passed &- 1
            while cleared < wanted {
              commas &= commas &- 1
              cleared &+= 1
            }
            found[edge] = word << 6 | commas.trailingZeroBitCount
            edge &+= 1
          }
          passed &+= count
          let stop = ends == 0 ? end : min(end, word << 6 | ends.trailingZeroBitCount)
          word &+= 1
          open = ~0
          guard ends == 0, word << 6 < end else {
            while edge < found.count {
              found[edge] = stop
              edge &+= 1
            }
            return (stop, passed, lines)
          }
        }
      }
    }
  }
}
