internal import CPosix
internal import Glibc

/// The folder of what came in, to the byte: `mail/SHA256.eml`, kept before anything is decided of it.
///
/// A name is the hash of its bytes, so that a file that is there is never written again.
public struct OriginalsFolder: Sendable {
  /// The folder; it need not be there.
  public let path: String

  /// A file to keep.
  public struct Original: Sendable, Hashable {
    /// The hash of the bytes with an ending: `2c26b4….eml`.
    public let name: String
    /// What came in.
    public let bytes: [UInt8]

    /// Creates a file to keep.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Names the folder.
  public init(path: String) { self.path = path }

  /// Keeps files, so that they are on the disk when it returns: whole, or not at all.
  ///
  /// - Parameter originals: The files; one that is there already is left alone.
  /// - Throws: Why they cannot be kept.
  public func keep(_ originals: [Original]) throws(ResponseFileError) {
    let known = Set(try directory.names())
    var seen: Set<String> = []
    let fresh = originals.filter { !known.contains($0.name) && seen.insert($0.name).inserted }
    if fresh.isEmpty { return }
    try directory.create()
    for original in fresh { try write(original) }
    // The bytes of all are on the disk before the first has its name.
    try syncAll()
    for original in fresh {
      guard rename(unfinished(original.name), directory.file(original.name)) == 0 else {
        throw .refused(.rename, path: directory.file(original.name), .last)
      }
    }
    try directory.sync()
  }

  /// Reads a file that was kept.
  ///
  /// - Parameter name: Its name.
  /// - Returns: Its bytes; nothing where there is no such file.
  /// - Throws: Why it cannot be read.
  public func bytes(of name: String) throws(ResponseFileError) -> [UInt8]? {
    guard let file = try OpenFile.open(directory.file(name), O_RDONLY) else { return nil }
    return try file.bytes(in: 0..<file.length())
  }

  private var directory: Directory { Directory(path: path) }

  private func unfinished(_ name: String) -> String { directory.file(".\(name).new") }

  private func write(_ original: Original) throws(ResponseFileError) {
    // One that a crash left is written anew.
    unlink(unfinished(original.name))
    guard let file = try OpenFile.create(unfinished(original.name), O_WRONLY) else {
      throw .refused(.create, path: unfinished(original.name), SystemReason(code: EEXIST))
    }
    try file.write(original.bytes, at: 0)
  }

  private func syncAll() throws(ResponseFileError) {
    guard let folder = try OpenFile.open(path, O_RDONLY | O_DIRECTORY) else {
      throw .refused(.sync, path: path, SystemReason(code: ENOENT))
    }
    guard iscm_sync_filesystem(folder.descriptor) == 0 else { throw .refused(.sync, path: path, .last) }
  }
}
