internal import CScan
internal import Digests

/// A block of a file with what the kernel found in it: which records begin there, and where they end.
///
/// A block goes on behind its end, up to the end of the last record that begins in it.
struct Block: ~Copyable {
  /// How many bytes before the block are there to be looked at.
  private static let margin = 64

  private let file: SharedFile
  private let kernel: Kernel
  private let size: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var words: UnsafeMutablePointer<iscm_scan_word>
  private var capacity: Int
  private var state = iscm_scan_state()

  /// Where the block begins in the file.
  private(set) var offset = 0
  /// How many bytes of the file are there from `offset` on, a multiple of 64 but at the end of the file.
  private var count = 0
  /// Where the first record of the block begins, from `offset` on.
  private(set) var first = 0
  /// Where the first record behind the block begins, or where the file ends.
  private(set) var end = 0
  /// Whether libcsv must judge the records of this block.
  private(set) var isSuspect = false
  /// Whether the end of its last record was not found.
  private(set) var isOpenEnded = false

  /// Makes room for blocks.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - size: How many bytes a block has; a multiple of 64.
  ///   - kernel: What looks at them.
  init(of file: SharedFile, size: Int, kernel: Kernel) {
    precondition(size > 0 && size % 64 == 0, "A block is a multiple of 64 bytes")
    self.file = file
    self.size = size
    self.kernel = kernel
    capacity = size + size / 4 / 64 * 64 + 64
    bytes = .allocate(capacity: Self.margin + capacity)
    words = .allocate(capacity: capacity / 64)
  }

  deinit {
    bytes.deallocate()
    words.deallocate()
  }

  private var start: UnsafeMutablePointer<UInt8> { bytes + Self.margin }
  private var isAtEnd: Bool { offset + count == file.length }

  /// Reads the bytes of a block.
  ///
  /// - Parameter offset: Where it begins.
  /// - Returns: Whether it has an odd number of quotation marks.
  /// - Throws: `CSVError` if the system refuses, or the file has become shorter.
  mutating func load(from offset: Int) throws(CSVError) -> Bool {
    self.offset = offset
    count = 0
    let before = min(offset, Self.margin)
    bytes.initialize(repeating: 0, count: Self.margin)
    try file.read(at: offset - before, count: before, into: start - before)
    try read(size)
    return iscm_scan_parity(kernel.raw, start, count)
  }

  /// Reads on, as far as the file goes.
  private mutating func read(_ wanted: Int) throws(CSVError) {
    let added = min(wanted, file.length - offset - count)
    if count + added + 64 > capacity { grow(to: count + added + 64) }
    try file.read(at: offset + count, count: added, into: start + count)
    count += added
    (start + count).initialize(repeating: 0, count: (64 - count % 64) % 64)
  }

  private mutating func grow(to needed: Int) {
    let larger = max(2 * capacity, (needed + 63) / 64 * 64)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.margin + larger)
    moved.initialize(from: bytes, count: Self.margin + count)
    bytes.deallocate()
    bytes = moved
    let movedWords = UnsafeMutablePointer<iscm_scan_word>.allocate(capacity: larger / 64)
    movedWords.initialize(from: words, count: count / 64)
    words.deallocate()
    words = movedWords
    capacity = larger
  }

  /// What the block's own bytes are, up to the next block; after `load`, before `scan`.
  var print: BlockPrint {
    BlockPrint(
      offset: offset, length: count,
      hash: FastHash(of: UnsafeRawBufferPointer(start: start, count: count)))
  }

  /// Finds the records that begin in the block, and reads on to the end of the last.
  ///
  /// - Parameters:
  ///   - isQuoted: Whether a quoted cell is open where the block begins.
  ///   - isFirst: Whether a record may begin where the block does, since nothing stands before it.
  ///   - recordLimit: How many bytes a record may have.
  /// - Throws: `CSVError` if the system refuses, or the file has become shorter.
  mutating func scan(isQuoted: Bool, isFirst: Bool, recordLimit: Int) throws(CSVError) {
    let previous = start[-1]
    let followsEnd = isFirst || !isQuoted && Self.isBreak(previous)
    state = iscm_scan_state(
      is_quoted: isQuoted, follows_cr: previous == UInt8(ascii: "\r"), may_open: true, follows_closing: false)
    isSuspect = scan(from: 0)
    isOpenEnded = false
    let own = count
    first = followsEnd ? 0 : boundary(from: 0) ?? own
    // Nothing begins here, or nothing but what begins behind it.
    if first >= own {
      end = first
      return
    }
    end = own
    // Whether the last record ends with the block.
    if own > 0, !state.is_quoted, Self.isBreak(start[own - 1]) { return }
    var from = own
    while true {
      if isAtEnd {
        end = count
        if state.is_quoted {
          isSuspect = true
          isOpenEnded = true
        }
        return
      }
      guard count - own <= recordLimit else {
        isSuspect = true
        isOpenEnded = true
        return
      }
      try read(max(64, min(1 << 16, size)))
      if scan(from: from) { isSuspect = true }
      if let found = boundary(from: from) {
        end = found
        return
      }
      from = count
    }
  }

  /// Scans what was read.
  ///
  /// - Parameter from: Where it begins, from `offset` on.
  /// - Returns: Whether anything is suspect in it.
  private mutating func scan(from: Int) -> Bool {
    let length = count - from
    let suspect = iscm_scan(kernel.raw, start + from, length, isAtEnd, &state, words + from / 64)
    return suspect < length
  }

  /// The place behind the first end of a record.
  private func boundary(from: Int) -> Int? {
    var place = from / 64
    while place * 64 < count {
      let ends = words[place].ends
      if ends != 0 { return place * 64 + ends.trailingZeroBitCount + 1 }
      place += 1
    }
    return nil
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// How many records begin in the block, and how many lines end in them.
  var contents: (records: Int, lines: Int) {
    var records = 0
    var lines = 0
    // The bit below the lowest: whether the byte before the word ends a record.
    var follows: UInt64 = 1
    var place = first / 64
    while place * 64 < end {
      let word = words[place]
      // Mostly the word lies in the middle of a record.
      if word.ends == 0, follows == 0, place * 64 + 64 <= end {
        lines &+= Int(word.line_count)
        place += 1
        continue
      }
      let low: UInt64 = place == first / 64 ? ~0 << UInt64(first % 64) : ~0
      let high: UInt64 = end - place * 64 >= 64 ? ~0 : (1 << UInt64(end - place * 64)) - 1
      let inside = low & high
      let ends = word.ends
      let carry = place == first / 64 ? follows << UInt64(first % 64) : follows
      records &+= (((ends & inside) << 1 | carry) & ~ends & inside).nonzeroBitCount
      lines &+= (word.lines & inside).nonzeroBitCount
      follows = (ends & inside) >> 63
      place += 1
    }
    return (records, lines)
  }

  /// Whether the byte before a place is a CR.
  func followsCarriageReturn(_ place: Int) -> Bool { start[place - 1] == UInt8(ascii: "\r") }

  /// Where the bytes and the words stand.
  var view: (bytes: UnsafePointer<UInt8>, words: UnsafePointer<iscm_scan_word>) {
    (UnsafePointer(start), UnsafePointer(words))
  }
}
