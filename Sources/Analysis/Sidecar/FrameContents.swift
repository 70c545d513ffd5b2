internal import Digests
internal import Glibc

/// The good frames of a file, as any number of threads may read them at once.
struct FrameContents: Sendable {
  /// A frame, without what it holds.
  struct Frame: Sendable {
    let kind: UInt64
    let first: UInt64
    let second: UInt64
    let offset: Int
    let length: Int
    let hash: FastHash
  }

  /// A frame's head: its kind, two numbers of whoever wrote it, its length, and the two halves of its hash.
  static let headLength = 48

  let file: OpenFile
  /// As far as their heads say.
  var frames: [Frame] = []

  /// What a frame holds.
  ///
  /// - Throws: `SidecarDamage` where it is not what was written.
  func bytes(_ frame: Frame) throws(SidecarDamage) -> [UInt8] {
    guard let bytes = file.read(at: frame.offset + Self.headLength, frame.length),
      Self.hash(frame.kind, frame.first, frame.second, bytes) == frame.hash
    else { throw SidecarDamage() }
    return bytes
  }

  /// What a frame is known by: its numbers and all that it holds.
  static func hash(_ kind: UInt64, _ first: UInt64, _ second: UInt64, _ bytes: [UInt8]) -> FastHash {
    var writer = ByteRecordWriter()
    for number in [kind, first, second] { writer.append(number) }
    let held = FastHash(of: bytes)
    writer.append(held.low)
    writer.append(held.high)
    return FastHash(of: writer.bytes)
  }
}

/// A file that is closed when nobody needs it any more.
final class OpenFile: Sendable {
  let descriptor: CInt

  /// Takes over a descriptor.
  init(_ descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Some bytes; nothing where there are not so many, or the system refuses.
  func read(at offset: Int, _ count: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while filled < count {
        let got = pread(
          descriptor, room.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          isWhole = false
          return
        }
        filled += got
      }
    }
    return isWhole ? bytes : nil
  }
}
