import Calendar
import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("What the screens look like")
struct GoldenScreenTests {
  static let sizes = [(rows: 24, columns: 80), (rows: 15, columns: 40), (rows: 60, columns: 200)]

  @Test(
    "The screens of the review survey are as they were looked at", arguments: InterfaceLanguage.allCases,
    [0, 1, 2])
  func golden(language: InterfaceLanguage, size: Int) {
    let (rows, columns) = Self.sizes[size]
    var book = ScreenBook(rows: rows, columns: columns)
    Self.addWelcome(to: &book, in: language)
    var script = Review2018.script(rows: rows, columns: columns, interface: language)
    Self.addQuestions(to: &book, with: &script)
    Self.addPanes(to: &book, with: &script)
    Self.addReview(to: &book, with: &script)
    expectGolden(book.text, "Screens/\(language.rawValue)-\(columns)x\(rows)")
  }

  @Test("The review tells of mistakes of the form", arguments: InterfaceLanguage.allCases)
  func faults(language: InterfaceLanguage) throws {
    var session = FormSession(FaultyForm.form)
    try session.apply(.answer("pattern", .text("(")))
    try session.apply(.answer("code", .text("x")))
    var book = ScreenBook(rows: 24, columns: 80)
    var script = ScreenScript(session, interface: language)
    script.press("<F9>")
    book.add("The review", script.screen.draw())
    expectGolden(book.text, "Screens/faults-\(language.rawValue)-80x24")
  }

  private static func addWelcome(to book: inout ScreenBook, in language: InterfaceLanguage) {
    var left = FormSession(Review2018.form)
    _ = try? left.apply(.answer("iscm", .one("rcm")))
    _ = try? left.apply(.answer("position", .one("yes")))
    let time = Instant(secondsSinceEpoch: 1_541_695_320)
    let drafts = [
      DraftSummary(session: left, lastSaved: time, isHeld: false),
      DraftSummary(session: FormSession(Review2018.form), lastSaved: time, isHeld: true),
    ]
    for (heading, drafts) in [("Welcome", []), ("Welcome with drafts", drafts)] {
      var screen = WelcomeScreen(words: Review2018.words(language), drafts: drafts) { Review2018.words($0) }
      screen.size = Frame.Size(rows: book.rows, columns: book.columns)
      book.add(heading, screen.draw())
      if drafts.isEmpty { continue }
      _ = screen.press(.end)
      book.add("Welcome, the last item", screen.draw())
      _ = screen.press(.text("8"))
      _ = screen.press(.enter)
      book.add("Looking at a draft", screen.draw())
    }
  }

  private static func addQuestions(to book: inout ScreenBook, with script: inout ScreenScript) {
    func picture(_ heading: String, _ keys: String = "") {
      script.press(keys)
      book.add(heading, script.screen.draw())
    }
    picture("Question 1: a register")
    picture("Question 1, filtered", "AFRICA")
    picture("Question 1: the last", "<F8><End>")
    script.go(to: "position")
    picture("Question 4, no answer yet")
    picture("Question 4, Enter without a choice", "<Down><Enter>")
    picture("Question 4, chosen", "<Up><Space>")
    script.go(to: "position_date")
    picture("Question 6a: a date that is none", "in the spring<Enter>")
    script.go(to: "objectives")
    picture("Question 11: the objectives", "1<Space>3<Space>9<Space>23<Space>10<Space>")
    picture("Question 11: the end of the list", "<End>")
    picture("Question 11, filtered", "migr")
    picture("Question 11, chosen among the filtered", "<F5>")
    picture("Question 11, nothing matches", "xyz")
    script.go(to: "influence")
    picture("Question 14: a text, empty")
    _ = script.press(.paste(essay))
    picture("Question 14: a text")
    for _ in 0..<20 { script.press("<Enter>One more line.") }
    picture("Question 14: a long text")
    script.go(to: "partners_iscm")
    _ = script.press(
      .paste("Almaty Process; Budapest Process: joint technical workshops on labour migration"))
    script.press("<Tab>UNHCR, ILO<Tab><F7>")
    picture("Question 25: parts")
    picture("Question 25: the last part", "<Tab><Tab><Tab><Tab><Tab>")
    script.go(to: "submitted_on")
    picture("The last question, with a default")
  }

  private static let essay = """
    The themes of the 2018 Vice-Ministerial Meeting were aligned with objectives 5, 6 and 23.

    Oui, « déjà » : les États membres ont adopté une déclaration. Да, уже. 我们已经通过了一项联合声明，并将其提交给成员国。
    نعم، لقد أثر الاتفاق العالمي في جدول أعمالنا.
    """

  private static func addPanes(to book: inout ScreenBook, with script: inout ScreenScript) {
    func picture(_ heading: String, _ keys: String) {
      script.press(keys)
      book.add(heading, script.screen.draw())
    }
    script.go(to: "influence")
    picture("Help on a text", "<F1>")
    picture("Help on a text, filtered", "budapest")
    picture("Help on a text, scrolled", "<Esc><F1><End><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>")
    script.press("<Esc>")
    script.go(to: "position")
    picture("Help on a choice", "<F1>")
    picture("The menu", "<Esc><Esc>")
    picture("The end of the menu", "<End>")
    picture("Go to", "<Esc><Esc>3<Enter>")
    picture("Go to, a number typed", "25")
    picture("Go to, filtered", "b")
    picture("Leave", "<Esc><Ctrl-C>")
    script.press("<Esc>")
  }

  private static func addReview(to book: inout ScreenBook, with script: inout ScreenScript) {
    func picture(_ heading: String, _ keys: String) {
      script.press(keys)
      book.add(heading, script.screen.draw())
    }
    script.go(to: "position_meeting")
    picture("Set aside, and told", "Vice-Ministerial Meeting<Tab><Shift-Tab>")
    script.go(to: "position")
    picture("Question 4: what is set aside is told", "2")
    picture("The review", "<F9>")
    picture("The middle of the review", "<PgDn><PgDn><PgDn>")
    picture("The end of the review", "<End>")
    picture("Submitting is refused", "<Enter>")
    script.desk.refuses = { _ in true }
    script.press("<Enter>")
    picture("The disk is full", "<Space>")
    script.desk.refuses = { _ in false }
    script.screen.size = Frame.Size(rows: 9, columns: 29)
    book.add("Too small a window", script.screen.draw(), rows: 9, columns: 29)
  }
}
