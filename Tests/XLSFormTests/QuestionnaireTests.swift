import Expressions
import Survey
import Testing
import XLSForm

@Suite("From rows to a questionnaire")
struct QuestionnaireTests {
  private func question(
    _ row: String, _ columns: String = "type | name | label", named name: Question.Name = "a"
  )
    throws -> Question
  {
    let form = """
      | survey |
      | | \(columns) |
      | | \(row) |
      | choices |
      | | list_name | name | label | kind |
      | | l | x | X | one |
      | | l | y | Y | two |
      """
    return try #require(load(form).questionnaire.question(name))
  }

  @Test("Spaces side by side are one, in texts and in expressions, unless the settings say otherwise")
  func spaces() throws {
    let form = """
      | survey |
      | | type | name | label | relevant |
      | | text | a | A  long    label | |
      | | text | b | B | ${a} = 'x  y' |
      """
    let cleaned = try load(form).questionnaire
    #expect(cleaned.question("a")?.wording.label == LocalizedText(unlocalized: "A long label"))
    #expect(cleaned.question("b")?.relevant?.source == "${a} = 'x y'")
    let kept = try load(form + "\n| settings |\n| | clean_text_values |\n| | no |\n").questionnaire
    #expect(kept.question("a")?.wording.label == LocalizedText(unlocalized: "A  long    label"))
    #expect(kept.question("b")?.relevant?.source == "${a} = 'x  y'")
  }

  @Test(
    "Each type has its spellings, today's and old ones",
    arguments: [
      ("text", .text), ("string", .text), ("add text prompt", .text), ("q string", .text),
      ("integer", .integer), ("int", .integer), ("decimal", .decimal), ("date", .date), ("time", .time),
      ("dateTime", .dateTime), ("datetime", .dateTime), ("date time", .dateTime), ("note", .note),
      ("acknowledge", .acknowledge), ("trigger", .acknowledge), ("hidden", .hidden),
      ("select_one l", .selectOne("l")), ("select one l", .selectOne("l")), ("select1 l", .selectOne("l")),
      ("select one from l", .selectOne("l")), ("add select one prompt using l", .selectOne("l")),
      ("select_one   l", .selectOne("l")), ("select_multiple l", .selectMultiple("l")),
      ("select all that apply l", .selectMultiple("l")),
      ("select all that apply from l", .selectMultiple("l")),
      ("add select multiple prompt using l", .selectMultiple("l")), ("start", .metadata(.start)),
      ("get start time", .metadata(.start)), ("end", .metadata(.end)), ("today", .metadata(.today)),
      ("deviceid", .metadata(.deviceid)), ("imei", .metadata(.deviceid)), ("username", .metadata(.username)),
      ("phone number", .text), ("get phone number", .metadata(.phonenumber)), ("email", .metadata(.email)),
    ] as [(String, Question.Kind)])
  func spellings(type: String, kind: Question.Kind) throws {
    #expect(try question("\(type) | a | A").kind == kind)
  }

  @Test(
    "Headings have their spellings, in any case and with spaces",
    arguments: ["relevant", "Relevant", "relevance", "bind::relevant", "Bind::Relevant", "bind : relevant"])
  func headings(heading: String) throws {
    let question = try question("text | a | A | 1 = 1", "Type | NAME | caption | \(heading)")
    #expect(question.relevant?.source == "1 = 1")
    #expect(question.wording.label == LocalizedText(unlocalized: "A"))
  }

