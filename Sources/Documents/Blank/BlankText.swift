internal import Messages
internal import Survey

/// A blank form as plain text, for the body of a mail: no line is wider than 72 columns, and none has a space at its
/// end.
///
/// What a program reads stands at the start of a line, behind quotation marks of a reply if need be:
///
/// - `[FORM id]`, `[VERSION version]`, `[HASH hash]`, `[TOKEN token]`: what the form is, before the first question.
///   No mark of a question stands before them.
/// - `[Q04] ( ) yes  Yes`: a box, what is stored, what people read. `( )` where one alone is asked for, `[ ]` where
///   any number is; any sign between the brackets ticks it. Options that read as they are stored stand in one line,
///   `[Q04] ( ) yes ( ) no`. A long label goes on in lines that begin with spaces.
/// - `[Q02a]` … `[/Q02a]`: a text stands between them, in the same line or over several.
/// - `[END]`: nothing behind it is of the form.
public struct BlankText: Sendable {
  private let form: BlankForm

  /// The columns that no line exceeds.
  public static let width = 72

  /// Names the form.
  public init(_ form: BlankForm) { self.form = form }

  /// The text, with a line break at its end.
  public var text: String {
    var lines = wrapped(form.title)
    if let mechanism = form.mechanism {
      lines += wrapped(form.say(.labelled, ["name": form.say(.respondent), "value": mechanism]))
    }
    let example = form.lines.first { if case .text = $0.space { true } else { false } }
    let how = form.say(.blankHow, ["mark": (form.lines.first?.code.visible ?? "[Q01]")])
    let ticks = form.say(
      .blankHowText,
      [
        "tick": "x", "first": example?.code.visible ?? "[Q02]", "last": example?.code.closing ?? "[/Q02]",
      ])
    lines += [""] + wrapped(how) + [""] + wrapped(ticks)
    let head = [
      ("FORM", form.formID.text), ("VERSION", form.version), ("HASH", form.hash.description),
      ("TOKEN", form.token.description),
    ]
    lines += [""] + head.map { "[\($0) \($1)]" }
    for row in form.rows { lines += [""] + self.lines(of: row) }
    return (lines + ["", "[END]"]).map { $0 + "\n" }.joined()
  }

  private func lines(of row: BlankForm.Row) -> [String] {
    switch row {
    case .part(let title):
      let lines = prose(title)
      return [""] + lines + [String(repeating: "-", count: lines.map(\.columns).max() ?? 0)]
    case .group(let number, let title, let notes):
      return prose(Self.numbered(number, title)) + notes.flatMap { prose($0, indent: "   ") }
    case .note(let text): return prose(text)
    case .question(let line): return lines(of: line)
    }
  }

  private func lines(of line: BlankForm.Line) -> [String] {
    let texts = ([line.hint] + line.remarks + line.jumps).filter { !$0.isEmpty }
    let question =
      prose(Self.numbered(line.number, line.label)) + texts.flatMap { prose($0, indent: "   ") }
    let code = line.code.visible
    switch line.space {
    case .boxes(let options, let isSingle):
      let box = isSingle ? "( )" : "[ ]"
      let short = ([code] + options.map { "\(box) \($0.mark)" }).joined(separator: " ")
      if short.columns <= Self.width, options.allSatisfy({ $0.label.lowercased() == $0.mark.lowercased() }) {
        return question + [short]
      }
      return question
        + options.flatMap { option in
          let label = option.label == option.mark ? "" : "  " + option.label
          return wrapped("\(code) \(box) \(option.mark)\(label)", indent: "        ")
        }
    case .text(let isLong):
      return question + [code] + Array(repeating: "", count: isLong ? 3 : 1) + [line.code.closing]
    case .given(let text): return question + prose(text, indent: "   ")
    }
  }

  // MARK: - Lines

  static func numbered(_ number: String, _ text: String) -> String {
    number.isEmpty ? text : "\(number). \(text)"
  }

  /// Text for people, in which nothing looks like a mark.
  private func prose(_ text: String, indent: String = "") -> [String] {
    let harmless = text.split(separator: "[", omittingEmptySubsequences: false).joined(separator: "(")
      .split(separator: "]", omittingEmptySubsequences: false).joined(separator: ")")
    let width = Self.width - indent.columns
    return harmless.wrapped(toColumns: width).map { $0.isEmpty ? "" : indent + $0 }
  }

  /// The lines after the first begin with an indent.
  private func wrapped(_ text: String, indent: String = "") -> [String] {
    let lines = text.wrapped(toColumns: Self.width)
    guard let first = lines.first, lines.count > 1, !indent.isEmpty else { return lines }
    let rest = text.dropFirst(first.count).drop(while: \.isWhitespace)
    return [first] + rest.wrapped(toColumns: Self.width - indent.columns).map { indent + $0 }
  }
}

extension QuestionCode {
  /// The mark behind a text, in plain text: `[/Q04]`.
  public var closing: String { "[/Q\(text)]" }
}
