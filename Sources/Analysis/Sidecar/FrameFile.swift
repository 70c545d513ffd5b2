internal import CSV
internal import Digests
internal import Glibc

/// A file of frames, each with its length and its hash, that only grows at its end.
///
/// A frame is 48 bytes and what it holds: its kind, two numbers of whoever wrote it, and its length, as 64 bits each,
/// then the hash of all that and what it holds. What stands behind the last good frame was not written to its end.
final class FrameFile {
  static let magic = Array("iscm columns 2\r\n".utf8)

  /// The good frames.
  private(set) var contents: FrameContents
  private var end = 0
  /// Whether nobody else writes to it.
  private(set) var isLocked = false

  /// Why there is no such file.
  enum Refusal: Error {
    /// Something stands there that is none, or whose bytes may be another file's too.
    case notOurs
    /// The system refuses, or there is none.
    case system
  }

  /// What a file of frames begins with, whatever version of the program made it.
  private static let beginning = Array("iscm columns ".utf8)

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: Where it stands.
  ///   - permissions: Who may read it, where it is made if there is none and locked against other writers; nothing
  ///     where it is only read.
  /// - Throws: Why it is not to be used.
  init(_ path: String, permissions: UInt32?) throws(Refusal) {
    // A link may lead to anything, to the record as well; and nobody may be waited for who opens a pipe.
    let safely = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    // Nobody may look into it before it has the permissions of the file that it is made of.
    let descriptor = open(path, safely | (permissions == nil ? O_RDONLY : O_RDWR | O_CREAT), 0o600)
    guard descriptor >= 0 else {
      throw [ELOOP, ENXIO, EISDIR].contains(errno) ? .notOurs : .system
    }
    contents = FrameContents(file: OpenFile(descriptor))
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink < 2 else { throw .notOurs }
    if permissions != nil { isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
    guard beginsAsOurs else { throw .notOurs }
    if let permissions, isLocked { fchmod(descriptor, permissions) }
    readHeads()
  }

  /// Whether nothing stands in the file that is not ours; whoever was stopped at its first bytes has written few of them.
  private var beginsAsOurs: Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    let length = min(Int(status.st_size), Self.beginning.count)
    return contents.file.read(at: 0, length) == Array(Self.beginning.prefix(length))
  }

  /// Makes a file without a name, which is gone when nobody needs it any more; there is nothing where the system
  /// refuses.
  ///
  /// - Parameter folder: Where its bytes are.
  init?(namelessIn folder: String) {
    var template = Array("\(folder)/iscm-rows-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    contents = FrameContents(file: OpenFile(descriptor))
    isLocked = true
  }

  private var descriptor: CInt { contents.file.descriptor }

  /// When it was written to last, in nanoseconds since 1970, by the clock of its file system.
  var modifiedAt: Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return 0 }
    // Somebody may have set a time that is further away than these numbers go.
    let seconds = min(max(status.st_mtim.tv_sec, -FileStamp.farthest), FileStamp.farthest)
    return seconds * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  private func readHeads() {
    guard let magic = contents.file.read(at: 0, Self.magic.count), magic == Self.magic else { return }
    end = Self.magic.count
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return }
    let length = Int(status.st_size)
    let headLength = FrameContents.headLength
    while end + headLength <= length, let head = contents.file.read(at: end, headLength) {
      var reader = ByteRecordReader(head)
      guard let numbers = try? (0..<6).map({ _ in try reader.number(UInt64.self) }),
        let held = Int(exactly: numbers[3]), held <= length - end - headLength
      else { return }
      contents.frames.append(
        FrameContents.Frame(
          kind: numbers[0], first: numbers[1], second: numbers[2], offset: end, length: held,
          hash: FastHash(low: numbers[4], high: numbers[5])))
      end += headLength + held
    }
  }

  /// Puts a frame behind the others.
  ///
  /// - Returns: Whether the system took it.
  func append(kind: UInt64, first: UInt64 = 0, second: UInt64 = 0, _ bytes: [UInt8]) -> Bool {
    var writer = ByteRecordWriter()
    for number in [kind, first, second, UInt64(bytes.count)] { writer.append(number) }
    let hash = FrameContents.hash(kind, first, second, bytes)
    writer.append(hash.low)
    writer.append(hash.high)
    guard write(writer.bytes + bytes) else { return false }
    contents.frames.append(
      FrameContents.Frame(
        kind: kind, first: first, second: second, offset: end - bytes.count - FrameContents.headLength,
        length: bytes.count, hash: hash))
    return true
  }

  /// Drops all frames from a place on.
  func drop(from place: Int) {
    guard place < contents.frames.count else {
      _ = ftruncate(descriptor, off_t(end))
      return
    }
    end = place == 0 ? 0 : contents.frames[place].offset
    contents.frames.removeSubrange(place...)
    _ = ftruncate(descriptor, off_t(end))
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    let bytes = end == 0 ? Self.magic + bytes : bytes
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(end + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    end += done
    return true
  }
}