  @Test("All columns of a question arrive")
  func columns() throws {
    let columns = """
      type | name | label | hint | guidance_hint | required | required_message | relevant | constraint \
      | constraint_message | constraint_severity | default | appearance | read_only | paper_no
      """
    let question = try question(
      "integer | a | A | B | C | yes | D | 1 < 2 | . > 3 | E | warning | 4 | multiline w1 | no | 25a", columns
    )
    #expect(question.wording.hint == LocalizedText(unlocalized: "B"))
    #expect(question.wording.guidance == LocalizedText(unlocalized: "C"))
    #expect(question.wording.paperNumber == "25a")
    guard case .always = question.requirement else {
      Issue.record("not required")
      return
    }
    #expect(question.requiredMessage == LocalizedText(unlocalized: "D"))
    #expect(question.constraint?.expression.source == ". > 3")
    #expect(question.constraint?.message == LocalizedText(unlocalized: "E"))
    #expect(question.constraint?.severity == .warning)
    #expect(question.defaultValue?.source == "'4'")
    #expect(question.appearance == ["multiline", "w1"])
    #expect(!question.isReadOnly)
  }

  @Test(
    "Required is yes, no or an expression",
    arguments: [
      ("yes", "always"), ("TRUE", "always"), ("true()", "always"), ("no", "never"), ("False", "never"),
      ("", "never"), ("1 = 1", "when 1 = 1"),
    ])
  func required(cell: String, meaning: String) throws {
    let found =
      switch try question("text | a | A | \(cell)", "type | name | label | required").requirement {
      case .always: "always"
      case .never: "never"
      case .when(let expression): "when \(expression.source)"
      }
    #expect(found == meaning)
  }

  // What pyxform 4.5.0 says of each.
  @Test(
    "A default is a text, or an expression where it has a reference, a call or arithmetic",
    arguments: [
      ("text", "x", "'x'"), ("text", "it's", "\"it's\""),
      ("text", "it's \"x\"", "concat('it', \"'\", 's \"x\"')"),
      ("text", "a-b", "'a-b'"), ("text", "N/A (none)", "'N/A (none)'"), ("integer", "-5", "'-5'"),
      ("date", "2018-01-31", "'2018-01-31'"), ("date", "date(today() - 1)", "date(today() - 1)"),
      ("text", "today() - 1", "today() - 1"),
      ("integer", "2*3", "2*3"),
      ("integer", "7 mod 3", "7 mod 3"), ("text", "concat('a', 'b')", "concat('a', 'b')"),
      ("select_one l", "x", "'x'"), ("select_multiple l", "x y", "'x y'"),
      ("text", "'quoted'", "\"'quoted'\""),
    ])
  func defaults(type: String, cell: String, source: String) throws {
    let question = try question("\(type) | a | A | \(cell)", "type | name | label | default")
    #expect(question.defaultValue?.source == source)
  }

  @Test("A word processor's quotation marks in an expression are straight ones")
  func curlyQuotes() throws {
    let question = try question("text | a | A | ‘x’ = “y”", "type | name | label | relevant")
    #expect(question.relevant?.source == "'x' = \"y\"")
  }

