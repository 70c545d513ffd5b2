extension FormProblem {
  /// What is wrong with a block of KoboToolbox's form builder: a rating, a ranking or a matrix.
  public enum KoboFault: Sendable, Hashable {
    /// A block, which runs here and in KoboToolbox alone.
    case foreign(String)
    /// A block whose first row names no list.
    case missingList(begin: String, column: String)
    /// A row that does not belong into the block in which it stands; `row` is what does, where that is one type.
    case cannotStandIn(String, begin: String, row: String?)
    /// A row of a block that stands in none.
    case rowOutside(String, begin: String)
  }
}

extension FormProblem.KoboFault {
  static func missingList(_ block: KoboBlock) -> Self {
    .missingList(begin: block.begin, column: block.listColumn.rawValue)
  }

  static func cannotStandIn(_ type: String, block: KoboBlock) -> Self {
    .cannotStandIn(type, begin: block.begin, row: block.rowType)
  }
}

extension FormProblem.KoboFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    switch self {
    case .foreign: .warning
    case .missingList, .cannotStandIn, .rowOutside: .error
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .foreign(let type):
      "'\(type)' is of KoboToolbox's form builder: it runs here too, and ODK's programs do not know it"
    case .missingList(let begin, let column):
      "'\(begin)' needs a list; write its name into the column '\(column)'"
    case .cannotStandIn(let type, let begin, let row):
      "'\(type)' cannot stand in '\(begin)'; "
        + (row.map { "write '\($0)', or end the block above" }
          ?? "write questions alone, or end the block above")
    case .rowOutside(let type, let begin): "'\(type)' stands in no '\(begin)'; add that row above"
    }
  }
}
