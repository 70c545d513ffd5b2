import Coding
import Messages
import Survey
import TerminalForm
import Testing

@Suite("Coding at a terminal")
struct CodingFrontTests {
  private func screen(
    _ example: CodingExample, rows: Int = 24, columns: Int = 80, in language: InterfaceLanguage = .english
  ) -> CodingScreen {
    var screen = CodingScreen(example.session, words: Review2018.words(language), desk: example.desk)
    screen.size = Frame.Size(rows: rows, columns: columns)
    _ = screen.draw()
    return screen
  }

  private func lines(
    _ example: CodingExample, _ acts: [String], in language: InterfaceLanguage = .english
  ) -> String {
    let paper = ScriptedTerminal.Paper(acts.map { ScriptedTerminal.Act($0) })
    var front = CodingLines(
      example.session, at: ScriptedTerminal(paper: paper), words: Review2018.words(language),
      desk: example.desk)
    let outcome = front.run()
    return paper.text + "[\(outcome)]\n"
  }

  @Test(
    "The screens are as they were looked at", arguments: InterfaceLanguage.allCases, [(24, 80), (15, 40)])
  func golden(language: InterfaceLanguage, size: (rows: Int, columns: Int)) {
    let example = CodingExample()
    var screen = screen(example, rows: size.rows, columns: size.columns, in: language)
    var book = ScreenBook(rows: size.rows, columns: size.columns)
    book.add("The first answer", screen.draw())
    for key in ["1", "3"] as [Unicode.Scalar] { _ = screen.press(.text(key)) }
    book.add("Two codes given", screen.draw())
    _ = screen.press(.text("5"))
    for scalar in "Data".unicodeScalars { _ = screen.press(.text(scalar)) }
    book.add("A code is added", screen.draw())
    _ = screen.press(.enter)
    book.add("It was added, and given", screen.draw())
    _ = screen.press(.enter)
    book.add("The next answer", screen.draw())
    expectGolden(book.text, "Coding/\(language.rawValue)-\(size.columns)x\(size.rows)")
  }

  @Test("Line by line it reads as it was looked at", arguments: InterfaceLanguage.allCases)
  func transcript(language: InterfaceLanguage) {
    let acts = ["1 3", "-1", "9", "+ Data", "", "<", "", "0", "", "x", "..", "never read"]
    expectGolden(lines(CodingExample(), acts, in: language), "Coding/\(language.rawValue)-lines")
  }

  @Test("The same codes given on the screen and line by line make the same rows")
  func doors() {
    let (one, two) = (CodingExample(), CodingExample())
    _ = lines(one, ["1", "2", "-1", "+ Data", "", "0", "3", "<", "", "", "1"])
    var screen = screen(two)
    let keys: [Key] =
      ["1", "2", "1", "5"].map { .text($0) } + "Data".unicodeScalars.map { .text($0) } + [.enter, .enter]
      + ["5", "3"].map { .text($0) } + [.backTab, .enter, .enter, .text("1")]
    for key in keys { _ = screen.press(key) }
    #expect(
      one.rows == [
        "r1 code agenda_item v4", "r1 code in_work v4", "r1 withdraw agenda_item v4", "r1 code data v5",
        "r2 none - v5", "r2 code priority_setting v5", "r3 code agenda_item v5",
      ])
    #expect(two.rows == one.rows)
  }

  @Test("A code is stored before it is shown as given; what cannot be stored is not given")
  func full() {
    let example = CodingExample()
    var screen = screen(example)
    _ = screen.press(.text("2"))
    #expect(screen.session.verdict?.codes == ["in_work"])
    example.drawer.isFull = true
    _ = screen.press(.text("1"))
    #expect(screen.session.verdict?.codes == ["in_work"])
    #expect(screen.draw().rows.contains { $0.text.contains("the disk is full") })
    let text = lines(example, ["1", ".."])
    #expect(text.contains("the disk is full"))
    #expect(example.rows == ["r1 code in_work v4"])
  }

  @Test("With ten codes and more, a number waits for its second digit; Space gives what it points at")
  func manyCodes() {
    let example = CodingExample()
    var codebook = example.session.codebook
    for number in 4...12 { codebook = codebook.adding("code \(number)", at: example.place).codebook }
    var session = example.session
    session.take(codebook)
    var screen = CodingScreen(session, words: Review2018.words(.english), desk: example.desk)
    _ = screen.draw()
    _ = screen.press(.text("1"))
    #expect(example.rows == [])
    _ = screen.press(.text("2"))
    #expect(screen.session.verdict?.codes == ["code_12"])
    _ = screen.press(.text("1"))
    _ = screen.press(.text(" "))
    #expect(screen.session.verdict?.codes == ["code_12", "agenda_item"])
    _ = screen.press(.text("٤"))
    #expect(screen.session.verdict?.codes == ["code_12", "agenda_item", "code_4"])
  }

  @Test("Signals and the end of input leave everything stored")
  func endings() {
    let example = CodingExample()
    #expect(lines(example, ["1", "^TERM"]).hasSuffix("[ended(bySignal: 15)]\n"))
    #expect(lines(CodingExample(), ["1", "^D"]).hasSuffix("[left]\n"))
    #expect(example.rows == ["r1 code agenda_item v4"])
    var screen = screen(example)
    #expect(screen.press(.escape) == .end)
    for _ in 0..<2 { #expect(screen.press(.enter) == nil) }
    #expect(screen.press(.enter) == .end)
  }

  @Test(
    "At any size the answer can be read to its end, and no code is cut off", arguments: [24, 15, 10],
    [30, 80])
  func sizes(rows: Int, columns: Int) {
    var screen = screen(CodingExample(), rows: rows, columns: columns)
    _ = screen.press(.enter)
    var seen = ""
    for _ in 0..<60 {
      seen += screen.draw().rows.map(\.text).joined(separator: " ")
      _ = screen.press(.pageDown)
    }
    let words = seen.split { $0 == " " || $0 == "|" }
    for word in "spring. priorities yearly framework".split(separator: " ") where word != "yearly" {
      #expect(words.contains(word), "\(word)")
    }
  }
}
