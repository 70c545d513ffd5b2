internal import Glibc
internal import ResponseFiles

/// A file of a source, open for reading and for nothing else.
struct SourceFile: ~Copyable {
  let path: String
  let length: Int
  private let descriptor: Int32

  /// Opens a regular file.
  ///
  /// A link is followed only where a person named it; inside a folder it could lead anywhere.
  init(_ path: String, followsLink: Bool = false) throws(MailboxError) {
    // A named pipe without a writer would keep us waiting; NONBLOCK does not, and means nothing for a file.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followsLink ? 0 : O_NOFOLLOW)
    // The time of the last reading is part of a mailbox: mail programs tell new mails by it.
    var opened = open(path, flags | Self.leavesAccessTime)
    if opened < 0, errno == EPERM { opened = open(path, flags) }
    guard opened >= 0 else { throw .refused(path: path, SystemReason(code: errno)) }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw .special(path: path)
    }
    self.path = path
    descriptor = opened
    length = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// O_NOATIME, which the Glibc module hides.
  private static let leavesAccessTime: Int32 = 0o1000000

  /// Reads a stretch of the file.
  ///
  /// - Throws: Where the file has become too short.
  func bytes(from offset: Int, count: Int) throws(MailboxError) -> [UInt8] {
    var failure: MailboxError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while filled < count {
        let got = pread(
          descriptor, room.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 {
          failure = .shrunk(path: path, expected: offset + count, found: offset + filled)
          return
        } else if errno != EINTR {
          failure = .refused(path: path, SystemReason(code: errno))
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
