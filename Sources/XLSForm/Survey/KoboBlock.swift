/// The blocks of rows that KoboToolbox's form builder writes; XLSForm does not have them.
enum KoboBlock: String, CaseIterable {
  /// Questions that all have one list: ratings, agreement.
  case score
  /// One question for each place of an order.
  case rank
  /// The same questions for each choice of a list.
  case matrix = "kobomatrix"

  /// The type of the row that begins it.
  var begin: String { "begin_\(rawValue)" }

  /// The type of the row that ends it.
  var end: String { "end_\(rawValue)" }

  /// The type of the rows in it; nothing where they are questions of any type.
  var rowType: String? {
    switch self {
    case .score: "score__row"
    case .rank: "rank__level"
    case .matrix: nil
    }
  }

  /// The column that names its list, in the row that begins it.
  var listColumn: SurveyColumn {
    switch self {
    case .score: .scoreChoices
    case .rank: .rankItems
    case .matrix: .matrixList
    }
  }
}
