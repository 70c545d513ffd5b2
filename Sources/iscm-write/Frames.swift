internal import Glibc

/// The frames of standard input and output.
enum Frames {
  /// What a definition may have; those of our forms have less than a megabyte.
  private static let limit = 64 << 20

  /// The next frame of standard input; nothing at its end.
  static func next() throws(WriterError) -> [UInt8]? {
    var length = 0
    var digits = 0
    while true {
      guard let byte = read(1).first else {
        if digits == 0 { return nil }
        throw .cutFrame
      }
      if byte == UInt8(ascii: "\n"), digits > 0 { break }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 9 else { throw .noFrame }
      length = length * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
    }
    guard length <= limit else { throw .tooLong(length, limit: limit) }
    let bytes = read(length)
    guard bytes.count == length else { throw .cutFrame }
    return bytes
  }

  /// Writes a frame to standard output.
  static func write(_ bytes: [UInt8]) {
    var rest = (Array("\(bytes.count)\n".utf8) + bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { exit(1) }
      rest = rest.dropFirst(count)
    }
  }

  /// As many bytes, or those that there are before the end.
  private static func read(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { room in
        Glibc.read(STDIN_FILENO, room.baseAddress.map { $0 + filled }, count - filled)
      }
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { break }
      filled += got
    }
    return Array(bytes[..<filled])
  }
}

/// Why a document cannot be made.
enum WriterError: Error, CustomStringConvertible {
  case noFrame
  case cutFrame
  case tooLong(Int, limit: Int)
  case noDefinition(String)
  case library(String, reason: String)

  var description: String {
    switch self {
    case .noFrame: "standard input holds no frame; expected a length in decimal and a line feed"
    case .cutFrame: "standard input ended inside a frame"
    case .tooLong(let length, let limit): "a frame of \(length) bytes; at most \(limit) are taken"
    case .noDefinition(let what): "the definition cannot be read: \(what)"
    case .library(let name, let reason): "\(name): \(reason)"
    }
  }
}
