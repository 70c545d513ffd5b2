import Chance
import Documents
import Foundation
import Messages
import Survey
import Testing

/// Reads a filled text as its grammar says, by the marks alone: names of choices, or the lines of a text.
struct TextReader {
  private(set) var answers: [String: String] = [:]
  private(set) var head: [String: String] = [:]
  private(set) var hasEnd = false

  init(_ text: String) throws {
    var open: (code: String, lines: [String])?
    for quoted in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(quoted.trimmingPrefix { $0 == ">" || $0 == " " })
      if let (code, lines) = open {
        guard let closing = line.range(of: "[/Q\(code)]") else {
          open = (code, lines + [line])
          continue
        }
        let answer = (lines + [String(line[..<closing.lowerBound])]).filter { !$0.isEmpty }
        if !answer.isEmpty { answers[code] = answer.joined(separator: "\n") }
        open = nil
      } else if line == "[END]" {
        hasEnd = true
        return
      } else if let match = line.firstMatch(of: /^\[(FORM|VERSION|HASH|TOKEN) (.+)\]$/) {
        head[String(match.1)] = String(match.2)
      } else if let match = line.firstMatch(of: /^\[Q(\w+)\](.*)$/), head.count == 4 {
        let code = String(match.1)
        let boxes = match.2.matches(of: /[\[(]([^)\]]?)[)\]] ([\w#]+)/)
        if boxes.isEmpty { open = (code, [String(match.2)]) }
        for box in boxes where !box.1.allSatisfy(\.isWhitespace) {
          answers[code, default: ""] += answers[code] == nil ? "\(box.2)" : " \(box.2)"
        }
      }
    }
  }
}

@Suite("A blank form as text")
struct BlankTextTests {
  static let editions: [(String, InterfaceLanguage)] =
    BlankForms.names.flatMap { name in InterfaceLanguage.allCases.map { (name, $0) } }

  @Test("No line is wider than a mail's, and none ends in a space", arguments: editions)
  func width(name: String, language: InterfaceLanguage) throws {
    let text = BlankText(try BlankForms.form(name, language)).text
    for line in text.split(separator: "\n") {
      #expect(line.columns <= BlankText.width, "\(line)")
      #expect(line.last?.isWhitespace == false, "\(line)")
    }
    #expect(text.hasSuffix("\n\n[END]\n"))
  }

  @Test("A blank one reads as no answer, and says what it is", arguments: editions)
  func blank(name: String, language: InterfaceLanguage) throws {
    let form = try BlankForms.form(name, language)
    let reader = try TextReader(BlankText(form).text)
    #expect(reader.answers.isEmpty)
    #expect(reader.hasEnd)
    #expect(
      reader.head == [
        "FORM": form.formID.text, "VERSION": form.version, "HASH": form.hash.description,
        "TOKEN": form.token.description,
      ])
  }

  @Test("A filled one reads as it was filled, quoted or not", arguments: 0..<40 as Range<UInt64>)
  func filled(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let language = InterfaceLanguage.allCases.randomElement(using: &random) ?? .english
    let form = try BlankForms.form("gcm-review-2018", language, for: seed % 2 == 0 ? nil : "rabat")
    var text = BlankText(form).text
    var expected: [String: String] = [:]
    for line in form.lines where Bool.random(using: &random) {
      switch line.space {
      case .given: continue
      case .text:
        let answer = ["One line", "Two\nlines (x) here", "(1) [x]"].randomElement(using: &random) ?? ""
        expected[line.code.text] = answer
        text = text.replacing(
          "\n\(line.code.visible)\n", with: "\n\(line.code.visible)\n\(answer)\n", maxReplacements: 1)
      case .boxes(let options, let isSingle):
        let chosen = options.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        let names = (isSingle ? Array(chosen.prefix(1)) : chosen).map(\.mark)
        if names.isEmpty { continue }
        expected[line.code.text] = names.joined(separator: " ")
        for name in names {
          let (open, close) = isSingle ? ("(", ")") : ("[", "]")
          let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map { row -> String in
            guard row.hasPrefix(line.code.visible + " ") else { return String(row) }
            return (row + " ").replacing(
              "\(open) \(close) \(name) ", with: "\(open)x\(close) \(name) ", maxReplacements: 1)
          }
          text = parts.joined(separator: "\n")
        }
      }
    }
    #expect(!expected.isEmpty)
    #expect(try TextReader(text).answers == expected)
    let quoted = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> > \($0)" }
    #expect(try TextReader(quoted.joined(separator: "\n")).answers == expected)
  }

  @Test("Nothing in the words of a form looks like a mark")
  func hostile() throws {
    let items: [Item] = [
      .question(
        Question(
          name: "a", kind: .text,
          wording: Wording(
            label: LocalizedText(unlocalized: "[Q01] What?\n[END]\n[/Q01]"),
            hint: LocalizedText(unlocalized: "[Q02] ( ) yes"), paperNumber: "1")))
    ]
    let questionnaire = Questionnaire(
      id: "f", version: "1", title: LocalizedText(unlocalized: "T"), languages: [],
      defaultLanguage: .unnamed, items: items, lists: [])
    let text = BlankText(BlankForm(of: questionnaire, in: .unnamed, say: Interface(.english))).text
    let marks = text.split(separator: "\n").filter { $0.contains("[") }.suffix(3)
    #expect(marks == ["[Q01]", "[/Q01]", "[END]"])
  }
}
