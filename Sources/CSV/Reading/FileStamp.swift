internal import Glibc

/// By what a file is known again without being read: where it stands, how long it is, when it was last changed.
public struct FileStamp: Sendable, Hashable {
  /// The device.
  public let device: Int
  /// The number of the file on it.
  public let inode: Int
  /// How many bytes it has.
  public let size: Int
  /// When its bytes were last changed, in nanoseconds since 1970.
  public let modifiedAt: Int
  /// When anything about it was last changed, in nanoseconds since 1970.
  public let changedAt: Int

  /// Creates a stamp.
  public init(device: Int, inode: Int, size: Int, modifiedAt: Int, changedAt: Int) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modifiedAt = modifiedAt
    self.changedAt = changedAt
  }

  init(_ status: stat) {
    self.init(
      device: Int(truncatingIfNeeded: status.st_dev), inode: Int(truncatingIfNeeded: status.st_ino),
      size: Int(status.st_size), modifiedAt: Self.nanoseconds(status.st_mtim),
      changedAt: Self.nanoseconds(status.st_ctim))
  }

  /// The farthest time from 1970 that is told from those beyond, in seconds: in nanoseconds a later one has no number.
  public static let farthest = 9_000_000_000

  private static func nanoseconds(_ time: timespec) -> Int {
    min(max(time.tv_sec, -farthest), farthest) * 1_000_000_000 + time.tv_nsec
  }
}
