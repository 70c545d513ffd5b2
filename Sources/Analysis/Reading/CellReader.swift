internal import CSV
internal import Glibc
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
  private var wholes = SetMemo()
  /// What texts are, by their numbers; nothing where that is not known yet.
  private var textCodes: [CellCode?] = []

  /// What the form called choices before, with what it calls them now, or called them last: names of other forms are no
  /// business of its file.
  private let earlier: [Choice.Name: Choice.Name]
  /// Whether any cell with text in it is an answer.
  private let isText: Bool
  private let keeping: Domain.Keeping
  /// How many choices the list has.
  private let listed: Int

  /// - Parameters:
  ///   - place: The place of the question's domain.
  ///   - domain: The domain.
  ///   - form: The form whose file is read.
  init(domain place: Int, _ domain: Domain, of form: Questionnaire) {
    self.domain = place
    name = domain.question.name
    earlier = form.question(name)?.list.flatMap { form.history.choices[$0] } ?? [:]
    isText = domain.question.kind == .text
    keeping = domain.keeping
    listed = domain.choices.count
    if case .several(let words) = domain.keeping {
      set = [UInt64](repeating: 0, count: words)
    } else {
      set = []
    }
  }

  /// Keeps a row without an answer.
  mutating func append(_ state: CellCode) {
    cells.codes.append(state)
    switch keeping {
    case .one, .presence: break
    case .text: cells.texts.append(0)
    case .several(let words): for _ in 0..<words { cells.sets.append(0) }
    }
  }

  /// Takes up the cells of a part of the file that begins at a row, read by another reader.
  mutating func append(_ part: ColumnCells, at row: Int) { cells.append(part, at: row) }

  /// Gives the cells that were kept, and begins anew; what spellings mean stays known.
  mutating func takeCells() -> ColumnCells {
    // As many will come again, perhaps.
    defer { cells = ColumnCells(likeThoseOf: cells) }
    return cells
  }

  /// Keeps what a cell says, where that is known, and nothing is to be reported of it.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - listing: Whether a list of states names the question.
  /// - Returns: Whether that was done; where not, nothing was kept.
  @inline(__always)
  mutating func appendPlain(_ record: borrowing CSVRecord, listed listing: NamedColumns.Listing) -> Bool {
    var state = CellCode.blank
    switch listing {
    case .bySeveral: return false
    case .byOne(let code): state = code
    case .byNone: if position == nil { state = .notAsked }
    }
    guard let position else {
      append(state)
      return true
    }
    let cell = record.cell(at: position)
    if cell.isEmpty {
      append(state)
      return true
    }
    // An answer is given although a list says that there is none.
    guard case .byNone = listing else { return false }
    let spelling = cell.spelling
    switch keeping {
    case .one:
      guard let known = memo.value(of: spelling) else { return false }
      let code = CellCode(raw: UInt16(truncatingIfNeeded: known))
      guard !code.isAnswer || code.place < listed else { return false }
      cells.codes.append(code)
    case .presence:
      if isText {
        guard Self.beginsWithText(cell.unquoted) else { return false }
        cells.codes.append(.present)
      } else {
        guard let known = memo.value(of: spelling), known != UInt32(CellCode.misfit.raw) else { return false }
        cells.codes.append(CellCode(raw: UInt16(truncatingIfNeeded: known)))
      }
    case .several(let words):
      guard words == 1, let set = plainSet(spelling, cell.unquoted) else { return false }
      cells.sets.append(set)
      cells.codes.append(.present)
    case .text:
      guard let known = memo.value(of: spelling), let code = textCodes[Int(known)], code != .misfit else {
        return false
      }
      cells.texts.append(known)
      cells.codes.append(code)
    }
    return true
  }

  /// The choices of a select_multiple, where all are on its list and known, and at least one stands there.
  private mutating func plainSet(
    _ spelling: UnsafeRawBufferPointer, _ cell: UnsafeRawBufferPointer
  ) -> UInt64? {
    if wholes.isWorthwhile, let set = wholes.set(of: spelling) { return set }
    // A mark that is doubled stands for itself.
    guard let start = cell.baseAddress, memchr(start, CInt(UInt8(ascii: "\"")), cell.count) == nil else {
      return nil
    }
    var set: UInt64 = 0
    var index = 0
    while index < cell.count {
      if Self.isSpace(cell[index]) {
        index &+= 1
        continue
      }
      let first = index
      while index < cell.count, !Self.isSpace(cell[index]) { index &+= 1 }
      let word = UnsafeRawBufferPointer(start: start + first, count: index &- first)
      guard let place = memo.value(of: word), Int(place) < listed else { return nil }
      set |= 1 << UInt64(place)
    }
    guard set != 0 else { return nil }
    if wholes.isWorthwhile { wholes.remember(set, for: spelling) }
    return set
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
    switch keeping {
    case .one: appendOne(record, at: position, else: state, row: row, in: &domain)
    case .several(let words):
      appendSeveral(record.bytes(at: position), else: state, row: row, words: words, in: &domain)
    case .presence: appendPresence(record, at: position, else: state, in: &domain)
    case .text: appendText(record, at: position, else: state, in: &domain)
    }
  }

  private mutating func appendOne(
    _ record: borrowing CSVRecord, at position: Int, else state: CellCode, row: Int, in domain: inout Domain
  ) -> (isAnswer: Bool, isOdd: Bool) {
    let code: CellCode
    let spelling = record.spelling(at: position)
    if let known = memo.value(of: spelling) {
      code = CellCode(raw: UInt16(truncatingIfNeeded: known))
    } else {
      let name = record.string(at: position).trimmed
      let place = name.isEmpty ? nil : domain.place(of: now(name))
      if let place, place >= CellCode.room {
        cells.unlisted[row] = [place]
        cells.codes.append(.beyond)
        return (true, true)
      }
      code = place.map { CellCode(place: $0) } ?? .blank
      memo.remember(UInt32(code.raw), for: spelling)
    }
    cells.codes.append(code.isAnswer ? code : state)
    return (code.isAnswer, code.isAnswer && code.place >= listed)
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
      choose(Int(known))
      return true
    }
    let names = String(decoding: word, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    for name in names {
      let place = domain.place(of: now(String(name)))
      if names.count == 1 { memo.remember(UInt32(place), for: word) }
      choose(place)
    }
    return !names.isEmpty
  }

  private func now(_ name: String) -> String { earlier[Choice.Name(name)]?.text ?? name }

  private mutating func choose(_ place: Int) {
    if place < listed {
      set[place >> 6] |= 1 << UInt64(place & 63)
    } else if !unlisted.contains(place) {
      unlisted.append(place)
    }
  }

  private mutating func appendPresence(
    _ record: borrowing CSVRecord, at position: Int, else state: CellCode, in domain: inout Domain
  ) -> (isAnswer: Bool, isOdd: Bool) {
    var code = CellCode.present
    let spelling = record.spelling(at: position)
    if isText {
      // Any text is an answer; of most, the first character is enough to say so.
      if !Self.beginsWithText(record.cell(at: position).unquoted), record.string(at: position).trimmed.isEmpty
      {
        code = state
      }
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

  /// Whether the first character of a cell is none that a blank cell may begin with; where not, the whole cell must
  /// be looked at.
  ///
  /// - Parameter cell: What stands in the cell, between its quotation marks; others may be doubled, which does not
  ///   matter here.
  /// - Returns: Whether a text begins there.
  private static func beginsWithText(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard cell.count > 2 else { return !cell.isEmpty && (0x21..<0x7F).contains(cell[0]) }
    let (first, second, third) = (cell[0], cell[1], cell[2])
    switch first {
    case 0x21..<0x7F: return true
    // Where white space beyond ASCII has its first bytes (Unicode's property White_Space).
    case 0xC2: return second != 0x85 && second != 0xA0
    case 0xE1: return second != 0x9A || third != 0x80
    case 0xE2: return second != 0x81 && (second != 0x80 || third > 0x8A && !(0xA8...0xAF).contains(third))
    case 0xE3: return second != 0x80 || third != 0x80
    default: return first > 0xC2
    }
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
    let code = textCode(number, in: domain)
    cells.texts.append(UInt32(number))
    cells.codes.append(code.isAnswer ? code : state)
    return (code.isAnswer, code == .misfit)
  }

  /// What a text is: an answer, one that does not fit, or blank.
  private mutating func textCode(_ number: Int, in domain: Domain) -> CellCode {
    if number < textCodes.count, let known = textCodes[number] { return known }
    let text = domain.texts[number]
    let code: CellCode =
      text.trimmed.isEmpty ? .blank : domain.problem(of: text, in: nil) == nil ? .present : .misfit
    while textCodes.count <= number { textCodes.append(nil) }
    textCodes[number] = code
    return code
  }
}

/// Remembers whole cells of a select_multiple, where most of them come again.
private struct SetMemo {
  private var memo = ByteMemo()
  private var sets: [UInt64] = []
  private var hits = 0

  /// Whether as many cells were known as were not; at first that is not known.
  var isWorthwhile: Bool { sets.count < 1 << 10 || hits > 2 * sets.count }

  mutating func set(of spelling: UnsafeRawBufferPointer) -> UInt64? {
    guard let known = memo.value(of: spelling) else { return nil }
    hits &+= 1
    return sets[Int(known)]
  }

  mutating func remember(_ set: UInt64, for spelling: UnsafeRawBufferPointer) {
    guard sets.count < 1 << 13 else { return }
    memo.remember(UInt32(sets.count), for: spelling)
    sets.append(set)
  }
}
