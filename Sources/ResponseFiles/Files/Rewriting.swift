internal import Glibc

/// The rewriting of a file as a whole, one after the other: whoever comes second sees what the first has written.
///
/// The lock is a file beside it that is never removed, since the file itself is replaced.
public enum Rewriting {
  /// Reads and replaces a file while nobody else does.
  ///
  /// - Parameters:
  ///   - path: The file; its folder must be there.
  ///   - patience: How long to wait for others.
  ///   - body: Reads the file and replaces it.
  /// - Returns: What `body` gives.
  /// - Throws: `ResponseFileError` where the lock is not to be had, and whatever `body` throws.
  public static func alone<Result>(
    with path: String, patience: Duration = ResponseFolder.defaultPatience, _ body: () throws -> Result
  ) throws -> Result {
    let (file, _) = try OpenFile.openOrCreate(path + ".lock", O_RDWR)
    let lock = try FileLock(file, .exclusive, patience: patience)
    return try withExtendedLifetime(lock, body)
  }
}
