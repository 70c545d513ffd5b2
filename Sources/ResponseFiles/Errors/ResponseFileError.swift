public import CSV
public import Survey

/// Why files of responses cannot be read or written.
///
/// Nothing was changed then: what was to be stored is not, and what was stored still is.
public enum ResponseFileError: Error, Sendable, Hashable {
  /// The system refused.
  case refused(FileAction, path: String, SystemReason)
  /// Another process held the lock for all the time that was waited, in seconds.
  case locked(path: String, holder: LockHolder?, seconds: Int)
  /// A file is no CSV.
  case notCSV(path: String, CSVError)
  /// A text holds a character that no CSV file can.
  case unwritable(path: String, CSVWriteError)
  /// Two columns have the same heading; `columns` are counted from 1.
  case headingUsedTwice(path: String, line: Int, heading: String, columns: [Int])
  /// No column is one of the questionnaire's: another file, or cells that no comma separates.
  case noKnownColumn(path: String, line: Int, found: [String], expected: [String])
  /// A response has something to say in columns that the file does not have.
  case columnsMissing(path: String, headings: [String])
  /// The form was changed so that answers which are there would be lost or mixed with others.
  case answersDoNotFit(path: String, [FormConflict])
  /// The file is a later volume of others: what is stored goes by the first, whose lock all of them share.
  case laterVolume(path: String, first: String)
  /// A response would not be read back as it is: what differs, by place.
  case notStorable(Response.ID, path: String, differences: [String])
  /// The response answers another questionnaire.
  case otherForm(Response.ID, path: String, found: Questionnaire.ID, expected: Questionnaire.ID)
  /// A response of the same id is stored, or was given before, with other answers: to which questions, by
  /// place.
  case storedWithOtherAnswers(Response.ID, path: String, line: Int?, differences: [String])
  /// A commit was cut short, and the file was changed by something else before it was put in order.
  case changedDuringCommit(path: String, lock: String, length: Int, before: Int, after: Int)
  /// Others have written to a file since it was read.
  case changedSinceRead(path: String)
  /// Another session fills this draft.
  case draftHeld(path: String, holder: LockHolder?)
  /// Another session has taken this draft over.
  case draftTakenOver(path: String)
  /// There is a draft of this id already.
  case draftExists(path: String)
  /// There is no draft of this id.
  case noDraft(path: String)
  /// The file is no draft: it does not begin with the form that it is a draft of.
  case notADraft(path: String)
  /// The draft is one of another questionnaire.
  case draftOfOtherForm(path: String, found: Questionnaire.ID, expected: Questionnaire.ID)

  /// The file or folder that it is about.
  public var path: String {
    switch self {
    case .refused(_, let path, _), .locked(let path, _, _), .notCSV(let path, _), .unwritable(let path, _),
      .headingUsedTwice(let path, _, _, _), .noKnownColumn(let path, _, _, _), .columnsMissing(let path, _),
      .notStorable(_, let path, _), .answersDoNotFit(let path, _), .laterVolume(let path, _),
      .otherForm(_, let path, _, _), .storedWithOtherAnswers(_, let path, _, _),
      .changedDuringCommit(let path, _, _, _, _), .changedSinceRead(let path), .draftHeld(let path, _),
      .draftTakenOver(let path),
      .draftExists(let path), .noDraft(let path), .notADraft(let path), .draftOfOtherForm(let path, _, _):
      path
    }
  }
}

