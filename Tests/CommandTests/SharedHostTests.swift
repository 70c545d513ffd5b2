import Foundation
import Testing
import VirtualTerminal

/// What those who connect to a shared host can do, and what they cannot.
@Suite("On a shared host")
struct SharedHostTests {
  private static let form = MechanismTests.form
  private static let command = MechanismTests.command
  private static let name = MechanismTests.name
  private static let fixed = MechanismTests.fixed
  private static let wayBack =
    "To go on, connect again in the same way: the draft is offered at the start.\n"

  // MARK: - The answer that is fixed

  @Test("The answer is in the journal from the start, and no key changes it, line by line")
  func fixedAtLines() throws {
    let scratch = try MechanismTests.scratch()
    let terminal = try Terminal("\(Self.command) --line", in: scratch, columns: 160)
    try terminal.wait(forPromptAfter: "Now: \(Self.name)")
    #expect(try scratch.draft.contains("\"answer\",\"iscm\",\"rcm\""))
    #expect(!terminal.text.contains("Almaty"), "no other is offered")
    for typed in ["3", "prague", "-12"] {
      try terminal.type("\(typed)\r")
      try terminal.wait(forPromptAfter: Self.fixed)
    }
    try terminal.type("..\r")
    try terminal.wait(
      forPromptAfter:
        "Menu: 1 back, 2 go to, 3 repeat, 4 help, 5 review, 6 leave, 7 undo, 8 redo, 9 not applicable, 10 clear."
    )
    for (number, told) in [
      ("7", "nothing to take back"), ("8", "nothing to make again"), ("9", Self.fixed), ("10", Self.fixed),
    ] {
      try terminal.type("\(number)\r")
      try terminal.wait(forPromptAfter: told)
      try terminal.type("..\r")
      try terminal.wait(forPromptAfter: "Menu:")
    }
    try terminal.type("6\r")
    #expect(try terminal.end() == 3)
    #expect(terminal.text.hasSuffix("Saved, not submitted.\n" + Self.wayBack))
    #expect(try scratch.draft.components(separatedBy: "\"iscm\"").count == 2 + scratch.stands(at: "iscm"))
  }

  @Test("The answer is in the journal from the start, and no key changes it, on the full screen")
  func fixedOnScreen() throws {
    let scratch = try MechanismTests.scratch()
    let session = try ScreenSession(Self.command, in: scratch)
    try session.wait(forScreen: "Start the questionnaire")
    try session.press(.enter)
    try session.wait(forScreen: Self.fixed)
    #expect(try scratch.draft.contains("\"answer\",\"iscm\",\"rcm\""))
    try session.press(.function(4))
    try session.wait(forScreen: "There is nothing to take back.")
    try session.press(.shiftFunction(4))
    try session.wait(forScreen: "There is nothing to make again.")
    try session.type("3 prague")
    try session.press(.down, .enter, .backTab)
    try session.paste("prague")
    for key in [Press.function(5), .function(6), .function(8), .function(7)] {
      try session.press(key)
      session.settle()
    }
    try session.wait(forScreen: Self.name)
    // A form in which nobody entered anything would leave no draft.
    try session.press(.tab)
    try session.wait(forScreen: "Question 2a")
    try session.typeAndSee("Ada")
    try session.press(.control("c"), .control("c"))
    #expect(try session.end() == 3)
    #expect(session.screen.text.hasSuffix(Self.wayBack.dropLast()))
    #expect(session.traces.isEmpty)
    #expect(try scratch.draft.components(separatedBy: "\"iscm\"").count == 2 + scratch.stands(at: "iscm"))
  }

  @Test("A form that no longer says whose it is is not sent")
  func hidden() throws {
    let scratch = try MechanismTests.scratch()
    try scratch.write(
      """
      survey,,,,,
      ,type,name,relevant,parameters,label
      ,select_one yes_no,member,,,Are you a mechanism?
      ,select_one_from_file iscm-register.csv,iscm,${member} = 'yes',value=id label=name,Which?
      choices,,,,,
      ,list_name,name,label,,
      ,yes_no,yes,Yes,,
      ,yes_no,no,No,,
      settings,,,,,
      ,form_title,form_id,version,,
      ,Hidden,hidden,1,,

      """, to: "Questionnaires/hidden/questionnaire.csv")
    let terminal = try Terminal("iscm fill hidden --for rcm --line", in: scratch, columns: 160)
    try terminal.wait(forPromptAfter: "Are you a mechanism?")
    try terminal.type("2\r")
    try terminal.wait(forPromptAfter: "What next")
    try terminal.type("1\r")
    try terminal.wait(
      for:
        "Not submitted: 'iscm' is not asked now, and 'rcm' must be its answer; change what hides it. Your answers are saved.\n"
    )
    try terminal.type("\u{4}")
    #expect(try terminal.end() == 4)
    #expect(scratch.read("Responses/hidden/responses.csv") == nil)
  }

  // MARK: - Nothing else runs

