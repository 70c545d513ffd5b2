import Testing
import XLSForm

@Suite("Problems of sheets, lists and settings")
struct SheetProblemTests {
  @Test("Each is said with its place and a remedy", arguments: headings + sheets + choices + settings)
  func problem(_ example: ProblemCase) {
    #expect(problems(example.form).joined(separator: "\n") == example.problems)
  }

  static let headings = [
    ProblemCase(
      "A column that is needed is misspelt",
      """
      | | type | nam | label |
      | | text | a | A |
      """,
      "form.md:2 survey: there is no column 'name'; did you mean 'name' instead of 'nam'?"),
    ProblemCase(
      "A column that is misspelt is not read",
      """
      | | type | name | label | relevent |
      | | text | a | A | |
      """,
      "form.md:2 survey.relevent: the column 'relevent' is not read; did you mean 'relevant'?"),
    ProblemCase(
      "Columns that KoboToolbox writes for itself pass",
      """
      | | type | name | label | $kuid |
      | | select_one x | a | A | q |
      | choices | | | | |
      | | list_name | name | label | $kuid |
      | | x | y | Y | r |
      """, ""),
    ProblemCase(
      "A language that follows by another sign",
      """
      | | type | name | label::English (en) | label_fr | Hint: French (fr) | label Arabic | note_fr |
      | | text | a | A | B | C | D | E |
      | | select_one x | b | B | C | | | |
      | choices | | | | | |
      | | list_name | name | label::English (en) | label_ar | label_short |
      | | x | y | Y | Z | V |
      """,
      """
      form.md:2 survey.label_fr: the column 'label_fr' is not read; a language follows two colons: 'label::fr'
      form.md:2 survey.Hint: French (fr): the column 'Hint: French (fr)' is not read; a language follows two colons: \
      'Hint::French (fr)'
      form.md:2 survey.label Arabic: the column 'label Arabic' is not read; a language follows two colons: \
      'label::Arabic'
      form.md:6 choices.label_ar: the column 'label_ar' is not read; a language follows two colons: 'label::ar'
      """),
    ProblemCase(
      "One column by two names",
      """
      | | type | name | label | relevant | relevance |
      | | text | a | A | | |
      """,
      "form.md:2 survey.relevance: this is the same column as 'relevant'; rename or delete one of the two"),
    ProblemCase(
      "A language of a column that has none",
      """
      | | type | name | label | relevant::French (fr) |
      | | text | a | A | |
      """,
      "form.md:2 survey.relevant::French (fr): 'relevant' is the same in all languages; "
        + "leave out what follows the '::'"),
    ProblemCase(
      "A language that is missing behind a column",
      """
      | | type | name | label:: |
      | | text | a | A |
      """,
      """
      form.md:2 survey.label::: write one language behind the '::', as in 'label::English (en)'
      form.md:3 survey.label: 'a' has no label or hint; write what people are to read
      """),
    ProblemCase(
      "A column of the choices that is there twice",
      """
      | survey |
      | | type | name | label |
      | | select_one l | a | A |
      | choices |
      | | list_name | name | label | kind | kind |
      | | l | x | X | a | b |
      """,
      "form.md:5 choices.kind: this is the same column as 'kind'; rename or delete one of the two"),
    ProblemCase(
      "A column with and without the default language",
      """
      | survey |
      | | type | name | label | label::English (en) |
      | | text | a | A | B |
      | settings |
      | | default_language |
      | | English (en) |
      """,
      "form.md:2 survey.label: this column is not read, because 'label::English (en)' has the same language; "
        + "delete one of the two"),
    ProblemCase(
      "A cell without a heading",
      """
      | | type | name | label | |
      | | text | a | Hello | world |
      | | text | b | Hello | | again |
      """,
      """
      form.md:3 survey: 'world' stands in column 5, which has no heading, and is not read; write '\\|' for a \
      pipe in a cell, or write a heading
      form.md:4 survey: 'again' stands in column 6, which has no heading, and is not read; write '\\|' for a \
      pipe in a cell, or write a heading
      """),
  ]

  static let sheets = [
    ProblemCase(
      "No sheet survey",
      """
      | surveys |
      | | type | name | label |
      | | text | a | A |
      | settings |
      | | version |
      | | 1 |
      """,
      "form.md: there is no sheet 'survey', but 'surveys'; rename it"),
    ProblemCase(
      "Other sheets alone",
      """
      | choices |
      | | list_name | name | label |
      | settings |
      """,
      "form.md: there is no sheet 'survey', only 'choices' and 'settings'; add one"),
    ProblemCase(
      "No sheet at all", "A text without tables.",
      "form.md: there is no sheet 'survey'; write its name into the first column, and its rows below"),
    ProblemCase(
      "A sheet that is there twice",
      """
      | survey |
      | | type | name | label |
      | | text | a | A |
      | Survey |
      | | type | name | label |
      | | text | b | B |
      """,
      "form.md:4: sheet 'Survey' is already on line 1; put the rows together, or rename one of the two"),
    ProblemCase(
      "Rows before the first sheet",
      """
      | | type | name |
      | survey |
      """.replacing("| | type", with: "|  | type"),
      "form.md:1: 'type' stands before the name of a sheet; write 'survey' into the first column of a row above"
    ),
    ProblemCase(
      "Rows that begin in the first column",
      """
      | survey |
      | | type | name | label |
      | | select_one l | a | A |
      | text | b | B |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      | l | y | Y |
      """,
      """
      form.md:4 text: 'text' stands in the first column, which is for the names of sheets, so the sheet above ends here; \
      begin the row with an empty cell
      form.md:8 l: 'l' stands in the first column, which is for the names of sheets, so the sheet above ends here; \
      begin the row with an empty cell
      """),
    ProblemCase(
      "Sheets that are not supported or misspelt",
      """
      | survey |
      | | type | name | label |
      | | text | a | A |
      | entities |
      | | list_name |
      | | trees |
      | choice |
      | | list_name |
      | _setting |
      | | form_id |
      """,
      """
      form.md:4 entities: this sheet is for servers and does nothing here: the answers are kept, no entities are made
      form.md:7 choice: the sheet 'choice' is not read; did you mean 'choices'? If not, put an underscore before \
      its name
      """),
  ]

