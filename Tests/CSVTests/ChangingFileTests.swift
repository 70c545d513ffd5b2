import CSV
import Foundation
import Glibc
import Synchronization
import Testing

/// A file that somebody writes to while threads read it: a right answer or an error, never a mixture.
@Suite("A file that changes while it is read")
struct ChangingFileTests {
  private static let line = Array("one,\"two, three\",four\n".utf8)

  /// Makes a file of 20,000 records, which is gone at the end.
  private func withFile<Result>(
    _ body: (_ descriptor: CInt, _ path: String, _ length: Int) throws -> Result
  ) throws -> Result {
    var template = Array((P_tmpdir + "/iscm-changing-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    defer {
      close(descriptor)
      unlink(path)
    }
    let text = Array("a,b,c\n".utf8) + (0..<20_000).flatMap { _ in Self.line }
    let count = text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    try #require(count == text.count)
    return try body(descriptor, path, text.count)
  }

  /// What is done to the file behind its first blocks, and what comes of the reading.
  private func read(_ change: (CInt, Int) -> Void) throws -> (records: Int, error: CSVError?) {
    try withFile { try read($0, $1, $2, change) }
  }

  private func read(
    _ descriptor: CInt, _ path: String, _ length: Int, _ change: (CInt, Int) -> Void
  ) throws -> (records: Int, error: CSVError?) {
    // A clock of a file system has a grain: without this, the change could have the time of the first writing.
    usleep(20_000)
    var reader = CSVParallelReader(
      try SharedFile(path: path, length: length), threads: 2, blockSize: 4096, kernel: .best)
    _ = try reader.header { $0.count }
    var records = 0
    var isChanged = false
    do {
      try reader.read(columns: [0, 1], taker: { Counter() }) { count in
        records += count
        if !isChanged {
          change(descriptor, length)
          isChanged = true
        }
      }
      return (records, nil)
    } catch let error as CSVError {
      return (records, error)
    }
  }

  private struct Counter: CSVTaker {
    var count = 0
    mutating func take(_ record: borrowing CSVRecord) { count += 1 }
    mutating func finish() -> Int {
      defer { count = 0 }
      return count
    }
  }

  @Test("What is appended is not read")
  func appended() throws {
    let result = try read { descriptor, length in
      _ = Self.line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(length)) }
    }
    #expect(result.records == 20_000)
    #expect(result.error == nil)
  }

  @Test("What is cut off is told")
  func truncated() throws {
    let result = try read { descriptor, length in _ = ftruncate(descriptor, off_t(length / 2)) }
    guard case .cutOff(_, let expected, let found) = result.error else {
      Issue.record("\(result)")
      return
    }
    #expect(expected == 440_006)
    #expect(found <= expected / 2)
  }

  @Test("What is cut off before its first record is told too, and no thread waits for ever")
  func emptied() throws {
    try withFile { descriptor, path, length in
      let outcome = Outcome()
      // A thread of its own: the minute is the reading's, whatever else the machine does.
      Thread.detachNewThread {
        outcome.tell(Result { try Self.readEmptied(descriptor, path) })
      }
      let error = try outcome.wait(seconds: 60)
      #expect(error == .cutOff(path: path, expected: length, found: 0))
    }
  }

  /// Empties a file whose header is read, and reads on.
  private static func readEmptied(_ descriptor: CInt, _ path: String) throws -> CSVError? {
    var reader = CSVParallelReader(try SharedFile(path: path), threads: 2, blockSize: 4096, kernel: .best)
    _ = try reader.header { $0.count }
    ftruncate(descriptor, 0)
    do {
      try reader.read(columns: [0], taker: { Counter() }) { _ in }
      return nil
    } catch let error as CSVError {
      return error
    }
  }

  /// What comes of a reading on another thread.
  private final class Outcome: Sendable {
    private let result = Mutex<Result<CSVError?, any Error>?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func tell(_ result: Result<CSVError?, any Error>) {
      self.result.withLock { $0 = result }
      isThere.signal()
    }

    func wait(seconds: Int) throws -> CSVError? {
      try #require(isThere.wait(timeout: .now() + .seconds(seconds)) == .success, "a thread waits for ever")
      return try result.withLock { $0 }?.get()
    }
  }

  @Test(
    "What is written over in place is told, before and behind where the reading is",
    arguments: [1000, 400_000])
  func overwritten(place: Int) throws {
    let result = try read { descriptor, _ in
      _ = Array("yes".utf8).withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(place / 22 * 22 + 6))
      }
    }
    // Behind where the reading is, the new bytes may have been read as they are now.
    switch result.error {
    case .changed: break
    case nil where place > 1000: #expect(result.records == 20_000)
    default: Issue.record("\(result)")
    }
  }
}
