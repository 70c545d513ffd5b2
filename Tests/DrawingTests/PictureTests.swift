import Testing

@Suite("Pictures for documents")
struct PictureTests {
  static let lines = [
    "Shares of the 8 asked", "Effectif – Fréquence", "¿Cuántos? Año", "Доля ответивших", "对《全球契约》持正式立场",
  ]

  @Test("A PNG has 300 pixels to the inch, and says so")
  func size() throws {
    var drawer = try Drawer()
    let png = try drawer.file([["png"], ["svg", svg(Self.lines)]])
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(number(png, at: 16) == 2375 && number(png, at: 20) == 625)
    #expect(String(decoding: png[37..<41], as: UTF8.self) == "pHYs")
    #expect(number(png, at: 41) == 11811 && number(png, at: 45) == 11811 && png[49] == 1)
    // The checksum of these twenty-one bytes, as zlib gives it.
    #expect(number(png, at: 50) == 0x78A5_3F76)
    #expect(!png.contains("tIME"))
    let small = try drawer.file([["png"], ["resolution", "96"], ["svg", svg(Self.lines)]])
    #expect(number(small, at: 16) == 760 && number(small, at: 20) == 200)
  }

  @Test("A picture too long for so many pixels has fewer to the inch")
  func long() throws {
    var drawer = try Drawer()
    let png = try drawer.file([["png"], ["svg", svg(["A"], width: 100, height: 20_000)]])
    #expect(number(png, at: 20) == 32_767 && number(png, at: 16) == 164)
    #expect(number(png, at: 41) == 6181, "157 pixels to the inch")
  }

  @Test("A PDF has the texts as texts, its fonts, its title, and the size of the picture")
  func texts() throws {
    var drawer = try Drawer()
    let bytes = try drawer.file([
      ["pdf"], ["language", "fr"], ["title", "Répondants 答复"], ["svg", svg(Self.lines)],
    ])
    let document = try DrawnPDF(bytes)
    #expect(document.title == "Répondants 答复")
    #expect(document.sizes.map { "\($0.width) \($0.height)" } == ["570.0 150.0"])
    let text = try #require(document.pages.first)
    for line in Self.lines { #expect(text.contains(line)) }
    #expect(!text.contains("not drawn"))
    #expect(!document.fonts.isEmpty && document.fonts.allSatisfy(\.isEmbedded))
    #expect(bytes.contains("/Lang"))
  }

  @Test("Arabic comes back in the order in which it is read")
  func arabic() throws {
    var drawer = try Drawer()
    let line = "نعم موقف رسمي"
    let picture = "<text x=\"700\" y=\"180\" font-size=\"18\" direction=\"rtl\">\(line)</text>"
    let document = try DrawnPDF(drawer.file([["pdf"], ["svg", svg([], extra: picture)]]))
    #expect(document.pages.first?.letters.contains(line.letters) == true)
  }

  @Test(
    "The same picture gives the same bytes, in another process too, and no time", arguments: ["png", "pdf"])
  func again(format: String) throws {
    let records = [[format], ["title", "T"], ["svg", svg(Self.lines)]]
    var drawer = try Drawer()
    let first = try drawer.file(records)
    _ = try drawer.file([[format], ["svg", svg(["Something else"])]])
    #expect(try drawer.file(records) == first)
    var other = try Drawer()
    #expect(try other.file(records) == first)
    #expect(!first.contains("CreationDate") && !first.contains("ModDate"))
  }

  @Test("What is no picture is refused with its reason; the next one is drawn")
  func refused() throws {
    var drawer = try Drawer()
    let entity = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
    let cases: [(records: [[String]], reason: String)] = [
      ([["gif"]], "the definition cannot be read: 'gif' is no format; expected png, pdf or report\n"),
      ([["png"]], "the definition cannot be read: no record svg\n"),
      ([["png"], ["resolution", "9999999"]], "the definition cannot be read: a resolution of '9999999'\n"),
      (
        [["png"], ["svg", "<svg"]],
        "the picture cannot be drawn: it is no well-formed XML (libxml2's error 73)\n"
      ),
      ([["pdf"], ["svg", svg([], head: entity)]], "the picture cannot be drawn: it has a document type\n"),
      (
        [["pdf"], ["svg", svg([], width: 0)]],
        "the picture cannot be drawn: it has no width and height between 1 and 100000 pixels\n"
      ),
      (
        [["png"], ["svg", svg([], width: 90_000, height: 90_000)]],
        "the picture cannot be drawn: it would have 32767 by 32767 pixels; ask for a smaller resolution\n"
      ),
    ]
    for (records, reason) in cases {
      let refusal = #expect(throws: DrawingRefusal.self) { try drawer.file(records) }
      #expect(refusal?.text == reason)
      #expect(try !drawer.file([["png"], ["svg", svg(["A"])]]).isEmpty)
    }
  }

  private func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension [UInt8] {
  /// Whether some bytes of ASCII stand anywhere in these.
  func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return indices.dropLast(wanted.count - 1).contains { self[$0...].starts(with: wanted) }
  }
}