  static let choices = [
    ProblemCase(
      "A list that does not exist",
      """
      | survey |
      | | type | name | label |
      | | select_one yesno | a | A |
      | | select_one colour | b | B |
      | choices |
      | | list_name | name | label |
      | | yes_no | yes | Yes |
      """,
      """
      form.md:3 survey.type: there is no list 'yesno'; did you mean 'yes_no'?
      form.md:4 survey.type: there is no list 'colour'; add its choices to the sheet 'choices'
      """),
    ProblemCase(
      "Columns of the sheet choices that are misspelt",
      """
      | survey |
      | | type | name | label |
      | | select_one yes_no | a | A |
      | choices |
      | | listname | name | labels |
      | | yes_no | yes | Yes |
      """,
      """
      form.md:5 choices: there is no column 'list_name'; did you mean 'list_name' instead of 'listname'?
      form.md:5 choices: there is no column 'label'; did you mean 'label' instead of 'labels'?
      """),
    ProblemCase(
      "Choices that lack something",
      """
      | survey |
      | | type | name | label |
      | | select_multiple l | a | A |
      | choices |
      | | list_name | name | label |
      | | l | yes | Yes |
      | | l | | No |
      | | l | yes | Yes |
      | | l | may be | |
      | | | unsure | Unsure |
      """,
      """
      form.md:3 survey.type: 'may be' has a space, which separates several choices from each other; \
      write '_' instead
      form.md:7 choices.name: a choice needs a name; write what is to be stored, such as 'yes'
      form.md:8 choices.name: the list 'l' has the choice 'yes' on line 6 already; give each choice its own name
      form.md:9 choices.label: the choice 'may be' has no label, so people read its name; write one
      form.md:10 choices.list_name: the choice 'unsure' belongs to no list and is not read; \
      write the name of its list
      """),
  ]

  static let settings = [
    ProblemCase(
      "A language that no column has",
      """
      | survey |
      | | type | name | label::English (en) |
      | | text | a | A |
      | settings |
      | | default_language |
      | | Englisch (en) |
      """,
      "form.md:6 settings.default_language: no column has the language 'Englisch (en)'; "
        + "did you mean 'English (en)'?"),
    ProblemCase(
      "Settings that cannot be followed",
      """
      | survey |
      | | type | name | label |
      | | text | a | A |
      | settings |
      | | form_id | name | add_none_option | public_key | instance_name | versio |
      | | f | 9 | yes | abc | ${b} | 1 |
      | | g | | | | | |
      """,
      """
      form.md:5 settings.versio: the column 'versio' is not read; did you mean 'version'?
      form.md:6 settings.name: '9' is no name; begin with a letter or '_', and go on with letters, digits, '_', \
      '-' or '.'
      form.md:6 settings.add_none_option: a choice 'none' excludes all others of a select_multiple, and no choice is \
      added; add 'none' to each list
      form.md:6 settings.public_key: this is not done here: responses are stored as they are
      form.md:6 settings.instance_name: there is no question 'b'; name a question of the sheet 'survey'
      form.md:7 settings: only the first row of settings is read; delete this one
      """),
    ProblemCase(
      "Two ids, of which pyxform reads one",
      """
      | survey |
      | | type | name | label |
      | | text | a | A |
      | settings |
      | | id_string | form_id |
      | | old | new |
      """,
      "form.md:5 settings.id_string: this column is not read, because 'form_id' is the same and is read, by pyxform too; "
        + "delete this one"),
    ProblemCase(
      "Two ids that pyxform refuses",
      """
      | survey |
      | | type | name | label |
      | | text | a | A |
      | settings |
      | | id_string | Form_ID |
      | | old | new |
      """,
      "form.md:5 settings.Form_ID: this is the same column as 'id_string'; rename or delete one of the two"),
    ProblemCase(
      "Another root",
      """
      | survey |
      | | type | name | label |
      | | text | a | A |
      | settings |
      | | name |
      | | form |
      """,
      "form.md:6 settings.name: the root of the form is always 'data' here, not 'form'; "
        + "write ${name} instead of paths from the root"),
  ]
}
