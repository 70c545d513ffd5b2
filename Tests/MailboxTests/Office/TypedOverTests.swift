import Documents
import Mailbox
import SampleForms
import Survey
import Testing

@Suite("Forms in which people typed where boxes and controls were")
struct TypedOverTests {
  /// What our form says where a cell holds something.
  static func match(_ bookmark: String, _ items: [Block.Item]) throws -> MatchedForm {
    let blank = Forms.blank(Forms.review)
    var extract = Rendered(form: blank, cells: [:]).table([.bookmarks, .codes])
    let cell = try #require(extract.blocks.firstIndex { $0.bookmarks == [bookmark] })
    extract.blocks[cell].items = items
    return Forms.reviewKey.match(extract)
  }

  static func sign(_ sign: String, _ isTicked: Bool) -> Block.Item {
    .box(Block.Box(kind: .glyph, isTicked: isTicked, sign: sign))
  }

  static let empty = sign("☐", false)
  static let position: Address = "position"

  @Test("An x over a box ticks it, where all other lines are options with their boxes")
  func typedOver() throws {
    let form = try Self.match(
      "q04", [.text("X Yes\n"), Self.empty, .text(" No\n"), Self.empty, .text(" In process, not final yet")])
    #expect(form.cells == [Self.position: "yes"])
    #expect(form.doubts(Self.position) == false)
    #expect(form.unplaced == [])
  }

  @Test(
    "It waits where anything else stands there",
    arguments: [
      [Block.Item.text("X Yes\nmaybe\n"), empty, .text(" No\n"), empty, .text(" In process, not final yet")],
      [.text("X Yes\n"), sign("☒", true), .text(" No\n"), empty, .text(" In process, not final yet")],
      [.text("X X Yes\n"), empty, .text(" No\n"), empty, .text(" In process, not final yet")],
    ])
  func waits(items: [Block.Item]) throws {
    let form = try Self.match("q04", items)
    #expect(form.doubts(Self.position) || form.unplaced.contains { $0.beside == Self.position })
  }

  @Test("Signs in the place for a text are part of the text, as they were typed")
  func signs() throws {
    let form = try Self.match(
      "q05", [Self.sign("(x)", true), .text(" training\n"), Self.sign("[ ]", false), .text(" talks")])
    #expect(form.answers.map(\.cell) == ["(x) training [ ] talks"])
    #expect(!form.doubts.contains { $0.reason == .notAnAnswer })
  }

  @Test(
    "Signs without words, and boxes of forms, are no text",
    arguments: [
      [sign("( )", false)], [sign("(x)", true), Block.Item.text(" ")],
      [.box(Block.Box(kind: .legacy, isTicked: true)), .text(" training")],
    ])
  func noText(items: [Block.Item]) throws {
    let form = try Self.match("q05", items)
    #expect(form.answers == [])
    #expect(form.doubts.contains { $0.reason == .notAnAnswer })
  }
}
