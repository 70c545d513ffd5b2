import Survey
import Testing
import XLSForm

@Suite("The dialects of a form's file")
struct DialectTests {
  static let markdown = """
    # A form, with a remark

    | survey |      |          |               |           |
    |        | type | name     | label         | relevant  |
    |--------|------|----------|---------------|-----------|
    |        | text | first    | "One", or a\\|b |           |   # a remark
    |        | select_one yes_no | second | Two | ${first} = 'x' |

    Some text between the tables.

    | choices |
    | | list_name | name | label | kind |
    | | yes_no | yes | Yes | |
    | | yes_no | no | No, thanks | a |
    | settings |
    | | form_id | version |
    | | demo | 1 |
    """

  static let csv = """
    survey
    ,type,name,label,relevant
    ,text,first,"\"\"One\"\", or a|b"

    ,select_one yes_no,second,Two,${first} = 'x'
    choices
    ,list_name,name,label,kind
    ,yes_no,yes,Yes
    ,yes_no,no,"No, thanks",a
    settings
    ,form_id,version
    ,demo,1

    """

  @Test("One form in CSV and in Markdown is one questionnaire")
  func sameQuestionnaire() throws {
    let fromCSV = try load(Self.csv, named: "form.csv")
    let fromMarkdown = try load(Self.markdown)
    #expect(fromCSV.questionnaire.text == fromMarkdown.questionnaire.text)
    #expect(fromCSV.questionnaire.question("first")?.wording.label.text == "default: \"One\", or a|b")
    #expect(fromCSV.questionnaire.text.contains("no default: No, thanks [\"kind=a\"]"))
  }

  @Test("A row of Markdown need not end with a pipe, and what follows the last one behind a # is a remark")
  func withoutLastPipe() throws {
    let open = Self.markdown.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.trimmingSuffix("|")
    }
    #expect(open.joined() != Self.markdown)
    #expect(
      try load(open.joined(separator: "\n")).questionnaire.text == load(Self.markdown).questionnaire.text)
    let remarked = Self.markdown.replacing("|\n", with: "| # a remark\n")
    #expect(try load(remarked).questionnaire.text == load(Self.markdown).questionnaire.text)
  }

  @Test(
    "What spreadsheets do to a file changes nothing",
    arguments: [
      (
        "padded",
        csv.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + ",,,," }.joined(
          separator: "\n")
      ),
      ("CRLF", csv.replacing("\n", with: "\r\n")),
      ("CR alone", csv.replacing("\n", with: "\r")),
      ("byte-order mark", "\u{FEFF}" + csv),
      ("byte-order mark and CRLF", "\u{FEFF}" + csv.replacing("\n", with: "\r\n")),
      (
        "header beside the name",
        csv.replacing("survey\n,", with: "survey,").replacing("choices\n,", with: "choices,")
      ),
      (
        "upper case",
        csv.replacing("survey\n", with: "SURVEY\n").replacing("list_name", with: "List Name").replacing(
          "label", with: "Label")
      ),
      ("no line end", String(csv.trimmingSuffix("\n"))),
    ])
  func spreadsheets(name: String, text: String) throws {
    #expect(
      try load(text, named: "form.csv").questionnaire.text
        == load(Self.csv, named: "form.csv").questionnaire.text)
  }

  @Test("Sheets and columns that nobody knows are kept, with their lines")
  func workbook() throws {
    let form = try load(
      """
      notes
      ,who,when

      ,me,now
      survey,type,name,label,remark
      ,text,a,"A
      B",x
      ,text,b,B,,
      """, named: "form.csv")
    #expect(form.workbook.sheets.map(\.name) == ["notes", "survey"])
    #expect(form.workbook["notes"]?.header == Workbook.Row(line: 2, cells: ["who", "when"]))
    #expect(form.workbook["notes"]?.rows == [Workbook.Row(line: 4, cells: ["me", "now"])])
    #expect(form.workbook["survey"]?.header.line == 5)
    #expect(
      form.workbook["survey"]?.rows == [
        Workbook.Row(line: 6, cells: ["text", "a", "A\nB", "x"]),
        Workbook.Row(line: 8, cells: ["text", "b", "B"]),
      ])
  }

  @Test("Every line end in a cell is a line feed, whatever returns stand before it")
  func lineEnds() {
    let row = Workbook.Row(line: 1, cells: ["a\r\r\nb", "c\r\nd\re\n\rf"])
    #expect(
      row.cells.map { Array($0.unicodeScalars) }
        == ["a\n\nb", "c\nd\ne\n\nf"].map { Array($0.unicodeScalars) })
  }

  @Test("Names of sheets may have semicolons in them; only rows that begin with one are parted by them")
  func semicolons() {
    let said = problems(
      "\"a;\"\n\"b;\"\n\"survey\"\n,\"type\",\"name\",\"label\"\n,\"text\",\"a\",\"A\"\n", named: "f.csv")
    #expect(!said.contains { $0.contains("separated by") })
    #expect(
      problems("survey\n;type;name\n;text;a\n", named: "f.csv").contains {
        $0.contains("separated by semicolons")
      })
  }

  @Test(
    "A form without a form_id is called like its file, or like its folder; without a title, like its id",
    arguments: [
      ("form.md", "form"), ("a/b.c/my.form.md", "my.form"),
      ("Questionnaires/review/questionnaire.md", "review"),
      ("questionnaire.md", "questionnaire"), ("./questionnaire.md", "questionnaire"),
    ])
  func fallbackID(file: String, id: String) throws {
    let form = "| survey |\n| | type | name | label |\n| | text | a | A |"
    let questionnaire = try load(form, named: file).questionnaire
    #expect(questionnaire.id.text == id)
    #expect(questionnaire.title == LocalizedText(unlocalized: id))
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(_ suffix: Character) -> SubSequence {
    var rest = self[...]
    while rest.last == suffix { rest = rest.dropLast() }
    return rest
  }
}
