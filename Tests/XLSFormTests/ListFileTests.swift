import Calendar
import Survey
import Tables
import Testing
import XLSForm

@Suite("Lists in files")
struct ListFileTests {
  static let form = """
    | survey |
    | | type | name | label::English (en) | label::French (fr) | parameters | choice_filter |
    | | select_one_from_file register.csv | a | A | A | value=id label=name | kind = 'rcp' |
    | | select_multiple_from_file register.csv | b | B | B | label=name, value=id | |
    | | select_one_from_file register.csv | c | C | C | value=id label=short | |
    """
  static let register = """
    id,name,name_fr,short,kind
    arcp,Arab Process,Processus arabe,ARCP,rcp
    rabat,Rabat Process,,Rabat,irf
    """

  @Test("The file beside the form wins over the one in the folder of lists")
  func folders() throws {
    let near = try TemporaryFolder(["form.md": Self.form, "register.csv": Self.register])
    let far = try TemporaryFolder(["register.csv": "id,name,short,kind\nx,X,X,x\n"])
    let form = try XLSForm.load(path: near.path + "/form.md", listFolders: [far.path])
    #expect(form.questionnaire.lists["register.csv"]?.choices.map(\.name) == ["arcp", "rabat"])
  }

  @Test("The folder of lists serves where there is no file beside the form")
  func fallback() throws {
    let lists = try TemporaryFolder(["register.csv": Self.register])
    let questionnaire = try load(Self.form, listFolders: ["/nowhere", lists.path + "/"]).questionnaire
    #expect(questionnaire.lists["register.csv"]?.choices.count == 2)
  }

