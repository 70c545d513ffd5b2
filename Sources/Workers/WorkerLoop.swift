internal import Documents
internal import Glibc

/// The worker's own side: documents from standard input, answers to standard output, until the input ends.
public enum WorkerLoop {
  /// How many seconds a worker gives itself for a document, should nobody be there any more to end it.
  private static let alarmSeconds: UInt32 = 60

  /// Answers each document.
  ///
  /// What libraries print to standard output themselves goes to standard error, so that nothing stands between two
  /// answers.
  ///
  /// - Parameter answer: What to answer to a document; an error is said on standard error, and ends the worker.
  /// - Returns: The exit code: 0 at the end of the input, 1 where it is no frame, where nobody reads the answers, or
  ///   where a document has none.
  public static func run(_ answer: ([UInt8]) throws -> [UInt8]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    let output = dup(STDOUT_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    var input = Input()
    do {
      while let document = try input.frame() {
        alarm(alarmSeconds)
        guard write(Frame.encoded(try answer(document)), to: output) else { return 1 }
        alarm(0)
      }
      return 0
    } catch {
      _ = write(Array("\(error)\n".utf8), to: STDERR_FILENO)
      return 1
    }
  }

  private static func write(_ bytes: [UInt8], to output: Int32) -> Bool {
    var written = 0
    return bytes.withUnsafeBytes { bytes in
      while written < bytes.count {
        let count = Glibc.write(output, bytes.baseAddress.map { $0 + written }, bytes.count - written)
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

    /// The next frame; nothing where the input ends between two.
    mutating func frame() throws(FrameError) -> [UInt8]? {
      while true {
        if let frame = try frames.next() { return frame }
        guard read() else {
          try frames.finish()
          return nil
        }
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
      return count > 0
    }
  }
}
