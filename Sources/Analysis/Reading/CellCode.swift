/// What one cell holds, in two bytes: the place of a choice, or a state.
///
/// The states stand above all places, in the order in which sources give way to each other: an answer before
/// not applicable, blank, unknown, not asked. So of two cells the smaller state counts.
struct CellCode: Hashable, BitwiseCopyable {
  let raw: UInt16

  static let notApplicable = CellCode(raw: 0xFFFC)
  static let blank = CellCode(raw: 0xFFFD)
  static let unknown = CellCode(raw: 0xFFFE)
  static let notAsked = CellCode(raw: 0xFFFF)
  /// An answer of a kind whose value is not kept here.
  static let present = CellCode(raw: 0)
  /// An answer that its question's kind does not allow: 'soon' where a date is asked for.
  static let misfit = CellCode(raw: 1)

  /// How many places there are for choices, listed or not.
  static let room = 0xFFFB
  /// An answer whose place is beyond those; only where a part of a file is read by itself.
  static let beyond = CellCode(raw: 0xFFFB)

  init(raw: UInt16) { self.raw = raw }
  init(place: Int) { raw = UInt16(place) }

  var isAnswer: Bool { raw < Self.notApplicable.raw }
  var place: Int { Int(raw) }

  /// Zero for an answer, then one more for each state; of several sources, the lowest counts.
  var rank: UInt16 { isAnswer ? 0 : raw - Self.notApplicable.raw + 1 }

  /// The state as figures have it; nothing for an answer.
  var state: RowState? {
    switch self {
    case .notApplicable: .notApplicable
    case .blank: .blank
    case .unknown: .unknown
    case .notAsked: .notAsked
    default: nil
    }
  }
}
