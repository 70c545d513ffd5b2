/// A stretch of bytes between a program and its worker: its length in decimal digits, a line feed, the bytes.
///
/// `5\nhello`. Both directions have the same frames; the worker answers each with one.
enum Frame {
  /// How many digits a length may have.
  static let digitLimit = 10

  /// The bytes as they are sent.
  ///
  /// - Parameter bytes: What the frame holds.
  /// - Returns: The length, a line feed, the bytes.
  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var frame = Array("\(bytes.count)\n".utf8)
    frame.reserveCapacity(frame.count + bytes.count)
    frame.append(contentsOf: bytes)
    return frame
  }

  /// What stands at the start of bytes that are arriving.
  enum Arrival: Equatable {
    /// The length is not yet there.
    case incomplete
    /// The frame begins behind the length, and has as many bytes.
    case length(Int, start: Int)
    /// It is no frame.
    case garbage
  }

  /// Reads the length at the start of bytes that are arriving.
  static func arrival(_ bytes: some Collection<UInt8>) -> Arrival {
    var length = 0
    for (index, byte) in bytes.prefix(digitLimit + 1).enumerated() {
      if byte == UInt8(ascii: "\n") { return index == 0 ? .garbage : .length(length, start: index + 1) }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), index < digitLimit else { return .garbage }
      length = length * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return .incomplete
  }
}
