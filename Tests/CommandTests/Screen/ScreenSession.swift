import Foundation
import Testing
import VirtualTerminal

/// A full-screen program at a pseudo-terminal, what its screen shows, and the person in front of it.
///
/// A class, because the screen goes on with what the program writes, whoever looks at it.
final class ScreenSession {
  /// How long a program must be silent before its screen is taken as finished, in milliseconds.
  static let quiet: Int32 = 40

  /// The pseudo-terminal.
  let terminal: Terminal
  /// Held, so that the project is there as long as the program may use it.
  private let scratch: Scratch
  private let shown: VirtualTerminal
  private var taken = 0
  private var marked = 0

  /// Starts a command line of /bin/sh in a project, at a terminal of a kind and a size.
  ///
  /// - Parameters:
  ///   - command: The command line.
  ///   - scratch: The project to run it in.
  ///   - type: What the program is told of the terminal (`TERM`).
  ///   - rows: The rows of the terminal.
  ///   - columns: Its columns.
  ///   - locale: What the program is told of the language and the characters of the system (`LANG`).
  ///   - environment: Variables beside, or in place of, those that every run has.
  /// - Throws: Why it cannot be started.
  init(
    _ command: String, in scratch: Scratch, type: String = "xterm-256color", rows: Int = 24,
    columns: Int = 80,
    locale: String = "C.UTF-8", environment: [String: String] = [:]
  ) throws {
    self.scratch = scratch
    shown = VirtualTerminal(rows: rows, columns: columns, keyboard: Keyboard(type: type))
    terminal = try Terminal(
      command, in: scratch, rows: UInt16(rows), columns: UInt16(columns),
      environment: environment.merging(["TERM": type, "LANG": locale]) { $1 })
  }
}

// MARK: - The person types

extension ScreenSession {
  /// Types a text.
  func type(_ text: String) throws { try terminal.type(text) }

  /// Presses keys one after the other, as a terminal of this kind sends them in the mode that the program has set.
  func press(_ keys: Press...) throws {
    for key in keys { try terminal.type(bytes: screen.bytes(of: key)) }
  }

  /// Pastes a text: in brackets where the program has asked for them.
  func paste(_ text: String) throws { try terminal.type(bytes: screen.bytes(ofPaste: text)) }

  /// Clicks on a text of the screen.
  func click(on text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let place = try #require(
      screen.place(of: text), "\"\(text)\" is not on the screen:\n\(screen.picture)",
      sourceLocation: sourceLocation)
    try terminal.type(bytes: screen.bytes(ofClick: place))
  }

  /// Gives the terminal another size.
  func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    terminal.resize(rows: rows, columns: columns)
  }
}

// MARK: - The person looks

extension ScreenSession {
  /// What the terminal shows now.
  var screen: VirtualTerminal {
    terminal.drain(for: 0)
    shown.take(terminal.written[taken...])
    taken = terminal.written.count
    return shown
  }

  /// What stands in the normal screen when the program has ended.
  ///
  /// Blank rows before it are left out: libvterm remembers one place of the cursor for both screens, where others
  /// remember one for each, so that a program may seem to end further down.
  var remains: String {
    let lines = screen.scrollback + screen.rows.map(\.text)
    let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    let last = lines.lastIndex { !$0.isEmpty } ?? lines.startIndex
    return lines[first..<max(first, last + 1)].joined(separator: "\n")
  }

  /// Waits until the program is silent.
  func settle(for quiet: Int32 = quiet) {
    let end = Date() + Terminal.patience
    var count = -1
    while count != terminal.written.count, Date() < end {
      count = terminal.written.count
      terminal.drain(for: quiet)
    }
  }

  /// Waits until a text stands in a row of the screen, and the program is silent.
  func wait(forScreen text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: "\"\(text)\" to be on the screen", sourceLocation: sourceLocation) {
      $0.place(of: text) != nil
    }
  }

  /// Waits until something is so on the screen, and the program is silent.
  ///
  /// - Parameters:
  ///   - what: What is waited for, in words.
  ///   - sourceLocation: Where the test waits.
  ///   - isSo: Looks at the screen.
  /// - Throws: Where it does not become so, with the whole screen.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: (VirtualTerminal) -> Bool
  ) throws {
    let failure = failure(waitingFor: what, until: isSo)
    let hasCome = failure == nil
    try #require(hasCome, "\(failure ?? "")", sourceLocation: sourceLocation)
  }

  /// Waits as `wait` does.
  ///
  /// - Returns: What was waited for in vain, with the whole screen; nothing where it came.
  func failure(waitingFor what: String, until isSo: (VirtualTerminal) -> Bool) -> String? {
    let end = Date() + Terminal.patience
    while true {
      let hasEnded = terminal.hasEnded
      if isSo(screen) {
        settle()
        if isSo(screen) { return nil }
      }
      if hasEnded || Date() >= end {
        return "waited for \(what)\(hasEnded ? "; the program has ended" : ""):\n\(screen.picture)"
      }
      terminal.drain(for: 20)
    }
  }

  /// Waits for the end of the program; afterwards `screen` is what it left.
  ///
  /// - Returns: Its exit code; 128+n where a signal ended it.
  func end(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    let code: Int32
    do {
      code = try terminal.end(sourceLocation: sourceLocation)
    } catch {
      Issue.record("the screen is:\n\(screen.picture)", sourceLocation: sourceLocation)
      throw error
    }
    return code
  }

  /// What is not as it was before the program started, in words: what a shell, and whoever types there, would meet.
  var traces: [String] {
    let screen = screen
    let found = [
      "keys are read otherwise": terminal.attributes != terminal.attributesBefore,
      "the alternate screen": screen.isAlternateScreen,
      "a hidden cursor": !screen.isCursorVisible,
      "the mouse": screen.mouse != .silent,
      "brackets around a paste": screen.isPasteBracketed,
      "other cursor keys": screen.bytes(of: .down) != Array("\u{1b}[B".utf8),
      "a pen with a look": !screen.isPenPlain,
    ]
    return found.filter(\.value).map(\.key).sorted()
  }

  /// Counts bytes from here on.
  func mark() {
    terminal.drain(for: 0)
    marked = terminal.written.count
  }

  /// How many bytes the program has written since `mark`.
  var bytesSinceMark: Int {
    terminal.drain(for: 0)
    return terminal.written.count - marked
  }
}
