import Documents
import Foundation
import FoundationXML
import Messages
import SampleForms
import Survey
import Testing

/// What a part of a document holds: names of elements with their attributes, in their order.
private final class Outline: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""

  init(_ part: WordForm.Part) throws {
    super.init()
    let parser = XMLParser(data: Data(part.contents.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(part.name): \(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) { elements.append((name, attributes)) }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func values(of element: String, _ attribute: String) -> [String] {
    elements.filter { $0.name == element }.compactMap { $0.attributes[attribute] }
  }
}

@Suite("A blank form for word processors")
struct WordFormTests {
  private func outline(of name: String, in form: BlankForm) throws -> Outline {
    try Outline(try #require(WordForm(form).parts.first { $0.name == name }))
  }

  @Test("Every part is XML, and every part is declared and there", arguments: BlankTextTests.editions)
  func wellFormed(name: String, language: InterfaceLanguage) throws {
    let parts = WordForm(try BlankForms.form(name, language)).parts
    for part in parts { _ = try Outline(part) }
    let declared = try Outline(parts[0]).values(of: "Override", "PartName")
    let names = parts.map(\.name)
    #expect(declared.allSatisfy { names.contains(String($0.dropFirst())) })
    #expect(Set(names).count == names.count)
  }

  @Test("Every place for an answer has its tag, its bookmark and its code, once", arguments: BlankForms.names)
  func marks(name: String) throws {
    let form = try BlankForms.form(name)
    let document = try outline(of: "word/document.xml", in: form)
    var tags: [String] = []
    for line in form.lines {
      if case .boxes(let options, _) = line.space {
        tags += options.map { "iscm:1:q\(line.code.text):\($0.mark)" }
      } else {
        tags.append("iscm:1:q\(line.code.text)")
      }
      #expect(document.text.components(separatedBy: line.code.visible).count >= 2, "\(line.code.visible)")
    }
    #expect(document.values(of: "w:tag", "w:val") == tags)
    #expect(Set(tags).count == tags.count)
    let bookmarks = document.values(of: "w:bookmarkStart", "w:name")
    #expect(bookmarks == form.lines.map { "q\($0.code.text)" })
    let ids = document.values(of: "w:id", "w:val") + document.values(of: "w:bookmarkStart", "w:id")
    #expect(Set(ids).count == ids.count)
    #expect(document.values(of: "w:bookmarkEnd", "w:id") == document.values(of: "w:bookmarkStart", "w:id"))
    #expect(Set(document.values(of: "w14:checked", "w14:val")) == ["0"])
  }

  @Test("It says what it is to programs, and prints its token for people")
  func properties() throws {
    let form = try BlankForms.form("gcm-review-2018", .french, for: "rabat")
    let custom = try outline(of: "docProps/custom.xml", in: form)
    #expect(
      custom.values(of: "property", "name") == ["iscm-form", "iscm-version", "iscm-hash", "iscm-token"])
    #expect(custom.text == "\ngcm-review-20182018.1\(form.hash)8WZG-VRMJ".trimmingCharacters(in: .newlines))
    let document = try outline(of: "word/document.xml", in: form)
    #expect(document.text.hasSuffix("Code de ce formulaire\u{a0}: 8WZG-VRMJ"))
    #expect(!document.values(of: "w:bookmarkStart", "w:name").contains("q01"), "who it is is no answer")
  }

  @Test("Whatever the words hold, they are words")
  func hostile() throws {
    let label = "<w:p> & \"quotes\" ]]> \u{1} \u{FFFF}\nnext"
    let item = Sample.ask("a", .text, LocalizedText(unlocalized: label), no: "1")
    let form = BlankForm(of: Sample.questionnaire([item]), in: Sample.english, say: Interface(.english))
    let document = try outline(of: "word/document.xml", in: form)
    #expect(document.text.contains("<w:p> & \"quotes\" ]]> \u{FFFD} \u{FFFD}next"))
    #expect(document.values(of: "w:tag", "w:val") == ["iscm:1:q01"])
  }

  @Test("Arabic stands right to left, English in it left to right")
  func directions() throws {
    let document = try outline(of: "word/document.xml", in: BlankForms.form("gcm-review-2018", .arabic))
    #expect(document.elements.contains { $0.name == "w:bidiVisual" })
    let paragraphs = document.elements.count { $0.name == "w:p" }
    let bidi = document.elements.count { $0.name == "w:bidi" }
    #expect(bidi > 20 && bidi < paragraphs / 2)
    let english = try outline(of: "word/document.xml", in: BlankForms.form())
    #expect(!english.elements.contains { ["w:bidi", "w:rtl", "w:bidiVisual"].contains($0.name) })
  }

  @Test("The pages have the same fields by the same names", arguments: BlankForms.names)
  func pages(name: String) throws {
    let form = try BlankForms.form(name)
    let fields = PageForm(form).rows.filter { ["box", "field"].contains($0[0]) }.map { $0[1] }
    #expect(fields == (try outline(of: "word/document.xml", in: form)).values(of: "w:tag", "w:val"))
  }
}
