extension Question.Kind {
  /// XLSForm's word for it, without its list: `select_one`.
  ///
  /// Sums over definitions are made of these words, so none of them may ever change.
  public var word: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .decimal: "decimal"
    case .date: "date"
    case .time: "time"
    case .dateTime: "dateTime"
    case .selectOne: "select_one"
    case .selectMultiple: "select_multiple"
    case .rank: "rank"
    case .acknowledge: "acknowledge"
    case .note: "note"
    case .calculate: "calculate"
    case .hidden: "hidden"
    case .metadata(let metadata): metadata.rawValue
    }
  }
}
