import Chance
import Scenes
import Testing

@Suite("Pictures for documents")
struct PictureTests {
  static let lines = [
    "Shares of the 8 asked", "Effectif – Fréquence", "¿Cuántos? Año", "Доля ответивших", "对《全球契约》持正式立场",
  ]

  @Test("A PNG has 300 pixels to the inch, and says so")
  func size() throws {
    var drawer = try Drawer()
    let png = try drawer.file([["png"]] + picture(Self.lines))
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(number(png, at: 16) == 2375 && number(png, at: 20) == 625)
    let size = try chunk("pHYs", of: png)
    #expect(number(size, at: 0) == 11811 && number(size, at: 4) == 11811 && size[8] == 1)
    // The checksum of these bytes with the chunk's name, as zlib gives it.
    #expect(number(size, at: 9) == 0x78A5_3F76)
    #expect(!png.contains("tIME"))
    let small = try drawer.file([["png"], ["resolution", "96"]] + picture(Self.lines))
    #expect(number(small, at: 16) == 760 && number(small, at: 20) == 200)
  }

  @Test("A picture too long for so many pixels has fewer to the inch")
  func long() throws {
    var drawer = try Drawer()
    let png = try drawer.file([["png"]] + picture(["A"], width: 100, height: 20_000))
    #expect(number(png, at: 20) == 32_767 && number(png, at: 16) == 164)
    #expect(number(try chunk("pHYs", of: png), at: 0) == 6181, "157 pixels to the inch")
  }

  @Test("Of few colours a PNG has a byte a pixel, and areas keep their colours")
  func palette() throws {
    var drawer = try Drawer()
    let areas = ["#0b4f8a", "#c96e0a", "#c96e0b", "#fefefe"].enumerated().map { index, color in
      area(x: 100 * Double(index), y: 120, width: 90, height: 60, color)
    }
    let png = try drawer.file([["png"]] + picture(Self.lines, marks: areas))
    #expect(png[25] == 3, "indexed colours")
    let count = Int(number(png, at: 33)) / 3
    let bytes = try chunk("PLTE", of: png)
    let palette = (0..<count).map { Array(bytes[(3 * $0)..<(3 * $0 + 3)]) }
    #expect(count <= 256)
    for color: [UInt8] in [
      [255, 255, 255], [0x0B, 0x4F, 0x8A], [0xC9, 0x6E, 0x0A], [0xC9, 0x6E, 0x0B], [254, 254, 254],
    ] {
      #expect(palette.contains(color))
    }
  }

  @Test("Of many colours a PNG has three bytes a pixel")
  func manyColors() throws {
    var drawer = try Drawer()
    var random = SeededRandom(seed: 1)
    let areas = (0..<760).map { column in
      area(
        x: Double(column), y: 0, width: 1, height: 200,
        "#\(String(Int.random(in: 0x10_0000...0xFF_FFFF, using: &random), radix: 16))")
    }
    let png = try drawer.file([["png"]] + picture([], marks: areas))
    #expect(png[25] == 2, "red, green and blue")
    #expect(!png.contains("PLTE"))
  }

