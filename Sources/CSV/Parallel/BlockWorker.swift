/// Takes one block after the other, and hands its records to what takes them up.
struct BlockWorker<Taker: CSVTaker>: ~Copyable {
  private let relay: Relay<Delivery<Taker.Piece>>
  private let blocks: BlockList
  private let file: SharedFile
  private let columns: [Int]
  private let recordLimit: Int
  private var block: Block
  private var taker: Taker
  private var record: CSVRecord
  private let cells: SpelledCells

  init(
    _ relay: Relay<Delivery<Taker.Piece>>, _ blocks: BlockList, _ block: consuming Block, file: SharedFile,
    columns: [Int], recordLimit: Int, taker: Taker
  ) {
    self.relay = relay
    self.blocks = blocks
    self.block = block
    self.file = file
    self.columns = columns
    self.recordLimit = recordLimit
    self.taker = taker
    cells = SpelledCells(columns: columns)
    record = CSVRecord(cells)
  }

  mutating func run() {
    while let number = relay.take() {
      do {
        guard try read(number) else { return }
      } catch {
        relay.deliver(.failure(error), of: number)
        return
      }
    }
  }

  /// Reads a block.
  ///
  /// - Returns: Whether others may be wanted.
  private mutating func read(_ number: Int) throws(CSVError) -> Bool {
    let isOdd = try block.load(from: blocks.offset(number))
    let print = block.print
    guard let isQuoted = relay.isQuoted(before: number, isOdd: isOdd) else { return false }
    try block.scan(isQuoted: isQuoted, isFirst: number == 0, recordLimit: recordLimit)
    let contents = block.contents
    let end = block.offset + block.end
    let followsCarriageReturn = block.followsCarriageReturn(block.end)
    let place = relay.place(before: number) { before in
      CSVPlace(
        offset: end, records: before.records + contents.records, line: before.line + contents.lines,
        followsCarriageReturn: followsCarriageReturn)
    }
    guard let place else { return false }
    guard block.first < block.end else {
      relay.deliver(.success(Delivery(piece: taker.finish(), print: print)), of: number)
      return true
    }
    var isWhole = true
    if block.isSuspect {
      isWhole = try parse(from: start(of: place))
    } else {
      var walk = RecordWalk(
        block, from: start(of: place), to: cells, recordLimit: recordLimit)
      walk: while true {
        switch walk.next(into: &record) {
        case .record: taker.take(record)
        case .end: break walk
        case .tooLong:
          isWhole = try parse(from: walk.place)
          break walk
        }
      }
    }
    relay.deliver(
      .success(Delivery(piece: taker.finish(), print: print)), of: number, isLast: !isWhole)
    return isWhole
  }

  private func start(of place: CSVPlace) -> CSVPlace {
    CSVPlace(
      offset: block.offset + block.first, records: place.records, line: place.line,
      followsCarriageReturn: block.followsCarriageReturn(block.first))
  }

  /// Lets libcsv read records, to the end of the block's last one; where it sees that end at another place, to the
  /// end of the file.
  ///
  /// - Returns: Whether the block ends where the kernel says.
  private mutating func parse(from place: CSVPlace) throws(CSVError) -> Bool {
    let end = block.offset + block.end
    var reader = CSVReader(file, from: place, recordLimit: recordLimit)
    reader.keep(columns: columns)
    while try reader.next() {
      taker.take(reader.record)
      if reader.place.offset == end, !block.isOpenEnded { return true }
    }
    return false
  }
}

/// What comes of a block.
struct Delivery<Piece: Sendable>: Sendable {
  let piece: Piece
  /// What its bytes are.
  let print: BlockPrint
}
