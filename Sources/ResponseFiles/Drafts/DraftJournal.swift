public import Calendar
internal import CSV
internal import Glibc
public import Survey

/// The journal of an unfinished form, open for its next event.
///
/// It is at once the draft, what can be taken back, and the record of how the form was filled.
///
/// A class, because it holds the lock by which others know that the draft is being filled, and the closures
/// of a front-end share it.
public final class DraftJournal {
  /// The journal.
  public let path: String
  private let file: OpenFile
  private var length: Int

  init(_ file: OpenFile, path: String, length: Int) {
    self.file = file
    self.path = path
    self.length = length
  }

  /// Records an event, so that it is on the disk before anybody is told that it happened.
  ///
  /// - Parameters:
  ///   - event: What the person did.
  ///   - time: Now.
  /// - Throws: Why it cannot be recorded; the journal is then as it was.
  public func append(_ event: FormEvent, at time: Instant) throws(ResponseFileError) {
    let bytes: [UInt8]
    do { bytes = try CSVWriter.record(DraftRow(event, at: time).cells) } catch {
      throw .unwritable(path: path, error)
    }
    do {
      try file.write(bytes, at: length)
      try file.syncData()
    } catch {
      try? file.truncate(to: length)
      throw error
    }
    length += bytes.count
  }

  /// Removes the journal: to be called when the response is stored, and never before.
  ///
  /// - Throws: Why it cannot be removed.
  public func seal() throws(ResponseFileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw .refused(.delete, path: path, .last) }
    try Directory(containing: path).sync()
  }
}
