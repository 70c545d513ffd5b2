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
  private let folder: OpenFile
  private let questionnaire: Questionnaire
  private var length: Int
  /// Whether the next event is the first since the draft was resumed.
  private var isResumed: Bool

  init(
    _ file: OpenFile, in folder: OpenFile, of questionnaire: Questionnaire, length: Int,
    isResumed: Bool = false
  ) {
    self.path = file.path
    self.file = file
    self.folder = folder
    self.questionnaire = questionnaire
    self.length = length
    self.isResumed = isResumed
  }

  // A child that is just being started has the file open too, until it runs its program: closing would not do.
  deinit { FileLock.giveBack(file) }

  /// Records an event, so that it is on the disk before anybody is told that it happened.
  ///
  /// - Parameters:
  ///   - event: What the person did.
  ///   - time: Now.
  /// - Throws: Why it cannot be recorded; the journal is then as it was. `draftTakenOver` where another
  ///   session goes on with the draft.
  public func append(_ event: FormEvent, at time: Instant) throws(ResponseFileError) {
    try append(DraftRow(event, at: time, in: questionnaire))
  }

  /// Records that all before is submitted.
  func appendSubmission(at time: Instant) throws(ResponseFileError) {
    try append(DraftRow(time, .submit))
  }

  /// How the form was filled, as far as it is recorded.
  ///
  /// - Throws: Why the journal cannot be read back.
  func paradata() throws(ResponseFileError) -> Paradata {
    guard let draft = try draft() else { throw .notADraft(path: path) }
    return draft.paradata
  }

  private func draft() throws(ResponseFileError) -> Draft? {
    let text = JournalText(try file.bytes(in: 0..<length))
    return Draft(text, path: path, isHeld: true, questionnaire: questionnaire)
  }

  /// Removes the journal: to be called when the response is stored, and never before.
  ///
  /// One that holds answers which have no place in the form is no draft any more, but stays, as `….csv.left-out`.
  ///
  /// - Throws: Why it cannot be removed.
  public func seal() throws(ResponseFileError) {
    let isWhole = try draft()?.findings.contains(where: \.problem.leavesOut) == false
    try holding { () throws(ResponseFileError) in
      let code = isWhole ? unlink(path) : rename(path, "\(path).left-out")
      guard code == 0 || errno == ENOENT else {
        throw .refused(isWhole ? .delete : .rename, path: path, .last)
      }
    }
    try Directory(containing: path).sync()
  }

  /// Removes the journal of a form that somebody only looked at: nothing is in it but where they stood.
  ///
  /// - Parameter given: What the form was opened with, and nobody typed.
  /// - Returns: Whether it was removed; it stays where anything else is in it, or anything that cannot be read.
  /// - Throws: Why it cannot be read or removed. `draftTakenOver` where another session goes on with the draft.
  public func removeIfUntouched(openedWith given: [FormEvent] = []) throws(ResponseFileError) -> Bool {
    var isRemoved = false
    try holding { () throws(ResponseFileError) in
      let text = JournalText(try file.bytes(in: 0..<(try file.length())))
      let rows = text.rows.compactMap { DraftRow($0.cells) }
      var rest = rows[...]
      guard text.tailLength == 0, rows.count == text.rows.count, DraftOpening(&rest) != nil,
        rest.allSatisfy({ row in
          row.isOfPlace || given.contains { DraftRow($0, at: row.time, in: questionnaire) == row }
        })
      else { return }
      guard unlink(path) == 0 else { throw .refused(.delete, path: path, .last) }
      isRemoved = true
    }
    if isRemoved { try Directory(containing: path).sync() }
    return isRemoved
  }

  private func append(_ row: DraftRow) throws(ResponseFileError) {
    // With its first event, so that who only looks in leaves no trace.
    let mark = DraftRow(row.time, .resume, questionnaire.id.text, questionnaire.version)
    var bytes: [UInt8] = []
    for row in isResumed ? [mark, row] : [row] {
      do { bytes += try CSVWriter.record(row.cells) } catch { throw .unwritable(path: path, error) }
    }
    try holding { () throws(ResponseFileError) in
      do throws(ResponseFileError) {
        try file.write(bytes, at: length)
        try file.syncData()
      } catch {
        try? file.truncate(to: length)
        throw error
      }
    }
    length += bytes.count
    isResumed = false
  }

  /// Does something while nobody can take the draft over.
  private func holding(_ body: () throws(ResponseFileError) -> Void) throws(ResponseFileError) {
    let patience = DraftFolder.patience
    guard try FileLock.waits(folder, .shared, patience: patience) else {
      let seconds = Int(patience.components.seconds)
      throw .locked(path: folder.path, holder: LockHolder.of(folder), seconds: seconds)
    }
    defer { FileLock.giveBack(folder) }
    // Whoever takes a draft over puts another file in its place.
    guard try file.hasName() else { throw .draftTakenOver(path: path) }
    try body()
  }
}
