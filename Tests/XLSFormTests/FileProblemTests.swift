import Testing
import XLSForm

@Suite("Problems of files")
struct FileProblemTests {
  struct Faulty: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let bytes: [UInt8]
    let problem: String

    init(_ name: String, _ file: String, _ bytes: [UInt8], _ problem: String) {
      (self.testDescription, self.file, self.bytes, self.problem) = (name, file, bytes, problem)
    }
  }

  @Test(
    "Each is said with its place and a remedy",
    arguments: [
      Faulty(
        "Empty", "f.csv", [],
        "f.csv: nothing stands in this file; write a sheet 'survey', or take the file from a copy"),
      Faulty(
        "A workbook", "f.csv", [0x50, 0x4B, 0x03, 0x04, 0, 0],
        "f.csv: this is a workbook of a spreadsheet program, not text; let its name end in .xlsx, or save it as CSV in "
          + "UTF-8"),
      Faulty(
        "UTF-16", "f.csv", [0xFF, 0xFE, 0x73, 0x00],
        "f.csv: this is UTF-16; save it as CSV in UTF-8"),
      Faulty(
        "Latin letters that are no UTF-8", "f.csv", Array("survey\n,type,name\n,text,".utf8) + [0xE9, 0x0A],
        "f.csv:3: column 3: text that is not UTF-8: found byte E9 at byte 24, expected UTF-8; "
          + "save the file again as CSV in UTF-8"),
      Faulty(
        "Latin letters in Markdown", "f.md", Array("| survey |\r\n| | type |\r\n| | ".utf8) + [0xE9, 0x0A],
        "f.md:3: text that is not UTF-8; save the file again in UTF-8"),
      Faulty(
        "NUL in Markdown", "f.md", Array("| survey |\n".utf8) + [0],
        "f.md:2: a character of value zero, which no text has; save the file again in UTF-8"),
      Faulty(
        "A quotation mark too many", "f.csv", Array("survey\n,type,name\n,te\"xt,a".utf8),
        "f.csv:3: column 2: quotation mark in an unquoted cell: found '\"' at byte 21, expected none; "
          + "put the whole cell between quotation marks and double each one inside of it"),
      Faulty(
        "A quotation mark that is never closed", "f.csv",
        Array("survey\n,type,name\n,text,\"a\n,text,b\n".utf8),
        "f.csv:3: column 3: quotation mark that is never closed: found the end of the file, expected another '\"' "
          + "for the one at byte 24; close the cell with a quotation mark"),
      Faulty(
        "Semicolons", "f.csv", Array("survey;;\n;type;name\n".utf8),
        "f.csv:1: cells are separated by semicolons, not by commas; save it as CSV with commas"),
      Faulty(
        "Tabs", "f.csv", Array("survey\t\n\ttype\tname\n".utf8),
        "f.csv:1: cells are separated by tabs, not by commas; save it as CSV with commas"),
      Faulty(
        "A list of choices", "f.csv", Array("list_name,name,label\nyn,yes,Yes\nyn,no,No\n".utf8),
        "f.csv:1: this is a table, such as a list of choices, and no form; check the form that chooses from it, or write "
          + "'survey' into the first column of a row above, and let the others begin with an empty cell"),
      Faulty(
        "A workbook by its name", "f.xlsx", [0],
        "f.xlsx: workbooks cannot be read: no program for it was named"),
      Faulty(
        "A workbook of old", "f.xls", [0],
        "f.xls: this is a workbook of Excel before 2007 (.xls); open it and save it as .xlsx"),
      Faulty(
        "A workbook with macros", "f.XLSM", [0],
        "f.XLSM: this is a workbook with macros (.xlsm), which no form needs; save it as .xlsx"),
      Faulty(
        "Another format", "f.docx", [0],
        "f.docx: '.docx' is no format of forms; a form is a .csv, .md or .xlsx file"),
      Faulty("No ending", "form", [0], "form: '' is no format of forms; a form is a .csv, .md or .xlsx file"),
    ])
  func fault(_ faulty: Faulty) throws {
    let folder = try TemporaryFolder()
    try folder.write(faulty.bytes, to: faulty.file)
    let error = #expect(throws: FormProblems.self) { try XLSForm.load(path: "\(folder.path)/\(faulty.file)") }
    #expect(error?.description.replacing(folder.path + "/", with: "") == faulty.problem)
    #expect(error?.problems.map(\.severity) == [.error])
  }

  @Test("A file that is not there, and a folder")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(problems(ofFile: "nowhere/f.csv") == "nowhere/f.csv: there is no such file; check the path")
    #expect(
      problems(ofFile: folder.path + "/../form.csv/").hasSuffix("there is no such file; check the path"))
  }

  private func problems(ofFile path: String) -> String {
    do {
      _ = try XLSForm.load(path: path)
      return ""
    } catch {
      return error.description
    }
  }
}
