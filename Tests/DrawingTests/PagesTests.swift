import Chance
import Testing

@Suite("Reports on pages")
struct PagesTests {
  private static let head = [
    ["report"], ["language", "en"], ["title", "Review 2018"], ["footer", "review   Page \u{1} of \u{2}"],
    ["text", "title", "Review 2018"], ["contents"],
  ]

  /// A chapter of a report, whose words are found by its number.
  private static func chapter(_ number: Int, pictureHeight: Int, rows: Int, names: Int = 1) -> [[String]] {
    let names = (0..<names).map { "name\($0)of\(number)" }.joined(separator: ", ")
    return [
      ["heading", "1", "Heading\(number)"], ["text", "question", "Question\(number)"],
    ] + picture(["Top\(number)"], width: 720, height: Double(pictureHeight))
      + [
        ["text", "counting", "Counting\(number)"], ["table", "text", "number", "text"],
        ["head", "Answer", "Count", "Who"],
      ]
      + (0..<rows).map { ["row", $0 == 0 ? "muted" : "plain", "Row\(number)-\($0).", "\($0)", names] }
      + [["end"], ["text", "note", "Note\(number)"]]
  }

  @Test(
    "No picture stands on another page than its heading, and nothing is lost or twice",
    arguments: 0..<12 as Range<UInt64>)
  func kept(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let chapters = (0..<6).map { number in
      (number, Int.random(in: 60...1_100, using: &random), Int.random(in: 1...40, using: &random))
    }
    let records = Self.head + chapters.flatMap { Self.chapter($0, pictureHeight: $1, rows: $2) }
    var drawer = try Drawer()
    let document = try DrawnPDF(drawer.file(records))
    for (number, _, rows) in chapters {
      let page = try #require(document.pages.first { $0.contains("Top\(number)") })
      #expect(page.contains("Heading\(number)") && page.contains("Question\(number)"))
      for row in 0..<rows {
        let count = document.pages.map { $0.ranges(of: "Row\(number)-\(row).").count }.reduce(0, +)
        #expect(count == 1, "row \(row) of chapter \(number)")
      }
      let last = try #require(document.pages.first { $0.contains("Note\(number)") })
      #expect(last.contains("Row\(number)-\(rows - 1)."), "a note stands with the last row")
    }
  }

  @Test("Pages have numbers, contents and outline lead to them")
  func numbered() throws {
    let records = Self.head + (0..<5).flatMap { Self.chapter($0, pictureHeight: 500, rows: 12) }
    var drawer = try Drawer()
    let bytes = try drawer.file(records)
    let document = try DrawnPDF(bytes)
    #expect(document.title == "Review 2018")
    #expect(document.sizes.allSatisfy { abs($0.width - 595.28) < 0.1 && abs($0.height - 841.89) < 0.1 })
    let count = document.pages.count
    for (number, page) in document.pages.enumerated() {
      #expect(page.contains("Page \(number + 1) of \(count)"))
    }
    #expect(document.outline.map(\.title) == (0..<5).map { "Heading\($0)" })
    let contents = document.pages[0].split { $0.isWhitespace }.joined(separator: " ")
    for (title, page) in document.outline {
      #expect(document.pages[page - 1].contains(title))
      #expect(contents.contains("\(title)\(page)"))
    }
    #expect(bytes.contains("/Link"))
    #expect(try drawer.file(records) == bytes)
    #expect(!bytes.contains("CreationDate"))
  }

  @Test("A picture that is higher than a page goes on over several, cut where nothing stands")
  func high() throws {
    let lines = (0..<200).map { "Line\($0)." }
    let records =
      Self.head + [["heading", "1", "Heading"]] + picture(lines, width: 720, height: 4_900)
    var drawer = try Drawer()
    let document = try DrawnPDF(drawer.file(records))
    #expect(document.pages.count > 3)
    for line in lines {
      #expect(document.pages.map { $0.ranges(of: line).count }.reduce(0, +) == 1, "\(line)")
    }
  }

  @Test("A row that is higher than a page goes on over several")
  func highRow() throws {
    var drawer = try Drawer()
    let document = try DrawnPDF(
      drawer.file(Self.head + Self.chapter(7, pictureHeight: 200, rows: 2, names: 1_500)))
    let text = document.pages.joined().letters
    for name in 0..<1_500 { #expect(text.contains("name\(name)of7"), "\(name)") }
  }

  @Test("What is read from the right stands on the right")
  func mirrored() throws {
    var drawer = try Drawer()
    let records = [
      ["report"], ["language", "ar"], ["direction", "rtl"], ["title", "الآليات"],
      ["heading", "1", "موقف رسمي"], ["table", "text", "number"], ["head", "الجواب", "العدد"],
      ["row", "plain", "Rabat Process", "5"], ["end"],
    ]
    let document = try DrawnPDF(drawer.file(records), searching: ["Rabat Process", "5"])
    #expect(document.pages.first?.letters.contains("موقف رسمي".letters) == true)
    let (name, number) = (document.places["Rabat Process"] ?? 0, document.places["5"] ?? 600)
    #expect(name > 300 && number < 300)
    #expect(document.outline.map(\.title) == ["موقف رسمي"])
    #expect(document.title == "الآليات")
  }

  @Test(
    "A record that is none is named",
    arguments: [
      (["heading", "9", "A"], "a heading of level '9'"), (["text", "loud", "A"], "no style 'loud'"),
      (["item", "0", "A"], "an item of level '0'"), (["end"], "an end without a table"),
      (["row", "plain", "A"], "'row' with 3 cells"), (["table", "text"], "a table without end"),
      (["rank"], "'rank' with 1 cells"),
    ])
  func refused(record: [String], reason: String) throws {
    var drawer = try Drawer()
    let refusal = #expect(throws: DrawingRefusal.self) { try drawer.file([["report"], record]) }
    #expect(refusal?.text == "the definition cannot be read: \(reason)\n")
  }
}
