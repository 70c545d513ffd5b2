internal import CSV
internal import Glibc
public import Survey

/// The unfinished forms of one questionnaire: a journal for each.
public struct DraftFolder: Sendable {
  /// The folder; it need not be there.
  public let path: String
  /// The form.
  public let questionnaire: Questionnaire

  /// Creates a folder of drafts.
  public init(path: String, questionnaire: Questionnaire) {
    self.path = path
    self.questionnaire = questionnaire
  }

  /// The journal of a response's draft: its id in characters that every file system takes.
  public func file(of id: Response.ID) -> String { directory.file(id.fileName + ".csv") }

  /// How long somebody who records an event, or takes a draft over, is waited for.
  static let patience = Duration.seconds(5)

  private var directory: Directory { Directory(path: path) }

  /// Looks at all drafts of this questionnaire.
  ///
  /// - Returns: The drafts, the one that was filled last first; and files that cannot be read.
  /// - Throws: Why the folder cannot be listed.
  public func list() throws(ResponseFileError) -> (drafts: [Draft], findings: [DraftFinding]) {
    var drafts: [Draft] = []
    var findings: [DraftFinding] = []
    for name in try directory.names() where name.hasSuffix(".csv") && !name.hasPrefix(".") {
      let path = directory.file(name)
      do throws(ResponseFileError) {
        // Gone since it was listed: it was submitted meanwhile.
        guard let draft = try look(path) else { continue }
        if draft.opening.formID == questionnaire.id { drafts.append(draft) }
      } catch {
        findings.append(DraftFinding(path: path, line: nil, problem: .unreadable(error)))
      }
    }
    drafts.sort { ($0.lastTime, $1.path) > ($1.lastTime, $0.path) }
    return (drafts, findings)
  }

  /// Looks at a draft, which others may be filling.
  ///
  /// - Parameter id: The identity that its response will have.
  /// - Returns: The draft, or nothing where there is none.
  /// - Throws: Why it cannot be read.
  public func draft(of id: Response.ID) throws(ResponseFileError) -> Draft? { try look(file(of: id)) }

  /// Begins a draft.
  ///
  /// The journal comes into being with all of its opening, or not at all.
  ///
  /// - Parameter opening: What it is a draft of.
  /// - Returns: The journal, open and locked.
  /// - Throws: Why it cannot be begun; `draftExists` where there is one of this id.
  public func begin(_ opening: DraftOpening) throws(ResponseFileError) -> DraftJournal {
    try directory.create()
    let path = file(of: opening.instanceID)
    if let file = try OpenFile.open(path, O_RDONLY) {
      let there = Draft(try text(of: file), path: path, isHeld: false, questionnaire: questionnaire)
      if there != nil { throw .draftExists(path: path) }
    }
    var bytes: [UInt8] = []
    for cells in [DraftRow.columns] + opening.rows.map(\.cells) {
      do { bytes += try CSVWriter.record(cells) } catch { throw .unwritable(path: path, error) }
    }
    let file = try put(bytes, at: opening.instanceID)
    return DraftJournal(file, in: try openFolder(), of: questionnaire, length: bytes.count)
  }