  @Test("A select that only labels a grid is read, and asks nothing")
  func gridLabels() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | appearance | required | choice_filter |
      | | begin_group | g | | field-list | | |
      | | select_one l | head | How good? | label | yes | true() |
      | | select_one l | food | Food | list-nolabel | | |
      | | end_group | | | | | |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      """)
    let head = try #require(form.questionnaire.question("head"))
    #expect(head.kind == .note)
    #expect(head.wording.label == LocalizedText(unlocalized: "How good?"))
    #expect(form.questionnaire.question("food")?.kind == .selectOne("l"))
    #expect(form.warnings.isEmpty)
  }

  @Test("or_other adds a choice and a question, which is asked when it is chosen")
  func orOther() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | required |
      | | begin_repeat | r | R | |
      | | select_multiple l or_other | a | A | yes |
      | | end_repeat | | | |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      """)
    let questionnaire = form.questionnaire
    #expect(questionnaire.lists["l"]?.choices.map(\.name) == ["x", "other"])
    #expect(questionnaire.lists["l"]?["other"]?.label == LocalizedText(unlocalized: "Other"))
    let other = try #require(questionnaire.placed("a_other"))
    #expect(other.repeats == ["r"])
    #expect(other.question.relevant?.source == "selected(${a}, 'other')")
    #expect(other.question.wording.label == LocalizedText(unlocalized: "Specify other."))
    #expect(form.warnings == [])
  }

  @Test("Groups and repeats stand in each other; a repeat is free or counted")
  func groups() throws {
    let questionnaire = try load(
      """
      | survey |
      | | type | name | label | relevant | repeat_count | appearance | paper_no |
      | | begin group | g | G | 1 = 1 | | field-list | 2 |
      | | begin repeat | r | R | | | | |
      | | begin_repeat | s | S | | 1 + 2 | | |
      | | text | a | A | | | | |
      | | end repeat | | | | | | |
      | | end repeat | | | | | | |
      | | end_group | | | | | | |
      | | note | | Thanks | | | | |
      """
    ).questionnaire
    let group = try #require(questionnaire.group("g"))
    #expect(group.relevant?.source == "1 = 1")
    #expect(group.appearance == ["field-list"])
    #expect(group.wording.paperNumber == "2")
    #expect(questionnaire.placed("a")?.groups == ["g", "r", "s"])
    #expect(questionnaire.placed("a")?.repeats == ["r", "s"])
    guard case .free? = questionnaire.group("r")?.repetition,
      case .counted(let count)? = questionnaire.group("s")?.repetition
    else {
      Issue.record("wrong repetition")
      return
    }
    #expect(count.source == "1 + 2")
    // As pyxform names it: the eighth row of the sheet, counted from the header.
    #expect(questionnaire.placed.last?.question.name == "generated_note_name_9")
  }

  @Test("A name in two groups gets the groups before it; references to it from the sheet stay refused")
  func twins() throws {
    let questionnaire = try load(
      """
      | survey |
      | | type | name | label | relevant |
      | | begin_group | g | G | |
      | | begin_group | h | H | |
      | | text | a | A | |
      | | end_group | | | |
      | | end_group | | | |
      | | begin_group | i | I | |
      | | begin_group | h | H | |
      | | text | b | B | |
      | | end_group | | | |
      | | text | a | A | ${b} = 'x' |
      | | end_group | | | |
      """
    ).questionnaire
    #expect(questionnaire.placed.map(\.question.name) == ["g/h/a", "b", "i/a"])
    for question in questionnaire.placed.map(\.question) {
      let address = Address(question.name, in: [Address.Repeat(group: "g/r", number: 2)])
      #expect(Address(address.description) == address)
    }
    #expect(questionnaire.groups.map(\.name) == ["g", "g/h", "i", "i/h"])
  }

  @Test("Choices keep their labels and their other columns")
  func choices() throws {
    let questionnaire = try load(
      """
      | survey |
      | | type | name | label | choice_filter |
      | | select_one l | a | A | kind = 'one' and Größe > 1 |
      | choices |
      | | list name | value | caption | kind | Größe |
      | | l | x | X | one | 3 |
      | | m | x | Other | | |
      | | l | y | Y | two | |
      """
    ).questionnaire
    #expect(questionnaire.lists.keys.sorted() == ["l", "m"])
    let list = try #require(questionnaire.lists["l"])
    #expect(list.choices.map(\.name) == ["x", "y"])
    #expect(list["x"]?.attributes == ["kind": "one", "Größe": "3"])
    #expect(list["y"]?.attributes == ["kind": "two", "Größe": ""])
    #expect(questionnaire.question("a")?.choiceFilter?.source == "kind = 'one' and Größe > 1")
  }

  @Test("Settings among the questions, as old forms have them")
  func oldSettings() throws {
    let questionnaire = try load(
      """
      | survey |
      | | command | tag | caption |
      | | set_form_title | My form | |
      | | set_form_id | mine | |
      | | text | a | A |
      """
    ).questionnaire
    #expect(questionnaire.id == "mine")
    #expect(questionnaire.title == LocalizedText(unlocalized: "My form"))
  }
}
