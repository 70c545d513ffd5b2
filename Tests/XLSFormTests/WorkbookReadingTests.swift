import Survey
import Tables
import Testing
import Wire
import XLSForm

@Suite("Forms that are workbooks")
struct WorkbookReadingTests {
  private func loaded(_ book: ReadBook) -> Result<LoadedForm, FormProblems> {
    do throws(FormProblems) {
      return .success(
        try XLSForm.load([1], as: .xlsx, named: "form.xlsx", listFolders: []) { _ in book })
    } catch {
      return .failure(error)
    }
  }

  private func problems(_ sheets: ReadSheet...) -> [String] {
    switch loaded(ReadBook(sheets: sheets)) {
    case .success(let form): form.warnings.map(\.description)
    case .failure(let error): error.problems.map(\.description)
    }
  }

  private func sheet(_ name: String, _ rows: [(Int, [String])]) -> ReadSheet {
    ReadSheet(name: name, rows: rows.map { ReadSheet.Row(number: $0.0, cells: $0.1) })
  }

  @Test("Problems name sheet, row and column as the spreadsheet does, sheet by sheet")
  func places() {
    #expect(
      problems(
        sheet("settings", [(1, ["default_language"]), (2, ["nl"])]),
        sheet(
          "survey",
          [
            (1, ["type", "", "name", "label::English (en)", "relevant"]), (2, ["txt", "", "a", "A"]),
            (5, ["text", "x", "b", "B", "${z}"]), (6, ["text", "", "b", "B"]),
          ])) == [
          "form.xlsx:settings!A2 default_language: no column has the language 'nl'; write it as the columns do",
          "form.xlsx:survey!A2 type: 'txt' is no question type; did you mean 'text'?",
          "form.xlsx:survey!B5: 'x' stands in column B, which has no heading, and is not read; write a heading",
          "form.xlsx:survey!E5 relevant: character 1: there is no question 'z'; add it, or name another",
          "form.xlsx:survey!C6 name: the name 'b' is already in row 5; give this row another",
        ])
  }

  @Test("Non-breaking spaces are spaces where they mean something, and stay where people read them")
  func nonBreakingSpaces() throws {
    let form = try loaded(
      ReadBook(sheets: [
        sheet(
          "survey",
          [
            (1, ["type", "name", "label", "relevant"]), (2, ["text", "a", "Où\u{A0}?"]),
            (3, ["text\u{A0}", "b", "B", "${a}\u{A0}= 'x'"]),
          ])
      ])
    ).get()
    #expect(form.warnings.isEmpty)
    #expect(form.questionnaire.question("a")?.wording.label.text == "default: Où\u{A0}?")
  }

  @Test("Where pyxform stops reading, it ends here too, and that is said")
  func gaps() {
    let far = Array(repeating: "", count: 21)
    let rows = [
      (1, ["type", "name", "label"] + far + ["note"]), (2, ["text", "a", "A"]), (64, ["text", "a", "A"]),
    ]
    #expect(
      problems(sheet("survey", rows)) == [
        "form.xlsx:survey!Y1: 'note' stands behind so many empty columns that this is the end of the sheet, and is not read, "
          + "nor is what follows; delete the empty columns",
        "form.xlsx:survey!A64: 'text' stands behind so many empty rows that this is the end of the sheet, and is not read, nor "
          + "is what follows; delete the empty rows",
      ])
    let near = [(1, ["type", "name", "label"]), (2, ["text", "a", "A"]), (63, ["text", "b", "B"])]
    #expect(problems(sheet("survey", near)) == [])
  }

  @Test("A row of which nothing is read is left out, as blank ones are")
  func rowsBeyondGap() throws {
    let far = Array(repeating: "", count: 40)
    let book = ReadBook(sheets: [
      sheet(
        "survey",
        [(1, ["type", "name", "label"] + far + ["hint"]), (2, ["text", "a", "A"]), (3, far + ["x"])])
    ])
    #expect(try loaded(book).get().workbook.sheets.map(\.rows.count) == [1])
  }

  @Test("A note without a name is called after its row, as pyxform counts them")
  func generatedNames() throws {
    let rows = [(1, ["type", "name", "label"]), (2, ["text", "a", "A"]), (4, ["note", "", "B"])]
    let form = try loaded(ReadBook(sheets: [sheet("survey", rows)])).get()
    #expect(form.questionnaire.question("generated_note_name_4") != nil)
  }

  @Test("A sheet that is the only one is the survey; one of forms has its headings in the first row")
  func sheets() {
    #expect(problems(sheet("Sheet1", [(1, ["type", "name", "label"]), (2, ["text", "a", "A"])])) == [])
    #expect(
      problems(sheet("survey", [(2, ["type", "name", "label"]), (3, ["text", "a", "A"])])) == [
        "form.xlsx: the first row of the sheet 'survey' is empty, and row 2 is not; headings stand in the first row: delete "
          + "the rows above them"
      ])
  }

  @Test("Cells that read otherwise than they look are told")
  func doubts() {
    var survey = sheet(
      "survey",
      [
        (1, ["type", "name", "label", "default"]), (2, ["text", "a", "A", "2018-11-09 00:00:00"]),
        (3, ["text", "b", "#N/A"]),
      ])
    survey.doubts = [
      .init(.date, row: 2, column: 4), .init(.error, row: 3, column: 3),
      .init(.notCalculated, row: 3, column: 4),
    ]
    #expect(
      problems(survey) == [
        "form.xlsx:survey!D2 default: this is a date of the spreadsheet and reads '2018-11-09 00:00:00'; format the cell as "
          + "text, and write what is meant",
        "form.xlsx:survey!C3 label: this is a formula whose result is '#N/A'; mend it, or write what is meant",
        "form.xlsx:survey!D3 default: this is a formula without a result, so nothing is read; open the workbook in a "
          + "spreadsheet program, and save it",
      ])
  }

  @Test(
    "What is no workbook is said, with what to do",
    arguments: [
      (ReadBook.Refusal.encrypted, "this opens with a password only; save it without one"),
      (.oldFormat, "this is a workbook of Excel before 2007 (.xls); open it and save it as .xlsx"),
      (.macros, "this is a workbook with macros (.xlsm), which no form needs; save it as .xlsx"),
      (.openDocument, "this is a spreadsheet of OpenDocument (.ods); open it and save it as .xlsx"),
      (
        .noWorkbook(detail: "a PDF"),
        "this is no workbook but a PDF; save the form as .xlsx, or let its name end as the file is written"
      ),
      (
        .broken(detail: "D"),
        "this workbook is not whole: D; save it again in a spreadsheet program, or take a copy"
      ),
      (.tooMuch(detail: "D"), "this is more than any form: D; copy the sheets of the form to a new workbook"),
    ])
  func refusals(refusal: ReadBook.Refusal, words: String) throws {
    let error = #expect(throws: FormProblems.self) { try loaded(ReadBook(refusal: refusal)).get() }
    #expect(error?.description == "form.xlsx: \(words)")
    #expect(try ReadBook(records: ReadBook(refusal: refusal).records) == ReadBook(refusal: refusal))
  }

  @Test("A workbook goes through records as it is")
  func records() throws {
    var sheet = sheet("a", [(1, ["x", "", "y\n\"z\""]), (7, ["1"])])
    sheet.formulaCount = 3
    sheet.doubts = [.init(.date, row: 7, column: 1)]
    let book = ReadBook(sheets: [sheet, ReadSheet(name: "empty")])
    #expect(try ReadBook(records: book.records) == book)
    #expect(throws: WireError.self) { try ReadBook(records: [["row", "1", "x"]]) }
    #expect(throws: WireError.self) { try ReadBook(records: [["nonsense"]]) }
  }
}
