import Documents
import Testing

@Suite("What a reader hands over")
struct ExtractTests {
  static let whole = Extract(
    format: .docx, properties: [.init(name: "iscm-form", value: "gcm-review-2018")],
    blocks: [
      Block(
        place: Place(line: 3, table: 1, row: 4, column: 3), bookmarks: ["q04"], tags: ["iscm:1:q04:yes"],
        items: [
          .box(.init(kind: .control, isTicked: true, name: "iscm:1:q04:yes")), .text(" Yes\nor \"no\", "),
          .box(.init(kind: .glyph, isTicked: false, disagrees: true)),
          .field(name: "date", value: "2018-11-09"),
        ]),
      Block(place: Place(line: 9, page: 2, quoteDepth: 2), items: []),
    ],
    findings: [
      Finding(.trackedChange, at: Place(line: 3, table: 1, row: 4, column: 3), detail: "inserted by A"),
      Finding(.limit, detail: "more than 10000 parts"),
    ])

  @Test("A place is said so that a person finds it")
  func places() {
    #expect(Place(line: 3, table: 1, row: 4, column: 3).description == "table 1 row 4 cell 3")
    #expect(Place(line: 9, page: 2, quoteDepth: 2).description == "page 2 line 9, quoted 2")
  }
}
