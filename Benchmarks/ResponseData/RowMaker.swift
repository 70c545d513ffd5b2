import CSV
import Chance
import ResponseFiles
import Survey

/// Makes rows of a response file, each from its number and the seed alone.
struct RowMaker {
  /// What is known of a question in the row at hand.
  private enum State: UInt8 {
    case answered, blank, notAsked, notApplicable, unknown
  }

  private let columns: DataColumns
  /// Which questions are asked, by the choices that were made where others hang on them.
  private var asked: [Int: [Bool]] = [:]
  private var states: [State]
  /// The choice of each single choice in the row at hand, by its place among the words; -1 for none.
  private var chosen: [Int]
  private var cell: [UInt8] = []
  private var chance = SeededRandom(seed: 0)
  private let tongues = Tongue.all

  init(_ columns: DataColumns) {
    self.columns = columns
    states = columns.questions.map { _ in .blank }
    chosen = columns.questions.map { _ in 0 }
  }

  /// Writes one row.
  ///
  /// - Parameters:
  ///   - number: Which one, from 1.
  ///   - file: The file that takes it.
  /// - Throws: Why the file cannot be written, or what the form says against a choice.
  mutating func write(number: Int, to file: inout DataFile) throws {
    // Far from each other, since neighbouring seeds of SplitMix64 could run into each other's numbers.
    var seeds = SeededRandom(seed: columns.seed &+ UInt64(number) &* 0xd134_2543_de82_ef95)
    chance = SeededRandom(seed: seeds.next())
    try decideStates()
    let tongue = tongues[chance.below(tongues.count)]
    let stamp = Stamp(&chance)
    let isTranscribed = states.contains(.unknown)
    for content in columns.contents {
      cell.removeAll(keepingCapacity: true)
      switch content {
      case .question(let place): fill(place, tongue, stamp)
      case .metadata(let metadata): fill(metadata, number, stamp, isTranscribed: isTranscribed)
      }
      let cell = cell
      try cell.withUnsafeBytes { try file.writer.append($0) }
    }
    try file.endRow()
  }

  // MARK: - What is asked and answered

  private mutating func decideStates() throws {
    var key = 0
    for place in columns.questions.indices {
      let question = columns.questions[place]
      guard question.isCondition else { continue }
      let isBlank = !question.isRequired && chance.percent(5)
      let choice = chance.early(below: question.choices.count)
      chosen[place] = isBlank ? -1 : question.choices.lowerBound + choice
      key = key * (question.choices.count + 1) + (isBlank ? 0 : choice + 1)
    }
    let isAsked = try isAsked(key)
    // Some responses were typed in from paper, where nobody knows what was left empty.
    let missing: State = chance.percent(4) ? .unknown : .blank
    for place in columns.questions.indices {
      let question = columns.questions[place]
      guard isAsked[place] else {
        states[place] = .notAsked
        continue
      }
      if question.isCondition {
        states[place] = chosen[place] < 0 ? missing : .answered
      } else {
        let isAnswered = question.isRequired || chance.percent(question.way == .text ? 55 : 92)
        states[place] = isAnswered ? .answered : chance.percent(2) ? .notApplicable : missing
      }
    }
  }

  private mutating func isAsked(_ key: Int) throws -> [Bool] {
    if let known = asked[key] { return known }
    let conditions = columns.questions.indices.filter { columns.questions[$0].isCondition && chosen[$0] >= 0 }
    let found = try columns.asked(where: conditions.map { ($0, chosen[$0]) })
    asked[key] = found
    return found
  }

  // MARK: - Cells

  private mutating func fill(_ place: Int, _ tongue: Tongue, _ stamp: Stamp) {
    guard states[place] == .answered else { return }
    let question = columns.questions[place]
    switch question.way {
    case .text: tongue.write(&cell, &chance)
    case .date: stamp.writeDate(&cell)
    case .one:
      if !question.isCondition { chosen[place] = chance.early(in: question.choices) }
      append(chosen[place])
    case .several:
      for choice in question.choices where chance.percent(35) { append(choice) }
      // Who answers chooses something.
      if cell.isEmpty { append(chance.early(in: question.choices)) }
    case .other: break
    }
  }

  private mutating func fill(
    _ metadata: ResponseMetadata, _ number: Int, _ stamp: Stamp, isTranscribed: Bool
  ) {
    switch metadata {
    case .instanceID: Stamp.writeID(&cell, &chance, number: number)
    case .formID: cell = columns.formID
    case .formVersion: cell = columns.formVersion
    case .source: cell.append(contentsOf: (isTranscribed ? "answers" : "form").utf8)
    case .startedAt: if !isTranscribed { stamp.writeStart(&cell) }
    case .submittedAt: if !isTranscribed { stamp.writeEnd(&cell) }
    case .notAsked: list(.notAsked)
    case .notApplicable: list(.notApplicable)
    case .unknown: list(.unknown)
    default: break
    }
  }

  private mutating func list(_ state: State) {
    for place in states.indices where states[place] == state { append(place) }
  }

  private mutating func append(_ word: Int) {
    if !cell.isEmpty { cell.append(0x20) }
    cell.append(contentsOf: columns.words[word])
  }
}

extension SeededRandom {
  /// A number below a limit, all alike.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// A number below a limit, the first ones more often.
  mutating func early(below limit: Int) -> Int { min(below(limit), below(limit)) }

  /// A place in a range, the first ones more often.
  mutating func early(in range: Range<Int>) -> Int { range.lowerBound + early(below: range.count) }

  /// Whether a chance of so many in a hundred comes true.
  mutating func percent(_ chance: Int) -> Bool { below(100) < chance }
}
