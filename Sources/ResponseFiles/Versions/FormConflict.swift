public import Survey

/// A change of a form by which answers that are there would be lost, or mixed with others.
///
/// Nothing is written while there is one; what can be read is read.
public struct FormConflict: Sendable, Hashable {
  /// What was changed.
  public enum Change: Sendable, Hashable {
    /// The form does not have the question any more.
    case removedQuestion(suggestion: String?)
    /// The question takes another kind of answer.
    case otherType(was: String?, now: String)
    /// The list does not have the choice any more.
    case removedChoice(Choice.Name, list: ChoiceList.Name, suggestion: String?)
    /// Two choices that were offered side by side have one name now.
    case mergedChoices(now: Choice.Name, list: ChoiceList.Name)
    /// The question stood in a repeat group, or in none, and stands elsewhere now.
    case moved(from: Group.Name?, to: Group.Name?)
    /// The repeat group stood in other repeat groups, outermost first, or in none, and stands elsewhere now.
    case movedRepeats(from: [Group.Name], to: [Group.Name])
    /// The form has no repeat group of this name any more: its repeats stand in a file of their own.
    case removedRepeats(isPlainGroup: Bool)
    /// A file has answers under the earlier name and under the name of now.
    case twoToOne(now: Question.Name)
  }

  /// A row that hangs on it.
  public struct Row: Sendable, Hashable {
    /// The file.
    public let file: String
    /// The physical line, from 1.
    public let line: Int
    /// The version of the form that it answers.
    public let version: String
  }

  /// The question or the group, as the rows have it.
  public let name: String
  /// What was changed.
  public let change: Change
  /// The first of the rows that hang on it.
  public let first: Row
  /// How many rows hang on it.
  public let rows: Int
}

extension FormConflict: CustomStringConvertible {
  /// Where the first row is, what was found, what was expected and what to do, in one line.
  public var description: String {
    let version = first.version.isEmpty ? "" : " of the version '\(first.version)'"
    let rows = "\(rows) row\(rows == 1 ? "" : "s")\(version)"
    return "\(first.file):\(first.line) \(name): \(change.wording(name: name, rows: rows))"
  }
}

extension FormConflict.Change {
  fileprivate func wording(name: String, rows: String) -> String {
    switch self {
    case .removedQuestion(let suggestion):
      """
      found answers in \(rows), and the form does not ask '\(name)' any more; they are kept and not counted; \
      \(suggestion.map { "if it is called '\($0)' now, say so in versions.csv (renamed,question); else " } ?? "")\
      put it back, or retire it in versions.csv (retired,question)
      """
    case .otherType(let was, let now):
      """
      found answers in \(rows) that \(was.map { "were '\($0)' and " } ?? "")are no '\(now)'; ask what has another type \
      under a name of its own, and retire '\(name)' in versions.csv
      """
    case .removedChoice(let choice, let list, let suggestion):
      """
      found the choice '\(choice)' in \(rows), which the list '\(list)' does not have any more; \
      \(suggestion.map { "if it is called '\($0)' now, say so in versions.csv (renamed,choice,\(list)); else " } ?? "")\
      put it back, or retire it in versions.csv (retired,choice,\(list))
      """
    case .mergedChoices(let now, let list):
      """
      found the choice '\(now)' in \(rows), which offered two that are called so now; what was answered apart cannot be \
      told apart any more: give the list '\(list)' a choice of its own for each, or retire the one that is given up in \
      versions.csv (retired,choice,\(list))
      """
    case .moved(let from, let to):
      """
      found answers in \(rows) \(Self.place(from)), and the form asks it \(Self.place(to)); ask it there under a name of \
      its own, and retire '\(name)' in versions.csv
      """
    case .movedRepeats(let from, let to):
      """
      found repeats in \(rows) \(ResponseFinding.Problem.place(from)), and the form asks for them \
      \(ResponseFinding.Problem.place(to)); put the group back, or ask there under other names, the group's too, and retire its questions \
      in versions.csv
      """
    case .removedRepeats(let isPlainGroup):
      """
      found repeats in \(rows), and \(isPlainGroup ? "the group is none that is repeated any more" : "the form has no such repeat group any more"); \
      put it back, say in versions.csv what it is called now (renamed,group), or retire its questions one by one
      """
    case .twoToOne(let now):
      """
      found answers in \(rows) beside a column '\(now)', which is its name now; the two cannot be told apart: leave one
      """
    }
  }

  private static func place(_ group: Group.Name?) -> String {
    group.map { "in the repeats of '\($0)'" } ?? "once"
  }
}
