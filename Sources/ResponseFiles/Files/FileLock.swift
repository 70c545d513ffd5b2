internal import Glibc

/// A lock of flock(2) on a file; it is given back with its last owner, or when the process ends.
struct FileLock {
  /// Who else may hold it meanwhile.
  enum Kind {
    /// Nobody.
    case exclusive
    /// Other readers.
    case shared

    fileprivate var flag: Int32 { self == .exclusive ? LOCK_EX : LOCK_SH }
  }

  /// The file that is locked.
  let file: OpenFile

  /// Takes the lock of an open file.
  ///
  /// - Parameters:
  ///   - file: The file; its descriptor holds the lock.
  ///   - kind: Whether others may hold it too.
  ///   - patience: How long to wait for others.
  /// - Throws: `ResponseFileError.locked` when the time is over.
  init(_ file: OpenFile, _ kind: Kind, patience: Duration) throws(ResponseFileError) {
    self.file = file
    guard try Self.waits(file, kind, patience: patience) else {
      let seconds = Int(patience.components.seconds)
      throw .locked(path: file.path, holder: LockHolder.of(file), seconds: seconds)
    }
  }

  /// Takes the lock as soon as nobody has it.
  ///
  /// - Returns: Whether it was free before the patience was at its end.
  /// - Throws: Why the file cannot be locked at all.
  static func waits(
    _ file: OpenFile, _ kind: Kind, patience: Duration
  ) throws(ResponseFileError) -> Bool {
    let start = now()
    while try !tries(file, kind) {
      guard now() - start < patience else { return false }
      // Short, in microseconds: whoever writes in a loop leaves the lock free for a moment only.
      usleep(500)
    }
    return true
  }

  /// Takes the lock if nobody has it.
  ///
  /// - Returns: Whether it was free.
  /// - Throws: Why the file cannot be locked at all.
  static func tries(_ file: OpenFile, _ kind: Kind) throws(ResponseFileError) -> Bool {
    while flock(file.descriptor, kind.flag | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw .refused(.lock, path: file.path, .last) }
    }
    return true
  }

  /// Gives a lock back before its file is closed.
  static func giveBack(_ file: OpenFile) { flock(file.descriptor, LOCK_UN) }

  private static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
