internal import Glibc

/// Where a reader takes its bytes from: memory, or a file that it reads in blocks.
struct ByteSource: ~Copyable {
  private let origin: Origin
  /// How many bytes there are to read, where that is known.
  private let length: Int?
  private var position = 0

  private enum Origin {
    case memory([UInt8])
    case file(descriptor: CInt, path: String, isOwned: Bool)
    case shared(SharedFile)
  }

  init(_ bytes: [UInt8]) {
    origin = .memory(bytes)
    length = bytes.count
  }

  init(path: String, length: Int?) throws(CSVError) {
    var descriptor: CInt
    repeat { descriptor = open(path, O_RDONLY | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemError(errno)) }
    origin = .file(descriptor: descriptor, path: path, isOwned: true)
    self.length = length
  }

  init(descriptor: CInt, path: String, length: Int?) {
    origin = .file(descriptor: descriptor, path: path, isOwned: false)
    self.length = length
  }

  /// The bytes of an open file from a place on.
  init(_ file: SharedFile, from offset: Int) {
    origin = .shared(file)
    length = file.length
    position = offset
  }

  deinit {
    if case .file(let descriptor, _, isOwned: true) = origin { close(descriptor) }
  }

  /// Reads the next bytes.
  ///
  /// - Parameters:
  ///   - destination: where to put them.
  ///   - count: how many at most.
  /// - Returns: how many were read; none means the end.
  /// - Throws: `CSVError` if the system refuses, or the file is shorter than it is known to be.
  mutating func read(
    into destination: UnsafeMutablePointer<UInt8>, count: Int
  ) throws(CSVError) -> Int {
    let wanted = min(count, length.map { $0 - position } ?? count)
    guard wanted > 0 else { return 0 }
    switch origin {
    case .memory(let bytes):
      bytes.withUnsafeBufferPointer { bytes in
        if let start = bytes.baseAddress {
          destination.initialize(from: start + position, count: wanted)
        }
      }
      position += wanted
      return wanted
    case .file(let descriptor, let path, _):
      var got: Int
      repeat { got = Glibc.read(descriptor, destination, wanted) } while got < 0 && errno == EINTR
      guard got >= 0 else { throw .unreadable(path: path, reason: systemError(errno)) }
      if got == 0, let length { throw .cutOff(path: path, expected: length, found: position) }
      position += got
      return got
    case .shared(let file):
      try file.read(at: position, count: wanted, into: destination)
      position += wanted
      return wanted
    }
  }
}
