internal import Glibc

/// Reads a whole file.
///
/// - Parameters:
///   - path: The file.
///   - limit: How many bytes it may have: a device or a mistaken name must not fill the memory.
/// - Returns: Its bytes.
/// - Throws: Why it cannot be read.
func bytes(ofFile path: String, limit: Int = 1 << 26) throws(FormProblem.FileFault) -> [UInt8] {
  var descriptor: CInt
  repeat { descriptor = open(path, O_RDONLY | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
  guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable(reason: systemError(errno)) }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count <= limit {
    let count = read(descriptor, &block, block.count)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw .unreadable(reason: systemError(errno)) }
    if count == 0 { return bytes }
    bytes += block.prefix(count)
  }
  throw .tooLong(limit: limit)
}

/// Whether there is something at a path.
func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The system's text for an error number.
private func systemError(_ number: CInt) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
    guard let start = text.baseAddress else { return "error \(number)" }
    text.initialize(repeating: 0)
    guard strerror_r(number, start, text.count) == 0 else { return "error \(number)" }
    return String(cString: start)
  }
}
