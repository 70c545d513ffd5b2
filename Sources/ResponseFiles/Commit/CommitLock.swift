internal import CSV
internal import Glibc
internal import Survey

/// The lock of a folder of responses, and the journal of a commit that stands in its file.
///
/// The file is never removed or renamed: two processes that locked two different files would both write.
struct CommitLock {
  let folder: Directory
  let lock: FileLock

  private var file: OpenFile { lock.file }

  /// Locks a folder against all others, and puts in order what a commit that was cut short has left.
  static func exclusive(
    _ folder: Directory, path: String, patience: Duration
  ) throws(ResponseFileError) -> CommitLock {
    let (file, isNew) = try OpenFile.openOrCreate(path, O_RDWR)
    if isNew { try folder.sync() }
    let lock = CommitLock(folder: folder, lock: try FileLock(file, .exclusive, patience: patience))
    try lock.recover()
    return lock
  }

  /// Locks a folder against writers; nothing where nobody has ever locked it.
  static func shared(
    _ folder: Directory, path: String, patience: Duration
  ) throws(ResponseFileError) -> CommitLock? {
    guard let file = try OpenFile.open(path, O_RDONLY) else { return nil }
    return CommitLock(folder: folder, lock: try FileLock(file, .shared, patience: patience))
  }

  /// Writes what is about to be appended, so that it is on the disk before anything is.
  func begin(_ journal: CommitJournal, probe: CommitProbe) throws(ResponseFileError) {
    let bytes: [UInt8]
    do { bytes = try journal.bytes() } catch { throw .unwritable(path: file.path, error) }
    do {
      try file.write(bytes, at: 0, chunk: probe.chunk) { probe.reached(.journalWritten) }
      try file.sync()
    } catch {
      try? file.truncate(to: 0)
      throw error
    }
    probe.reached(.journalSynced)
  }

  /// Takes the journal out: the commit holds, or nothing of it is left.
  func end() throws(ResponseFileError) {
    try file.truncate(to: 0)
    try file.sync()
  }

  /// How long each file is without the rows of a commit that was cut short, by name.
  ///
  /// - Returns: Nothing for a file that was not part of such a commit, or of one that was finished.
  func lengthsBefore() throws(ResponseFileError) -> [String: Int] {
    guard let journal = try journal(), try !isFinished(journal) else { return [:] }
    return Dictionary(journal.entries.map { ($0.file, $0.before) }, uniquingKeysWith: min)
  }

  private func journal() throws(ResponseFileError) -> CommitJournal? {
    let length = try file.length()
    return length == 0 ? nil : CommitJournal(try file.bytes(in: 0..<length))
  }

  private func recover() throws(ResponseFileError) {
    if try file.length() == 0 { return }
    if let journal = try journal() {
      let isFinished = try isFinished(journal)
      for entry in journal.entries {
        guard let part = try OpenFile.open(folder.file(entry.file), O_RDWR) else { continue }
        if !isFinished { try part.truncate(to: entry.before) }
        try part.sync()
      }
      try folder.sync()
    }
    try end()
  }

  /// Whether all that a commit was to append is there.
  private func isFinished(_ journal: CommitJournal) throws(ResponseFileError) -> Bool {
    var isFinished = true
    for entry in journal.entries {
      let path = folder.file(entry.file)
      let part = try OpenFile.open(path, O_RDONLY)
      let length = try part?.length() ?? 0
      guard entry.before <= length, length <= entry.after else {
        throw .changedDuringCommit(
          path: path, lock: file.path, length: length, before: entry.before, after: entry.after)
      }
      let added = try part?.bytes(in: entry.before..<length) ?? []
      if length < entry.after || Checksum(added).description != entry.checksum { isFinished = false }
    }
    return isFinished
  }
}
