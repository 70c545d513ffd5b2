import Testing
import XLSForm

@Suite("Problems of a form")
struct ProblemTests {
  @Test("A problem is one line, however long and of however many lines what was found is")
  func oneLine() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(
      problems("survey\n,type,name,label\n,\"te\nxt\",a,A\n,\(long),b,B\n", named: "f.csv").map {
        $0.count < 2_000
      }
        == [true, true])
    let found = problems("survey\n,type,name,label\n,\"te\n\nxt\",a,A\n,\(long),b,B\n", named: "f.csv")
    #expect(found.allSatisfy { !$0.contains("\n") })
    #expect(found.first?.hasPrefix("f.csv:3 survey.type: 'te  xt' is no question type;") == true)
    #expect(found.last?.hasPrefix("f.csv:6 survey.type: 'xxxx") == true)
    #expect(
      found.last?.hasSuffix("use one of XLSForm's types, such as 'text'") == true,
      "\(found.last?.suffix(80) ?? "")")
  }

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

  @Test("Groups in each other come to an end", arguments: [50, 51, 5000])
  func depth(groups: Int) {
    let begins = (1...groups).map { ",begin_group,g\($0),G" }.joined(separator: "\n")
    let ends = String(repeating: ",end_group\n", count: groups)
    let form = "survey\n,type,name,label\n\(begins)\n,text,a,A\n\(ends)"
    #expect(
      problems(form, named: "form.csv")
        == (groups > 50
          ? ["form.csv:53 survey.type: more than 50 groups stand in each other; take some out"] : []))
  }

  @Test("Problems of the form come before those of its lists")
  func order() throws {
    let folder = try TemporaryFolder(["l.csv": "name,label\nx,X\nx,Y\n"])
    let form = """
      | survey |
      | | type | name | label |
      | | select_one_from_file l.csv | a | A |
      | | texte | b | B |
      """
    let found = problems(form, listFolders: [folder.path]).map { $0.replacing(folder.path, with: "LISTS") }
    #expect(
      found == [
        "form.md:4 survey.type: 'texte' is no question type; did you mean 'text'?",
        "LISTS/l.csv:3 name: the list 'l.csv' has the choice 'x' on line 2 already; "
          + "give each choice its own name",
      ])
  }
}
