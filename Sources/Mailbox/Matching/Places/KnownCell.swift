internal import Documents
internal import Survey

/// What follows from what a cell holds alone, wherever it stands.
///
/// A class, because each row of each form that has the cell holds it.
final class KnownCell: Sendable {
  /// The questions whose marks it bears.
  let marks: CellMarks
  /// All that it holds.
  let content: Content

  init(_ cell: Block, by key: FormKey) {
    marks = CellMarks(cell, by: key)
    content = Content(of: cell)
  }
}

/// The questions whose marks a cell bears.
struct CellMarks {
  /// Those of the codes in its words.
  let codes: Set<Address>
  /// Those of its bookmarks and of the names in it.
  let hidden: Set<Address>
  let all: Set<Address>

  init(_ cell: Block, by key: FormKey) {
    codes = key.shown(in: cell)
    hidden = key.named(in: cell).union(cell.bookmarks.compactMap { key.address(ofBookmark: $0) })
    all = codes.union(hidden)
  }
}

extension FormKey {
  /// What is known of a cell.
  func known(_ cell: Block) -> KnownCell { cells.value(of: cell.body) { KnownCell(cell, by: self) } }

  /// All that a cell holds, at its place.
  func content(of cell: Block) -> Content { known(cell).content.moved(to: cell.place) }
}