extension ResponseFileError: CustomStringConvertible {
  /// Where, what was found, what was expected and what to do, in one line.
  public var description: String {
    switch self {
    case .refused(let action, let path, let reason):
      "\(path): cannot be \(action.participle): \(reason); \(reason.remedy)"
    case .locked(let path, let holder, let seconds):
      """
      \(path): another program is writing here: \(LockHolder.name(holder)) has held the lock for all of \
      \(seconds) s; let it finish and try again
      """
    case .notCSV(let path, let error): "\(path): \(error)"
    case .unwritable(let path, let error): "\(path): cannot be written: \(error)"
    case .noKnownColumn(let path, let line, let found, let expected):
      """
      \(path):\(line): found no column of this questionnaire, but \(found.firstQuoted(3)), \
      expected columns such as \(expected.firstQuoted(3)); name the file of this questionnaire, or save it \
      again with commas between the cells
      """
    case .headingUsedTwice(let path, let line, let heading, let columns):
      """
      \(path):\(line) \(heading): found this heading in the columns \(columns.listed), expected it once; \
      rename or delete one of the columns
      """
    case .columnsMissing(let path, let headings):
      """
      \(path): begun by an earlier version of the questionnaire, or by another program: found no column \
      \(headings.quoted), which this response has something to say in; move the folder's CSV files to \
      another folder, so that new ones are begun, and submit again
      """
    case .answersDoNotFit(_, let conflicts): conflicts.map(\.description).joined(separator: "\n")
    case .laterVolume(let path, let first):
      "\(path): found a later volume of \(first), expected the first; name \(first), and what is stored goes to the last"
    case .notStorable(let id, let path, let differences):
      """
      \(path): the response \(id) would not be read back as it is: found a difference in \
      \(differences.quoted), expected none; give these questions answers of their own kind
      """
    case .otherForm(let id, let path, let found, let expected):
      """
      \(path): the response \(id) answers another questionnaire: found '\(found)', expected '\(expected)'; \
      store it in that questionnaire's folder
      """
    case .storedWithOtherAnswers(let id, let path, let line, let differences):
      """
      \(path)\(line.map { ":\($0)" } ?? "") instance_id: the response \(id) is stored already, with other answers: found a \
      difference in \(differences.quoted), expected none; submit it as a correction \
      (fill --revise \(Receipt(for: id)))
      """
    case .changedDuringCommit(let path, let lock, let length, let before, let after):
      """
      \(path): changed by something else after a submission was cut short: found \(length) bytes, expected \
      \(before) to \(after); look at the end of the file, take out an incomplete last row if there is one, \
      then empty \(lock)
      """
    case .changedSinceRead(let path):
      "\(path): others have written to it since it was read; nothing was stored; try again"
    case .draftHeld(let path, let holder):
      "\(path): \(LockHolder.name(holder)) fills this draft; look at it only, or take it over"
    case .draftTakenOver(let path):
      "\(path): another session has taken this draft over; go on there"
    case .draftExists(let path): "\(path): there is a draft of this id already; resume it"
    case .noDraft(let path): "\(path): found no draft of this id, expected one; list the drafts"
    case .notADraft(let path):
      """
      \(path): found no form that this is a draft of, expected the rows 'open' and 'instance' at its start; \
      delete the file if nothing in it is wanted
      """
    case .draftOfOtherForm(let path, let found, let expected):
      "\(path): found a draft of '\(found)', expected one of '\(expected)'; fill that questionnaire"
    }
  }
}

extension ResponseFileError {
  /// What was found, what was expected and what to do, without the place: for people from whom the files are kept.
  public var reason: String {
    switch self {
    case .refused(let action, _, let reason):
      return "a file cannot be \(action.participle): \(reason); \(reason.remedy)"
    case .changedDuringCommit:
      return
        "a submission was cut short, and its file was changed by something else; its owner must look at it"
    case .answersDoNotFit:
      return "the form was changed so that answers which are there would be lost; its owner must look at it"
    default:
      let text = description
      guard text.hasPrefix(path), let colon = text.dropFirst(path.count).firstRange(of: ": ") else {
        return text
      }
      return String(text[colon.upperBound...])
    }
  }
}

extension [String] {
  /// `'a', 'b'`.
  var quoted: String { map { "'\($0)'" }.joined(separator: ", ") }
}

extension [String] {
  /// `'a', 'b' …`: the first of many, each cut where it is too long to read.
  fileprivate func firstQuoted(_ count: Int) -> String {
    let first = prefix(count).map { $0.count > 40 ? "\($0.prefix(40))…" : $0 }
    return first.quoted + (self.count > count ? " …" : "")
  }
}

extension [Int] {
  /// `3, 5`.
  var listed: String { map(String.init).joined(separator: ", ") }
}
