import Testing
import XLSForm

@Suite("Problems of a form")
struct ProblemTests {
  @Test("Ten faults in one file give ten problems, each with its place and a remedy")
  func tenFaults() {
    let form = """
      survey
      ,type,name,label,relevant,constraint,choice_filter
      ,text,first,First
      ,select_on position,second,Second
      ,text,9lives,Third
      ,text,first,Fourth
      ,text,fifth
      ,integer,sixth,Sixth,${firts} = 'x'
      ,decimal,seventh,Seventh,,. >
      ,select_one positon,eighth,Eighth
      ,geopoint,ninth,Ninth
      ,begin_group,tenth,Tenth
      choices
      ,list_name,name,label
      ,position,yes,Yes
      ,position,yes,Yes again
      """
    #expect(
      problems(form, named: "questionnaire.csv").joined(separator: "\n") == """
        questionnaire.csv:4 survey.type: 'select_on position' is no question type; did you mean 'select_one position'?
        questionnaire.csv:5 survey.name: '9lives' is no name; begin with a letter or '_', and go on with letters, \
        digits, '_', '-' or '.'
        questionnaire.csv:6 survey.name: the name 'first' is already on line 3; give this row another
        questionnaire.csv:7 survey.label: 'fifth' has no label or hint; write what people are to read
        questionnaire.csv:8 survey.relevant: character 1: there is no question 'firts'; did you mean 'first'?
        questionnaire.csv:9 survey.constraint: character 4: the expression ends here, but a value (a question, a \
        number, a text in quotes or a function) is expected
        questionnaire.csv:10 survey.type: there is no list 'positon'; did you mean 'position'?
        questionnaire.csv:11 survey.type: 'geopoint' cannot be asked here: the question is left out, since it is \
        not required
        questionnaire.csv:12 survey.type: 'tenth' is never ended; add a row of type 'end_group'
        questionnaire.csv:16 choices.name: the list 'position' has the choice 'yes' on line 15 already; give each \
        choice its own name
        """)
  }
}
