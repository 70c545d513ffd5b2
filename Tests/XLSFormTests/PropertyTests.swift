import Chance
import Survey
import Testing
import XLSForm

@Suite("Properties that hold for any file")
struct PropertyTests {
  @Test("Random bytes never crash, and are no form", arguments: 0..<200 as Range<UInt64>)
  func bytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("survey,\"\n|# type\r\u{FEFF}${'x}é".utf8)
    let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      Bool.random(using: &random)
        ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
    }
    for format in XLSForm.Format.allCases {
      #expect(throws: FormProblems.self) {
        try XLSForm.load(bytes, as: format, named: "form.\(format)", listFolders: [])
      }
    }
  }

  /// Words that forms are made of, right and wrong ones.
  static let words = [
    "text", "integer", "select_one l", "select_multiple l or_other", "select_one_from_file l.csv",
    "begin_group",
    "end_group", "begin_repeat", "end_repeat", "calculate", "note", "date", "rank l", "audit", "start",
    "image",
    "a", "b", "c", "l", "meta", "data", "yes", "no", "${a}", "${a} = 'x'", "${b} + 1", ". > 1", "count(${c})",
    "selected(${a}, 'b')", "${", "'", "x - y", "3", "value=id", "Label", "other", "", "", "", "1a", "é",
    "x y",
    "instance('l')/root/item[name = ${a}]/label", "position(..)", "../a", "indexed-repeat(${a}, ${c}, 1)",
  ]
  static let headings = [
    "type", "name", "label", "label::English (en)", "label::French (fr)", "hint", "relevant", "constraint",
    "calculation", "required", "default", "choice_filter", "repeat_count", "appearance", "read_only",
    "parameters",
    "list_name", "form_id", "default_language", "relevance", "media::image", "trigger", "", "nonsense",
  ]

  @Test(
    "Random tables never crash, and give the same problems each time", arguments: 0..<400 as Range<UInt64>)
  func tables(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func word(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
    var rows: [[String]] = []
    for sheet in ["survey", "choices", "settings"] {
      rows.append([sheet])
      // The columns that are needed come first, or hardly any form would get far.
      let needed =
        ["survey": ["type", "name", "label"], "choices": ["list_name", "name", "label"]][sheet] ?? []
      let more = (0..<Int.random(in: 0...5, using: &random)).map { _ in word(Self.headings) }
      rows.append([""] + needed + more)
      for _ in 0..<Int.random(in: 0...15, using: &random) {
        rows.append([""] + (needed + more).map { _ in word(Self.words) })
      }
    }
    let text = rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    #expect(problems(text) == problems(text), "\(text)")
  }

  @Test("Padding a form's cells and rows changes nothing", arguments: 0..<20 as Range<UInt64>)
  func padding(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let plain = try InstrumentTests.instrument("gcm-review-2018")
    func spaces() -> String { String(repeating: " ", count: Int.random(in: 0...2, using: &random)) }
    var text = ""
    func write(_ cells: [String]) {
      let padded = cells + Array(repeating: "", count: Int.random(in: 0...3, using: &random))
      text += padded.map { "\"" + (spaces() + $0 + spaces()).replacing("\"", with: "\"\"") + "\"" }.joined(
        separator: ",")
      text += Bool.random(using: &random) ? "\r\n" : "\n"
      if Int.random(in: 0..<5, using: &random) == 0 { text += "\"\",,\n\n" }
    }
    for sheet in plain.workbook.sheets {
      write([sheet.name])
      for row in [sheet.header] + sheet.rows { write([""] + row.cells) }
    }
    let padded = try load(
      text, named: "gcm-review-2018.csv", listFolders: ["\(packageFolder)/Questionnaires/lists"])
    #expect(padded.questionnaire.text == plain.questionnaire.text)
  }
}
