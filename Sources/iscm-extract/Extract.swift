internal import DocumentReaders
internal import Documents
internal import Glibc

/// Reads documents from standard input and writes what they hold to standard output, as `WorkerRequest` says.
@main
enum ExtractWorker {
  static func main() {
    var decoder = FrameDecoder()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    do {
      while true {
        let count = read(0, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        decoder.append(buffer[..<count])
        while let payload = try decoder.next() {
          guard let request = WorkerRequest(payload: payload) else { fail("a frame is no request") }
          write(WorkerReply(id: request.id, extract: DocumentReader.read(request)).frame)
        }
      }
      try decoder.finish()
    } catch {
      fail("\(error)")
    }
  }

  private static func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(1, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      // Nobody reads any more: nothing is left to do.
      guard count > 0 else { exit(1) }
      written += count
    }
  }

  private static func fail(_ reason: String) -> Never {
    _ = "iscm-extract: \(reason)\n".withCString { Glibc.write(2, $0, strlen($0)) }
    exit(2)
  }
}
