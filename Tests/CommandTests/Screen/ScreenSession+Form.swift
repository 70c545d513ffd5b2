import Testing
import VirtualTerminal

/// The full-screen form, as far as a test needs it to be filled.
extension ScreenSession {
  /// Starts the survey of 2018 and goes on to its first question, a list.
  static func atQuestion1(
    in scratch: Scratch, type: String = "xterm-256color", rows: Int = 24, columns: Int = 80,
    locale: String = "C.UTF-8", environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ScreenSession {
    let session = try ScreenSession(
      "iscm fill gcm-review-2018", in: scratch, type: type, rows: rows, columns: columns, locale: locale,
      environment: environment)
    try session.wait(forScreen: "> 7  Start the questionnaire", sourceLocation: sourceLocation)
    try session.press(.enter)
    try session.wait(forScreen: "> ( )  1  Almaty Process", sourceLocation: sourceLocation)
    return session
  }

  /// Starts the survey of 2018 and goes on to its first question that takes a text, with the mechanism chosen.
  static func atQuestion2a(
    in scratch: Scratch, rows: Int = 24, columns: Int = 80, environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ScreenSession {
    let session = try atQuestion1(
      in: scratch, rows: rows, columns: columns, environment: environment, sourceLocation: sourceLocation)
    try session.goToQuestion2a(sourceLocation: sourceLocation)
    return session
  }

  /// Chooses a mechanism at the first question, and goes on.
  func goToQuestion2a(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try type("12")
    try wait(forScreen: "> ( ) 12  Regional", sourceLocation: sourceLocation)
    try type(" ")
    try wait(forScreen: "(*) 12  Regional", sourceLocation: sourceLocation)
    try press(.enter)
    try wait(forScreen: "2a. Which country holds the Chair?", sourceLocation: sourceLocation)
  }

  /// Waits until the form has shown that what was typed is kept.
  func waitUntilSaved(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: "\"Saved\" in the header", sourceLocation: sourceLocation) {
      $0.rows[0].text.hasSuffix("  Saved")
    }
  }

  /// Types a text, and waits until it stands before the cursor.
  func typeAndSee(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try type(text)
    try wait(for: "\"\(text)\" before the cursor", sourceLocation: sourceLocation) {
      $0.isCursor(behind: text)
    }
  }
}

extension VirtualTerminal {
  /// Whether the cursor stands behind a text, as it does where that is being typed.
  func isCursor(behind text: String) -> Bool {
    rows[cursor.row].cells[..<cursor.column].map(\.text).joined().hasSuffix(text)
  }
}
