import Documents
import DocumentReaders
import Exports
import SampleForms
import Survey
import Tables
import Testing
import Workers
import CSV

@Suite("Workbooks and files of SPSS")
struct TablesTests {
  @Test("What the worker is told is what was made", arguments: UInt64(0)..<40)
  func wire(seed: UInt64) throws {
    let exported = Exported(seed: seed)
    let book = try exported.book()
    #expect(try Book(records: book.records) == book)
    for file in try exported.statistics() { #expect(try StatisticsFile(records: file.records) == file) }
  }

  @Test("A workbook holds each value, and has the same bytes each time", arguments: UInt64(0)..<12)
  func workbook(seed: UInt64) throws {
    let book = try Exported(seed: seed).book()
    let bytes = try packed(book.records)
    #expect(try packed(book.records) == bytes)
    let extract = DocumentReader.read(WorkerRequest(id: "1", name: "book.xlsx", bytes: bytes))
    #expect(extract.format == .xlsx)
    for (number, sheet) in book.sheets.enumerated() {
      var found: [[Int]: String] = [:]
      for block in extract.blocks where block.place.table == number + 1 {
        found[[block.place.row ?? 0, block.place.column ?? 0]] = block.text
      }
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard case .text(let text) = cell.value else { continue }
          let read = (found[[row + 1, column + 1]] ?? "").unicodeScalars.filter { !$0.isSpace }
          // The reader of documents is free to change white space.
          #expect(Array(read) == text.unicodeScalars.filter { !$0.isSpace }, "\(sheet.name) \(row) \(column)")
        }
      }
    }
  }

  @Test("A file of SPSS has the same bytes each time, and its sets", arguments: UInt64(0)..<12)
  func statistics(seed: UInt64) throws {
    for file in try Exported(seed: seed).statistics() {
      let bytes = try packed(file.records)
      #expect(try packed(file.records) == bytes)
      #expect(String(decoding: bytes.prefix(4), as: UTF8.self) == "$FL2")
      for set in file.sets {
        let line = Array("$\(set.name)=D1 1 ".utf8)
        #expect(bytes.indices.contains { bytes[$0...].starts(with: line) }, "\(set.name)")
      }
    }
  }

  @Test("Each state has a value of its own, and no answer has that value")
  func states() throws {
    let question = Sample.ask("whole", .integer)
    let form = Sample.questionnaire([question])
    var random = Random(seed: 3)
    let states: [AnswerState] = [
      .answered(.integer(5)), .answered(.integer(-98)), .blank, .notAsked, .notApplicable, .unknown,
    ]
    let responses = states.map { state in
      Response(
        id: random.id(), formID: form.id, formVersion: "1", source: .form, startedAt: nil, submittedAt: nil,
        submittedBy: "", supersedes: nil, answers: Response.Answers(states: ["whole": state]))
    }
    let file = try #require(try Exported(form, responses).statistics().first)
    let place = try #require(file.variables.firstIndex { $0.name == "whole" })
    #expect(
      file.rows.map { $0[place] } == [
        .number(5), .number(-98), .missing, .number(-997), .number(-998), .number(-999),
      ])
    #expect(file.variables[place].missing == [-997, -998, -999])
  }

  @Test("Names of sheets and variables are such as the programs take")
  func names() {
    var sheets = SheetNames()
    #expect(sheets.name("a/b:c") == "a-b-c")
    #expect(sheets.name("A-B-C") == "A-B-C-2")
    #expect(sheets.name(String(repeating: "x", count: 40)).count == 31)
    #expect(sheets.name(String(repeating: "x", count: 40)).hasSuffix("x-2"))
    #expect(sheets.name("'quoted'") == "quoted")
    #expect(sheets.name("") == "-")
    #expect(sheets.name("History") == "History-")
    var variables = VariableNames()
    #expect(variables.name("themes/rights") == "themes_rights")
    #expect(variables.name("Themes_Rights") == "Themes_Rights_2")
    #expect(variables.name("2a") == "v_2a")
    #expect(variables.name("not") == "not_2")
    #expect(variables.name(String(repeating: "y", count: 70), ending: "_state").count == 64)
    #expect("éé".cut(toBytes: 4) == "éé")
    #expect("ééé".cut(toBytes: 5) == "é…")
  }

  private func packed(_ records: [[String]]) throws -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    for record in records { try writer.append(record: record) }
    var worker = Worker(try WorkerProgram(beside: "iscm-tables"))
    let answer = try worker.answer(to: writer.takeBytes())
    guard case .answered(let bytes) = answer else {
      Issue.record("\(answer)")
      return []
    }
    return bytes
  }
}

extension Unicode.Scalar {
  /// White space, and what stands for nothing that can be seen.
  fileprivate var isSpace: Bool {
    properties.isWhitespace || properties.generalCategory == .control || properties.generalCategory == .format
  }
}
