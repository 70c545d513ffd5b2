internal import Glibc
internal import ResponseFiles

/// A folder of a source.
struct SourceFolder {
  let path: String

  /// Something that stands in it.
  struct Entry {
    let name: String
    let path: String
    let kind: Kind

    enum Kind { case file, folder, link, other }
  }

  /// What stands in it, sorted by the bytes of the names.
  func entries() throws(MailboxError) -> [Entry] {
    guard let stream = opendir(path) else { throw .refused(path: path, SystemReason(code: errno)) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != "." && name != ".." { names.append(name) }
    }
    var entries: [Entry] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let path = path.hasSuffix("/") ? self.path + name : "\(self.path)/\(name)"
      entries.append(Entry(name: name, path: path, kind: try Entry.Kind(path)))
    }
    return entries
  }
}

extension SourceFolder.Entry.Kind {
  /// Looks what stands at a path.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - followsLink: Whether it is looked at what a link leads to.
  /// - Throws: Why that cannot be seen.
  init(_ path: String, followsLink: Bool = false) throws(MailboxError) {
    var status = stat()
    let result = followsLink ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw .refused(path: path, SystemReason(code: errno)) }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}
