internal import Analysis
internal import Messages
internal import Survey

extension Edition {
  /// A text of the form, with its language where that is another than the interface's.
  func html(_ text: LocalizedText) -> HTML {
    let found = text.text(in: language, fallback: fallback)
    let html = html(found.text, in: found.language)
    guard found.isFallback, !found.text.isEmpty else { return html }
    let name = fallback.code.isEmpty ? fallback.name : fallback.code
    return "\(html) \(isolated(say(.otherLanguage, ["language": name])))"
  }

  /// A text in a language, set apart from text of another one and of another direction.
  func html(_ text: String, in language: Language) -> HTML {
    if language.code == say.language.rawValue { return HTML(text) }
    guard language.hasTag else { return isolated(text) }
    return "<span lang=\"\(language.code)\" dir=\"auto\">\(text)</span>"
  }

  /// A name or a code, whose letters must not turn round what stands beside it.
  func isolated(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

  /// Names in a row.
  func names(_ names: [String]) -> HTML { names.map(isolated).joined(say.separator(of: names)) }

  /// A label with what stands around it.
  func html(_ label: Label) -> HTML {
    guard let text = label.text else { return HTML(label.words) }
    let wording = text.isEmpty ? isolated(label.words) : html(text)
    return "\(label.before)\(wording)\(label.after)"
  }

  /// The questions of a figure with their numbers, and the one that divides it.
  func htmlQuestions(of figure: Figure) -> [HTML] {
    subjects(of: figure).map { line in
      let text = line.subject.label
      let wording = text.isEmpty ? isolated(line.subject.name.text) : html(text)
      // The wording takes the place of a sign that no phrase has.
      let parts = say(line.phrase, ["number": line.number, "text": Self.place]).split(
        separator: Self.place, maxSplits: 1, omittingEmptySubsequences: false)
      let asker: HTML? = line.wave.map(isolated) ?? line.subject.form.map(html)
      let before: HTML? = asker.map { "\($0)\(labelled("", ""))" }
      return "\(before)\(String(parts.first ?? ""))\(wording)\(String(parts.count > 1 ? parts[1] : ""))"
    }
  }

  private static let place = "\u{FFFC}"
}

extension Language {
  /// Whether its code is a tag of BCP 47, as far as a look can tell.
  fileprivate var hasTag: Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    } && first.allSatisfy(\.isLetter)
  }
}
