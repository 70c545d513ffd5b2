import CNcurses
import TerminalForm
import Testing

/// One after the other: ncurses knows one terminal at a time.
@Suite("What is known of terminals", .serialized)
struct TerminalDescriptionTests {
  @Test(
    "A terminal without a description is drawn as one that it can do all of",
    arguments: [
      ("xterm-256color", "xterm-256color"), ("xterm", "xterm"), ("screen", "screen"), ("tmux", "tmux"),
      ("linux", "linux"), ("vt100", "vt100"), ("rxvt", "rxvt"),
      ("rxvt-unicode-256color", "rxvt-unicode-256color"),
      ("putty", "xterm-256color"), ("putty-256color", "xterm-256color"), ("alacritty", "xterm-256color"),
      ("alacritty-direct", "xterm-256color"), ("foot", "xterm-256color"), ("foot-extra", "xterm-256color"),
      ("xterm-kitty", "xterm-256color"), ("kitty-direct", "xterm-256color"), ("wezterm", "xterm-256color"),
      ("xterm-ghostty", "xterm-256color"), ("konsole-256color", "xterm-256color"),
      ("iTerm2.app", "xterm-256color"),
      ("xterm-direct", "xterm-256color"), ("st-256color", "xterm-256color"), ("tmux-direct", "tmux-256color"),
      ("screen.xterm-kitty", "screen-256color"), ("linux-16color", "linux"), ("vt420", "vt220"),
    ])
  func found(name: String, as known: String) throws {
    #expect(try TerminalDescription(TerminalName(name)).name == known)
  }

  @Test(
    "A terminal that is unknown, or cannot put its cursor anywhere, is refused by its name",
    arguments: [
      ("", ScreenRefusal.unknownTerminal("")), ("nonsense", .unknownTerminal("nonsense")),
      ("unknown", .unknownTerminal("unknown")), ("../../etc/passwd", .unknownTerminal("../../etc/passwd")),
      ("dumb", .noCursorMovement("dumb")),
    ])
  func refused(name: String, reason: ScreenRefusal) {
    #expect(throws: reason) { try TerminalDescription(TerminalName(name)) }
  }

  @Test("Pastes and the mouse are asked for where they are known, and given up in reverse")
  func modes() throws {
    let all = ("\u{1b}[?2004h\u{1b}[?1000h\u{1b}[?1006h", "\u{1b}[?1006l\u{1b}[?1000l\u{1b}[?2004l")
    for name in ["xterm-256color", "xterm", "screen", "tmux", "putty", "rxvt-unicode-256color"] {
      let description = try TerminalDescription(TerminalName(name))
      #expect((description.begin, description.end) == all, "\(name)")
      #expect(description.hasOtherScreen)
    }
    for name in ["vt100", "vt220"] {
      let description = try TerminalDescription(TerminalName(name))
      #expect((description.begin, description.end) == ("", ""), "\(name)")
      #expect(!description.hasOtherScreen)
    }
    #expect(try TerminalDescription(TerminalName("linux")).begin == "\u{1b}[?1000h\u{1b}[?1006h")
  }

  @Test("What brings a terminal back is all that was changed, without pauses for old terminals")
  func restoring() throws {
    #expect(
      try TerminalDescription(TerminalName("xterm-256color")).restore
        == Array(
          "\u{1b}[?1006l\u{1b}[?1000l\u{1b}[?2004l\u{1b}[39;49m\u{1b}(B\u{1b}[m\u{1b}[?1049l\u{1b}[23;0;0t"
            .utf8))
    #expect(try TerminalDescription(TerminalName("vt100")).restore == Array("\u{1b}[m\u{f}\r\n".utf8))
  }

  /// Capabilities of terminfo for keys, and what they are here.
  static let keys: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcuf1", .right), ("kcub1", .left), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kich1", .unknown), ("kbs", .backspace),
      ("kent", .enter), ("kHOM", .home), ("kEND", .end),
      ("kLFT", .left), ("kRIT", .right), ("kUP", .up), ("kDN", .down), ("kUP5", .up), ("kDN5", .down),
      ("kNXT", .pageDown), ("kPRV", .pageUp), ("kDC", .delete),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  @Test(
    "Every key that the system's descriptions know is that key, in both modes of the cursor keys",
    arguments: [
      "xterm-256color", "xterm", "screen", "screen-256color", "tmux", "tmux-256color", "linux", "vt100",
      "vt220", "rxvt", "rxvt-unicode", "Eterm",
    ])
  func terminfo(name: String) throws {
    try #require(iscm_terminal_open(name) != 0)
    defer { iscm_terminal_close() }
    for (capability, key) in Self.keys {
      // A VT100 has four function keys; its description lends it the keypad for the others, whose keys are digits here.
      if name == "vt100", ["kf5", "kf6", "kf7", "kf8", "kf9", "kf10"].contains(capability) { continue }
      guard let sent = iscm_terminal_string(capability).map({ String(cString: $0) }) else { continue }
      for sequence in [sent, sent.replacing("\u{1b}O", with: "\u{1b}[")]
      where !capability.hasPrefix("kent") || sequence == sent {
        var decoder = KeyDecoder()
        #expect(
          decoder.keys(from: sequence.utf8) == [key], "\(name) \(capability) \(sequence.debugDescription)")
      }
    }
    if let back = iscm_terminal_string(name == "linux" ? "kcbt2" : "kcbt").map({ String(cString: $0) }) {
      var decoder = KeyDecoder()
      #expect(decoder.keys(from: back.utf8) == [.backTab])
    }
  }

  @Test(
    "Where F13 to F20 have sequences with a modifier, they are F1 to F8 with Shift",
    arguments: ["xterm-256color", "xterm", "tmux"])
  func shifted(name: String) throws {
    try #require(iscm_terminal_open(name) != 0)
    defer { iscm_terminal_close() }
    for number in 1...12 {
      let sent = try #require(iscm_terminal_string("kf\(number + 12)").map { String(cString: $0) })
      var decoder = KeyDecoder()
      #expect(decoder.keys(from: sent.utf8) == [.shiftFunction(number)], "F\(number + 12)")
    }
  }
}
