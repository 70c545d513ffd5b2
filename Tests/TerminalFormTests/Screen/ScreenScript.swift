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
  mutating func go(to address: Address) {
    if screen.place == nil { press("<Esc>1<Enter>") }
    let wanted = Outline.Stop.question(address)
    for key in [Key.backTab, .tab] {
      for _ in 0..<200 where screen.place != wanted { _ = screen.press(key) }
    }
    _ = screen.draw()
  }

  /// What the person sees, with the place of the cursor marked by `|` in a row of its own below.
  mutating func picture() -> String {
    let frame = screen.draw()
    let rows = frame.rows.map { row in
      var text = row.text
      while text.last == " " { text.removeLast() }
      return text
    }
    return rows.joined(separator: "\n") + "\n(cursor \(frame.cursor.row + 1):\(frame.cursor.column + 1))\n"
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
