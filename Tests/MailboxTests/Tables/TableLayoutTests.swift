import Documents
import Mailbox
import SampleForms
import Survey
import Testing

@Suite("The layouts of a table")
struct TableLayoutTests {
  /// Lines that every map of the sample form has.
  private static let head = """
    ,identifier,ID
    iscm,column,ISCM
    iscm_other,absent
    submitted_by,absent

    """

  /// What a row says beside its mechanism.
  private func read(_ map: String, _ headings: String, _ row: String) -> [String] {
    let text = TableText(Self.head + map, "ID|ISCM|" + headings, "1|prague|" + row)
    #expect(text.problems() == [])
    return (text.forms().first?.short ?? []).filter { $0 != "iscm=prague" }
  }

  @Test(
    "One column holds a choice by its code or by its label in any language, and nothing else",
    arguments: [
      ("in_process", ["position=in_process"]), ("In process, not final yet", ["position=in_process"]),
      ("en cours, pas encore finale.", ["position=in_process"]), ("OUI", ["position=yes"]), ("", []),
      ("  ", []),
      (
        "Yess",
        [
          """
          notInTheList position: column C 'P': found 'Yess', expected a code or a label of the list \
          'position_status'; did you mean 'yes'?; declare the word in the map, or decide of it
          """
        ]
      ),
      (
        "1",
        [
          """
          notInTheList position: column C 'P': found '1', expected a code or a label of the list \
          'position_status'; declare the word in the map, or decide of it
          """
        ]
      ),
    ])
  func column(cell: String, expected: [String]) {
    #expect(read("position,column,P", "P", cell) == expected)
  }

