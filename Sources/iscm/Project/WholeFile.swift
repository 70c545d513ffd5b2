internal import Glibc

/// A file that is written as a whole: whoever reads it meanwhile sees the old one or the new one.
struct WholeFile {
  private let path: String
  private let isPrivate: Bool
  private let canBeMadeAgain: Bool

  /// Names a file; the folders before it are made when it is written.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isPrivate: Whether only its owner may read it, whatever the umask: answers carry names of people.
  ///   - canBeMadeAgain: Whether one command makes the same file again, so that nobody waits until the disk has it.
  init(_ path: String, isPrivate: Bool = false, canBeMadeAgain: Bool = false) {
    self.path = path
    self.isPrivate = isPrivate
    self.canBeMadeAgain = canBeMadeAgain
  }

  /// Writes the file.
  ///
  /// - Parameter bytes: All that it shall hold.
  /// - Throws: `Failure` where it cannot be written; the old file is then as it was.
  func write(_ bytes: [UInt8]) throws(Failure) {
    try makeFolders()
    let new = path + ".new"
    // A link may lead to anything, and nobody may be waited for who opens a pipe.
    let safely = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let descriptor = open(new, O_WRONLY | O_CREAT | safely, isPrivate ? 0o600 : 0o644)
    guard descriptor >= 0 else {
      throw [ELOOP, ENXIO, EISDIR].contains(errno) ? stranger(new) : refusal()
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
      ftruncate(descriptor, 0) == 0
    else {
      close(descriptor)
      throw stranger(new)
    }
    // What an earlier run left behind may be open to others.
    if isPrivate { fchmod(descriptor, 0o600) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      rest = rest.dropFirst(count)
    }
    let isWritten = rest.isEmpty && (canBeMadeAgain || fsync(descriptor) == 0)
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(new, path) == 0 else {
      let failure = refusal()
      unlink(new)
      throw failure
    }
  }

  private func makeFolders() throws(Failure) {
    var folder = ""
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for (index, part) in parts.enumerated() {
      folder += folder.isEmpty && !path.hasPrefix("/") ? String(part) : "/" + part
      let mode: mode_t = isPrivate && index == parts.count - 1 ? 0o700 : 0o755
      if folder.isEmpty || folder == "/" || mkdir(folder, mode) == 0 || errno == EEXIST { continue }
      throw refusal()
    }
  }

  private func stranger(_ new: String) -> Failure {
    Failure(
      .commitFailed,
      "\(new): found a link, a pipe or a folder, expected nothing: the file is written there first; move it away"
    )
  }

  private func refusal() -> Failure {
    Failure(
      .commitFailed,
      "\(path): cannot be written: \(String(cString: strerror(errno))); make room, or mend its permissions")
  }
}
