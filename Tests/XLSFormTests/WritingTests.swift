import Chance
import CSV
import Tables
import Testing
import XLSForm

@Suite("Writing a form's file")
struct WritingTests {
  static let form = """
    survey
    ,type,name,label::English (en),remark
    ,text,a,"One, ""two"" | three
    four"
    ,select_one yn,b,Two,mine
    notes
    ,who
    ,me
    choices
    ,list_name,name,label::English (en)
    ,yn,007,=1+1

    """

  private func workbook(_ bytes: [UInt8], _ format: XLSForm.Format) throws -> Workbook {
    try XLSForm.workbook(bytes, as: format, named: "form.\(format)").workbook
  }

  @Test("CSV has no cell too many and no quotation mark without need")
  func csv() throws {
    let read = try workbook(Array(Self.form.utf8), .csv)
    #expect(String(decoding: try read.csv(), as: UTF8.self) == Self.form)
  }

  @Test("Markdown escapes what its tables cannot hold")
  func markdown() throws {
    #expect(
      try workbook(Array(Self.form.utf8), .csv).markdown() == """
        | survey |
        | | type | name | label::English (en) | remark |
        | | text | a | One, "two" \\| three&#10;four |  |
        | | select_one yn | b | Two | mine |

        | notes |
        | | who |
        | | me |

        | choices |
        | | list_name | name | label::English (en) |
        | | yn | 007 | =1+1 |

        """)
  }

  @Test("A workbook's cells are texts, its headings stay in sight, and no cell is a formula")
  func book() throws {
    let book = try workbook(Array(Self.form.utf8), .csv).book(title: "T")
    #expect(book.title == "T")
    #expect(book.sheets.map(\.name) == ["survey", "notes", "choices"])
    #expect(book.sheets.map(\.frozenRows) == [1, 1, 1])
    #expect(book.sheets[0].rows[0].map(\.style) == [.head, .head, .head, .head])
    #expect(book.sheets[2].rows[1].map(\.value) == [.text("yn"), .text("007"), .text("=1+1")])
    #expect(book.sheets[2].rows[1].allSatisfy { $0.style == .entry })
  }

  @Test("What is written in one format and in another is read as it was", arguments: 0..<300 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let original = Workbook.random(using: &random)
    let viaCSV = try workbook(original.csv(), .csv)
    #expect(viaCSV.holdsTheSame(as: original))
    let viaMarkdown = try workbook(Array(original.markdown().utf8), .md)
    #expect(viaMarkdown.holdsTheSame(as: original), "Markdown: \(original.markdown())")
    let viaBoth = try workbook(Array(viaCSV.markdown().utf8), .md)
    #expect(try viaBoth.csv() == original.csv())
    #expect(viaMarkdown.markdown() == original.markdown())
  }

  @Test(
    "A first sheet whose name looks like cells of another dialect, and marks that join a space, are read as they were",
    arguments: ["a;b\n,x\n", "a\tb\n,x\n,y\n", "\u{301}n\n,\u{301}x\n,y\u{301}\n"])
  func oddSigns(text: String) throws {
    let original = try workbook(Array(text.utf8), .csv)
    #expect(try workbook(original.csv(), .csv).holdsTheSame(as: original))
    let viaMarkdown = try workbook(Array(original.markdown().utf8), .md)
    #expect(viaMarkdown.holdsTheSame(as: original), "\(viaMarkdown.sheets)")
  }

  @Test("What goes along is told: sheets and columns that XLSForm does not know, and list files")
  func passengers() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | paper_no | body::x | mine | relevance | parameters |
      | | select_one_from_file towns.csv | a | A | 1 | | | | value=code label=town |
      | | select_multiple_from_file towns.csv | b | B | 2 | | | | value=code label=town |
      | notes |
      | | x |
      | empty |
      """, listFolders: ["\(packageFolder)/Tests/XLSFormTests/Forms"]
    )
    #expect(form.workbook.foreignSheets == ["notes"])
    #expect(form.workbook.emptySheets == ["empty"])
    #expect(form.workbook.foreignColumns == ["paper_no", "mine"])
    #expect(form.workbook.listFiles == ["towns.csv"])
  }

  @Test("What pyxform writes into an XForm, and means nothing here, is not told of as unknown")
  func passedOn() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | autoplay | Rows | no_app_error_string::French (fr) | sms_field | mine |
      | | text | a | A | x | 1 | | | |
      """)
    #expect(form.workbook.foreignColumns == ["mine"])
  }

  @Test("What no workbook holds is said before anything is written")
  func obstacles() throws {
    let long = String(repeating: "x", count: 32_768)
    let read = try workbook(Array("survey\n,type\n,\(long)\na/b\n,x\n".utf8), .csv)
    #expect(
      read.obstaclesToBook == [
        "the sheet 'survey', on line 3: 'xxxxxxxxxxxxxxxxxxxx…' has more than 32767 characters, which no cell of a workbook "
          + "holds; shorten it",
        "the sheet 'a/b': no workbook has a sheet of this name; use at most 31 characters, none of []:*?/\\ and no ' at an "
          + "end, and not 'History'",
      ])
  }
}
