internal import CScan

/// Goes over the records of a block, and finds the wanted cells of each by counting commas.
struct RecordWalk: ~Copyable {
  private let bytes: UnsafePointer<UInt8>
  private let words: UnsafePointer<iscm_scan_word>
  /// Where the block begins in the file, and where its last record ends from there on.
  private let offset: Int
  private let end: Int
  private let recordLimit: Int
  private let cells: SpelledCells
  /// Behind the place before the record, where each edge of its wanted cells was found.
  private let found: UnsafeMutablePointer<Int>

  private var position: Int
  private(set) var records: Int
  private(set) var line: Int

  /// Makes ready to go over a block.
  ///
  /// - Parameters:
  ///   - block: The block; it must stay as it is meanwhile.
  ///   - place: Where its first record stands.
  ///   - cells: Take up where the wanted cells of each record stand.
  ///   - recordLimit: How many bytes a record may have.
  init(_ block: borrowing Block, from place: CSVPlace, to cells: SpelledCells, recordLimit: Int) {
    (bytes, words) = block.view
    offset = block.offset
    end = block.end
    position = block.first
    self.recordLimit = recordLimit
    self.cells = cells
    records = place.records
    line = place.line
    found = .allocate(capacity: cells.edges.count + 1)
  }

  deinit { found.deallocate() }

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
  /// - Parameter record: Is lent its cells.
  /// - Returns: Whether there is one.
  mutating func next(into record: inout CSVRecord) -> Step {
    skipBreaks()
    guard position < end else { return .end }
    let start = position
    let (stop, commas, lines) = walk()
    let length = stop - start + (stop < end ? 1 : 0)
    guard length <= recordLimit else { return .tooLong }
    records &+= 1
    record.begin(number: records, line: line, offset: offset &+ start, cells: commas &+ 1)
    found[0] = start &- 1
    let (starts, ends) = (cells.starts, cells.ends)
    cells.sides.withUnsafeBufferPointer { sides in
      for slot in sides.indices {
        let from = found[sides[slot].before] &+ 1
        starts[slot] = bytes + from
        ends[slot] = bytes + max(from, found[sides[slot].behind])
      }
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
  private func walk() -> (stop: Int, commas: Int, lines: Int) {
    let (words, end, found) = (words, end, found + 1)
    var word = position >> 6
    var open: UInt64 = ~0 << UInt64(position & 63)
    var passed = 0
    var lines = 0
    var edge = 0
    return cells.edges.withUnsafeBufferPointer { edges in
      var next = edges.isEmpty ? Int.max : edges[0]
      while true {
        let here = words[word]
        let ends = here.ends & open
        var commas = here.commas
        var count = Int(here.comma_count)
        if ends == 0, open == ~0 {
          lines &+= Int(here.line_count)
        } else {
          let inside = ends == 0 ? open : open & ((ends & (0 &- ends)) &- 1)
          commas &= inside
          count = commas.nonzeroBitCount
          lines &+= (here.lines & inside).nonzeroBitCount
        }
        var cleared = passed &+ 1
        while next <= passed &+ count {
          while cleared < next {
            commas &= commas &- 1
            cleared &+= 1
          }
          found[edge] = word << 6 | commas.trailingZeroBitCount
          edge &+= 1
          next = edge < edges.count ? edges[edge] : Int.max
        }
        passed &+= count
        let stop = ends == 0 ? end : min(end, word << 6 | ends.trailingZeroBitCount)
        word &+= 1
        open = ~0
        guard ends == 0, word << 6 < end else {
          while edge < edges.count {
            found[edge] = stop
            edge &+= 1
          }
          return (stop, passed, lines)
        }
      }
    }
  }
}
