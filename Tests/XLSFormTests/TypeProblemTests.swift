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
      "A type that is not supported yet",
      """
      | | type | name | label |
      | | rank yes_no | a | A |
      """ + choices,
      "form.md:3 survey.type: 'rank yes_no' is not supported yet; ask in another way, or take the row out"),
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
      "form.md:4 survey.type: 'image' is not supported yet; ask in another way, or take the row out"),
    ProblemCase(
      "A reference to a question that is left out",
      """
      | | type | name | label | relevant |
      | | barcode | a | A | |
      | | text | b | B | ${a} != '' |
      """,
      """
      form.md:3 survey.type: 'barcode' cannot be asked here: the question is left out, since it is not required
      form.md:4 survey.relevant: '${a}' cannot be asked here, so it has no value; take it out
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
      """,
      "form.md:3 survey.type: 'select_one ${b}' takes its choices from answers, which is not supported yet; "
        + "use a list of the choices sheet"),
    ProblemCase(
      "A list that is no CSV",
      """
      | | type | name | label |
      | | select_one_from_file a.geojson | a | A |
      """,
      "form.md:3 survey.type: 'a.geojson': only .csv lists are supported yet; save the list as CSV"),
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
      """ + choices,
      "form.md:3 survey.parameters: the parameter 'randomize' is not supported yet; leave it out"),
    ProblemCase(
      "Neither yes nor no",
      """
      | | type | name | label | read_only |
      | | text | a | A | ${a} = 'x' |
      """,
      "form.md:3 survey.read_only: '${a} = 'x'' is neither 'yes' nor 'no', and no expression is "
        + "supported here yet; write one of the two"),
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
      "form.md:3 survey.appearance: the appearance 'search('x')' is not supported yet; "
        + "use select_one_from_file and a 'choice_filter'"),
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
      "Columns that change what is asked",
      """
      | | type | name | label | trigger | save_to | bind::type |
      | | text | a | A | | | |
      | | text | b | B | ${a} | tree | int |
      """,
      """
      form.md:4 survey.trigger: this column is not supported yet; leave the cell empty
      form.md:4 survey.save_to: this column is not supported yet; leave the cell empty
      form.md:4 survey.bind::type: this column is not supported yet; leave the cell empty
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
      form.md:3 survey.readonly: this column is not supported yet; leave the cell empty
      form.md:3 survey.required: this has no effect in a row of type 'begin_group'; leave the cell empty
      form.md:3 survey.constraint: this has no effect in a row of type 'begin_group'; leave the cell empty
      form.md:3 survey.repeat_count: this has no effect in a row of type 'begin_group'; leave the cell empty
      form.md:4 survey.repeat_count: this has no effect in a row of type 'text'; leave the cell empty
      """),
  ]
}
