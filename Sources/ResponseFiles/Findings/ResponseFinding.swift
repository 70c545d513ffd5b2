public import Survey

/// Something in a file of responses that a person should look at.
///
/// The rows are read nevertheless, unless it says otherwise, and the file stays as it is.
public struct ResponseFinding: Sendable, Hashable {
  /// What was found.
  public enum Problem: Sendable, Hashable {
    /// The form has no such column; its cells are kept.
    case unknownColumn(suggestion: String?)
    /// The file has no column for this question; nobody was asked it, as far as the file tells.
    case missingQuestion
    /// The file has no such metadata; they are empty.
    case missingMetadata
    /// The file has no column `instance_id`; the number of each record serves instead.
    case missingIDs
    /// There is no file for the repeats of this group.
    case missingFile(Group.Name)
    /// The row has more or fewer cells than the header; it is not read.
    case raggedRow(found: Int, expected: Int)
    /// The cell is no answer to its question; it is kept as it is.
    case noAnswer(AnswerProblem)
    /// Several choices stand in the cell of a question that takes one; it is kept as it is.
    case severalChoices(found: String)
    /// The question is answered, and is listed among those that are not; the answer counts.
    case answeredYetListed(in: ResponseMetadata, found: String)
    /// The question is listed twice; the first list counts.
    case listedTwice(Question.Name, in: ResponseMetadata, and: ResponseMetadata)
    /// A name in a list is no question of this file.
    case noSuchQuestion(found: String, suggestion: String?)
    /// The row has no `instance_id`; the number of its record serves instead.
    case missingID
    /// Another row has the same `instance_id`; both are read.
    case repeatedID(Response.ID, firstLine: Int)
    /// The row is a response to another form.
    case otherForm(found: String, expected: Questionnaire.ID)
    /// Rows were written for another version of the form; they are read by their headings.
    case otherVersion(found: String, expected: String, rows: Int)
    /// The cell is no point in time.
    case notATime(found: String)
    /// The cell is no way in which responses come; `table` is taken.
    case noSuchSource(found: String)
    /// The row corrects a response that is not in the file.
    case noSuchResponse(found: String)
    /// A repeat's `parent_key` is the key of no row; the repeat is not read.
    case noSuchParent(found: String)
    /// A repeat group stood in other repeat groups when the row was written; the repeat is not read. Those around it now,
    /// its own the last, and those around it then, outermost first.
    case movedRepeats(of: [Group.Name], from: [Group.Name])
    /// A repeat's `key` does not say which repeat of its parent it is; its place in the file tells.
    case wrongKey(found: String, expected: String)
    /// Two repeats have the same key; both are read.
    case repeatedKey(found: String)
    /// A row of provenance tells of no question of the form.
    case noSuchAddress(found: String)
    /// An earlier version of the program began the file: the grades of imported answers are not kept in it.
    case missingGrade(rows: Int)
    /// Rows of paradata tell of no question of the form.
    case noSuchNode(found: String, rows: Int)
    /// A row of paradata cannot be read because of a cell.
    case unreadCell(found: String, expected: String)
  }

  /// The file, as its path was given.
  public let path: String
  /// The physical line on which the row begins, from 1; nothing for what is missing from the whole file.
  public let line: Int?
  /// The heading of the column; nothing for what is about the row or the file.
  public let column: String?
  /// What was found.
  public let problem: Problem
}

extension ResponseFinding: CustomStringConvertible {
  /// Where, what was found, what was expected and what to do, in one line.
  public var description: String {
    let place = path + (line.map { ":\($0)" } ?? "") + (column.map { " \($0)" } ?? "")
    return "\(place): \(problem)"
  }
}

