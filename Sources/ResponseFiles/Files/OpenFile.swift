internal import Glibc

/// An open file, closed with its last owner.
///
/// A class, because a commit holds several of them at once, and a descriptor must be closed exactly once.
final class OpenFile: Sendable {
  let descriptor: Int32
  /// What it is called in errors.
  let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a file that is there.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - flags: As open(2) takes them.
  ///   - name: What to call it in errors, where that is not its path.
  /// - Returns: The file, or nothing where there is none.
  /// - Throws: Why it cannot be opened.
  static func open(
    _ path: String, _ flags: Int32, called name: String? = nil
  ) throws(ResponseFileError) -> OpenFile? {
    var descriptor: Int32
    repeat { descriptor = Glibc.open(path, flags | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
    if descriptor >= 0 { return OpenFile(descriptor: descriptor, path: name ?? path) }
    if errno == ENOENT { return nil }
    throw .refused(.open, path: name ?? path, .last)
  }

  /// Makes a file that only its owner can read, whatever the umask is.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - flags: As open(2) takes them.
  ///   - name: What to call it in errors, where that is not its path.
  /// - Returns: The file, or nothing where there is one already.
  /// - Throws: Why it cannot be made.
  static func create(
    _ path: String, _ flags: Int32, called name: String? = nil
  ) throws(ResponseFileError) -> OpenFile? {
    var descriptor: Int32
    repeat {
      descriptor = Glibc.open(path, flags | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    } while descriptor < 0 && errno == EINTR
    if descriptor < 0 {
      if errno == EEXIST { return nil }
      throw .refused(.create, path: name ?? path, .last)
    }
    let file = OpenFile(descriptor: descriptor, path: name ?? path)
    guard fchmod(descriptor, 0o600) == 0 else { throw .refused(.create, path: file.path, .last) }
    return file
  }

  /// Opens a file, made where it is missing.
  static func openOrCreate(
    _ path: String, _ flags: Int32, called name: String? = nil
  ) throws(ResponseFileError) -> (file: OpenFile, isNew: Bool) {
    // Somebody may make or remove it between the two attempts; then the next round meets it.
    for _ in 0..<100 {
      if let file = try open(path, flags, called: name) { return (file, false) }
      if let file = try create(path, flags, called: name) { return (file, true) }
    }
    throw .refused(.create, path: name ?? path, SystemReason(code: EAGAIN))
  }
}

extension OpenFile {
  /// The number of bytes.
  func length() throws(ResponseFileError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .refused(.read, path: path, .last) }
    return Int(status.st_size)
  }

  /// Whether the file still has a name in some folder.
  func hasName() throws(ResponseFileError) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .refused(.read, path: path, .last) }
    return status.st_nlink > 0
  }

  /// Reads bytes.
  ///
  /// - Parameter range: Which bytes.
  /// - Returns: As many of them as the file has.
  /// - Throws: Why they cannot be read.
  func bytes(in range: Range<Int>) throws(ResponseFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, range.lowerBound + done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .refused(.read, path: path, .last) }
      if count == 0 { break }
      done += count
    }
    return Array(bytes[..<done])
  }

  /// Writes all of some bytes, or throws and has perhaps written some.
  ///
  /// - Parameters:
  ///   - bytes: What to write.
  ///   - offset: Where in the file.
  ///   - chunk: How many bytes to write at one go.
  ///   - written: Called after each go.
  /// - Throws: Why they cannot be written.
  func write(
    _ bytes: [UInt8], at offset: Int, chunk: Int = .max, written: () -> Void = {}
  ) throws(ResponseFileError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress.map { $0 + done }, min(chunk, buffer.count - done), offset + done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw .refused(.write, path: path, count == 0 ? SystemReason(code: ENOSPC) : .last)
      }
      done += count
      written()
    }
  }

  /// Cuts the file back.
  func truncate(to length: Int) throws(ResponseFileError) {
    var result: Int32
    repeat { result = ftruncate(descriptor, length) } while result != 0 && errno == EINTR
    guard result == 0 else { throw .refused(.truncate, path: path, .last) }
  }

  /// Waits until the file is on the disk.
  func sync() throws(ResponseFileError) {
    var result: Int32
    repeat { result = fsync(descriptor) } while result != 0 && errno == EINTR
    guard result == 0 else { throw .refused(.sync, path: path, .last) }
  }

  /// Waits until the contents and the length of the file are on the disk.
  func syncData() throws(ResponseFileError) {
    var result: Int32
    repeat { result = fdatasync(descriptor) } while result != 0 && errno == EINTR
    guard result == 0 else { throw .refused(.sync, path: path, .last) }
  }
}
