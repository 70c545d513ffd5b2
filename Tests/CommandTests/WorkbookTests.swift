import CSV
import DocumentReaders
import Documents
import Foundation
import Testing

@Suite("The workbook of a report")
struct WorkbookTests {
  @Test(
    "Its numbers are those of the figures' CSV, beside the same words",
    arguments: ["gcm-review-2018", "webinar-2020-attendance", "iscm-highlights-2020"])
  func agrees(name: String) throws {
    let scratch = try Scratch()
    let run = try Run("iscm report \(name) --format csv --format xlsx", in: scratch)
    #expect(run.code <= 1, "\(run.errorText)")
    let sheets = try sheets(of: try #require(scratch.read("Reports/\(name)/report.xlsx")))
    // Behind the figures stand who has answered and what was published, with a sheet each.
    let files = run.outputText.split(separator: "\n").map(String.init)
      .filter { $0.hasSuffix(".csv") && !$0.hasSuffix("/audit.csv") }
    #expect(files.count > 1)
    var compared = 0
    for (file, sheet) in zip(files, sheets.dropFirst()) {
      let table = try CSVTable(CSVReader([UInt8](try #require(scratch.read(file)))))
      for row in table.rows where table[row, "by_code"].isEmpty && table[row, "by_state"].isEmpty {
        let code = [table[row, "code"], table[row, "state"]].first { !$0.isEmpty } ?? ""
        // Label, code, count, n and share stand side by side.
        let found = try #require(sheet.first { $0[2] == code }, "\(file): \(code)")
        if table[row, "state"].isEmpty {
          #expect(found[1]?.hasSuffix(table[row, "label"]) == true, "\(file): \(code)")
        }
        #expect(found[3] ?? "" == table[row, "count"], "\(file): \(code)")
        #expect(found[4] ?? "" == table[row, "n"], "\(file): \(code)")
        // A workbook has sixteen digits of a number.
        let shares = [found[5] ?? "", table[row, "share"]].map { Double($0) ?? -1 }
        #expect(abs(shares[0] - shares[1]) < 1e-15, "\(file): \(code)")
        let parts = table.rows.filter { isPart($0, of: row, in: table) }.map { table[$0, "count"] }
        #expect(parts.indices.map { found[6 + $0] ?? "" } == parts, "\(file): \(code)")
        compared += 1 + parts.count
      }
    }
    #expect(compared > 10)
    // The sheet of what was published says above its columns what they are.
    let heads = ["Result", "Claim", "Published, and in the data", "Source", "What was counted"]
    let hasHeads = sheets.contains { sheet in
      sheet.contains { row in (1...heads.count).map { row[$0] ?? "" } == heads }
    }
    let behind = sheets.dropFirst(1 + files.count).flatMap { $0.flatMap { $0.map(\.value) } }
    let isAudited = scratch.read("Reports/\(name)/audit.csv") != nil
    #expect(behind.contains("What was published, and what the data says") == isAudited)
    #expect(hasHeads == isAudited)
    // The webinar's form asks for no single mechanism, so nobody can tell who has answered.
    #expect(behind.contains("Who was asked and who has answered") == (name != "webinar-2020-attendance"))
    let first = try #require(scratch.read("Reports/\(name)/report.xlsx"))
    let again = try Run(
      "iscm report \(name) --format xlsx > /dev/null; cat Reports/\(name)/report.xlsx", in: scratch)
    #expect(again.output == first, "the same bytes again")
  }

  /// Whether a record is a part of another: it has the same row, and a column besides.
  private func isPart(_ part: CSVRow, of whole: CSVRow, in table: CSVTable) -> Bool {
    ["code", "state"].allSatisfy { table[part, $0] == table[whole, $0] }
      && !(table[part, "by_code"] + table[part, "by_state"]).isEmpty
  }

  /// The rows of each sheet: texts by columns, from 1.
  private func sheets(of workbook: Data) throws -> [[[Int: String]]] {
    let extract = DocumentReader.read(WorkerRequest(id: "1", name: "report.xlsx", bytes: [UInt8](workbook)))
    #expect(extract.format == .xlsx)
    var rows: [Int: [Int: [Int: String]]] = [:]
    for block in extract.blocks {
      guard let sheet = block.place.table, let row = block.place.row, let column = block.place.column else {
        continue
      }
      rows[sheet, default: [:]][row, default: [:]][column] = block.text
    }
    return rows.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.key < $1.key }.map(\.value) }
  }
}
