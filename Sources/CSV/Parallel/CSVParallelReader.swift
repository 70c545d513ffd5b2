internal import Threading

/// What takes up the records of one part of a file after the other, on a thread of its own.
public protocol CSVTaker: SendableMetatype {
  /// What it makes of the records of one part.
  associatedtype Piece: Sendable

  /// Takes up a record.
  ///
  /// - Parameter record: The record, lent for the time of the call; only the wanted columns are kept.
  mutating func take(_ record: borrowing CSVRecord)

  /// Gives what the records since the last call came to.
  mutating func finish() -> Piece
}

/// Reads a large CSV file with several threads: the same records, places and errors as a `CSVReader`, faster.
///
/// The file is cut into blocks. A kernel of vector instructions marks the commas and the ends of records outside of
/// quoted cells; what it cannot be sure of, libcsv judges, and so every error is libcsv's.
public struct CSVParallelReader: ~Copyable {
  private let file: SharedFile
  private let threadCount: Int
  private let blockSize: Int
  private let recordLimit: Int
  private let kernel: Kernel
  private var reader: CSVReader
  private var isBehindSkipped = false

  /// How many bytes a block has: few enough that it stays in a processor's cache while it is gone over.
  private static let usualBlockSize = 1 << 18

  /// Makes ready to read a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - threads: How many threads read it; at least one.
  ///   - recordLimit: How many bytes a record may have, its line end included; below 4 GiB.
  public init(_ file: SharedFile, threads: Int, recordLimit: Int = CSVReader.defaultRecordLimit) {
    self.init(file, threads: threads, recordLimit: recordLimit, blockSize: Self.usualBlockSize, kernel: .best)
  }

  /// Reads in blocks of another size, with another kernel.
  package init(
    _ file: SharedFile, threads: Int, recordLimit: Int = CSVReader.defaultRecordLimit, blockSize: Int,
    kernel: Kernel
  ) {
    precondition(threads > 0, "At least one thread reads")
    self.file = file
    threadCount = threads
    self.blockSize = blockSize
    self.recordLimit = recordLimit
    self.kernel = kernel
    reader = CSVReader(file, recordLimit: recordLimit)
  }

  /// Reads the first record, on which it depends which columns are wanted.
  ///
  /// - Parameter body: Is lent the record.
  /// - Returns: What `body` makes of it; nothing where there is no record.
  /// - Throws: `CSVError`, or what `body` throws.
  public mutating func header<Made>(_ body: (borrowing CSVRecord) throws -> Made) throws -> Made? {
    guard try reader.next() else { return nil }
    return try body(reader.record)
  }

  /// Where the records begin that are read next.
  public var place: CSVPlace { reader.place }

  /// Goes on from another place between two records.
  ///
  /// - Parameter place: The place; what stands before it is not looked at again.
  public mutating func skip(to place: CSVPlace) {
    reader = CSVReader(file, from: place, recordLimit: recordLimit)
    isBehindSkipped = true
  }

  /// Reads all other records.
  ///
  /// - Parameters:
  ///   - columns: The wanted columns, counted from 0, in order.
  ///   - progress: Is told after each block how many bytes are done with.
  ///   - prints: Is told what each block holds, in the order of the file; they cover all that stands behind the
  ///     place where the reading begins.
  ///   - taker: Makes what takes up the records on each thread.
  ///   - body: Is given the pieces, in the order of the file.
  /// - Returns: The place behind the last record; nothing where the file does not end with the end of a record, so
  ///   that what is appended might belong to it.
  /// - Throws: The first `CSVError` of the file, after the pieces before it; what `body` throws.
  @discardableResult
  public consuming func read<Taker: CSVTaker>(
    columns: [Int], progress: ((Int) -> Void)? = nil, prints: ((BlockPrint) -> Void)? = nil,
    taker: @escaping @Sendable () -> Taker,
    _ body: (Taker.Piece) throws -> Void
  ) throws -> CSVPlace? {
    let begin = reader.place
    // What was skipped is known to whoever skipped it.
    let head = isBehindSkipped ? [] : [try file.print(at: 0, length: begin.offset)]
    let blocks = BlockList(begin: begin.offset, length: file.length, size: blockSize)
    let relay = Relay<Delivery<Taker.Piece>>(
      blockCount: blocks.count, mostAhead: 2 * threadCount, from: begin)
    let (file, size, limit, kernel) = (file, blockSize, recordLimit, kernel)
    let threads = Threads(min(threadCount, blocks.count)) {
      var worker = BlockWorker(
        relay, blocks, Block(of: file, size: size, kernel: kernel), file: file, columns: columns,
        recordLimit: limit, taker: taker())
      worker.run()
    }
    guard threads.count > 0 || blocks.count == 0 else {
      throw CSVError.unreadable(path: file.path, reason: "no thread can be started")
    }
    defer { threads.join() }
    do {
      var done = 0
      let read = try Self.deliver(from: relay, body) { print in
        prints?(print)
        done += 1
        progress?(min(begin.offset + done * blocks.size, file.length))
      }
      try file.check(that: head + read, threads: threadCount)
      return try relay.end.flatMap { try file.endsRecord ? $0 : nil }
    } catch {
      relay.stop()
      throw error
    }
  }

  /// Hands on what the threads deliver, in the order of the file.
  ///
  /// - Returns: What each block held.
  private static func deliver<Piece>(
    from relay: Relay<Delivery<Piece>>, _ body: (Piece) throws -> Void, then: (BlockPrint) -> Void
  ) throws -> [BlockPrint] {
    var prints: [BlockPrint] = []
    while let result = relay.next() {
      let delivery = try result.get()
      try body(delivery.piece)
      then(delivery.print)
      prints.append(delivery.print)
    }
    return prints
  }
}

/// The blocks of a file behind its header.
struct BlockList: Sendable {
  let begin: Int
  let length: Int
  let size: Int

  var count: Int { (length - begin + size - 1) / size }

  func offset(_ block: Int) -> Int { begin + block * size }
}
