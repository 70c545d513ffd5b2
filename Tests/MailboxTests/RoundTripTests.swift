import Documents
import Mailbox
import SampleForms
import Survey
import Testing

@Suite("A filled form gives the answers that were given")
struct RoundTripTests {
  static let seeds = 0..<6 as Range<UInt64>

  /// Matches a rendered form and compares.
  func check(
    _ filled: Filled, _ key: FormKey, isWrapped: Bool = false,
    _ extract: Extract, _ comment: Comment
  ) {
    let form = key.match(extract)
    let fold = { (cells: [Address: String]) in isWrapped ? cells.mapValues(\.folded) : cells }
    let (wanted, found) = (fold(filled.cells), fold(form.cells))
    for (address, cell) in wanted where found[address] != cell {
      Issue.record(
        "\(comment): \(address) is \(found[address].debugDescription), not \(cell.debugDescription)")
    }
    for (address, cell) in found where wanted[address] == nil {
      Issue.record("\(comment): \(address) is \(cell)")
    }
    let doubts = form.doubts
    #expect(doubts == [], comment)
    #expect(form.unplaced == [], comment)
    #expect(form.isForm)
  }

  @Test("Tables with our marks, however many of them are left", arguments: seeds)
  func tables(seed: UInt64) {
    for (questionnaire, key) in [(Forms.review, Forms.reviewKey), (Sample.form, Forms.sampleKey)] {
      let filled = Filled(questionnaire, seed: seed)
      let rendered = Rendered(form: Forms.blank(questionnaire, Int(seed)), cells: filled.cells)
      check(filled, key, rendered.table([.tags, .bookmarks, .codes]), "all")
      check(filled, key, rendered.table([.bookmarks, .codes]), "saved again")
      check(filled, key, rendered.table([.codes]), "codes alone")
      check(filled, key, rendered.table([.tags, .codes]), "without bookmarks")
    }
  }

  @Test("PDFs, by the names of their fields", arguments: seeds)
  func fields(seed: UInt64) {
    for (questionnaire, key) in [(Forms.review, Forms.reviewKey), (Sample.form, Forms.sampleKey)] {
      let filled = Filled(questionnaire, seed: seed)
      let rendered = Rendered(form: Forms.blank(questionnaire, Int(seed)), cells: filled.cells)
      check(filled, key, rendered.fields(), "fields")
    }
  }

  @Test("Lines of a mail, at any depth, and with their lines broken anew", arguments: seeds)
  func lines(seed: UInt64) {
    for (questionnaire, key) in [(Forms.review, Forms.reviewKey), (Sample.form, Forms.sampleKey)] {
      let filled = Filled(questionnaire, seed: seed)
      let rendered = Rendered(form: Forms.blank(questionnaire, Int(seed)), cells: filled.cells)
      check(filled, key, rendered.lines(), "as sent")
      check(filled, key, rendered.lines(.init(depth: 2)), "quoted")
      check(filled, key, rendered.lines(.init(depth: 1, typedDepth: 0)), "typed into a quotation")
      check(filled, key, isWrapped: true, rendered.lines(.init(depth: 1, width: 60)), "broken at 60")
      check(filled, key, isWrapped: true, rendered.lines(.init(depth: 3, width: 45)), "broken at 45")
    }
  }

  @Test("The original form: number and wording", arguments: seeds)
  func original(seed: UInt64) {
    let filled = Filled(Forms.review, seed: seed)
    let rendered = Rendered(form: Forms.blank(Forms.review, Int(seed)), cells: filled.cells)
    check(filled, Forms.reviewKey, rendered.original(typed: false), "boxes")
    check(filled, Forms.reviewKey, rendered.original(typed: true), "typed")
  }

  @Test("A blank gives no answer, no doubt and nothing unplaced", arguments: 0..<3)
  func blank(language: Int) {
    for (questionnaire, key) in [(Forms.review, Forms.reviewKey), (Sample.form, Forms.sampleKey)] {
      let rendered = Rendered(form: Forms.blank(questionnaire, language), cells: [:])
      for extract in [
        rendered.table([.tags, .bookmarks, .codes]), rendered.table([.codes]), rendered.fields(),
        rendered.lines(),
        rendered.lines(.init(depth: 2, width: 50)),
      ] {
        let form = key.match(extract)
        #expect(form.isForm)
        #expect(form.answers == [])
        #expect(form.doubts == [])
        #expect(form.unplaced == [])
        if extract.format == .text { #expect(form.version == questionnaire.version) }
      }
    }
  }
}
