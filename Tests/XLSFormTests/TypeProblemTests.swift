import Testing
import XLSForm

@Suite("Problems of types and parameters")
struct TypeProblemTests {
  @Test("Each is said with its place and a remedy", arguments: cases)
  func problem(_ example: ProblemCase) {
    #expect(problems(example.form).joined(separator: "\n") == example.problems)
  }

  static let choices = """

    | choices |
    | | list_name | name | label | kind |
    | | yes_no | yes | Yes | a |
    | | yes_no | no | No | b |
    """

  static let cases = [
    ProblemCase(
      "A type in other letters",
      """
      | | type | name | label |
      | | Text | a | A |
      """,
      "form.md:3 survey.type: 'Text' is no question type; did you mean 'text'?"),
    ProblemCase(
      "A type that is like no other",
      """
      | | type | name | label |
      | | questionnaire | a | A |
      """,
      "form.md:3 survey.type: 'questionnaire' is no question type; use one of XLSForm's types, such as 'text'"
    ),
    ProblemCase(
      "A select command that is misspelt",
      """
      | | type | name | label |
      | | select multiple yes_no | a | A |
      """ + choices,
      "form.md:3 survey.type: 'select multiple yes_no' is no question type; "
        + "did you mean 'select_multiple yes_no'?"),
    ProblemCase(
      "A misspelt or_other",
      """
      | | type | name | label |
      | | select_one yes_no or_othr | a | A |
      """ + choices,
      "form.md:3 survey.type: 'select_one yes_no or_othr' is no question type; "
        + "did you mean 'select_one yes_no or_other'?"),
    ProblemCase(
      "A list's name in two words",
      """
      | | type | name | label |
      | | select_one yes no | a | A |
      """ + choices,
      "form.md:3 survey.type: 'select_one yes no' is no question type; did you mean 'select_one yes'?"),
    ProblemCase(
      "No type",
      """
      | | type | name | label |
      | | | a | A |
      """,
      "form.md:3 survey.type: the row has no type; write one, such as 'text', or delete the row"),
    ProblemCase(
      "A picture that may be left out",
      """
      | | type | name | label | required |
      | | text | a | A | |
      | | image | b | B | no |
      """,
      "form.md:4 survey.type: 'image' cannot be asked here: the question is left out, since it is not required"
    ),
    ProblemCase(
      "A picture that is required",
      """
      | | type | name | label | required |
      | | text | a | A | |
      | | image | b | B | yes |
      """,
      "form.md:4 survey.type: 'image' cannot be asked here, and the row is required; take 'required' off, or the row out"
    ),
    ProblemCase(
      "A reference to a question that is left out",
      """
      | | type | name | label | relevant |
      | | barcode | a | A | |
      | | text | b | B | ${a} != '' |
      """,
      """
      form.md:3 survey.type: 'barcode' cannot be asked here: the question is left out, since it is not required
      form.md:4 survey.relevant: '${a}' cannot be asked here, so it is always empty; see whether the form makes sense without it
      """),
    ProblemCase(
      "A select without a list",
      """
      | | type | name | label |
      | | select_one | a | A |
      """,
      "form.md:3 survey.type: 'select_one' needs a list; write its name behind it: 'select_one yes_no'"),
    ProblemCase(
      "Choices from answers",
      """
      | | type | name | label |
      | | select_one ${b} | a | A |
      | | text | b | B |
      | | select_one ${c} | d | D |
      | | select_one x${b} | e | E |
      """,
      """
      form.md:3 survey.type: '${b}' is asked once, so there is nothing to choose from; name a question of a repeat
      form.md:5 survey.type: there is no question 'c'; name a question of the sheet 'survey'
      form.md:6 survey.type: 'x${b}' is neither a list nor one question; write the name of a list, or '${name}' \
      of a question in a repeat
      """),
    ProblemCase(
      "Several choices from answers",
      """
      | | type | name | label |
      | | begin_repeat | r | R |
      | | text | b | B |
      | | end_repeat | | |
      | | select_multiple ${b} | a | A |
      """,
      "form.md:6 survey.type: several choices from answers fall apart at the spaces in them, and pyxform cannot write "
        + "them; write 'select_one ${b}', in a repeat where several can be chosen"),
    ProblemCase(
      "An external list without a filter",
      """
      | | type | name | label |
      | | select_one_external town | a | A |

      | external_choices |
      | | list_name | name |
      | | town | x |
      """,
      "form.md:3 survey.choice_filter: a 'select_one_external' offers what its 'choice_filter' finds; write one, or "
        + "move the list to the sheet 'choices' and write 'select_one town'"),
    ProblemCase(
      "A list in another folder",
      """
      | | type | name | label |
      | | select_one_from_file ../a.csv | a | A |
      """,
      "form.md:3 survey.type: '../a.csv' is no name of a list file; write the name alone, with one ending, "
        + "such as 'list.csv', and put the file beside the form"),
    ProblemCase(
      "or_other with a choice_filter",
      """
      | | type | name | label | choice_filter |
      | | select_one yes_no or_other | a | A | kind = 'a' |
      """ + choices,
      "form.md:3 survey.choice_filter: 'or_other' does not go with a 'choice_filter'; add a choice 'other', "
        + "and a text question that asks for it"),
    ProblemCase(
      "A calculation without an expression",
      """
      | | type | name | calculation |
      | | calculate | a | |
      """,
      "form.md:3 survey.calculation: a 'calculate' needs an expression in the column 'calculation'; write one"
    ),
    ProblemCase(
      "Parameters without a value",
      """
      | | type | name | label | parameters |
      | | text | a | A | rows |
      """,
      "form.md:3 survey.parameters: 'rows' is no list of parameters; write them as 'value=id label=name'"),
    ProblemCase(
      "A parameter that the type does not have",
      """
      | | type | name | label | parameters |
      | | text | a | A | row=3 |
      """,
      "form.md:3 survey.parameters: a row of type 'text' has no parameter 'row'; did you mean 'rows'?"),
    ProblemCase(
      "A parameter of a type without parameters",
      """
      | | type | name | label | parameters |
      | | integer | a | A | rows=3 |
      """,
      "form.md:3 survey.parameters: the parameter 'rows' has no effect in a row of type 'integer'; leave it out"
    ),
    ProblemCase(
      "Choices in random order",
      """
      | | type | name | label | parameters |
      | | select_one yes_no | a | A | randomize=true, seed=4 |
      | | select_one yes_no | b | B | randomize=yes |
      | | select_one yes_no | c | C | randomize=true seed=x |
      | | select_one yes_no | d | D | seed=3 |
      """ + choices,
      """
      form.md:4 survey.parameters: 'randomize=yes' is neither true nor false; write 'randomize=true', or leave it out
      form.md:5 survey.parameters: 'seed=x' needs 'randomize=true', and is a number or one '${name}'; mend it or \
      leave it out
      form.md:6 survey.parameters: 'seed=3' needs 'randomize=true', and is a number or one '${name}'; mend it or \
      leave it out
      """),
    ProblemCase(
      "Scales that cannot be",
      """
      | | type | name | label | parameters |
      | | range | a | A | start=1 end=ten |
      | | range | b | B | step=0 |
      | | range | c | C | start=1 end=5 step=5 |
      | | range | d | D | placeholder=11 |
      | | range | e | E | tick_labelset=yes_no |
      | | range | f | F | tick_labelset=yes_on ticks=3 |
      """ + choices,
      """
      form.md:3 survey.parameters: 'end=ten' is no number; write digits, with a point for decimals, such as 'end=0.5'
      form.md:4 survey.parameters: 'step=0' does not get from 'start' to 'end'; write a number above 0 that is not \
      longer than both apart
      form.md:5 survey.parameters: 'step=5' does not get from 'start' to 'end'; write a number above 0 that is not \
      longer than both apart
      form.md:6 survey.parameters: 'placeholder=11' is not one of the numbers from 'start' to 'end'; write one that \
      the steps meet
      form.md:7 survey.parameters: 'tick_labelset=yes' is not one of the numbers from 'start' to 'end'; write one \
      that the steps meet
      form.md:7 survey.parameters: 'tick_labelset=no' is not one of the numbers from 'start' to 'end'; write one \
      that the steps meet
      form.md:8 survey.parameters: there is no list 'yes_on'; did you mean 'yes_no'?
      form.md:8 survey.parameters: a row of type 'range' has no parameter 'ticks'; leave it out
      """),
    ProblemCase(
      "Triggers that cannot be",
      """
      | | type | name | label | calculation | trigger |
      | | text | a | A | | |
      | | calculate | b | | 1 + 1 | |
      | | text | c | C | | a |
      | | text | d | D | | ${x} |
      | | text | e | E | | ${a}, ${b} |
      """,
      """
      form.md:5 survey.trigger: 'a' is no trigger; write '${name}' of the question that sets it off, several with \
      commas between them
      form.md:6 survey.trigger: there is no question 'x'; name a question of the sheet 'survey'
      form.md:7 survey.trigger: '${b}' is not asked, so nobody changes its answer; name a question that people answer
      """),
    ProblemCase(
      "A rule that reads nothing",
      """
      | | type | name | label | read_only |
      | | text | a | A | ${b} = |
      """,
      "form.md:3 survey.read_only: character 7: the expression ends here, but a value (a question, a number, a text in "
        + "quotes or a function) is expected"),
    ProblemCase(
      "A severity that does not exist",
      """
      | | type | name | label | constraint | constraint_severity |
      | | integer | a | A | . > 1 | warnig |
      """,
      "form.md:3 survey.constraint_severity: 'warnig' is no severity; did you mean 'warning'?"),
    ProblemCase(
      "Choices from a search",
      """
      | | type | name | label | appearance |
      | | select_one yes_no | a | A | search('x') |
      """ + choices,
      "form.md:3 survey.appearance: the appearance 'search('x')' means something to ODK Collect alone; "
        + "name the file in the type (select_one_from_file list.csv), and say in 'choice_filter' which of its rows are "
        + "offered"),
    ProblemCase(
      "A default that is no answer",
      """
      | | type | name | label | default |
      | | integer | a | A | many |
      | | select_one yes_no | b | B | ja |
      """ + choices,
      """
      form.md:3 survey.default: 'many' is no whole number; write digits alone, such as 12; \
      until then the question starts empty
      form.md:4 survey.default: 'ja' is no choice of the list 'yes_no'; use one of the names in it; \
      until then the question starts empty
      """),
    ProblemCase(
      "Columns for other programs",
      """
      | | type | name | label | save_to | bind::type |
      | | text | b | B | tree | int |
      """,
      """
      form.md:3 survey.save_to: this is for other programs and does nothing here: the answer is kept as any other
      form.md:3 survey.bind::type: this is for other programs and does nothing here: the answer is kept as any other
      """),
    ProblemCase(
      "Columns that mean nothing in a group",
      """
      | | type | name | label | required | constraint | repeat_count | readonly |
      | | begin_group | g | G | yes | . > 1 | 3 | yes |
      | | text | a | A | | | 3 | |
      | | end_group | | | | | | |
      """,
      """
      form.md:3 survey.required: this has no effect in a row of type 'begin_group'; leave the cell empty
      form.md:3 survey.constraint: this has no effect in a row of type 'begin_group'; leave the cell empty
      form.md:3 survey.repeat_count: this has no effect in a row of type 'begin_group'; leave the cell empty
      form.md:4 survey.repeat_count: this has no effect in a row of type 'text'; leave the cell empty
      """),
  ]
}
