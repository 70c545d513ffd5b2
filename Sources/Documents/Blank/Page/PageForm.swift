internal import Messages
internal import Survey

/// A blank form on pages, as records for the worker that draws it and gives it fields to fill.
///
/// - `pdf`, then `property,NAME,VALUE`, `language,TAG`, `direction,rtl`, `title,TEXT` and `footer,TEXT`, in which
///   U+0001 stands for the page and U+0002 for their number.
/// - `text,STYLE,TEXT`: a paragraph over the whole width, or in the cell that was begun last.
/// - `row`, with `shaded` behind it or not: a row of the table begins. `cell,COLUMN,SPAN`: a cell of it begins.
/// - `box,NAME,LABEL,TITLE`: a check box with its label. `field,NAME,LINES,TITLE`: a place for as many lines.
/// - `end`: the table ends.
///
/// Names of fields are tags: `iscm:1:q04:yes`, `iscm:1:q12`.
public struct PageForm: Sendable {
  private let form: BlankForm

  /// Names the form.
  public init(_ form: BlankForm) { self.form = form }

  /// The records.
  public var rows: [[String]] {
    var rows = [["pdf"]] + form.properties.map { ["property", $0.name, $0.value] }
    rows += [["language", form.language], ["title", form.title]]
    if form.say.language == .arabic { rows.append(["direction", "rtl"]) }
    rows.append([
      "footer", "\(form.token)   " + form.say(.blankPage, ["page": "\u{1}", "pages": "\u{2}"]),
    ])
    rows.append(["text", "title", form.title])
    if let mechanism = form.mechanism {
      let text = form.say(.labelled, ["name": form.say(.respondent), "value": mechanism])
      rows.append(["text", "subtitle", text])
    }
    let mark = form.lines.first { if case .given = $0.space { false } else { true } }?.code.visible
    rows.append(["text", "body", form.say(.blankHow, ["mark": mark ?? ""])])
    rows.append(["text", "body", form.say(.blankHowTicks)])
    for row in form.rows { rows += self.rows(of: row) }
    return rows + [
      ["end"], ["text", "body", form.say(.blankToken, ["token": form.token.description])],
    ]
  }

  private func rows(of row: BlankForm.Row) -> [[String]] {
    switch row {
    case .part(let title): [["row", "shaded"], ["cell", "0", "3"], ["text", "part", title]]
    case .note(let note): [["row", ""], ["cell", "0", "3"], ["text", "remark", note]]
    case .group(let number, let title, let notes):
      [
        ["row", ""], ["cell", "0", "1"], ["text", "number", number], ["cell", "1", "2"],
        ["text", "group", title],
      ]
        + notes.map { ["text", "remark", $0] }
    case .question(let line): rows(of: line)
    }
  }

  private func rows(of line: BlankForm.Line) -> [[String]] {
    var rows = [["row", ""], ["cell", "0", "1"]]
    if !line.number.isEmpty { rows.append(["text", "number", line.number]) }
    let isGiven = if case .given = line.space { true } else { false }
    if !isGiven { rows.append(["text", "code", line.code.visible]) }
    rows += [["cell", "1", "1"], ["text", "question", line.label]]
    if !line.hint.isEmpty { rows.append(["text", "hint", line.hint]) }
    rows += line.remarks.map { ["text", "remark", $0] } + line.jumps.map { ["text", "jump", $0] }
    rows.append(["cell", "2", "1"])
    switch line.space {
    case .given(let text): rows.append(["text", "question", text])
    case .text(let isLong):
      rows.append(["field", line.code.tag(), isLong ? "6" : "1", "\(line.code.visible) \(line.label)"])
    case .boxes(let options, _):
      rows += options.map { option in
        ["box", line.code.tag(choice: option.mark), option.label, "\(line.code.visible) \(option.label)"]
      }
    }
    return rows
  }
}
