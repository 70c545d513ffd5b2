import Testing
import XLSForm

@Suite("Groups that are shown as a table")
struct TableListTests {
  private static let lists = """

    | choices |
    | | list_name | name | label |
    | | yn | yes | Yes |
    | | kind | well | Well |
    """

  @Test("Each problem is said with its place and a remedy", arguments: cases)
  func problem(_ example: ProblemCase) {
    #expect(problems(example.form + Self.lists).joined(separator: "\n") == example.problems)
  }

  static let cases = [
    ProblemCase(
      "Two lists",
      """
      | | type | name | label | appearance |
      | | begin_group | g | G | w4 table-list |
      | | select_one yn | a | A | |
      | | text | t | T | |
      | | select_multiple yn | b | B | |
      | | select_one kind | c | C | |
      | | end_group | | | |
      | | select_one kind | d | D | |
      """,
      "form.md:7 survey.type: the choices of a table-list are one list, but this is 'kind', and 'yn' on line 4; take one "
        + "list, or put the question into another group"),
    ProblemCase(
      "A filter of the first question",
      """
      | | type | name | label | appearance | choice_filter |
      | | begin_group | g | G | table-list | |
      | | select_one yn | a | A | | name != 'x' |
      | | select_one yn | b | B | | name != 'x' |
      | | end_group | | | | |
      """,
      "form.md:4 survey.choice_filter: the first question of a table-list gives the table its head, which no filter can "
        + "change; take the filter out, or 'table-list' off the group"),
    ProblemCase(
      "Choices from answers",
      """
      | | type | name | label | appearance |
      | | begin_repeat | r | R | |
      | | text | q | Q | |
      | | end_repeat | | | |
      | | begin_group | g | G | table-list |
      | | select_one ${q} | a | A | |
      | | end_group | | | |
      """,
      "form.md:7 survey.type: '${q}' is no list of the sheet 'choices', and the head of a table-list is one; take "
        + "'table-list' off the group"),
    ProblemCase(
      "A group in the table ends it, as in pyxform",
      """
      | | type | name | label | appearance |
      | | begin_group | g | G | table-list |
      | | select_one yn | a | A | |
      | | begin_group | h | H | |
      | | note | n | N | |
      | | end_group | | | |
      | | select_one kind | c | C | |
      | | end_group | | | |
      """, ""),
  ]
}
