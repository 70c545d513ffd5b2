extension FormProblem {
  /// What is wrong with groups and with the form as a whole.
  public enum StructureFault: Sendable, Hashable {
    /// An end without a begin.
    case unmatchedEnd(String)
    /// An end of the wrong kind: `open` is what is open there.
    case wrongEnd(String, open: String, name: String, at: RowNumber)
    /// A begin without an end.
    case unmatchedBegin(String, name: String)
    /// More groups in each other than anybody asks.
    case tooDeep(limit: Int)
    /// Loops, or a matrix, that make more rows than anybody answers.
    case tooManyRows(limit: Int)
    /// A group in which people see nothing.
    case emptyGroup(name: String)
    /// The first select of a group that is shown as a table has a filter.
    case filteredTableList
    /// The first select of a group that is shown as a table chooses from something else than the sheet `choices`.
    case foreignTableList(String)
    /// A select of a group that is shown as a table has another list than the first.
    case otherTableList(String, first: String, at: RowNumber)
    /// Nothing is asked.
    case noQuestions
  }
}

extension FormProblem.StructureFault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unmatchedEnd(let type):
      "nothing is open that '\(type)' could end; delete the row, or add its begin above"
    case .wrongEnd(let type, let open, let name, let row):
      "'\(type)' does not end '\(name)', which begins \(row); write '\(open)' here or above"
    case .unmatchedBegin(let end, let name): "'\(name)' is never ended; add a row of type '\(end)'"
    case .tooDeep(let limit): "more than \(limit) groups stand in each other; take some out"
    case .tooManyRows(let limit): "loops and matrices make more than \(limit) rows; ask about fewer choices"
    case .emptyGroup(let name):
      "the group '\(name)' shows nothing; ask something in it, or take it out, and what it works out with it"
    case .filteredTableList:
      "the first question of a table-list gives the table its head, which no filter can change; take the filter out, or "
        + "'table-list' off the group"
    case .foreignTableList(let list):
      "'\(list)' is no list of the sheet 'choices', and the head of a table-list is one; take 'table-list' off the group"
    case .otherTableList(let list, let first, let row):
      "the choices of a table-list are one list, but this is '\(list)', and '\(first)' \(row); take one list, or put the "
        + "question into another group"
    case .noQuestions: "the form asks nothing; add a row to the sheet 'survey'"
    }
  }
}