  /// Goes on with a draft.
  ///
  /// A row that was cut off while it was written is taken out; the draft's findings say so. More than that is
  /// first copied to a file beside the journal.
  ///
  /// - Parameters:
  ///   - id: The identity that its response will have.
  ///   - takingOver: Whether to go on with a draft that another session fills. All that it has recorded is
  ///     in the draft, and it can record no more.
  /// - Returns: The journal, open and locked, and what it holds.
  /// - Throws: Why it cannot be resumed; `draftHeld` where another session fills it.
  public func resume(
    _ id: Response.ID, takingOver: Bool = false
  ) throws(ResponseFileError) -> (journal: DraftJournal, draft: Draft) {
    let path = file(of: id)
    guard var file = try OpenFile.open(path, O_RDWR) else { throw .noDraft(path: path) }
    let folder = try openFolder()
    // Whoever only looks at it holds the lock for a moment.
    let isFree = try FileLock.waits(file, .exclusive, patience: .milliseconds(300))
    if !isFree, !takingOver { throw .draftHeld(path: path, holder: LockHolder.of(file)) }
    if !isFree {
      guard try FileLock.waits(folder, .exclusive, patience: Self.patience) else {
        throw .draftHeld(path: path, holder: LockHolder.of(file))
      }
    }
    defer { FileLock.giveBack(folder) }
    // Submitted, or taken over by somebody else, between the two.
    guard try file.hasName() else {
      guard let other = try OpenFile.open(path, O_RDONLY) else { throw .noDraft(path: path) }
      throw .draftHeld(path: path, holder: LockHolder.of(other))
    }
    let bytes = try file.bytes(in: 0..<(try file.length()))
    let text = JournalText(bytes)
    guard let draft = Draft(text, path: path, isHeld: true, questionnaire: questionnaire) else {
      throw .notADraft(path: path)
    }
    if draft.opening.formID != questionnaire.id {
      throw .draftOfOtherForm(path: path, found: draft.opening.formID, expected: questionnaire.id)
    }
    if text.isDamaged { try keepCopy(of: bytes, beside: path) }
    if !isFree {
      file = try put(Array(bytes[..<text.wholeLength]), at: id)
    } else if text.tailLength > 0 {
      try file.truncate(to: text.wholeLength)
      try file.sync()
    }
    let journal = DraftJournal(
      file, in: folder, of: questionnaire, length: text.wholeLength, isResumed: true)
    return (journal, draft)
  }

  private func look(_ path: String) throws(ResponseFileError) -> Draft? {
    guard let file = try OpenFile.open(path, O_RDONLY) else { return nil }
    let isHeld = try !FileLock.tries(file, .shared)
    guard
      let draft = Draft(try text(of: file), path: path, isHeld: isHeld, questionnaire: questionnaire)
    else { throw .notADraft(path: path) }
    return draft
  }

  private func text(of file: OpenFile) throws(ResponseFileError) -> JournalText {
    JournalText(try file.bytes(in: 0..<(try file.length())))
  }

  private func openFolder() throws(ResponseFileError) -> OpenFile {
    guard let folder = try OpenFile.open(path, O_RDONLY | O_DIRECTORY) else {
      throw .refused(.open, path: path, SystemReason(code: ENOENT))
    }
    return folder
  }

  /// Puts a whole journal in its place, at one blow, and locks it.
  private func put(_ bytes: [UInt8], at id: Response.ID) throws(ResponseFileError) -> OpenFile {
    let path = file(of: id)
    let new = directory.file(".\(id.fileName).new")
    let (file, _) = try OpenFile.openOrCreate(new, O_RDWR, called: path)
    guard try FileLock.tries(file, .exclusive) else {
      throw .draftHeld(path: path, holder: LockHolder.of(file))
    }
    do throws(ResponseFileError) {
      try file.truncate(to: 0)
      try file.write(bytes, at: 0)
      try file.sync()
      guard rename(new, path) == 0 else { throw .refused(.rename, path: path, .last) }
      try directory.sync()
    } catch {
      unlink(new)
      throw error
    }
    return file
  }

  private func keepCopy(of bytes: [UInt8], beside path: String) throws(ResponseFileError) {
    for number in 1... {
      guard let copy = try OpenFile.create("\(path).damaged-\(number)", O_WRONLY) else { continue }
      try copy.write(bytes, at: 0)
      try copy.sync()
      break
    }
    try directory.sync()
  }
}

extension Response.ID {
  /// The id in letters, digits and hyphens; a UUID as it is, any other sign as `_` and its bytes in
  /// hexadecimal digits, so that no two ids have the same name.
  var fileName: String {
    let hexadecimal = Array("0123456789abcdef".utf8)
    let uuid = text.hasPrefix("uuid:") ? text.utf8.dropFirst(5) : ""[...].utf8
    if uuid.count == 36, uuid.allSatisfy({ $0 == UInt8(ascii: "-") || hexadecimal.contains($0) }) {
      return String(Substring(uuid))
    }
    let safe = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".utf8)
    let signs = text.utf8.flatMap { byte in
      safe.contains(byte)
        ? [byte] : [UInt8(ascii: "_"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
    return "id_" + String(decoding: signs, as: UTF8.self)
  }
}
