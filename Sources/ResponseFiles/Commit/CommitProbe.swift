/// A step of a commit, when it is done.
package enum CommitStep: Sendable, Hashable {
  /// The lock was taken, and the files that were missing are there.
  case prepared
  /// Some bytes of the journal were written.
  case journalWritten
  case journalSynced
  /// Some bytes were appended to a file.
  case appended(String)
  case synced(String)
  case folderSynced
  case journalEmptied
}

/// What a test wants to see of a commit: the state of the disk after each step is what a crash there leaves.
package struct CommitProbe {
  /// How many bytes are written at one go.
  package let chunk: Int
  /// Called after each step.
  package let reached: (CommitStep) -> Void

  /// Creates a probe.
  package init(chunk: Int, reached: @escaping (CommitStep) -> Void) {
    self.chunk = chunk
    self.reached = reached
  }

  /// Sees nothing, and writes all at one go.
  package static var none: CommitProbe { CommitProbe(chunk: .max) { _ in } }
}
