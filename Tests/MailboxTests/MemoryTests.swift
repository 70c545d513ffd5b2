import Documents
import Mailbox
import SampleForms
import Survey
import Testing

@Suite("What is known of other forms changes nothing in a form")
struct MemoryTests {
  /// A form as a worker hands it over, with cells that others had.
  func handedOver(_ extract: Extract, _ key: FormKey) throws -> Extract {
    let payload = WorkerReply(id: "", extract: extract).payload
    return try #require(WorkerReply(payload: payload, knowing: key.bodies)).extract
  }

  @Test("A form is matched by a key that saw many as by one that saw none", arguments: UInt64(0)..<3)
  func forms(seed: UInt64) throws {
    let used = FormKey(Sample.form)
    for other in 0..<12 as Range<UInt64> {
      let filled = Filled(Sample.form, seed: 100 * seed + other)
      let rendered = Rendered(form: Forms.blank(Sample.form, Int(other)), cells: filled.cells)
      for extract in [
        rendered.table([.tags, .bookmarks, .codes]), rendered.table([.codes]),
        rendered.original(typed: false),
        rendered.lines(),
      ] {
        let found = used.match(try handedOver(extract, used))
        if other % 6 == 5 { #expect(found == FormKey(Sample.form).match(extract)) }
        #expect(found == used.match(extract))
      }
    }
  }

  @Test("An answer is taken to the byte, though another form spelt it otherwise")
  func spellings() throws {
    let key = Forms.reviewKey
    for text in ["Caf\u{E9} in the Hague", "Cafe\u{301} in the Hague"] {
      let rendered = Rendered(form: Forms.blank(Forms.review), cells: ["submitted_by": text])
      var extract = rendered.table([.tags, .bookmarks, .codes])
      let ticks = try #require(extract.blocks.firstIndex { $0.bookmarks == ["q08"] })
      extract.blocks[ticks].items.append(.text(" " + text))
      extract.blocks.append(Block(place: Place(line: 99_999), items: [.text("Written in a " + text)]))
      let form = key.match(try handedOver(extract, key))
      let said = form.answers.map(\.cell) + form.unplaced.map(\.text) + form.doubts.map(\.detail)
      let spelt = said.filter { $0.contains("in the Hague") }.map { Array($0.utf8) }
      #expect(spelt.count >= 3)
      for bytes in spelt {
        #expect(bytes.contains(0xC3) == text.utf8.contains(0xC3), "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test("Words of ours in an answer are found, whatever stands between them")
  func ownWords() throws {
    let key = Forms.reviewKey
    let form = Forms.blank(Forms.review, 1)
    let label = try #require(form.lines.map(\.label).first { $0.split(separator: " ").count > 12 })
    let words = label.split(separator: " ").map(String.init)
    let piece = words[3..<9]
    for text in [
      "Nous \u{E9}tions l\u{E0}. " + piece.joined(separator: " "), "ici " + piece.joined(separator: "\u{A0}"),
      piece.joined(separator: "\t").uppercased(), "«" + piece.joined(separator: "\n") + "»",
      "ici\u{2028}" + words.joined(separator: "  "), words[..<8].joined(separator: "\u{2009}"),
    ] {
      let rendered = Rendered(form: Forms.blank(Forms.review), cells: ["data_exchange": text])
      let found = key.match(rendered.table([.tags, .bookmarks, .codes]))
      #expect(found.doubts.contains { $0.detail.hasPrefix("it holds words of the form") }, "\(text)")
    }
    let own = Rendered(
      form: Forms.blank(Forms.review), cells: ["data_exchange": words[3..<7].joined(separator: " ")])
    #expect(key.match(own.table([.tags, .bookmarks, .codes])).doubts == [])
  }
}
