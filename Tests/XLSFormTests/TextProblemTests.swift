import Testing
import XLSForm

@Suite("Problems of texts and expressions")
struct TextProblemTests {
  @Test("Each is said with its place and a remedy", arguments: texts + expressions)
  func problem(_ example: ProblemCase) {
    #expect(problems(example.form).joined(separator: "\n") == example.problems)
  }

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
      form.md:5 survey.label: there is no question 'nam'; did you mean 'name'?
      form.md:6 survey.hint: '${name' is no reference; write the name of a question between '${' and '}'
      form.md:7 survey.hint: '${my name}' is no reference; write the name of a question between '${' and '}'
      form.md:8 survey.label: '${last-saved#name}' is always empty: no answer of an earlier response is used here; \
      see whether that will do
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
      "form.md:3 survey.default: '${last-saved#a}' is always empty: no answer of an earlier response is used here; "
        + "see whether that will do"),
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
      "Conditions that never hold, alone or inside a group",
      """
      | | type | name | label | relevant | constraint |
      | | select_one yn | a | A | | |
      | | integer | n | N | false() | 1 > 2 |
      | | begin_group | g | G | ${a} = 'y' | |
      | | begin_group | h | H | | |
      | | text | b | B | ${a} = 'n' and ${n} > 1 | |
      | | text | c | C | ${a} = 'y' or ${a} = 'n' | |
      | | text | d | D | ${n} > 1 and ${n} < 1 | |
      | | end_group | | | | |
      | | end_group | | | | |
      | choices | list_name | name | label |
      | | yn | y | Yes |
      | | yn | n | No |
      """,
      """
      form.md:4 survey.relevant: this is never true, so nobody is asked; name a question in it, or take the row out
      form.md:4 survey.constraint: this is never true, so every answer is refused; write '.' for the answer in it, or take it out
      form.md:7 survey.relevant: this never holds: 'relevant' of the group 'g' around it asks the contrary of 'a'
      form.md:9 survey.relevant: character 1: this never holds: two conditions on 'n' exclude each other; write 'or', or take one away
      """),
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
