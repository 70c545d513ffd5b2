import CSV
import Calendar
import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Answers files beside the line form")
struct DoorsTests {
  static let form = FormSession(Sample.form)

  static func entered(_ text: String, into form: FormSession = form) throws -> FormSession {
    var session = form
    try session.enter(AnswersFile(CSVReader(text)))
    return session
  }

  static func problems(_ text: String, with form: FormSession = form) -> [String] {
    do {
      _ = try entered(text, into: form)
      return []
    } catch let problems as AnswersFileProblems {
      return problems.problems.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  static func response(_ form: FormSession) throws -> Response {
    try form.response(source: .line, submittedAt: form.startedAt, submittedBy: "A. Chair")
  }

  @Test("One script of answers gives the same response through the line form and an answers file")
  func same() throws {
    let line = Self.form.filled(by: [
      "puebla", "Mexico", "..", "10", "Ana", "3", "yes", "1 3", "2", "1-3", "One.", "", "Two.", ".",
      "51", "Many.", "2.5", "16:30", "2018-11-08T10:00:00Z", "1", "2", "Launch", "1", "", "Close", "2", "",
      "A. Chair", "",
    ])
    let file = try Self.entered(
      """
      name,value,state
      iscm,puebla,
      chair_country,Mexico,
      chair_name,,not_applicable
      secretariat_name,Ana,
      position,in_process,
      position_refine,yes,
      themes,rights governance,
      main_theme,governance,
      objectives,objective_1 objective_2 objective_3,
      pursuit,"One.

      Two.",
      members,51,
      why_many,Many.,
      budget,2.5,
      opens,16:30,
      met_at,2018-11-08T10:00:00Z,
      agrees,OK,
      event_count,2,
      event[1]/event_title,Launch,
      event[1]/event_public,yes,
      event[2]/event_title,Close,
      event[2]/event_public,no,
      submitted_by,A. Chair,
      """)
    #expect(line.session.entries == file.entries)
    #expect(try Self.response(line.session) == Self.response(file))
  }

  @Test(
    "A line that the form cannot take refuses the file, with what is wrong in whole words",
    arguments: [
      (
        "iscm,pueblo",
        "line 2: iscm: 'pueblo' is no choice of the list 'register.csv'; did you mean 'puebla'?"
      ),
      ("positon,yes", "line 2: the questionnaire has no question 'positon'; did you mean 'position'?"),
      ("twice,4", "line 2: nobody is asked 'twice': the form itself works it out; leave it out"),
      ("members,many", "line 2: members: 'many' is no whole number; write digits alone, such as 12"),
      (
        "region[2]/region_name,Andes",
        "line 2: 'region' has no repeat 1; number the repeats from 1 without a gap"
      ),
    ])
  func refused(line: String, message: String) {
    let others = line.hasPrefix("iscm,") ? "" : "iscm,puebla\n"
    #expect(Self.problems("name,value\n\(line)\n\(others)submitted_by,A. Chair\n") == [message])
  }

  @Test("What the whole lacks or breaks is said, with what other answers have to do with it")
  func whole() {
    #expect(
      Self.problems(
        "name,value\niscm,puebla\nposition,no\nposition_link,x\nthemes,rights\nevent_count,1\n"
          + "event[1]/event_public,no\nevent[2]/event_title,Close\n") == [
          "line 4: 'position_link' is not asked, because of the answer to 'position'; take the line out, "
            + "or mend that answer",
          "line 5: 'themes' is not asked, because of the answer to 'position'; take the line out, or mend that answer",
          "line 8: 'event[2]/event_title' is not asked, because of the answer to 'event_count'; take the line out, "
            + "or mend that answer",
          "'event[1]/event_title' is missing, and the questionnaire requires it; add a line for it",
          "'submitted_by' is missing, and the questionnaire requires it; add a line for it",
        ])
  }

  @Test("Repeats that an answer counts are there, also those of which the file says nothing")
  func counted() {
    #expect(
      Self.problems(
        "name,value\niscm,puebla\nevent_count,3\nevent[1]/event_title,A\nevent[3]/event_title,C\nsubmitted_by,X\n"
      )
        == ["'event[2]/event_title' is missing, and the questionnaire requires it; add a line for it"])
    #expect(
      Self.problems("name,value\niscm,puebla\nevent_count,1\nevent[3]/event_title,C\nsubmitted_by,X\n").count
        == 2)
  }

  @Test("A default that another answer hides is no fault of the file")
  func hiddenDefault() throws {
    let form = FormSession([
      Sample.ask("a", .selectOne("yes_no"), start: "'yes'"),
      Sample.ask("b", .text, relevant: "${a} = 'yes'", start: "'usual'"),
    ])
    #expect(Self.problems("name,value\na,no\n", with: form) == [])
  }

  // MARK: - Drafts

  func chosen(_ acts: [ScriptedTerminal.Act], held: Bool = false) throws -> (
    choice: DraftChoice, text: String
  ) {
    var draft = Self.form
    try draft.apply(.answer("iscm", .one("puebla")))
    let paper = ScriptedTerminal.Paper(acts)
    var terminal = ScriptedTerminal(paper: paper)
    let choice = LineForm.choose(
      among: [
        DraftSummary(session: draft, lastSaved: Instant(secondsSinceEpoch: 1_541_695_320), isHeld: held)
      ], at: &terminal,
      words: FormText(Sample.form, in: Sample.english, say: Interface(.english)))
    return (choice, paper.text)
  }

  @Test("Drafts are offered by what is in them; looking at one changes nothing and asks again")
  func drafts() throws {
    let resumed = try chosen(["9", "", "1"])
    #expect(resumed.choice == .resume(0))
    #expect(
      resumed.text == """
        A draft was found on this machine:
        1. Continue the draft: Regional Conference on Migration, answered 1 of 12, last saved 8 Nov 2018 16:42 UTC
        2. Look at it only: Regional Conference on Migration, answered 1 of 12, last saved 8 Nov 2018 16:42 UTC
        3. Start another questionnaire (the draft is kept)
        Number: 9
        "9" is not in the menu. Expected: a number from 1 to 3.
        Number: \n\
        Number: 1\n
        """)
    let looked = try chosen(["2", "3"])
    #expect(looked.choice == .new)
    #expect(
      looked.text.contains(
        "ANSWERS\n  1 What is the name of your mechanism? Regional Conference on Migration\n"))
    #expect(looked.text.contains("Only looked at; nothing was changed.\n"))
    #expect(try chosen(["1"], held: true).text.contains("Only looked at"))
    #expect(try chosen(["^D"]).choice == .leave)
    #expect(try chosen(["^C", "^C"]).choice == .leave)
    #expect(try chosen(["^TERM"]).choice == .ended(bySignal: 15))
  }
}
