import CSV
import Foundation
import Testing

/// A tally of the published data, and the rows of `tally --format csv` that must hold.
private struct Held: CustomTestStringConvertible, Sendable {
  let command: String
  /// Rows by their code, or by their state where they have none: count, and what it is a count of.
  let counts: [String: Int]
  /// The chain of bases: `distinct`, `asked` and the others.
  let bases: [String: Int]

  var testDescription: String { command }

  init(_ command: String, _ counts: [String: Int], bases: [String: Int] = [:]) {
    self.command = command
    self.counts = counts
    self.bases = bases
  }

  static let all = [
    Held(
      "gcm-review-2018 position", ["yes": 5, "no": 3, "in_process": 0],
      bases: ["registered": 30, "returned": 11, "distinct": 10, "asked": 8, "answered": 8, "unknown": 0]),
    Held(
      "gcm-review-2018 figure-5", ["done": 2, "not_known": 6, "yes": 0, "no": 0],
      bases: ["asked": 8, "answered": 8]),
    Held(
      "gcm-review-2018 figure-3-themes", ["unknown": 5], bases: ["asked": 5, "answered": 0, "unknown": 5]),
    Held("gcm-review-2018 figure-3-principles", ["unknown": 5], bases: ["asked": 5, "answered": 0]),
    Held("gcm-review-2018 figure-3-objectives", ["unknown": 5], bases: ["asked": 5, "answered": 0]),
    Held(
      "gcm-review-2018 question-14",
      [
        "agenda_item": 2, "in_work": 2, "priority_setting": 1, "work_programme": 1, "technical_support": 1,
        "unknown": 1,
      ], bases: ["asked": 8, "answered": 7, "coded": 7, "unknown": 1]),
    Held("gcm-review-2018 figure-8", ["yes": 1, "no": 0, "unknown": 7], bases: ["asked": 8, "answered": 1]),
    Held(
      "iscm-highlights-2020 themes-2020",
      ["covid_19": 10, "irregular_migration": 9, "return_readmission_reintegration": 7, "blank": 1],
      bases: ["registered": 35, "returned": 23, "distinct": 23, "answered": 22]),
    Held(
      "iscm-highlights-2020 initiatives-2020", ["gcm": 4, "agenda_2030": 2, "gcr": 1, "blank": 18],
      bases: ["distinct": 23, "answered": 5]),
    Held(
      "webinar-2020-attendance mechanisms-present", ["au_hoai": 5, "pafom": 4, "budapest": 1],
      bases: ["returned": 33, "answered": 33]),
  ]
}

@Suite("The published data")
struct PublishedTests {
  @Test("Typed in anew, the published answers make the same response files to the byte")
  func transcribed() throws {
    let scratch = try Scratch(responses: false)
    let package = URL(filePath: Program.package)
    for form in try FileManager.default.contentsOfDirectory(atPath: "\(Program.package)/Responses") {
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(Program.package)/Responses/\(form)")
      where name.hasPrefix("published") {
        let file = "Responses/\(form)/\(name)"
        try scratch.write(Data(contentsOf: package.appending(path: file)), to: file)
      }
    }
    let run = try Run(
      "'\(Program.package)/Tools/transcribe' --project . 2>&1", in: scratch,
      environment: ["ISCM": "\(Program.folder)/iscm"])
    #expect(run.code == 0, "\(run.outputText)")
    let differences = try Run(
      "diff -r -x '*.lock' -x drafts Responses '\(Program.package)/Responses' && ls Responses", in: scratch)
    #expect(differences.code == 0, "\(differences.outputText.prefix(2_000))")
    #expect(differences.outputText.split(separator: "\n").count == 4, "four questionnaires were published")
  }

