import Testing
import XLSForm

@Suite("Problems of names, groups, texts and expressions")
struct SurveyProblemTests {
  @Test("Each is said with its place and a remedy", arguments: names + structure + texts + expressions)
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

  static let texts = [
    ProblemCase(
      "A question without label and hint",
      """
      | | type | name | label | guidance_hint |
      | | text | a | | Help |
      """,
      "form.md:3 survey.label: 'a' has no label or hint; write what people are to read"),
    ProblemCase(
      "A repeat without a label",
      """
      | | type | name | label |
      | | begin_repeat | r | |
      | | text | a | A |
      | | end_repeat | | |
      """,
      "form.md:3 survey.label: the repeat 'r' has no label; write what people are to read"),
    ProblemCase(
      "Cells and columns without a translation",
      """
      | | type | name | label::English (en) | label::French (fr) | hint::English (en) |
      | | text | a | A | | |
      """,
      """
      form.md:2 survey: 'hint::French (fr)' is missing: people who read French (fr) will not find this text in it; \
      add the column
      form.md:3 survey.label::French (fr): this has no text in French (fr), but in 'label::English (en)'; \
      translate it
      """),
    ProblemCase(
      "Texts of or_other in a form with two languages",
      """
      | survey |
      | | type | name | label::English (en) | label::French (fr) |
      | | select_one l or_other | a | A | A |
      | choices |
      | | list_name | name | label::English (en) | label::French (fr) |
      | | l | x | X | X |
      """,
      "form.md:3 survey.type: the texts that 'or_other' adds are English in all languages; "
        + "add a choice 'other' and a text question"),
    ProblemCase(
      "References in texts",
      """
      | | type | name | label | hint |
      | | text | name | A | |
      | | text | b | Dear ${name} | |
      | | text | c | Dear ${nam} | |
      | | text | d | D | ${name |
      | | text | e | E | ${my name} |
      | | text | f | ${last-saved#name} | |
      """,
      """
      form.md:4 survey.label: '${name}' is not replaced by the answer yet: people read it as it stands here
      form.md:5 survey.label: there is no question 'nam'; did you mean 'name'?
      form.md:6 survey.hint: '${name' is no reference; write the name of a question between '${' and '}'
      form.md:7 survey.hint: '${my name}' is no reference; write the name of a question between '${' and '}'
      form.md:8 survey.label: '${last-saved#name}' (an answer of an earlier response) is not supported yet; \
      take it out
      """),
    ProblemCase(
      "Pictures",
      """
      | survey |
      | | type | name | label | media::image |
      | | select_one l | a | A | a.png |
      | choices |
      | | list_name | name | label | audio |
      | | l | x | X | x.mp3 |
      """,
      """
      form.md:3 survey.media::image: 'a.png' is not shown here: the question is asked without it
      form.md:6 choices.audio: 'x.mp3' is not shown here: the question is asked without it
      """),
  ]

  static let expressions = [
    ProblemCase(
      "An expression that cannot be read",
      """
      | | type | name | label | relevant |
      | | integer | a | A | |
      | | text | b | B | ${a} > |
      """,
      "form.md:4 survey.relevant: character 7: the expression ends here, but a value (a question, a number, "
        + "a text in quotes or a function) is expected"),
    ProblemCase(
      "A question that does not exist",
      """
      | | type | name | label | relevant |
      | | integer | age | A | |
      | | text | b | B | ${agee} > 3 |
      """,
      "form.md:4 survey.relevant: character 1: there is no question 'agee'; did you mean 'age'?"),
    ProblemCase(
      "A choice that does not exist",
      """
      | | type | name | label | relevant |
      | | select_one l | a | A | |
      | | text | b | B | ${a} = 'maybe' |
      | choices |
      | | list_name | name | label |
      | | l | yes | Yes |
      """,
      "form.md:4 survey.relevant: character 8: 'a' has no choice 'maybe'; its choices are yes"),
    ProblemCase(
      "A name that two rows have",
      """
      | | type | name | label | relevant |
      | | begin_group | g | G | |
      | | text | a | A | |
      | | end_group | | | |
      | | text | a | A | |
      | | text | b | B | ${a} = 'x' |
      """,
      "form.md:7 survey.relevant: '${a}' could be the row on line 4 or 6; give each a name of its own"),
    ProblemCase(
      "An answer of an earlier response",
      """
      | | type | name | label | default |
      | | text | a | A | ${last-saved#a} |
      """,
      "form.md:3 survey.default: '${last-saved#a}' (an answer of an earlier response) is not supported yet; "
        + "take it out"),
    ProblemCase(
      "The id of the response",
      """
      | | type | name | calculation |
      | | calculate | a | concat('x', ${instanceID}) |
      """,
      "form.md:3 survey.calculation: '${instanceID}' (the id of the response) is not supported yet; take it out"
    ),
    ProblemCase(
      "References in columns that are not read",
      """
      | | type | name | label | note to self | appearance |
      | | text | a | A | ${a} | |
      | | text | b | B | ${c} | ${ |
      """,
      """
      form.md:4 survey.note to self: there is no question 'c'; name a question of the sheet 'survey'
      form.md:4 survey.appearance: '${' is no reference; write the name of a question between '${' and '}'
      """),
    ProblemCase(
      "A circle of relevance and calculation",
      """
      | | type | name | label | relevant | calculation |
      | | text | a | A | ${c} = 'x' | |
      | | calculate | b | | | ${a} |
      | | calculate | c | | | concat(${b}, 'x') |
      | | text | d | D | ${a} = 'x' | |
      """,
      "form.md:3 survey.relevant: a circle: a → c → b → a, each of which depends on the next; "
        + "break it in one place"),
    ProblemCase(
      "A group that depends on a question in it",
      """
      | | type | name | label | relevant |
      | | begin_group | g | G | ${a} = 'x' |
      | | text | a | A | |
      | | end_group | | | |
      """,
      "form.md:3 survey.relevant: a circle: g → a → g, each of which depends on the next; break it in one place"
    ),
    ProblemCase(
      "A question that depends on itself",
      """
      | | type | name | label | relevant | calculation |
      | | text | a | A | ${a} = 'x' | |
      | | calculate | b | | | . + 1 |
      """,
      """
      form.md:3 survey.relevant: a circle: 'a' depends on itself; take 'a' out of this expression
      form.md:4 survey.calculation: a circle: 'b' depends on itself; take 'b' out of this expression
      """),
  ]
}
