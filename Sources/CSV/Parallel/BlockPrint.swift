public import Digests
internal import Threading

/// What a stretch of a file held when it was read.
public struct BlockPrint: Sendable, Hashable {
  /// Where it begins, counted from 0.
  public let offset: Int
  /// How many bytes it has.
  public let length: Int
  /// The hash of its bytes.
  public let hash: FastHash

  /// Creates a print.
  public init(offset: Int, length: Int, hash: FastHash) {
    self.offset = offset
    self.length = length
    self.hash = hash
  }
}

extension SharedFile {
  /// Reads a stretch of the file and says what it holds.
  ///
  /// - Parameters:
  ///   - offset: Where it begins, counted from 0.
  ///   - length: How many bytes it has; all of them within the file.
  /// - Returns: What it holds now.
  /// - Throws: `CSVError` if the system refuses, or the file has become shorter.
  public func print(at offset: Int, length: Int) throws(CSVError) -> BlockPrint {
    var bytes = GrowingBuffer<UInt8>(capacity: length)
    try read(at: offset, count: length, into: bytes.start)
    bytes.advance(by: length)
    return BlockPrint(
      offset: offset, length: length,
      hash: FastHash(of: UnsafeRawBufferPointer(start: bytes.start, count: length)))
  }

  /// Makes sure that what was read is what the file holds, if somebody has written to it meanwhile.
  ///
  /// What is appended changes nothing; a file that is written over in place would give a mixture of both.
  ///
  /// - Parameters:
  ///   - read: What was read.
  ///   - threads: How many threads read it once more.
  /// - Throws: `CSVError.changed`.
  func check(that read: [BlockPrint], threads: Int) throws(CSVError) {
    guard stamp != stampWhenOpened, !holds(read, threads: threads) else { return }
    throw .changed(path: path)
  }

  /// Whether stretches of the file still hold what they held.
  ///
  /// - Parameters:
  ///   - prints: The stretches.
  ///   - threads: How many threads read them.
  /// - Returns: Whether all do; a stretch that cannot be read does not.
  public func holds(_ prints: [BlockPrint], threads: Int) -> Bool {
    let differs = Flag()
    let next = Counter()
    let workers = Threads(max(1, min(threads, prints.count))) {
      while !differs.isSet, let place = next.next(below: prints.count) {
        let print = prints[place]
        do {
          guard print.offset <= self.length, print.length <= self.length - print.offset,
            try self.print(at: print.offset, length: print.length) == print
          else {
            differs.set()
            return
          }
        } catch { differs.set() }
      }
    }
    workers.join()
    return !differs.isSet && (workers.count > 0 || prints.isEmpty)
  }
}
