internal import Glibc

/// An open file that several readers take bytes from, each at places of its own.
///
/// Its length is that of the time when it was opened: what is appended afterwards is not read, and a file that
/// has become shorter is an error.
public final class SharedFile: Sendable {
  /// What to call the file in errors.
  public let path: String
  /// How many bytes are read.
  public let length: Int
  /// What the file looked like from outside when it was opened; nothing for bytes in memory.
  public let stampWhenOpened: FileStamp?
  private let origin: Origin

  private enum Origin {
    case descriptor(CInt)
    case memory([UInt8])
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file; it must have a length, so that it is no pipe.
  ///   - length: How many bytes to read, for a file that may be growing meanwhile; nothing means as many as there
  ///     are now.
  /// - Throws: `CSVError.unreadable`, or `CSVError.cutOff` where there are fewer.
  public init(path: String, length: Int? = nil) throws(CSVError) {
    var descriptor: CInt
    repeat { descriptor = open(path, O_RDONLY | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemError(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = systemError(errno)
      close(descriptor)
      throw .unreadable(path: path, reason: reason)
    }
    let found = Int(status.st_size)
    if let length, found < length {
      close(descriptor)
      throw .cutOff(path: path, expected: length, found: found)
    }
    origin = .descriptor(descriptor)
    self.path = path
    self.length = length ?? found
    stampWhenOpened = FileStamp(status)
  }

  /// Bytes in memory, read as if they were a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: What to call it in errors.
  public init(_ bytes: [UInt8], path: String = "") {
    origin = .memory(bytes)
    stampWhenOpened = nil
    length = bytes.count
    self.path = path
  }

  deinit {
    if case .descriptor(let descriptor) = origin { close(descriptor) }
  }

  /// Reads bytes at a place.
  ///
  /// - Parameters:
  ///   - offset: Where they stand in the file, from 0.
  ///   - count: How many; all of them must lie within `length`.
  ///   - destination: Where to put them.
  /// - Throws: `CSVError` if the system refuses, or the file has become shorter.
  func read(at offset: Int, count: Int, into destination: UnsafeMutablePointer<UInt8>) throws(CSVError) {
    guard case .descriptor(let descriptor) = origin else {
      copy(at: offset, count: count, into: destination)
      return
    }
    var done = 0
    while done < count {
      var got: Int
      repeat {
        got = pread(descriptor, destination + done, count - done, off_t(offset + done))
      } while got < 0 && errno == EINTR
      guard got >= 0 else { throw .unreadable(path: path, reason: systemError(errno)) }
      guard got > 0 else { throw .cutOff(path: path, expected: length, found: offset + done) }
      done += got
    }
  }

  /// What the file looks like from outside now; nothing for bytes in memory.
  public var stamp: FileStamp? {
    guard case .descriptor(let descriptor) = origin else { return nil }
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
  }

  /// Who may read and write the file, as bits of `chmod`; its owner alone for bytes in memory.
  public var permissions: UInt32 {
    guard case .descriptor(let descriptor) = origin else { return 0o600 }
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_mode & 0o666 : 0o600
  }

  /// Whether the last byte is one that ends a record, or there is none.
  public var endsRecord: Bool {
    get throws(CSVError) {
      if length == 0 { return true }
      var last: UInt8 = 0
      try withUnsafeMutablePointer(to: &last) { last throws(CSVError) in
        try read(at: length - 1, count: 1, into: last)
      }
      return last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r")
    }
  }

  private func copy(at offset: Int, count: Int, into destination: UnsafeMutablePointer<UInt8>) {
    guard case .memory(let bytes) = origin else { return }
    precondition(offset >= 0 && count >= 0 && offset + count <= bytes.count, "The file has no such bytes")
    bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { destination.initialize(from: start + offset, count: count) }
    }
  }
}

/// The system's text for an error number.
func systemError(_ number: CInt) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
    guard let start = text.baseAddress else { return "error \(number)" }
    text.initialize(repeating: 0)
    guard strerror_r(number, start, text.count) == 0 else { return "error \(number)" }
    return String(cString: start)
  }
}
