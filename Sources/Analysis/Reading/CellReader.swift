internal import CSV
internal import Survey

/// Turns the cells of one question into small integers, each distinct spelling worked out once.
struct CellReader {
  let domain: Int
  let name: Question.Name
  /// The column in the file, from 0; nothing where the file does not have it.
  var position: Int?
  private(set) var cells = ColumnCells()

  /// What a spelling means: a cell's, or for a select_multiple a word's.
  private var memo = ByteMemo()
  // The choices of the row at hand, for a select_multiple.
  private var set: [UInt64]
  private var unlisted: [Int] = []

  /// Whether any cell with text in it is an answer.
  private let isText: Bool

  init(domain place: Int, _ domain: Domain) {
    self.domain = place
    name = domain.question.name
    isText = domain.question.kind == .text
    if case .several(let words) = domain.keeping {
      set = [UInt64](repeating: 0, count: words)
    } else {
      set = []
    }
  }

  /// Keeps a row without an answer.
  mutating func append(_ state: CellCode, in domain: borrowing Domain) {
    cells.codes.append(state)
    switch domain.keeping {
    case .one, .presence: break
    case .text: cells.texts.append(0)
    case .several(let words): for _ in 0..<words { cells.sets.append(0) }
    }
  }

  /// Takes up the cells of a part of the file that begins at a row, read by another reader.
  mutating func append(_ part: ColumnCells, at row: Int) { cells.append(part, at: row) }

  /// Gives the cells that were kept, and begins anew; what spellings mean stays known.
  mutating func takeCells() -> ColumnCells {
    defer { cells = ColumnCells() }
    return cells
  }

  /// Keeps what a cell answers.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - position: The column of the cell, which is not empty.
  ///   - state: What the cell is where it holds nothing but white space.
  ///   - row: The row, from 0.
  ///   - domain: The question's domain.
  /// - Returns: Whether it is an answer, and whether it is one that the question does not allow.
  mutating func append(
    _ record: borrowing CSVRecord, at position: Int, else state: CellCode, row: Int, in domain: inout Domain
  ) -> (isAnswer: Bool, isOdd: Bool) {
    switch domain.keeping {
    case .one: appendOne(record, at: position, else: state, in: &domain)
    case .several(let words):
      appendSeveral(record.bytes(at: position), else: state, row: row, words: words, in: &domain)
    case .presence: appendPresence(record, at: position, else: state, in: domain)
    case .text: appendText(record, at: position, else: state, in: &domain)
    }
  }

  private mutating func appendOne(
    _ record: borrowing CSVRecord, at position: Int, else state: CellCode, in domain: inout Domain
  ) -> (isAnswer: Bool, isOdd: Bool) {
    let code: CellCode
    let spelling = record.spelling(at: position)
    if let known = memo.value(of: spelling) {
      code = CellCode(raw: UInt16(truncatingIfNeeded: known))
    } else {
      let name = record.string(at: position).trimmed
      code = name.isEmpty ? .blank : CellCode(place: domain.place(of: name))
      memo.remember(UInt32(code.raw), for: spelling)
    }
    cells.codes.append(code.isAnswer ? code : state)
    return (code.isAnswer, code.isAnswer && code.place >= domain.choices.count)
  }

  private mutating func appendSeveral(
    _ cell: UnsafeRawBufferPointer, else state: CellCode, row: Int, words: Int, in domain: inout Domain
  ) -> (isAnswer: Bool, isOdd: Bool) {
    for word in 0..<words { set[word] = 0 }
    unlisted.removeAll()
    var isAnswer = false
    var index = 0
    while index < cell.count {
      guard !Self.isSpace(cell[index]) else {
        index &+= 1
        continue
      }
      let start = index
      while index < cell.count, !Self.isSpace(cell[index]) { index &+= 1 }
      isAnswer = choose(UnsafeRawBufferPointer(rebasing: cell[start..<index]), in: &domain) || isAnswer
    }
    for word in 0..<words { cells.sets.append(set[word]) }
    if !unlisted.isEmpty { cells.unlisted[row] = unlisted.sorted() }
    cells.codes.append(isAnswer ? .present : state)
    return (isAnswer, !unlisted.isEmpty)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Takes up the choice that a word names; several where spaces beyond ASCII stand in it.
  private mutating func choose(_ word: UnsafeRawBufferPointer, in domain: inout Domain) -> Bool {
    if let known = memo.value(of: word) {
      choose(Int(known), of: domain.choices.count)
      return true
    }
    let names = String(decoding: word, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    for name in names {
      let place = domain.place(of: String(name))
      if names.count == 1 { memo.remember(UInt32(place), for: word) }
      choose(place, of: domain.choices.count)
    }
    return !names.isEmpty
  }

  private mutating func choose(_ place: Int, of listed: Int) {
    if place < listed {
      set[place >> 6] |= 1 << UInt64(place & 63)
    } else if !unlisted.contains(place) {
      unlisted.append(place)
    }
  }

  private mutating func appendPresence(
    _ record: borrowing CSVRecord, at position: Int, else state: CellCode, in domain: borrowing Domain
  ) -> (isAnswer: Bool, isOdd: Bool) {
    var code = CellCode.present
    let spelling = record.spelling(at: position)
    if isText {
      // Any text is an answer; most begin with a letter.
      if !Self.beginsWithLetter(spelling), record.string(at: position).trimmed.isEmpty { code = state }
    } else if let known = memo.value(of: spelling) {
      code = CellCode(raw: UInt16(truncatingIfNeeded: known))
    } else {
      let text = record.string(at: position)
      if text.trimmed.isEmpty {
        code = .blank
      } else if domain.problem(of: text, in: nil) != nil {
        code = .misfit
      }
      memo.remember(UInt32(code.raw), for: spelling)
    }
    cells.codes.append(code.isAnswer ? code : state)
    return (code.isAnswer, code == .misfit)
  }

  /// Whether a cell begins with a visible character of ASCII other than a quotation mark, behind the mark that
  /// opens it.
  private static func beginsWithLetter(_ spelling: UnsafeRawBufferPointer) -> Bool {
    let quote = UInt8(ascii: "\"")
    let first = spelling[0] == quote && spelling.count > 1 ? spelling[1] : spelling[0]
    return first > 0x20 && first < 0x7F && first != quote
  }

  private mutating func appendText(
    _ record: borrowing CSVRecord, at position: Int, else state: CellCode, in domain: inout Domain
  ) -> (isAnswer: Bool, isOdd: Bool) {
    let number: Int
    let spelling = record.spelling(at: position)
    if let known = memo.value(of: spelling) {
      number = Int(known)
    } else {
      number = domain.number(of: record.string(at: position))
      memo.remember(UInt32(number), for: spelling)
    }
    let text = domain.texts[number]
    cells.texts.append(UInt32(number))
    guard !text.trimmed.isEmpty else {
      cells.codes.append(state)
      return (false, false)
    }
    let fits = domain.problem(of: text, in: nil) == nil
    cells.codes.append(fits ? .present : .misfit)
    return (true, !fits)
  }
}
