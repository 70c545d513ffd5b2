internal import Survey

/// Of the rows of a file, those that can still count where units are told apart by a question, and those that messages
/// name; of the others it is known how many there are.
struct UnitRows {
  private(set) var rows: ResponseRows
  private let question: Dataset.UnitQuestion
  private let file: Int
  /// How many rows there were when they were looked through last.
  private var settled = 0

  /// - Parameters:
  ///   - question: What tells the units apart.
  ///   - file: The place of the file in the data.
  ///   - data: The data.
  init(of question: Dataset.UnitQuestion, _ file: Int, in data: Dataset) {
    self.question = question
    self.file = file
    rows = data.files[file].emptied
  }

  /// Takes up the rows that stand behind those that were taken up before.
  mutating func add(_ more: ResponseRows, in data: Dataset) {
    rows.append(settled(more, in: data))
    // Where there are few units, few rows stay; where there are many, they are not looked through again and again.
    guard rows.count > 2 * settled + ResponseRows.pieceLength else { return }
    rows = settled(rows, in: data)
    settled = rows.count
  }

  private func settled(_ all: ResponseRows, in data: Dataset) -> ResponseRows {
    var builder = UnitTableBuilder(
      unit: question.name, forms: question.forms, sources: [file], data: data.with(all, of: file))
    builder.add(0)
    return all.chosen(builder.kept.sorted { $0.row < $1.row })
  }
}

extension ResponseRows {
  /// How many rows stand in a piece of each column.
  static var pieceLength: Int { Segments<CellCode>.pieceLength }

  /// Some of these rows, each with how many more it stands for, which nobody looks at.
  fileprivate func chosen(_ chosen: [(row: Int, unseen: Int)]) -> ResponseRows {
    var rows = emptied
    rows.append(versionPlaces: chosen.map { versionNumbers[$0.row] })
    for (row, unseen) in chosen {
      if unseen > 0 { rows.unseen[rows.count] = unseen }
      rows.count += 1
      rows.keys.append(keys[row])
      rows.records.append(records[row])
      rows.lines.append(lines[row])
      rows.submittedAt.append(submittedAt[row])
      rows.doors.append(doors[row])
      rows.isSuperseded.append(isSuperseded[row])
    }
    rows.columns = columns.map { $0?.chosen(chosen.map(\.row), of: count) }
    return rows
  }
}

extension ColumnCells {
  fileprivate func chosen(_ rows: [Int], of count: Int) -> ColumnCells {
    var cells = ColumnCells()
    let words = sets.count / max(1, count)
    for (place, row) in rows.enumerated() {
      cells.codes.append(codes[row])
      for word in 0..<words { cells.sets.append(sets[row * words + word]) }
      if texts.count > 0 { cells.texts.append(texts[row]) }
      if let found = unlisted[row] { cells.unlisted[place] = found }
    }
    return cells
  }
}
