import Testing
import VirtualTerminal

@Suite("A full screen that gets another size")
struct ScreenResizeTests {
  /// Sizes that a window takes in turn, and at the end the first one again.
  private static let sizes = [(15, 40), (60, 200), (5, 20), (24, 80)]

  @Test("What is typed, the caret in it and the question stay")
  func keepsText() throws {
    let session = try ScreenSession.atQuestion2a(in: Scratch())
    try session.typeAndSee("Guatemala et Belize")
    try session.press(.left, .left, .left)
    try session.wait(for: "the caret before \"ize\"") { $0.isCursor(behind: "Guatemala et Bel") }
    try session.waitUntilSaved()
    let before = session.screen.picture
    for (rows, columns) in Self.sizes {
      session.resize(rows: rows, columns: columns)
      if rows == 5 {
        try session.wait(forScreen: "Window too small;")
        continue
      }
      try session.wait(for: "the caret before \"ize\"") {
        $0.isCursor(behind: "Guatemala et Bel") && $0.place(of: "2a. Which country holds") != nil
      }
    }
    #expect(session.screen.picture == before)
    try session.typeAndSee("-")
    #expect(session.screen.place(of: "Guatemala et Bel-ize") != nil)
  }

  @Test("The choice that has the focus keeps it, and the cursor stands on it")
  func keepsFocus() throws {
    let session = try ScreenSession.atQuestion1(in: Scratch())
    for _ in 1...14 { try session.press(.down) }
    try session.type(" ")
    try session.wait(forScreen: "> (*) 15  ")
    #expect(session.screen.cursor.row == session.screen.place(of: "(*) 15")?.row)
    for (rows, columns) in Self.sizes where rows != 5 {
      session.resize(rows: rows, columns: columns)
      try session.wait(for: "the cursor on choice 15") {
        $0.rows[$0.cursor.row].text.hasPrefix(" > (*) 15  ")
      }
      let widest = session.screen.rows.map { $0.text.unicodeScalars.count }.max() ?? 0
      #expect(widest <= columns)
    }
    try session.press(.down)
    try session.wait(forScreen: "> ( ) 16  ")
  }

  @Test("Too small from the beginning, the form waits for a larger window, or goes line by line")
  func tooSmall() throws {
    let session = try ScreenSession("iscm fill gcm-review-2018", in: Scratch(), rows: 5, columns: 20)
    try session.wait(forScreen: "Window too small;")
    session.resize(rows: 24, columns: 80)
    try session.wait(forScreen: "> 7  Start the questionnaire")
    session.resize(rows: 5, columns: 20)
    try session.wait(forScreen: "Window too small;")
    try session.press(.enter)
    try session.wait(for: "the form line by line") { !$0.isAlternateScreen }
    session.resize(rows: 24, columns: 80)
    try session.press(.control("d"))
    #expect(try session.end() == 3)
    #expect(session.traces.isEmpty)
  }
}
