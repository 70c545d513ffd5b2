internal import Survey

/// Turns the cells of one question into small integers, each distinct spelling worked out once.
struct CellReader {
  let domain: Int
  let name: Question.Name
  /// The column in the file, from 0; nothing where the file does not have it.
  let position: Int?
  private(set) var cells = ColumnCells()

  private var memo = ByteMemo()
  private var sets: [Set] = []

  /// What one spelling of a select_multiple's cell holds.
  private struct Set {
    let words: [UInt64]
    let unlisted: [Int]
  }

  /// What was found in a cell that is not as it should be.
  enum Oddity {
    case unlisted([Int])
    case misfit
  }

  init(domain: Int, name: Question.Name, position: Int?) {
    self.domain = domain
    self.name = name
    self.position = position
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

  /// Keeps what a cell answers.
  ///
  /// - Parameters:
  ///   - cell: The cell, not empty.
  ///   - state: What the cell is where it holds nothing but white space.
  ///   - row: The row, from 0.
  ///   - domain: The question's domain.
  /// - Returns: Whether it is an answer, and what is odd about it.
  mutating func append(
    _ cell: UnsafeRawBufferPointer, else state: CellCode, row: Int, in domain: inout Domain
  ) -> (isAnswer: Bool, oddity: Oddity?) {
    switch domain.keeping {
    case .one: appendOne(cell, else: state, in: &domain)
    case .several(let words): appendSeveral(cell, else: state, row: row, words: words, in: &domain)
    case .presence: appendPresence(cell, else: state, in: domain)
    case .text: appendText(cell, else: state, in: &domain)
    }
  }

  private mutating func appendOne(
    _ cell: UnsafeRawBufferPointer, else state: CellCode, in domain: inout Domain
  ) -> (isAnswer: Bool, oddity: Oddity?) {
    let code: CellCode
    if let known = memo.value(of: cell) {
      code = CellCode(raw: UInt16(truncatingIfNeeded: known))
    } else {
      let name = String(decoding: cell, as: UTF8.self).trimmed
      code = name.isEmpty ? .blank : CellCode(place: domain.place(of: name))
      memo.remember(UInt32(code.raw), for: cell)
    }
    cells.codes.append(code.isAnswer ? code : state)
    guard code.isAnswer else { return (false, nil) }
    return (true, code.place < domain.choices.count ? nil : .unlisted([code.place]))
  }

  private mutating func appendSeveral(
    _ cell: UnsafeRawBufferPointer, else state: CellCode, row: Int, words: Int, in domain: inout Domain
  ) -> (isAnswer: Bool, oddity: Oddity?) {
    let set: Set
    if let known = memo.value(of: cell) {
      set = sets[Int(known)]
    } else {
      set = Self.set(String(decoding: cell, as: UTF8.self), words: words, in: &domain)
      if sets.count < 1 << 14 {
        memo.remember(UInt32(sets.count), for: cell)
        sets.append(set)
      }
    }
    for word in set.words { cells.sets.append(word) }
    if !set.unlisted.isEmpty { cells.unlisted[row] = set.unlisted }
    let isAnswer = !set.unlisted.isEmpty || set.words.contains { $0 != 0 }
    cells.codes.append(isAnswer ? .present : state)
    return (isAnswer, set.unlisted.isEmpty ? nil : .unlisted(set.unlisted))
  }

  private static func set(_ cell: String, words: Int, in domain: inout Domain) -> Set {
    var bits = [UInt64](repeating: 0, count: words)
    var unlisted: [Int] = []
    for name in cell.split(whereSeparator: \.isWhitespace) {
      let place = domain.place(of: String(name))
      if place < domain.choices.count {
        bits[place / 64] |= 1 << UInt64(place % 64)
      } else if !unlisted.contains(place) {
        unlisted.append(place)
      }
    }
    return Set(words: bits, unlisted: unlisted.sorted())
  }

  private mutating func appendPresence(
    _ cell: UnsafeRawBufferPointer, else state: CellCode, in domain: borrowing Domain
  ) -> (isAnswer: Bool, oddity: Oddity?) {
    var code = CellCode.present
    // Any text is an answer to a text; of other kinds there are few spellings.
    if domain.question.kind != .text {
      if let known = memo.value(of: cell) {
        code = CellCode(raw: UInt16(truncatingIfNeeded: known))
      } else {
        let text = String(decoding: cell, as: UTF8.self)
        if text.trimmed.isEmpty { code = .blank } else if !domain.fits(text) { code = .misfit }
        memo.remember(UInt32(code.raw), for: cell)
      }
    }
    cells.codes.append(code.isAnswer ? code : state)
    return (code.isAnswer, code == .misfit ? .misfit : nil)
  }

  private mutating func appendText(
    _ cell: UnsafeRawBufferPointer, else state: CellCode, in domain: inout Domain
  ) -> (isAnswer: Bool, oddity: Oddity?) {
    let number: Int
    if let known = memo.value(of: cell) {
      number = Int(known)
    } else {
      number = domain.number(of: String(decoding: cell, as: UTF8.self))
      memo.remember(UInt32(number), for: cell)
    }
    let text = domain.texts[number]
    cells.texts.append(UInt32(number))
    if domain.question.kind != .text, text.trimmed.isEmpty {
      cells.codes.append(state)
      return (false, nil)
    }
    let fits = domain.question.kind == .text || domain.fits(text)
    cells.codes.append(fits ? .present : .misfit)
    return (true, fits ? nil : .misfit)
  }
}