  @Test(
    "A word that the map declares stands for a choice, or for a state; in a column of codes no label does")
  func words() {
    let map = """
      position,codes,P
      position,word,,yes,1
      position,word,,no,0
      *,word,,,N/A,not_applicable
      position,word,,,99,unknown
      chair_name,column,N
      """
    #expect(
      read(map, "P|N", "1|Anna") == ["chair_name=Anna", "position=yes"])
    #expect(read(map, "P|N", "99|n/a") == ["chair_name is notApplicable", "position is unknown"])
    #expect(
      read(map, "P|N", "Yes|") == [
        """
        notInTheList position: column C 'P': found 'Yes', expected a code of the list 'position_status', or a word that \
        the map declares; did you mean 'yes'?; declare the word in the map, or decide of it
        """
      ])
  }

  @Test(
    "An empty cell is a blank, unless the map says that nobody knows what it means; a missing column is unknown"
  )
  func empty() throws {
    #expect(read("position,column,P", "P", "") == [])
    #expect(read("position,column,P\nposition,empty,,,,unknown", "P", "") == ["position is unknown"])
    let form = try #require(TableText(Self.head, "ID|ISCM", "1|prague").forms().first)
    #expect(form.absent.contains("position"))
    #expect(!form.absent.contains("iscm"))
  }

  @Test(
    "A column for each choice, with what is true and what is false",
    arguments: [
      ("Y|N|Y", ["themes=rights governance"]), ("N|N|N", []), ("||", []),
      (
        "Y||N",
        [
          """
          notAnAnswer themes: column D 'T2': found '' beside columns that are filled in, expected 'Y' or 'N'; mend the \
          map, or decide of it
          """
        ]
      ),
      (
        "Y|y|1",
        [
          "notInTheList themes: column D 'T2': found 'y', expected 'Y' or 'N'; mend the map, or decide of it",
          "notInTheList themes: column E 'T3': found '1', expected 'Y' or 'N'; mend the map, or decide of it",
        ]
      ),
    ])
  func oneHot(cells: String, expected: [String]) {
    let map = """
      themes,one-hot,T1,rights,,,Y,N
      themes,one-hot,T2,pathways,,,Y,N
      themes,one-hot,T3,governance,,,Y,N
      """
    #expect(read(map, "T1|T2|T3", cells) == expected)
  }

  @Test("Where false is an empty cell, what is not ticked is empty; of one choice only one column is true")
  func oneHotOfOne() {
    let map = """
      position,one-hot,P1,yes,,,x
      position,one-hot,P2,no,,,x
      position,absent,,in_process
      """
    #expect(read(map, "P1|P2", "|x") == ["position=no"])
    #expect(
      read(map, "P1|P2", "x|x") == [
        "severalTicked position: column D 'P2': found 'x', expected one choice, and column C 'P1' is chosen too; decide of it"
      ])
  }

  @Test("A column of other answers ticks its choice, and is what they are")
  func otherSpecify() {
    let map = """
      ,identifier,ID
      iscm,one-hot,Almaty,almaty,,,Yes
      iscm,one-hot,Other (please name it),other,,,any text
      iscm,absent,,prague
      iscm,absent,,puebla
      iscm,absent,,closed
      iscm_other,column,Other (please name it)
      submitted_by,absent
      """
    let text = TableText(map, "ID|Almaty|Other (please name it)", "1|Yes|", "2||Forum of Ministers")
    #expect(text.problems() == [])
    #expect(text.forms().map(\.short) == [["iscm=almaty"], ["iscm=other", "iscm_other=Forum of Ministers"]])
  }

  @Test(
    "Several choices in a cell, by their codes or their labels, though a label holds the separator too",
    arguments: [
      ("codes", ";", "governance; rights;", ["themes=rights governance"]),
      ("codes", "space", "rights governance", ["themes=rights governance"]),
      ("codes", "newline", "rights\ngovernance", ["themes=rights governance"]),
      (
        "labels", "comma", "Human rights of all migrants,  Coopération internationale et gouvernance",
        ["themes=rights governance"]
      ),
      ("labels", "|", "Human rights of all migrants", ["themes=rights"]),
      (
        "labels", ";", "Human rights of all migrants; Rights; governance",
        [
          """
          notInTheList themes: column C 'T': found 'Rights', expected a label of the list 'theme'; declare the word in \
          the map, or decide of it
          """
        ]
      ),
      (
        "codes", ";", "rights;Governance",
        [
          """
          notInTheList themes: column C 'T': found 'Governance', expected a code of the list 'theme'; did you mean \
          'governance'?; declare the word in the map, or decide of it
          """
        ]
      ),
    ])
  func several(layout: String, delimiter: String, cell: String, expected: [String]) {
    var text = TableText(Self.head + "themes,\(layout),T,,,,,,\(delimiter)", "ID|ISCM|T", "1|prague|")
    text.table[1][2] = cell
    #expect(text.problems() == [])
    #expect((text.forms().first?.short ?? []).filter { $0 != "iscm=prague" } == expected)
  }

  @Test(
    "A separator inside of labels is none; where the pieces can be put together in two ways, a person decides"
  )
  func labelsWithSeparators() {
    let list = SampleLists.list(
      "goods",
      [("a", "Milk, sugar", ""), ("b", "Milk", ""), ("c", "Sugar", ""), ("d", "Tea, with lemon", "")])
    let form = Sample.questionnaire([Sample.ask("goods", .selectMultiple("goods"))], lists: [list])
    let map = ",identifier,ID\ngoods,labels,G,,,,,,comma"
    let text = TableText(map, "ID|G", "1|Tea, with lemon, Milk", "2|Milk, Sugar")
    #expect(
      text.forms(form).map(\.short) == [
        ["goods=b d"],
        [
          """
          notInTheList goods: column B 'G': found 'Milk, Sugar', whose parts make labels in more than one way; decide of \
          it
          """
        ],
      ])
  }

  @Test("A language says which labels come first")
  func language() {
    let list = SampleLists.list("pets", [("dog", "Pet", "Chien"), ("cat", "Cat", "Pet")])
    let form = Sample.questionnaire([Sample.ask("pet", .selectOne("pets"))], lists: [list])
    let map = ",identifier,ID\n,language,L\n,language,,fr,Français\npet,column,P"
    let text = TableText(map, "ID|L|P", "1|en|Pet", "2|Français|Pet", "3|French|Chien", "4||Pet", "5|de|Cat")
    #expect(text.problems(form) == [])
    #expect(
      text.forms(form).map(\.short) == [
        ["pet=dog"], ["pet=cat"], ["pet=dog"],
        [
          "notInTheList pet: column C 'P': found 'Pet', which may mean one of 'dog', 'cat'; say in the map whether codes or labels stand there"
        ],
        [
          "pet=cat",
          "languageUnknown column B 'L': found 'de', expected a language of the questionnaire; declare the word in the map",
        ],
      ])
  }

  @Test(
    "Dates, times and numbers are written as the map declares, or as ISO 8601 and ODK write them",
    arguments: [
      ("date", "dd/mm/yyyy", "", "09/11/2018", "2018-11-09"),
      ("date", "mm/dd/yyyy", "", "11/9/2018", "2018-11-09"),
      ("date", "d.m.yyyy", "", "9.11.2018", "2018-11-09"), ("date", "", "", "2018-11-09", "2018-11-09"),
      ("date", "dd/mm/yyyy", "", "2018-11-09", "2018-11-09"),
      ("date", "", "", "2018-11-09T00:00:00", "2018-11-09"),
      ("date", "", "", "09/11/2018", nil), ("date", "dd/mm/yyyy", "", "31/02/2018", nil),
      ("date", "dd/mm/yyyy", "", "11/13/2018", nil), ("date", "", "", "2018-11-09T10:00:00", nil),
      ("time", "", "", "16:30", "16:30:00"), ("time", "h:mm AM/PM", "", "4:30 pm", "16:30:00"),
      ("time", "h:mm AM/PM", "", "16:30 pm", nil), ("time", "", "", "24:30", nil),
      ("dateTime", "dd/mm/yyyy hh:mm", "+02:00", "09/11/2018 16:30", "2018-11-09T14:30:00Z"),
      ("dateTime", "", "", "2018-11-09T16:30:00+03:00", "2018-11-09T16:30:00+03:00"),
      ("dateTime", "", "", "2018-11-09 16:30:00", nil),
      ("dateTime", "", "UTC", "2018-11-09 16:30:00", "2018-11-09T16:30:00Z"),
      ("integer", "", "", "12", "12"), ("integer", "", "", "12.0", nil), ("integer", "", "", "twelve", nil),
      ("decimal", "", "", "2.50", "2.50"), ("decimal", "comma", "", "2,50", "2.50"),
      ("decimal", "comma", "", "1.250", nil), ("decimal", "", "", "2,5", nil),
      ("text", "", "", " a\n b ", " a\n b "),
    ] as [(String, String, String, String, String?)])
  func values(kind: String, format: String, zone: String, cell: String, expected: String?) throws {
    let kinds: [String: Question.Kind] = [
      "date": .date, "time": .time, "dateTime": .dateTime, "integer": .integer, "decimal": .decimal,
      "text": .text,
    ]
    let form = Sample.questionnaire([Sample.ask("q", try #require(kinds[kind]))])
    let text = TableText(
      map: ",identifier,ID\nq,column,Q,,,,,,,\(format),\(zone)", table: [["ID", "Q"], ["1", cell]])
    #expect(text.problems(form) == [])
    let row = try #require(text.forms(form).first)
    #expect(row.cells["q"] == expected)
    #expect(row.reasons == (expected == nil ? [.notAnAnswer] : []))
  }

  @Test("A tick is true or false; repeats and the numbers on paper name questions too")
  func others() {
    let form = Sample.questionnaire([
      Sample.ask("agreed", .acknowledge), Sample.ask("name", .text, no: "7a"),
      .group(Sample.group("event", repeated: .free, [Sample.ask("title", .text)])),
    ])
    let map = """
      ,identifier,ID
      agreed,one-hot,A,,,,Yes,No
      7a,column,N
      event[1]/title,column,E1
      event[2]/title,column,E2
      """
    let text = TableText(map, "ID|A|N|E1|E2", "1|Yes|Anna|Prague|Rabat", "2|No|||")
    #expect(text.problems(form) == [])
    #expect(
      text.forms(form).map(\.short) == [
        ["agreed=OK", "name=Anna", "event[1]/title=Prague", "event[2]/title=Rabat"], [],
      ])
  }
}
