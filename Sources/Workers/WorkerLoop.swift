internal import Documents
internal import Glibc

/// The worker's own side: documents from standard input, answers to standard output, until the input ends.
public enum WorkerLoop {
  /// How many seconds a worker gives itself for a document, should nobody be there any more to end it.
  private static let alarmSeconds: UInt32 = 60

  /// Answers each document.
  ///
  /// - Parameter answer: What to answer to a document.
  /// - Returns: The exit code: 0 at the end of the input, 1 where it is no frame or nobody reads the answers.
  public static func run(_ answer: ([UInt8]) -> [UInt8]) -> Int32 {
    var input = Input()
    while true {
      guard let document = input.frame() else { return input.isAtEnd ? 0 : 1 }
      alarm(alarmSeconds)
      guard write(Frame.encoded(answer(document))) else { return 1 }
      alarm(0)
    }
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    return bytes.withUnsafeBytes { bytes in
      while written < bytes.count {
        let count = Glibc.write(STDOUT_FILENO, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count > 0 {
          written += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// What came and is not yet taken.
  private struct Input {
    private var frames = FrameDecoder()
    private var hasEnded = false

    /// Whether the input ended where a frame did.
    var isAtEnd: Bool { hasEnded && (try? frames.finish()) != nil }

    /// The next frame; nothing at the end of the input, or where there is none.
    mutating func frame() -> [UInt8]? {
      do {
        while true {
          if let frame = try frames.next() { return frame }
          guard read() else { return nil }
        }
      } catch {
        return nil
      }
    }

    private mutating func read() -> Bool {
      let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room in
        var count: Int
        repeat {
          count = Glibc.read(STDIN_FILENO, room.baseAddress, room.count)
        } while count < 0 && errno == EINTR
        if count > 0 { frames.append(room[..<count]) }
        return count
      }
      if count == 0 { hasEnded = true }
      return count > 0
    }
  }
}
