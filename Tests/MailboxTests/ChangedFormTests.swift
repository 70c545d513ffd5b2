import Chance
import Documents
import Mailbox
import SampleForms
import Survey
import Testing

/// What people and programs do to a form before it comes back.
enum Change: String, CaseIterable {
  case letters, blockGone, blockTwice, blocksSwapped, marksSwapped, markGone, bookmarksSwapped,
    numbersSwapped, ticks
  case lineBreaks

  func apply(to extract: inout Extract, of filled: Filled, _ random: inout SeededRandom) {
    // What was typed and stands elsewhere is an answer there: nobody can know better.
    let places = extract.blocks.indices.filter { index in
      let text = extract.blocks[index].text
      let isTyped = filled.cells.values.contains { $0.contains(text) || text.contains($0) }
      return self == .ticks || self == .letters || self == .bookmarksSwapped || (!isTyped && !text.isEmpty)
    }
    guard let first = places.randomElement(using: &random), let second = places.randomElement(using: &random)
    else { return }
    switch self {
    case .letters: for _ in 0..<6 { changeLetter(in: &extract, &random) }
    case .blockGone: extract.blocks.remove(at: first)
    case .blockTwice: extract.blocks.insert(extract.blocks[first], at: second)
    case .blocksSwapped:
      (extract.blocks[first].items, extract.blocks[second].items) =
        (extract.blocks[second].items, extract.blocks[first].items)
    case .marksSwapped, .markGone:
      let marked = places.filter { Self.mark(of: extract.blocks[$0]) != nil }
      guard let one = marked.randomElement(using: &random), let other = marked.randomElement(using: &random),
        let old = Self.mark(of: extract.blocks[one]), let new = Self.mark(of: extract.blocks[other])
      else { return }
      extract.blocks[one].replace(old, by: self == .markGone ? "" : new)
    case .bookmarksSwapped:
      (extract.blocks[first].bookmarks, extract.blocks[second].bookmarks) =
        (extract.blocks[second].bookmarks, extract.blocks[first].bookmarks)
    case .numbersSwapped:
      guard extract.blocks[first].place.column == 1, extract.blocks[second].place.column == 1 else { return }
      (extract.blocks[first].items, extract.blocks[second].items) =
        (extract.blocks[second].items, extract.blocks[first].items)
    case .ticks:
      for _ in 0..<20 {
        guard let block = places.randomElement(using: &random) else { return }
        extract.blocks[block].tickAnother(&random)
      }
    case .lineBreaks:
      for block in places where Int.random(in: 0..<3, using: &random) == 0 {
        extract.blocks[block].replace(" ", by: "\n")
      }
    }
  }

  private static func mark(of block: Block) -> String? {
    guard let open = block.text.firstIndex(of: "["), let close = block.text[open...].firstIndex(of: "]"),
      block.text[open...close].contains("Q")
    else { return nil }
    return String(block.text[open...close])
  }

  private func changeLetter(in extract: inout Extract, _ random: inout SeededRandom) {
    guard let block = extract.blocks.indices.randomElement(using: &random),
      let item = extract.blocks[block].items.indices.randomElement(using: &random),
      case .text(var text) = extract.blocks[block].items[item],
      let place = text.indices.randomElement(using: &random), !text[place...].hasPrefix("x]"),
      !text[place...].hasPrefix("x)")
    else { return }
    // Not the mark in a box: who takes it away takes the answer away.
    let letter = "abcdefg0123456789[]()? ".randomElement(using: &random) ?? "a"
    if Bool.random(using: &random) { text.remove(at: place) } else { text.insert(letter, at: place) }
    extract.blocks[block].items[item] = .text(text)
  }
}

extension Block {
  fileprivate mutating func replace(_ old: String, by new: String) {
    items = items.map { item in
      if case .text(let text) = item { return .text(text.replacingFirst(old, new)) }
      return item
    }
  }

  /// A second tick where there is one: the first of a question would be an answer.
  fileprivate mutating func tickAnother(_ random: inout SeededRandom) {
    let isTicked = items.contains { if case .box(let box) = $0 { box.isTicked } else { false } }
    guard isTicked else { return }
    for index in items.indices {
      if case .box(let box) = items[index], !box.isTicked, Bool.random(using: &random) {
        items[index] = .box(.init(kind: box.kind, isTicked: true, name: box.name))
        return
      }
    }
  }
}

@Suite("A form that was changed never gives a wrong answer that nobody looks at")
struct ChangedFormTests {
  /// What was typed may itself be changed: then what stands there is the answer.
  func isTrue(_ answer: MatchedForm.Answer, _ filled: Filled, _ change: Change) -> Bool {
    guard let cell = filled.cells[answer.address] else { return false }
    if cell.folded == answer.cell.folded { return true }
    guard case .text? = filled.questionnaire.question(answer.address.question)?.kind else {
      // More ticks in a multiple choice are more answers.
      return change == .ticks
    }
    return change == .letters && abs(cell.count - answer.cell.count) <= 6
  }

  @Test("Each change, in each kind of document", arguments: Change.allCases, 0..<3 as Range<UInt64>)
  func changed(_ change: Change, seed: UInt64) {
    var random = SeededRandom(seed: seed &* 31)
    let filled = Filled(Forms.review, seed: seed)
    let rendered = Rendered(form: Forms.blank(Forms.review, Int(seed)), cells: filled.cells)
    let extracts: [(String, Extract)] = [
      ("table", rendered.table([.tags, .bookmarks, .codes])),
      ("saved again", rendered.table([.bookmarks, .codes])),
      ("codes alone", rendered.table([.codes])), ("lines", rendered.lines(.init(depth: 1))),
      ("typed into a quotation", rendered.lines(.init(depth: 1, typedDepth: 0))),
      ("original", rendered.original(typed: true)), ("original with boxes", rendered.original(typed: false)),
    ]
    for (name, original) in extracts {
      var extract = original
      change.apply(to: &extract, of: filled, &random)
      let form = Forms.reviewKey.match(extract)
      for answer in form.answers where !isTrue(answer, filled, change) && !form.doubts(answer.address) {
        let known = filled.cells[answer.address].debugDescription
        Issue.record(
          "\(name): \(answer.address) is \(answer.cell.debugDescription), not \(known), and nobody doubts it")
      }
    }
  }
}
