import CSV
import Chance
import Mailbox
import SampleForms
import Survey
import Testing

@Suite("Tables and maps of all sorts")
struct TableChanceTests {
  private static let layouts = TableMap.Layout.allCases.map(\.rawValue) + ["", "colunm"]
  private static let questions = [
    "iscm", "iscm_other", "position", "themes", "position_date", "submitted_by", "2a", "*",
    "event[1]/event_title",
    "nothing", "",
  ]
  private static let cells = [
    "", " ", "1", "yes", "Oui", "prague", "rights;governance", "rights", "2018-11-09", "09/11/2018 10:00",
    "99", "any text",
    "é\u{301}", "\u{202E}x", "=1+1", "\"", ";", "x\ny", "𝟗", "unknown", "TRUE",
  ]

  @Test(
    "Whatever stands in them, all that is wrong is said, or each row is accounted for",
    arguments: 0..<300 as Range<UInt64>)
  func noCrash(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let headings = ["ID", "A", "B", "C", "[D]", ""].shuffled(using: &random)
    var rows = [headings]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      rows.append(headings.map { _ in Self.cells.randomElement(using: &random) ?? "" })
    }
    var writer = CSVWriter()
    try writer.append(record: ["", "identifier", "ID"] + Array(repeating: "", count: 8))
    if seed.isMultiple(of: 2) {
      // One that fits but for its words.
      for line in [["iscm", "column", "A"], ["iscm_other", "absent"], ["submitted_by", "absent"]] {
        try writer.append(record: line + Array(repeating: "", count: 11 - line.count))
      }
      for column in [
        "B", "C", "[D]", "[\(["A", "B", "C", "D", "E", "F"][headings.firstIndex(of: "") ?? 0])]",
      ] {
        let line = ["", "ignore", column]
        try writer.append(record: line + Array(repeating: "", count: 11 - line.count))
      }
    } else {
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        var line = [
          Self.questions.randomElement(using: &random) ?? "",
          Self.layouts.randomElement(using: &random) ?? "",
          (headings + ["[C]", "Z"]).randomElement(using: &random) ?? "",
        ]
        for _ in 3..<11 {
          line.append(Bool.random(using: &random) ? "" : Self.cells.randomElement(using: &random) ?? "")
        }
        try writer.append(record: line)
      }
    }
    var text = TableText(map: String(decoding: writer.takeBytes(), as: UTF8.self), table: rows)
    text.separator = CSVSeparator.allCases.randomElement(using: &random) ?? .comma
    text.isWorkbook = Bool.random(using: &random)
    switch text.delivery() {
    case .failure(let problems):
      #expect(!problems.lines.isEmpty)
      #expect(Set(problems.lines).count == problems.lines.count, "said once")
    case .success(let delivery):
      let register = Register(of: Sample.form)
      let settling = Settling(
        Sample.form, identifying: Identifying(register: register, senders: SenderList()))
      let settlement = settling.settle([delivery], in: Books(register: register))
      #expect(settlement.unaccounted == [])
      #expect(settlement.finals.count == delivery.letters.count)
      for row in settlement.finals where row.status == .imported { #expect(!row.mechanism.isEmpty) }
    }
  }
}
