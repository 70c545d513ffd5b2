internal import Survey

/// The rows of one response file, of which only the cells that are counted are kept, as small integers.
///
/// A row takes 41 bytes, and for each question two more; eight for each 64 choices of a select_multiple; four
/// where texts are kept.
struct ResponseRows {
  let form: Questionnaire
  let file: String

  var count = 0
  var keys = Segments<ResponseKey>()
  var records = Segments<UInt32>()
  var lines = Segments<UInt32>()
  /// Seconds since 1970 in UTC; `Int64.min` where it is not known.
  var submittedAt = Segments<Int64>()
  /// The place of the source in `Response.Source.allCases`; one more where it is none of them.
  var doors = Segments<UInt8>()
  /// Whether a row below it takes its place.
  var isSuperseded = Segments<Bool>()
  var otherIDs: [String] = []

  /// By the place of their question's domain; nothing where the form does not ask it.
  var columns: [ColumnCells?] = []

  func id(_ row: Int) -> Response.ID { keys[row].id(otherIDs) }

  func trace(_ row: Int) -> Trace {
    Trace(
      form: form.id, response: id(row), file: file, record: Int(records[row]), line: Int(lines[row]))
  }

  /// What the row says of a question; not asked, where the form has no such question.
  func code(_ row: Int, _ domain: Int) -> CellCode { columns[domain]?.codes[row] ?? .notAsked }

  /// The choices at a row of a select_multiple, in the order of the list, then those that are on no list.
  func places(_ row: Int, _ domain: Int, words: Int) -> [Int] {
    guard let column = columns[domain] else { return [] }
    var places: [Int] = []
    for word in 0..<words {
      var bits = column.sets[row * words + word]
      while bits != 0 {
        places.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return places + (column.unlisted[row] ?? [])
  }
}
