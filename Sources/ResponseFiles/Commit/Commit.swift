internal import Survey

/// Rows to append to several files of one folder: all of them, or none.
struct Commit {
  /// Rows for one file.
  struct Part {
    let name: String
    let file: OpenFile
    /// The length of the file in bytes.
    let before: Int
    let bytes: [UInt8]
  }

  let parts: [Part]

  /// Appends the rows, so that they are on the disk when it returns.
  ///
  /// Cut short at any moment, it leaves a journal by which the next one takes the rows out again.
  ///
  /// - Parameters:
  ///   - lock: The lock of the folder.
  ///   - probe: What is told of each step.
  /// - Throws: Why they cannot be written; the files are then as they were.
  func perform(holding lock: CommitLock, probe: CommitProbe) throws(ResponseFileError) {
    let entries = parts.map { part in
      CommitJournal.Entry(
        file: part.name, before: part.before, after: part.before + part.bytes.count,
        checksum: Checksum(part.bytes).description)
    }
    try lock.begin(CommitJournal(entries), probe: probe)
    do {
      for part in parts {
        try part.file.write(part.bytes, at: part.before, chunk: probe.chunk) {
          probe.reached(.appended(part.name))
        }
      }
      for part in parts {
        try part.file.sync()
        probe.reached(.synced(part.name))
      }
      try lock.folder.sync()
      probe.reached(.folderSynced)
    } catch {
      takeBack(holding: lock)
      throw error
    }
    // The rows are on the disk. Should the journal stay, whoever finds it sees that they all are.
    try? lock.end()
    probe.reached(.journalEmptied)
  }

  /// Cuts the files back; where even that is refused, the journal stays, and the next to lock the folder does.
  private func takeBack(holding lock: CommitLock) {
    do throws(ResponseFileError) {
      for part in parts {
        try part.file.truncate(to: part.before)
        try part.file.sync()
      }
      try lock.end()
    } catch {}
  }
}