  @Test("Neither editor nor file nor clock nor seed is taken from those who connect")
  func surroundings() throws {
    let scratch = try MechanismTests.scratch()
    try scratch.write("touch ran\n", to: "editor.sh")
    let session = try ScreenSession(
      Self.command, in: scratch,
      environment: ["VISUAL": "sh editor.sh", "EDITOR": "sh editor.sh", "PAGER": "sh editor.sh"])
    try session.wait(forScreen: "Start the questionnaire")
    try session.press(.enter)
    try session.wait(forScreen: Self.fixed)
    try session.press(.escape)
    try session.wait(forScreen: "save and leave")
    #expect(!session.screen.text.contains("editor"))
    try session.press(.escape)
    try session.wait(for: "the form") { !$0.text.contains("save and leave") }
    try session.press(.tab)
    try session.wait(forScreen: "Question 2a")
    try session.press(.function(3))
    try session.wait(forScreen: "No editor can be opened here.")
    try session.typeAndSee("Ada")
    try session.press(.function(9))
    try session.wait(forScreen: "[ Save and leave ]")
    try session.press(.escape)
    try session.wait(forScreen: "Menu:")
    #expect(!session.screen.text.contains("print"))
    try session.press(.control("c"), .control("c"))
    _ = try session.end()
    #expect(scratch.read("ran") == nil)
    let draft = try scratch.draft
    #expect(!draft.contains("2018-11-09T10:14:33Z"), "the clock is the system's")
    #expect(!draft.contains("63cbe1e4-5932-4dd7-844c-3cd7f43c661c"), "the id is no one's choice")
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(Set(files) == ["Questionnaires", "Responses", "editor.sh"])
  }

  @Test(
    "The language of those who connect is believed, and no description of a terminal that they bring along")
  func language() throws {
    let scratch = try MechanismTests.scratch()
    let made = try Run("infocmp xterm | sed 's/^xterm|/mine|/' | tic -o kinds -", in: scratch)
    try #require(made.code == 0, "\(made.errorText)")
    let own = ["TERMINFO": "\(scratch.path)/kinds"]
    let open = try ScreenSession("iscm fill \(Self.form)", in: scratch, type: "mine", environment: own)
    try open.wait(forScreen: "Start the questionnaire")
    let closed = try Terminal(
      Self.command, in: scratch, columns: 160,
      environment: own.merging(["TERM": "mine", "LANG": "es_ES.UTF-8"]) { $1 })
    try closed.wait(forPromptAfter: "Esta respuesta está fijada aquí: no se puede modificar.")
    #expect(
      closed.text.hasPrefix(
        "TERM names a terminal that is not known here: 'mine'; the form goes on line by line\n"))
  }

  @Test("A line that is typed is not stopped, by Ctrl-Z or from outside", arguments: [true, false])
  func goesOnAtLines(byKey: Bool) throws {
    let scratch = try MechanismTests.scratch()
    let terminal = try Terminal("sh -i", in: scratch, environment: ["PS1": "$ "])
    try terminal.wait(forPromptAfter: "$ ")
    try terminal.type("\(Self.command) --line\r")
    try terminal.wait(forPromptAfter: Self.fixed)
    try terminal.type("\r")
    try terminal.wait(forPromptAfter: "Question 2a of 28")
    try terminal.type("Gua")
    try terminal.wait(for: "Gua")
    if byKey {
      try terminal.type("\u{1a}")
    } else {
      kill(try Self.child(of: terminal.id, in: scratch), SIGTSTP)
      terminal.drain(for: 200)
    }
    try terminal.type("temala\r")
    try terminal.wait(forPromptAfter: "temala\nSaved, words: 1.")
    #expect(try scratch.draft.contains("\"answer\",\"chair_country\",\"Guatemala\""))
    #expect(!terminal.text.contains("Stopped"))
  }

  @Test("The full screen is not stopped from outside")
  func goesOnOnScreen() throws {
    let scratch = try MechanismTests.scratch()
    let session = try ScreenSession("sh -i", in: scratch, environment: ["PS1": "$ "])
    try session.wait(forScreen: "$")
    try session.type("\(Self.command)\r")
    try session.wait(forScreen: "Start the questionnaire")
    let id = try Self.child(of: session.terminal.id, in: scratch)
    kill(id, SIGTSTP)
    session.settle(for: 200)
    try session.press(.enter)
    try session.wait(forScreen: Self.fixed)
    kill(id, SIGTSTP)
    session.settle(for: 200)
    try session.press(.tab)
    try session.type("Mexico")
    try session.wait(forScreen: "words: 1")
    #expect(!session.terminal.text.contains("Stopped"))
  }

  private static func child(of id: pid_t, in scratch: Scratch) throws -> pid_t {
    let children = try Run("pgrep -P \(id)", in: scratch).outputText.split(separator: "\n")
    return try #require(children.first.flatMap { pid_t($0) })
  }

  @Test("Where files cannot be written, no path is told")
  func paths() throws {
    let scratch = try MechanismTests.scratch()
    try scratch.write("", to: "Responses/\(Self.form)")
    let terminal = try Terminal("\(Self.command) --line", in: scratch, columns: 160)
    #expect(try terminal.end() == 2)
    #expect(terminal.text.hasPrefix("a file cannot be "), "\(terminal.text)")
    #expect(!terminal.text.contains("Responses"))
  }
}

extension Scratch {
  /// How often the only draft notes that the person stood at a question.
  fileprivate func stands(at question: String) throws -> Int {
    try draft.components(separatedBy: "\"stand\",\"\(question)\"").count - 1
  }
}
