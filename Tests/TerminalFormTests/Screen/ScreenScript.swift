import Messages
import SampleForms
import Survey
import TerminalForm

/// A form on a full screen that a test presses keys at.
struct ScreenScript {
  var screen: FormScreen
  let desk: TestDesk
  private(set) var acts: [String] = []

  /// Opens a form at a size.
  init(
    _ session: FormSession, rows: Int = 24, columns: Int = 80, in language: Language = Sample.english,
    interface: InterfaceLanguage = .english, desk: TestDesk = TestDesk(), glossary: Glossary = Glossary()
  ) {
    self.desk = desk
    screen = FormScreen(
      session, words: FormText(session.questionnaire, in: language, say: Interface(interface)),
      desk: desk.desk(), glossary: glossary)
    screen.size = Frame.Size(rows: rows, columns: columns)
    _ = screen.draw()
  }

  /// Presses keys: what stands between `<` and `>` is a key, all else is typed.
  ///
  /// - Returns: How the form ended, if it did.
  @discardableResult
  mutating func press(_ keys: String) -> FormOutcome? {
    var rest = keys[...]
    var outcome: FormOutcome?
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let key = Key(called: rest[rest.index(after: rest.startIndex)..<end])
      {
        rest = rest[rest.index(after: end)...]
        outcome = press(key) ?? outcome
      } else {
        for scalar in first.unicodeScalars { outcome = press(.text(scalar)) ?? outcome }
        rest = rest.dropFirst()
      }
    }
    return outcome
  }

  /// Presses one key, and draws what follows.
  mutating func press(_ key: Key) -> FormOutcome? {
    let act = screen.press(key)
    _ = screen.draw()
    if case .end(let outcome) = act { return outcome }
    return nil
  }

  /// Goes to a question by the keys of a person who knows nothing but Tab and Shift-Tab.
  @_disfavoredOverload
  mutating func go(to address: Address) { go(to: .question(address)) }

  /// Goes to a stop of the form by Tab and Shift-Tab, from the review too.
  mutating func go(to wanted: Outline.Stop) {
    if screen.place == nil { press("<Esc>1<Enter>") }
    for key in [Key.backTab, .tab] {
      for _ in 0..<200 where screen.place != wanted { _ = screen.press(key) }
    }
    _ = screen.draw()
  }

  /// What is drawn; a copy draws it, so that a test may look without changing anything.
  var frame: Frame {
    var screen = screen
    return screen.draw()
  }

  /// What the person sees, and where the cursor stands.
  func picture() -> String {
    let cursor = frame.cursor
    return rows.joined(separator: "\n") + "\n(cursor \(cursor.row + 1):\(cursor.column + 1))\n"
  }

  /// The rows that the person sees, without the blanks at their ends.
  var rows: [String] { frame.rows.map(\.text.trimmedAtEnd) }

  /// Everything that the person reads, as if it stood in one row.
  var reading: String {
    rows.joined(separator: " ").split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  /// Whether the person reads a text, on however many rows.
  func shows(_ text: String) -> Bool { reading.contains(text) }

  /// The row that the cursor stands in.
  var cursorRow: String {
    let frame = frame
    return frame.rows[frame.cursor.row].text.trimmedAtEnd
  }

  /// Clicks on the first place where a text stands.
  @discardableResult
  mutating func click(on text: String) -> FormOutcome? {
    for (index, row) in frame.rows.enumerated() {
      guard let range = row.text.firstRange(of: text) else { continue }
      return press(.click(row: index, column: row.text[..<range.lowerBound].columns))
    }
    return nil
  }

  /// The same form, opened anew as its journal gives it back.
  func resumed() throws -> ScreenScript {
    let (old, desk) = (screen.session, TestDesk())
    var session = FormSession(old.questionnaire)
    for event in self.desk.events { try session.apply(event) }
    desk.events = self.desk.events
    return ScreenScript(session, rows: screen.size.rows, columns: screen.size.columns, desk: desk)
  }
}

extension Key {
  /// A key by what stands on it: `Enter`, `F4`, `Shift-F4`, `Ctrl-C`.
  init?(called name: some StringProtocol) {
    let keys: [String: Key] = [
      "Enter": .enter, "Tab": .tab, "Shift-Tab": .backTab, "Esc": .escape, "Up": .up, "Down": .down,
      "Left": .left, "Right": .right, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
      "Backspace": .backspace, "Del": .delete, "Space": .text(" "),
    ]
    if let key = keys[String(name)] {
      self = key
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()) {
      self = .function(number)
    } else if name.hasPrefix("Shift-F"), let number = Int(name.dropFirst(7)) {
      self = .shiftFunction(number)
    } else if name.hasPrefix("Ctrl-"), let letter = name.lowercased().last {
      self = .control(letter)
    } else {
      return nil
    }
  }
}
