internal import ResponseFiles
internal import Survey

/// What the values of a column have in common: the kind of its question, where all of them are of that kind.
enum ColumnKind: Sendable, Hashable {
  case text, integer, decimal, date, time, moment, flag
  /// One choice of a list.
  case choice(ChoiceList.Name)
  /// Names of questions or choices, separated by spaces.
  case names
}

extension ExportTable {
  /// The kind of a column; text where an answer is kept that its question does not take.
  func kind(of column: ExportColumn) -> ColumnKind {
    let wanted = column.kind
    let isRight = rows.allSatisfy { row in
      switch (wanted, value(column, row)) {
      case (_, .empty), (.integer, .integer), (.decimal, .decimal), (.decimal, .integer), (.date, .date),
        (.time, .time), (.moment, .moment), (.flag, .flag), (.text, _), (.names, _), (.choice, .text):
        true
      default: false
      }
    }
    return isRight ? wanted : .text
  }
}

extension ExportColumn {
  /// The kind of its question.
  fileprivate var kind: ColumnKind {
    switch content {
    case .choice: return .flag
    case .metadata(let metadata, _):
      switch metadata {
      case .startedAt, .submittedAt: return .moment
      case .notAsked, .notApplicable, .unknown: return .names
      default: return .text
      }
    case .question(let question):
      switch question.kind {
      case .integer: return .integer
      case .decimal: return .decimal
      case .date: return .date
      case .time: return .time
      case .dateTime: return .moment
      case .selectOne(let list): return .choice(list)
      case .selectMultiple, .rank: return .names
      case .text, .acknowledge, .note, .calculate, .hidden, .metadata: return .text
      }
    }
  }
}