extension ResponseFinding.Problem: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unknownColumn(let suggestion?):
      "the form has no such column; its cells are kept but not read; did you mean '\(suggestion)'?"
    case .unknownColumn(nil):
      "the form has no such column; its cells are kept but not read; nothing to do if that is meant"
    case .missingQuestion:
      """
      found no column for this question, expected one; all rows count as not asked; nothing to do if the \
      file was begun by an earlier version of the form
      """
    case .missingMetadata:
      "found no such column, expected one; it is empty for all rows; add it if its values are known"
    case .missingIDs:
      """
      found no such column, expected one; the number of each record serves instead; add the column before \
      rows are sorted or taken out
      """
    case .missingFile(let group):
      """
      found no such file, expected the repeats of '\(group)'; none is counted; put the file back if it \
      was left behind; nothing to do if the form did not ask for them when its volume was begun
      """
    case .raggedRow(let found, let expected):
      """
      found \(found) cells, expected \(expected) as in the header; the row is not read; \
      \(found < expected ? "add the missing ones" : "quote a cell that holds a comma, or take the rest out")
      """
    case .noAnswer(let problem): "\(problem)"
    case .severalChoices(let found):
      "'\(found)' are several choices, expected one; leave one of them"
    case .answeredYetListed(let list, let found):
      """
      found the answer '\(found.clipped)' and the question's name in '\(list.heading)', expected one of the \
      two; the answer counts; take the name out or empty the cell
      """
    case .listedTwice(let name, let first, let second):
      """
      found '\(name)' in '\(first.heading)' and in '\(second.heading)', expected it in one of them; \
      '\(first.heading)' counts; take it out of the other
      """
    case .noSuchQuestion(let found, let suggestion?):
      "'\(found)' is no question of this file; did you mean '\(suggestion)'?"
    case .noSuchQuestion(let found, nil):
      "'\(found)' is no question of this file; use the names in the header, separated by spaces"
    case .missingID:
      "found an empty cell, expected an id; the number of the record serves instead; write one, such as uuid:…"
    case .repeatedID(let id, let firstLine):
      """
      found '\(id)' again, expected it once; the first is on line \(firstLine); both rows are read; take one \
      out, or give it an id of its own and the other's in 'supersedes'
      """
    case .otherForm(let found, let expected):
      "'\(found)' is another form, expected '\(expected)'; move the row to that form's folder"
    case .otherVersion(let found, let expected, let rows):
      """
      found the version '\(found)' in \(rows) row\(rows == 1 ? "" : "s"), expected '\(expected)'; read by \
      the headings; look whether the questions still mean the same
      """
    case .notATime(let found):
      "'\(found)' is no point in time; it counts as not known; write one such as 2018-11-09T10:14:33Z"
    case .noSuchSource(let found):
      """
      '\(found)' is no source; it counts as 'table'; write one of \
      \(Response.Source.allCases.map(\.rawValue).joined(separator: ", "))
      """
    case .noSuchResponse(let found):
      "'\(found)' is the id of no response in this file; put the row back that it corrects, or mend the id"
    case .noSuchParent(let found):
      "'\(found)' is the key of no row that was read; the repeat is not read; mend the key, or put the row back"
    case .movedRepeats(let groups, let from):
      """
      found a repeat of '\(groups.last?.text ?? "")' \(Self.place(from)), and the form asks for it \
      \(Self.place(groups.dropLast())); the repeat is not read; put the group back where it stood
      """
    case .wrongKey(let found, let expected):
      "'\(found)' is no key of a repeat here, expected one like '\(expected)'; its place in the file counts"
    case .repeatedKey(let found):
      "found '\(found)' again, expected it once; both repeats are read; number them apart"
    case .noSuchNode(let found, let rows):
      """
      '\(found)' is no question of the form, found in \(rows) row\(rows == 1 ? "" : "s"); kept but not read; \
      nothing to do if an earlier version asked it
      """
    case .unreadCell(let found, let expected):
      "found '\(found.clipped)', expected \(expected); the row is kept but not read; mend the cell"
    case .noSuchAddress(let found):
      "'\(found)' is no question of the form; the row is kept but not read; mend the name"
    case .missingGrade(let rows):
      """
      found no such column, expected one: an earlier version of the program began the file, and the grades of its \
      \(rows) imported answer\(rows == 1 ? "" : "s") are not kept in it; 'iscm review' shows them; to keep those of \
      answers to come, add the column to the header and an empty cell to each row
      """
    }
  }
}

extension ResponseFinding.Problem {
  /// Where a repeat group stands, in words.
  static func place(_ groups: some Collection<Group.Name>) -> String {
    groups.isEmpty
      ? "in no other repeats"
      : "in the repeats of '\(groups.map(\.text).joined(separator: "' in those of '"))'"
  }
}

extension String {
  /// The text's beginning on one line, short enough for a message.
  var clipped: String {
    let line = prefix { !$0.isNewline }
    return line.count == count && count <= 60 ? self : line.prefix(60) + "…"
  }
}
