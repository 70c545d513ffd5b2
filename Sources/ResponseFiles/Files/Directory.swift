internal import Glibc

/// A folder of the file system.
struct Directory {
  let path: String

  /// Makes the folder, and those around it, where they are missing: only their owner can look into them.
  ///
  /// - Throws: Why one of them cannot be made.
  func create() throws(ResponseFileError) {
    if try make() { return }
    if parent.path != path {
      try parent.create()
      if try make() { return }
    }
    throw .refused(.create, path: path, SystemReason(code: ENOENT))
  }

  /// Makes the folder alone.
  ///
  /// - Returns: Whether it is there now; not so where the one around it is missing.
  private func make() throws(ResponseFileError) -> Bool {
    if mkdir(path, 0o700) == 0 {
      // mkdir takes the umask off; chmod does not.
      guard chmod(path, 0o700) == 0 else { throw .refused(.create, path: path, .last) }
      try parent.sync()
      return true
    }
    let reason = SystemReason.last
    if reason.code == EEXIST { return true }
    if reason.code == ENOENT { return false }
    throw .refused(.create, path: path, reason)
  }

  /// Waits until the names of its files are on the disk.
  func sync() throws(ResponseFileError) {
    guard let folder = try OpenFile.open(path, O_RDONLY | O_DIRECTORY) else {
      throw .refused(.sync, path: path, SystemReason(code: ENOENT))
    }
    try folder.sync()
  }

  /// The names in it, sorted by code point; none where there is no such folder.
  func names() throws(ResponseFileError) -> [String] {
    guard let stream = opendir(path) else {
      if errno == ENOENT { return [] }
      throw .refused(.list, path: path, .last)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The path of a file in it.
  func file(_ name: String) -> String {
    if path == "." { return name }
    return path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  private var parent: Directory { Directory(containing: path) }
}

extension Directory {
  /// The folder in which a file or a folder stands.
  init(containing path: String) {
    let trimmed = String(path.reversed().drop { $0 == "/" }.reversed())
    guard let slash = trimmed.lastIndex(of: "/") else {
      self.init(path: ".")
      return
    }
    let outer = String(trimmed[..<slash])
    self.init(path: outer.isEmpty ? "/" : outer)
  }
}
