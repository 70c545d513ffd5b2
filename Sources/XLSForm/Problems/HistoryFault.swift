internal import CSV

extension FormProblem {
  /// What is wrong with what a form says of its earlier versions.
  public enum HistoryFault: Sendable, Hashable {
    /// The file lacks a column.
    case missingColumn(String, nearest: String?)
    /// A row has another number of cells than the header.
    case ragged(found: Int, expected: Int)
    /// Not `renamed`, and not `retired`.
    case noChange(String, nearest: String?)
    /// Nothing that can be renamed.
    case noThing(String, nearest: String?)
    /// A cell that must say something is empty.
    case empty
    /// What is given up has no new name.
    case newNameOfRetired(String)
    /// The old name is the new one.
    case same(String)
    /// The form still has what the row says it has no more.
    case stillThere(String, thing: String)
    /// An earlier row says what became of it already.
    case toldTwice(String, line: Int)
    /// Two things would become one, and their answers could not be told apart.
    case twoToOne(String, other: String, line: Int)
    /// The names lead back to themselves.
    case circle([String])
    /// The form has nothing of the new name.
    case noTarget(String, thing: String, nearest: String?)
    /// The new name is one of another thing.
    case otherThing(String, found: String, expected: String)
    /// The form has no such list.
    case noList(String, nearest: String?)
  }
}

extension FormProblem.HistoryFault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .missingColumn(let name, let nearest):
      "found no column '\(name)', expected one\(suggestion(nearest, else: "write it into the first line"))"
    case .ragged(let found, let expected):
      "found \(found) cells, expected \(expected) as in the header; add or take out commas"
    case .noChange(let found, let nearest):
      "'\(found)' is no change\(suggestion(nearest, else: "write 'renamed' or 'retired'"))"
    case .noThing(let found, let nearest):
      "'\(found)' is nothing that changes\(suggestion(nearest, else: "write 'question', 'choice', 'group' or 'list'"))"
    case .empty: "found an empty cell, expected a name; write it, or delete the row"
    case .newNameOfRetired(let name):
      "found the new name '\(name)' of what is retired, expected none; empty the cell, or write 'renamed'"
    case .same(let name): "'\(name)' is renamed to itself; delete the row"
    case .stillThere(let name, let thing):
      """
      '\(name)' is a \(thing) of the form, so answers of that name are its own; give the \(thing) of the form another \
      name, or delete the row
      """
    case .toldTwice(let name, let line):
      "what became of '\(name)' stands on line \(line) already; delete one of the rows"
    case .twoToOne(let name, let other, let line):
      """
      '\(name)' would be what '\(other)' became on line \(line), and the answers to the two could not be told apart; \
      keep one, and retire the other
      """
    case .circle(let names): "\(names.joined(separator: " → ")) leads back to itself; delete one of the rows"
    case .noTarget(let name, let thing, let nearest):
      "'\(name)' is no \(thing) of the form\(suggestion(nearest, else: "write the name that it has now, or retire it"))"
    case .otherThing(let name, let found, let expected):
      "'\(name)' is a \(found), expected a \(expected); write the name of a \(expected)"
    case .noList(let name, let nearest):
      "'\(name)' is no list of the form"
        + suggestion(nearest, else: "write the list that the question's type names, or retire the list")
    }
  }
}