  @Test("The tallies of the published data hold", arguments: Held.all)
  private func holds(_ held: Held) throws {
    let scratch = try Scratch()
    let run = try Run("iscm tally \(held.command) --format csv", in: scratch)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errorText)")
    let table = try CSVTable(CSVReader(Array(run.output)))
    // Behind the row of a code stand records of how it is known.
    let counts = table.rows.filter { table[$0, "by_code"].isEmpty }.map { row in
      (table[row, "code"].isEmpty ? table[row, "state"] : table[row, "code"], Int(table[row, "count"]))
    }
    for (code, count) in held.counts {
      #expect(counts.filter { $0.0 == code }.map(\.1) == [count], "\(code)")
    }
    let first = try #require(table.rows.first)
    for (base, count) in held.bases { #expect(table[first, base] == "\(count)", "\(base)") }
  }

  @Test("Twenty mechanisms were present at the webinars")
  func attendance() throws {
    let run = try Run("iscm tally webinar-2020-attendance mechanisms-present --format csv", in: Scratch())
    let table = try CSVTable(CSVReader(Array(run.output)))
    #expect(table.rows.filter { (Int(table[$0, "count"]) ?? 0) > 0 }.count == 20)
  }

  @Test("The published reports are what the published data give, to the byte")
  func reports() throws {
    let scratch = try Scratch()
    let published = "\(Program.package)/Reports"
    let forms = try FileManager.default.contentsOfDirectory(atPath: published).sorted()
    try #require(!forms.isEmpty)
    for form in forms {
      let run = try Run("iscm report \(form)", in: scratch)
      #expect(run.code == 0, "\(run.errorText)")
    }
    // A workbook is for who made it, and so is an export; WorkbookTests holds its numbers against the figures. Pictures
    // are drawn with the fonts of the machine, and are not kept.
    let differences = try Run(
      "diff -r -x report.xlsx -x export -x '*.png' -x '*.pdf' Reports '\(published)'", in: scratch)
    #expect(differences.code == 0, "\(differences.outputText.prefix(2_000))")
  }

  @Test("Each instrument asks for the mechanism by the register's id and shows its name")
  func registers() throws {
    let folder = "\(Program.package)/Questionnaires"
    var count = 0
    for form in try FileManager.default.contentsOfDirectory(atPath: folder) where form != "lists" {
      var columns: [String: Int] = [:]
      var reader = try CSVReader(path: "\(folder)/\(form)/questionnaire.csv")
      while try reader.next() {
        let cells = reader.record.strings
        if columns.isEmpty, cells.contains("parameters") {
          columns = Dictionary(zip(cells, cells.indices), uniquingKeysWith: { first, _ in first })
        }
        guard let type = columns["type"], let parameters = columns["parameters"], cells.count > parameters,
          cells[type].hasSuffix("_from_file iscm-register.csv")
        else { continue }
        count += 1
        #expect(cells[parameters] == "value=id label=name", "\(form)")
      }
    }
    #expect(count == 5, "each of the five instruments has one such question")
  }
}

@Suite("What programs read")
struct FormatTests {
  @Test(
    "What is written as JSON is JSON, and nothing else stands beside it",
    arguments: [
      "tally gcm-review-2018 --format json --who", "tally iscm-highlights-2020 --format json --lang fr",
      "tally gcm-review-2018 action_plan --by position --format json",
      "tally webinar-2020-attendance --format json", "status gcm-review-2018 --format json",
      "tally gcm-regional-review-2020 --format json",
    ])
  func json(command: String) throws {
    let run = try Run("iscm \(command)", in: Scratch())
    #expect(run.code == 0 && run.errors.isEmpty)
    let value = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    #expect(
      value?["questionnaire"] as? String == command.split(separator: " ").dropFirst().first.map(String.init))
  }

  @Test("A reader that goes away in the middle is no error")
  func pipe() throws {
    let scratch = try Scratch()
    let run = try Run(
      "for n in 1 2 3 4 5; do { iscm tally gcm-review-2018; echo \"exit $?\" >&2; } | head -n 1; done",
      in: scratch)
    #expect(run.errorText == String(repeating: "exit 0\n", count: 5))
  }
}
