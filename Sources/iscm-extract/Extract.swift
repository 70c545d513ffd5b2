internal import CPosix
internal import DocumentReaders
internal import Documents
internal import Glibc

/// Reads documents from standard input and writes what they hold to standard output, as `WorkerRequest` says.
@main
enum ExtractWorker {
  static func main() {
    let streams = Streams()
    // Times in archives are of no interest: without this the system's zone is looked up for each entry.
    setenv("TZ", "UTC0", 1)
    // Each document takes as much memory as the one before: what is given back to the system has to be asked for anew.
    iscm_keep_memory()
    var decoder = FrameDecoder()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    do {
      while true {
        let count = read(0, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        decoder.append(buffer[..<count])
        while let payload = try decoder.next() {
          guard let request = WorkerRequest(payload: payload) else { streams.fail("a frame is no request") }
          streams.write(WorkerReply.frame(id: request.id, extract: DocumentReader.read(request)))
        }
      }
      try decoder.finish()
    } catch {
      streams.fail("\(error)")
    }
  }
}

/// The worker's own output: what the libraries print themselves goes elsewhere, so that nothing stands between two
/// replies.
private struct Streams {
  private let output = dup(1)

  init() { dup2(2, 1) }

  func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(output, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      // Nobody reads any more: nothing is left to do.
      guard count > 0 else { exit(1) }
      written += count
    }
  }

  func fail(_ reason: String) -> Never {
    _ = "iscm-extract: \(reason)\n".withCString { Glibc.write(2, $0, strlen($0)) }
    exit(2)
  }
}
