/// The name of a kind of terminal, as TERM gives it.
package struct TerminalName: Sendable, Hashable {
  /// As it is given.
  package let name: String

  /// Takes a name.
  package init(_ name: String) { self.name = name }

  /// The names under which it is looked for, best first.
  ///
  /// Terminals that are newer than the system's descriptions, or not among them, are drawn as the well-known kind
  /// which they can do all of.
  package var candidates: [String] {
    if name.isEmpty { return [] }
    let family = name.prefix { !"-+.".contains($0) }.lowercased()
    guard let known = Self.families[family], known != name else { return [name] }
    return [name, known]
  }

  /// Whether the terminal tells pasted text from typed text where it is asked to; where its description does not
  /// say so, its name does.
  package var hasBracketedPaste: Bool {
    let family = name.prefix { !"-+.".contains($0) }.lowercased()
    return Self.families[family].map { $0.hasPrefix("xterm") || $0.hasPrefix("tmux") } ?? false
  }

  /// What each family of terminals can be drawn as.
  private static let families: [String: String] = {
    let likeXterm = [
      "xterm", "alacritty", "contour", "foot", "ghostty", "gnome", "guake", "hyper", "iterm", "iterm2",
      "kitty",
      "konsole", "mintty", "mlterm", "ms", "nsterm", "putty", "rio", "st", "stterm", "tabby", "terminator",
      "terminology", "termite", "vscode", "vte", "warp", "wezterm", "xfce", "zutty",
    ]
    var families = Dictionary(uniqueKeysWithValues: likeXterm.map { ($0, "xterm-256color") })
    families["screen"] = "screen-256color"
    families["tmux"] = "tmux-256color"
    families["rxvt"] = "rxvt"
    families["linux"] = "linux"
    for name in ["vt102", "vt220", "vt320", "vt340", "vt420", "vt510", "vt520", "vt525"] {
      families[name] = name == "vt102" ? "vt100" : "vt220"
    }
    return families
  }()
}