  @Test("A PDF has the texts as texts, its fonts, its title, and the size of the picture")
  func texts() throws {
    var drawer = try Drawer()
    let bytes = try drawer.file(
      [["pdf"], ["language", "fr"], ["title", "Répondants 答复"]] + picture(Self.lines))
    let document = try DrawnPDF(bytes)
    #expect(document.title == "Répondants 答复")
    #expect(document.sizes.map { "\($0.width) \($0.height)" } == ["570.0 150.0"])
    let text = try #require(document.pages.first)
    for line in Self.lines { #expect(text.contains(line)) }
    #expect(!document.fonts.isEmpty && document.fonts.allSatisfy(\.isEmbedded))
    #expect(bytes.contains("/Lang"))
  }

  @Test("Arabic comes back in the order in which it is read")
  func arabic() throws {
    var drawer = try Drawer()
    let line = "نعم موقف رسمي"
    let text = Mark.text(
      Mark.Text(
        [line], x: 700, y: 180, lineHeight: 24, size: 18, color: black, side: .right, isFromRight: true))
    let document = try DrawnPDF(drawer.file([["pdf"]] + picture([], marks: [text])))
    #expect(document.pages.first?.letters.contains(line.letters) == true)
  }

  @Test("What looks like markup is words")
  func markup() throws {
    var drawer = try Drawer()
    let lines = ["<b>bold</b> &amp; more", "<image href=\"file:///etc/hostname\"/>", "]]> <!DOCTYPE a>"]
    let document = try DrawnPDF(drawer.file([["pdf"]] + picture(lines)))
    for line in lines { #expect(document.pages.first?.contains(line) == true) }
  }

  @Test(
    "The same picture gives the same bytes, in another process too, and no time", arguments: ["png", "pdf"])
  func again(format: String) throws {
    let records = [[format], ["title", "T"]] + picture(Self.lines)
    var drawer = try Drawer()
    let first = try drawer.file(records)
    _ = try drawer.file([[format]] + picture(["Something else"]))
    #expect(try drawer.file(records) == first)
    var other = try Drawer()
    #expect(try other.file(records) == first)
    #expect(!first.contains("CreationDate") && !first.contains("ModDate"))
  }

  @Test("What is no picture is refused with its reason; the next one is drawn")
  func refused() throws {
    var drawer = try Drawer()
    let advice = "install iscm and its workers from one version"
    let head = ["picture", "760", "200", "ltr"]
    let cases: [(records: [[String]], reason: String)] = [
      ([["gif"]], "the definition cannot be read: 'gif' is no format; expected png, pdf or report\n"),
      ([["png"]], "the definition cannot be read: no record picture\n"),
      ([["png"], ["resolution", "9999999"]], "the definition cannot be read: a resolution of '9999999'\n"),
      ([["png"], head], "record 3: '' cannot be read; \(advice)\n"),
      ([["png"], head, ["circle"], ["end"]], "record 3: 'circle' cannot be read; \(advice)\n"),
      ([["png"], head, ["line", "1", "2", "3"], ["end"]], "record 3: '' cannot be read; \(advice)\n"),
      (
        [["png"], head, ["line", "1", "2", "3", "url(#a)", ""], ["end"]],
        "record 3: 'url(#a)' cannot be read; \(advice)\n"
      ),
      (
        [["png"], head, ["line", "nan", "2", "3", "#000000", ""], ["end"]],
        "record 3: 'nan' cannot be read; \(advice)\n"
      ),
      ([["pdf"]] + picture([], width: 0), "record 2: '0' cannot be read; \(advice)\n"),
      (
        [["pdf"]] + picture([]) + [["again"]],
        "the definition cannot be read: 'again' behind the picture\n"
      ),
      (
        [["png"]] + picture([], width: 90_000, height: 90_000),
        "the picture cannot be drawn: it would have 32767 by 32767 pixels; ask for a smaller resolution\n"
      ),
    ]
    for (records, reason) in cases {
      let refusal = #expect(throws: DrawingRefusal.self) { try drawer.file(records) }
      #expect(refusal?.text == reason)
      #expect(try !drawer.file([["png"]] + picture(["A"])).isEmpty)
    }
  }

  private func area(x: Double, y: Double, width: Double, height: Double, _ color: String) -> Mark {
    var area = Mark.Area(x: x, y: y, width: width, height: height)
    area.fill = .plain(Color("", color, color))
    return .area(area)
  }

  /// What stands behind the name of a chunk, to the end of the file.
  private func chunk(_ name: String, of png: [UInt8]) throws -> [UInt8] {
    let wanted = Array(name.utf8)
    let place = try #require(png.indices.dropLast(3).first { png[$0...].starts(with: wanted) })
    return Array(png[(place + 4)...])
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
