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
    guard let known = Self.families[family], known != name else { return [name] }
    return [name, known]
  }

  /// Whether the terminal may be asked to tell pasted text from typed text, though its description does not know
  /// of that: those which cannot take no notice.
  package var mayHaveBracketedPaste: Bool {
    guard let known = Self.families[family] else { return false }
    return known != "linux" && !known.hasPrefix("vt")
  }

  /// The name without what its endings say of colours and keys.
  private var family: String { name.prefix { !"-+.".contains($0) }.lowercased() }

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