  @Test("Labels come in the languages of the form, other columns are attributes")
  func labels() throws {
    let lists = try TemporaryFolder(["register.csv": Self.register])
    let questionnaire = try load(Self.form, listFolders: [lists.path]).questionnaire
    let list = try #require(questionnaire.lists["register.csv"])
    let (english, french) = (
      Language(name: "English", code: "en"), Language(name: "French", code: "fr")
    )
    let arab = try #require(list["arcp"])
    #expect(arab.label.shown(in: english, fallback: english) == "Arab Process")
    #expect(arab.label.shown(in: french, fallback: english) == "Processus arabe")
    #expect(
      arab.attributes == [
        "id": "arcp", "name": "Arab Process", "name_fr": "Processus arabe", "short": "ARCP", "kind": "rcp",
      ])
    // A name that is not translated serves all languages.
    let rabat = try #require(list["rabat"])
    #expect(rabat.label.shown(in: french, fallback: english) == "Rabat Process")
  }

  @Test("One file with the same parameters is one list, with others another")
  func parameters() throws {
    let lists = try TemporaryFolder(["register.csv": Self.register])
    let questionnaire = try load(Self.form, listFolders: [lists.path]).questionnaire
    #expect(questionnaire.question("a")?.list == "register.csv")
    #expect(questionnaire.question("b")?.list == "register.csv")
    #expect(questionnaire.question("c")?.list == "register.csv value=id label=short")
    let short = try #require(questionnaire.lists["register.csv value=id label=short"])
    #expect(short["arcp"]?.label.text(in: .unnamed, fallback: .unnamed).text == "ARCP")
    #expect(short.instanceID == "register")
  }

  @Test("Without parameters the columns are name and label")
  func standardColumns() throws {
    let lists = try TemporaryFolder(["l.csv": "label,name\nYes,yes\n"])
    let text = """
      | survey |
      | | type | name | label |
      | | select_one_from_file l.csv | a | A |
      """
    let questionnaire = try load(text, listFolders: [lists.path]).questionnaire
    #expect(questionnaire.lists["l.csv"]?["yes"]?.label == LocalizedText(unlocalized: "Yes"))
  }

  /// What a worker makes of a file; the file itself says which.
  private static func xml(_ bytes: [UInt8]) throws(FormProblem.FileFault) -> ReadBook {
    if bytes != Array("towns".utf8) { return ReadBook(refusal: .broken(detail: "no XML")) }
    return ReadBook(sheets: [
      ReadSheet(
        name: "root",
        rows: [
          .init(number: 1, cells: ["name", "label", "country"]),
          .init(number: 2, cells: ["p", " Paris ", "x"]),
          .init(number: 3, cells: ["q", "Quito"]),
        ])
    ])
  }

  private static let withXML = """
    | survey |
    | | type | name | label | choice_filter | calculation |
    | | select_one_from_file towns.xml | a | A | country = 'x' | |
    | | xml-external | towns | | | |
    | | xml-external | more | | | |
    | | calculate | c | | | instance('more')/root/item[name = ${a}]/label |
    """

  @Test("A list in XML is chosen from as one in CSV is, and expressions read it")
  func listInXML() throws {
    let folder = try TemporaryFolder(["form.md": Self.withXML, "towns.xml": "towns", "more.xml": "towns"])
    let form = try XLSForm.load(path: folder.path + "/form.md", xmlLists: Self.xml)
    #expect(form.warnings.isEmpty)
    let list = try #require(form.questionnaire.lists["towns.xml"])
    #expect(list.choices.map(\.name) == ["p", "q"])
    #expect(list["p"]?.label == LocalizedText(unlocalized: "Paris"))
    #expect(list["q"]?.attributes["country"] == "")
    var session = FormSession(form.questionnaire, id: "uuid:1", startedAt: Instant(secondsSinceEpoch: 0))
    let place = Address(Question.Name("a"))
    #expect(session.choices(at: place).map(\.name) == ["p"])
    try session.apply(.answer(place, .one("p")))
    #expect(session.outline.workedOut(Address(Question.Name("c"))) == "Paris")
  }

  @Test("What is no list in XML, is not there, or has another's name is told")
  func faultsInXML() throws {
    let folder = try TemporaryFolder(["form.md": Self.withXML, "towns.xml": "?"])
    #expect(throws: FormProblems.self) { try XLSForm.load(path: folder.path + "/form.md") }
    let found = problems(Self.withXML, named: folder.path + "/form.md", xmlLists: Self.xml)
      .map { $0.replacing(folder.path, with: "LISTS") }
    #expect(
      found == [
        "LISTS/form.md:5 survey.name: there is no file 'more.xml' in 'LISTS/'; put it beside the form",
        "LISTS/towns.xml: this is no list in XML: no XML; write <root>, in it an <item> for each choice, and in that "
          + "elements such as <name> and <label>",
      ])
    let twice = """
      | survey |
      | | type | name | label |
      | | select_one_from_file l.csv | a | A |
      | | xml-external | l | |
      """
    let lists = try TemporaryFolder(["l.csv": "name,label\nx,X\n", "l.xml": "towns"])
    #expect(
      problems(twice, listFolders: [lists.path], xmlLists: Self.xml) == [
        "form.md:4 survey.name: 'l.xml' and 'l.csv' have one name for instance(); rename one of the two"
      ])
  }

  struct Faulty: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let list: String?
    let problems: String

    init(_ name: String, _ list: String?, _ problems: String) {
      (self.testDescription, self.list, self.problems) = (name, list, problems)
    }
  }

  @Test(
    "What is wrong with a file is said with its own line",
    arguments: [
      Faulty(
        "No file", nil,
        "form.md:3 survey.type: there is no file 'l.csv' in '.' or 'LISTS'; put it beside the form"),
      Faulty(
        "An empty file", "",
        "LISTS/l.csv: the list 'l.csv' has no choices; add some"),
      Faulty("A header alone", "id,name\n", "LISTS/l.csv: the list 'l.csv' has no choices; add some"),
      Faulty(
        "No such columns", "\nidd,title\nx,X\n",
        """
        LISTS/l.csv:2: there is no column 'id' to take the value from; did you mean 'idd'?
        LISTS/l.csv:2: there is no column 'name' to take the label from; the columns are idd, title: \
        name one in the form's parameters, 'label=idd'
        """),
      Faulty(
        "Cells between semicolons", "id;name\nx;X\n",
        "LISTS/l.csv:1: cells are separated by semicolons, not by commas; save it as CSV with commas"),
      Faulty(
        "Cells that are empty, twice there, missing and too many",
        "id,name\n,X\nx,X\n\"x\n\",\"Y\"\ny,\nz\nu,U,V\n",
        """
        LISTS/l.csv:2 id: this cell is empty; write what is to be stored
        LISTS/l.csv:4 id: the list 'l.csv' has the choice 'x' on line 3 already; give each choice its own name
        LISTS/l.csv:6 name: the choice 'y' has no label, so people read its name; write one
        LISTS/l.csv:7: column 2: wrong number of cells: found 1, expected 2; add the missing ones as empty cells, \
        or quote a cell that holds a line break
        LISTS/l.csv:7 name: the choice 'z' has no label, so people read its name; write one
        LISTS/l.csv:8: column 3: wrong number of cells: found 3, expected 2; remove the surplus ones, \
        or quote a cell that holds a comma
        """),
      Faulty(
        "A heading that is there twice", "id,name,name\nx,X,Y\n",
        """
        LISTS/l.csv:1: column 3: column name used twice: found 'name', which is the name of column 2, \
        expected another; rename or delete one of the two
        """),
      Faulty(
        "No CSV", "id,name\nx,a\"b\n",
        """
        LISTS/l.csv:2: column 2: quotation mark in an unquoted cell: found '"' at byte 11, expected none; \
        put the whole cell between quotation marks and double each one inside of it
        """),
    ])
  func faults(_ faulty: Faulty) throws {
    let folder = try TemporaryFolder(faulty.list.map { ["l.csv": $0] } ?? [:])
    let form = """
      | survey |
      | | type | name | label | parameters |
      | | select_one_from_file l.csv | a | A | value=id label=name |
      | | select_multiple_from_file l.csv | b | B | value=id label=name |
      """
    let found = problems(form, listFolders: [folder.path]).joined(separator: "\n")
    #expect(found.replacing(folder.path, with: "LISTS") == faulty.problems)
  }

  @Test("A file and a sheet's list must not have one name")
  func sameInstance() throws {
    let folder = try TemporaryFolder(["l.csv": "name,label\nx,X\n"])
    let form = """
      | survey |
      | | type | name | label |
      | | select_one_from_file l.csv | a | A |
      | choices |
      | | list_name | name | label |
      | | l | yes | Yes |
      """
    #expect(
      problems(form, listFolders: [folder.path]) == [
        "form.md:3 survey.type: the file and the list 'l' of the sheet 'choices' have one name; "
          + "rename one of the two"
      ])
  }

  @Test("or_other is refused on a file")
  func orOther() throws {
    let folder = try TemporaryFolder(["l.csv": "name,label\nx,X\n"])
    let form = """
      | survey |
      | | type | name | label |
      | | select_one_from_file l.csv or_other | a | A |
      """
    #expect(
      problems(form, listFolders: [folder.path]) == [
        "form.md:3 survey.type: 'or_other' does not go with a file; add a row 'other' to 'l.csv', and a text "
          + "question that asks for it"
      ])
  }
}
