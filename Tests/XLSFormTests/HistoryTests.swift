import Survey
import Testing
import XLSForm

@Suite("What a form says of its earlier versions")
struct HistoryTests {
  static let form = """
    | survey | | | |
    | | type | name | label |
    | | select_one status | stance | Stance |
    | | text | reason | Reason |
    | | begin repeat | meeting | Meeting |
    | | text | place | Place |
    | | end repeat | | |
    | choices | | | |
    | | list_name | name | label |
    | | status | yes | Yes |
    | | status | pending | Pending |
    | settings | | | |
    | | form_id | version | |
    | | survey | 3 | |
    """
  static let heading = "version,change,what,list,from,to,note\n"

  private func load(_ rows: String, heading: String = HistoryTests.heading) throws -> LoadedForm {
    let folder = try TemporaryFolder([
      "form.md": Self.form, "questionnaire.md": Self.form, "form.versions.csv": heading + rows,
      "versions.csv": "version,change,what,list,from,to\n1,,,,,\n",
    ])
    return try XLSForm.load(path: folder.path + "/form.md")
  }

  @Test("Names lead to the last one, over several versions")
  func chains() throws {
    let history = try load(
      """
      1,,,,,,the first
      2,renamed,question,,position,attitude,
      2,renamed,choice,state,in_process,open,
      3,renamed,question,,attitude,stance,clearer
      3,renamed,list,,state,status,
      3,renamed,choice,status,open,pending,
      3,renamed,group,,event,meeting,
      3,retired,question,,email,,
      3,retired,choice,status,no,,

      """
    ).questionnaire.history
    #expect(history.now("position" as Question.Name) == "stance")
    #expect(history.now("attitude" as Question.Name) == "stance")
    #expect(history.now("in_process", in: "status") == "pending")
    #expect(history.now("open", in: "status") == "pending")
    #expect(Address("event[2]/place").map { history.now($0).description } == "meeting[2]/place")
    #expect(history.isRetired("email"))
    #expect(!history.isRetired("stance"))
    #expect(history.isRetired("no", in: "status"))
    #expect(history.firstQuestions == ["stance": "position"])
    #expect(history.firstGroups == ["meeting": "event"])
    #expect(history.versions == ["1", "2", "3"])
    #expect(history.earlierNames(of: "stance" as Question.Name) == ["attitude", "position"])
  }

  @Test("Beside a file called questionnaire it is called versions.csv; without it nothing is said")
  func whereItStands() throws {
    let folder = try TemporaryFolder([
      "questionnaire.md": Self.form, "versions.csv": "version,change,what,list,from,to\n1,,,,,\n",
    ])
    #expect(try XLSForm.load(path: folder.path + "/questionnaire.md").questionnaire.history.versions == ["1"])
    let other = try TemporaryFolder(["form.md": Self.form])
    #expect(try XLSForm.load(path: other.path + "/form.md").questionnaire.history.versions == [])
  }

  @Test(
    "A change that does not fit is refused with its place",
    arguments: [
      (
        "2,renamed,question,,position,stanze,",
        "3 to: 'stanze' is no question of the form; did you mean 'stance'?"
      ),
      (
        "2,renamed,question,,reason,stance,",
        "3 from: 'reason' is a question of the form, so answers of that name are its own; give the question of the form another name, or delete the row"
      ),
      (
        "2,renamed,question,,a,stance,\n2,renamed,question,,b,stance,",
        "4 to: 'stance' would be what 'a' became on line 3, and the answers to the two could not be told apart; keep one, and retire the other"
      ),
      (
        "2,renamed,question,,a,stance,\n3,renamed,question,,a,reason,",
        "4 from: what became of 'a' stands on line 3 already; delete one of the rows"
      ),
      (
        "2,renamed,question,,a,b,\n3,renamed,question,,b,a,",
        "4 to: b → a → b leads back to itself; delete one of the rows"
      ),
      (
        "2,renamed,question,,a,meeting,",
        "3 to: 'meeting' is a group, expected a question; write the name of a question"
      ),
      ("2,renamed,question,,a,a,", "3 to: 'a' is renamed to itself; delete the row"),
      ("2,renamed,choice,statuss,a,yes,", "3 list: 'statuss' is no list of the form; did you mean 'status'?"),
      (
        "2,renamed,choice,,a,yes,",
        "3 list: found an empty cell, expected a name; write it, or delete the row"
      ),
      (
        "2,retired,question,,a,b,",
        "3 to: found the new name 'b' of what is retired, expected none; empty the cell, or write 'renamed'"
      ),
      ("2,renamd,question,,a,stance,", "3 change: 'renamd' is no change; did you mean 'renamed'?"),
      ("2,renamed,qestion,,a,stance,", "3 what: 'qestion' is nothing that changes; did you mean 'question'?"),
      ("2,renamed,question,,a", "3: found 5 cells, expected 7 as in the header; add or take out commas"),
    ])
  func refused(rows: String, problem: String) throws {
    do {
      _ = try load("1,,,,,,\n" + rows + "\n")
      Issue.record("accepted")
    } catch let problems as FormProblems {
      let found = problems.problems.map(\.description)
      #expect(found.count == 1, "\(found)")
      #expect(found.first?.hasSuffix("form.versions.csv:\(problem)") == true, "\(found)")
    }
  }

  @Test("A column that is missing is told of")
  func missingColumn() throws {
    #expect(throws: FormProblems.self) { try load("1,a\n", heading: "version,changes\n") }
  }
}
