import CSV

/// All that reading a file with several threads tells, in the shape of what a `CSVReader` tells.
struct ParallelReading {
  /// How the file is read.
  struct Way: CustomStringConvertible {
    var threads = 2
    var blockSize = 64
    var recordLimit = CSVReader.defaultRecordLimit
    var kernel = Kernel.best
    /// The columns that are wanted; nothing means all.
    var columns: [Int]?

    var description: String { "\(kernel), \(threads) threads, blocks of \(blockSize), limit \(recordLimit)" }
  }

  /// The records but for the first; of each, the wanted cells as far as it has them.
  private(set) var records: [Reading.Record] = []
  private(set) var counts: [Int] = []
  private(set) var spellings: [[[UInt8]]] = []
  private(set) var error: CSVError?

  init(_ bytes: [UInt8], _ way: Way) { self.init(SharedFile(bytes), way) }

  init(_ file: SharedFile, _ way: Way) {
    var reader = CSVParallelReader(
      file, threads: way.threads, recordLimit: way.recordLimit, blockSize: way.blockSize, kernel: way.kernel)
    do {
      guard let header = try reader.header({ Kept(of: $0, columns: Array(0..<$0.count)) }) else { return }
      take([header])
      let columns = way.columns ?? Array(0..<64)
      try reader.read(columns: columns, taker: { Taker(columns: columns) }) { take($0) }
    } catch let error as CSVError {
      self.error = error
    } catch {}
  }

  private mutating func take(_ pieces: [Kept]) {
    records += pieces.map(\.record)
    counts += pieces.map(\.count)
  }

  /// What is left of a record.
  struct Kept: Sendable {
    let record: Reading.Record
    let count: Int

    init(of record: borrowing CSVRecord, columns: [Int]) {
      count = record.count
      var cells: [String] = []
      for column in columns where column < record.count {
        cells.append(record.string(at: column))
        precondition(record.isEmpty(at: column) == record.string(at: column).isEmpty)
      }
      self.record = Reading.Record(
        number: record.number, line: record.line, offset: record.offset, cells: cells)
    }
  }

  private struct Taker: CSVTaker {
    let columns: [Int]
    var pieces: [Kept] = []

    mutating func take(_ record: borrowing CSVRecord) {
      pieces.append(ParallelReading.Kept(of: record, columns: columns))
    }

    mutating func finish() -> [Kept] {
      defer { pieces = [] }
      return pieces
    }
  }
}
