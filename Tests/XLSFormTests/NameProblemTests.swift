import Testing
import XLSForm

@Suite("Problems of names and groups")
struct NameProblemTests {
  @Test("Each is said with its place and a remedy", arguments: names + structure)
  func problem(_ example: ProblemCase) {
    #expect(problems(example.form).joined(separator: "\n") == example.problems)
  }

  static let names = [
    ProblemCase(
      "No name",
      """
      | | type | name | label |
      | | text | | A |
      """,
      "form.md:3 survey.name: a row of type 'text' needs a name; write one, such as 'position'"),
    ProblemCase(
      "A name that XML does not take",
      """
      | | type | name | label |
      | | text | my name | A |
      """,
      "form.md:3 survey.name: 'my name' is no name; begin with a letter or '_', and go on with letters, digits, "
        + "'_', '-' or '.'"),
    ProblemCase(
      "Two rows of one name in one group",
      """
      | | type | name | label |
      | | text | a | A |
      | | begin_group | a | G |
      | | text | b | B |
      | | end_group | | |
      """,
      "form.md:4 survey.name: the name 'a' is already on line 3; give this row another"),
    ProblemCase(
      "Two names that differ in upper and lower case alone",
      """
      | | type | name | label |
      | | text | a | A |
      | | text | A | B |
      """,
      "form.md:4 survey.name: 'A' differs from 'a' on line 3 by upper and lower case alone; give this row another"
    ),
    ProblemCase(
      "Two repeats of one name",
      """
      | | type | name | label |
      | | begin_group | g | G |
      | | begin_repeat | r | R |
      | | text | a | A |
      | | end_repeat | | |
      | | end_group | | |
      | | begin_repeat | r | R |
      | | text | b | B |
      | | end_repeat | | |
      """,
      "form.md:8 survey.name: the repeat 'r' is already on line 4, and no two may have one name; "
        + "give this one another"),
    ProblemCase(
      "Names that XLSForm keeps for itself",
      """
      | | type | name | label |
      | | text | meta | A |
      | | begin_repeat | data | R |
      | | text | a | A |
      | | end_repeat | | |
      """,
      """
      form.md:3 survey.name: XLSForm keeps the name 'meta' for itself; choose another
      form.md:4 survey.name: XLSForm keeps the name 'data' for itself; choose another
      """),
    ProblemCase(
      "An audit with a name of its own",
      """
      | | type | name | label |
      | | audit | log | |
      | | text | a | A |
      """,
      "form.md:3 survey.name: an audit is always named 'audit', not 'log'; leave the cell empty"),
    ProblemCase(
      "The name that or_other gives is taken",
      """
      | | type | name | label |
      | | select_one l or_other | a | A |
      | | text | a_other | B |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      """,
      "form.md:4 survey.name: the name 'a_other' is already on line 3; give this row another"),
    ProblemCase(
      "The question that or_other adds is named",
      """
      | | type | name | label |
      | | select_one l or_other | a | A |
      | | text | b | More of ${a_other}? |
      | choices |
      | | list_name | name | label |
      | | l | x | X |
      """,
      "form.md:4 survey.label: '${a_other}' is taken here, but pyxform refuses it: 'or_other' adds it too late; for ODK, "
        + "give 'a' a choice 'other' and a text question of your own"),
  ]

  static let structure = [
    ProblemCase(
      "An end without a begin",
      """
      | | type | name | label |
      | | text | a | A |
      | | end_group | | |
      """,
      "form.md:4 survey.type: nothing is open that 'end_group' could end; delete the row, or add its begin above"
    ),
    ProblemCase(
      "A begin without an end",
      """
      | | type | name | label |
      | | begin_repeat | r | R |
      | | begin_group | g | G |
      | | text | a | A |
      """,
      """
      form.md:3 survey.type: 'r' is never ended; add a row of type 'end_repeat'
      form.md:4 survey.type: 'g' is never ended; add a row of type 'end_group'
      """),
    ProblemCase(
      "An end of the wrong kind is one problem",
      """
      | | type | name | label |
      | | begin_repeat | r | R |
      | | text | a | A |
      | | end_group | | |
      """,
      "form.md:5 survey.type: 'end_group' does not end 'r', which begins on line 3; "
        + "write 'end_repeat' here or above"),
    ProblemCase(
      "An inner end that is forgotten is one problem",
      """
      | | type | name | label |
      | | begin_repeat | r | R |
      | | begin_group | g | G |
      | | text | a | A |
      | | end_repeat | | |
      | | text | b | B |
      """,
      "form.md:6 survey.type: 'end_repeat' does not end 'g', which begins on line 4; "
        + "write 'end_group' here or above"),
    ProblemCase(
      "Nothing is asked",
      "| | type | name | label |",
      "form.md:2 survey: the form asks nothing; add a row to the sheet 'survey'"),
    ProblemCase(
      "A row that is a remark",
      """
      | | type | name | label | remark |
      | | text | a | A | |
      | | | | | to be done |
      """,
      "form.md:4 survey: this row has no type, name or label and is not read"),
    ProblemCase(
      "A row that is switched off",
      """
      | | type | name | label | disabled |
      | | text | a | A | no |
      | | text | b | B | yes |
      """,
      "form.md:4 survey.disabled: this row is switched off and not read; a 'relevant' is the better way"),
  ]
}
