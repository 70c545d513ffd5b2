/// A message between a program and its worker: its length in decimal, a newline, and as many bytes.
///
/// Frames follow each other on a pipe with nothing between them; a pipe that ends between two frames has ended well.
public enum Frame {
  /// The longest frame that is read unless a reader is told otherwise: 256 MiB.
  public static let defaultLimit = 1 << 28

  /// What is written before the bytes of a frame.
  ///
  /// - Parameter length: How many bytes the frame holds.
  /// - Returns: The length in decimal and a newline.
  public static func head(length: Int) -> [UInt8] { Array("\(length)\n".utf8) }

  /// A whole frame.
  ///
  /// - Parameter payload: What the frame holds.
  /// - Returns: The bytes as they go through the pipe.
  public static func encoded(_ payload: some Collection<UInt8>) -> [UInt8] {
    head(length: payload.count) + payload
  }
}

/// Why what comes through a pipe is no frame: nothing behind it can be read.
public enum FrameError: Error, Sendable, Hashable {
  /// Where the length should stand is something else.
  case notALength(found: [UInt8])
  /// The frame is longer than the reader allows.
  case tooLong(length: Int, limit: Int)
  /// The pipe ended inside of a frame: so many bytes of it came.
  case cutOff(after: Int)
}

extension FrameError: CustomStringConvertible {
  /// The error in one line.
  public var description: String {
    switch self {
    case .notALength(let found):
      let text = String(decoding: found, as: UTF8.self)
      return "a frame begins with \(text.debugDescription); expected its length in decimal and a newline"
    case .tooLong(let length, let limit):
      return "a frame of \(length) bytes; at most \(limit) are read"
    case .cutOff(let count):
      return "the pipe ended inside of a frame, after \(count) bytes of it"
    }
  }
}
