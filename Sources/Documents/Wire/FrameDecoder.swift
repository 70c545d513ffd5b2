/// Puts frames together from the pieces in which a pipe hands them over.
public struct FrameDecoder: Sendable {
  private let limit: Int
  private var bytes: [UInt8] = []
  /// Where the frame that comes next begins.
  private var start = 0
  /// The length and the first byte of that frame, once its head is read.
  private var frame: (first: Int, length: Int)?

  /// Starts before the first frame.
  ///
  /// - Parameter limit: How many bytes a frame may hold.
  public init(limit: Int = Frame.defaultLimit) { self.limit = limit }

  /// Takes what a pipe handed over.
  ///
  /// - Parameter piece: Any number of bytes.
  public mutating func append(_ piece: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      if let frame { self.frame = (frame.first - start, frame.length) }
      start = 0
    }
    bytes.append(contentsOf: piece)
  }

  /// The next frame, if all of it has come.
  ///
  /// - Returns: What the frame holds, or nothing as long as bytes are missing.
  /// - Throws: `FrameError` if the bytes are no frame; nothing more can be read then.
  public mutating func next() throws(FrameError) -> [UInt8]? {
    if frame == nil { frame = try head() }
    guard let (first, length) = frame else { return nil }
    guard bytes.count - first >= length else {
      bytes.reserveCapacity(first + length)
      return nil
    }
    let payload = Array(bytes[first..<first + length])
    start = first + length
    frame = nil
    return payload
  }

  /// Says that the pipe has ended.
  ///
  /// - Throws: `FrameError.cutOff` if it ended inside of a frame.
  public func finish() throws(FrameError) {
    if start < bytes.count { throw .cutOff(after: bytes.count - start) }
  }

  private func head() throws(FrameError) -> (first: Int, length: Int)? {
    var length = 0
    // As many digits as the longest length has; a zero before it is none of ours.
    for index in start..<min(bytes.count, start + 20) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n"), index > start {
        guard length <= limit else { throw .tooLong(length: length, limit: limit) }
        return (index + 1, length)
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), length < 1 << 56 else {
        throw .notALength(found: Array(bytes[start...index]))
      }
      length = length * 10 + Int(byte - UInt8(ascii: "0"))
    }
    if bytes.count >= start + 20 { throw .notALength(found: Array(bytes[start..<start + 20])) }
    return nil
  }
}
