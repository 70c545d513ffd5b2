internal import Messages
internal import Survey

/// The numbers that a document gives its bookmarks and controls, each once.
struct WordMarks {
  private var last = 0

  mutating func next() -> Int {
    last += 1
    return last
  }
}

extension WordForm {
  /// The widths of number, question and answer, in twentieths of a point: what an A4 page has between its margins.
  private static let widths = [1020, 4100, 4518]

  /// The table of the form: number, question, answer.
  func table(_ marks: inout WordMarks) -> String {
    let headings = [form.say(.blankNumber), form.say(.blankAsked), form.say(.choice)]
    let cells = zip(headings, Self.widths).map { heading, width in
      cell(width, paragraph("TableHead", run(heading), text: heading), fill: "E4EAF0")
    }
    var rows = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(cells.joined())</w:tr>"
    for row in form.rows { rows += self.row(row, &marks) }
    let grid = Self.widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8C97A3\"/>"
    }.joined()
    return """
      <w:tbl><w:tblPr>\(isFromRight ? "<w:bidiVisual/>" : "")<w:tblW w:w="\(Self.widths.reduce(0, +))" w:type="dxa"/>\
      <w:tblBorders>\(borders)</w:tblBorders><w:tblLayout w:type="fixed"/>\
      <w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/>\
      <w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(rows)</w:tbl>
      """
  }

  private func row(_ row: BlankForm.Row, _ marks: inout WordMarks) -> String {
    let whole = Self.widths.reduce(0, +)
    switch row {
    case .part(let title):
      let text = paragraph("Heading1", run(title), text: title)
      return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cell(whole, text, span: 3, fill: "E4EAF0"))</w:tr>"
    case .note(let note):
      return
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cell(whole, paragraph("Remark", run(note), text: note), span: 3))</w:tr>"
    case .group(let number, let title, let notes):
      let texts =
        paragraph("GroupHead", run(title), text: title)
        + notes.map { paragraph("Remark", run($0), text: $0) }.joined()
      return "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + cell(Self.widths[0], paragraph("Number", run(number)))
        + cell(Self.widths[1] + Self.widths[2], texts, span: 2) + "</w:tr>"
    case .question(let line):
      let isLong = if case .text(isLong: true) = line.space { true } else { false }
      let canSplit = if case .boxes(let options, _) = line.space { options.count > 5 } else { false }
      let height = isLong ? "<w:trHeight w:val=\"1500\" w:hRule=\"atLeast\"/>" : ""
      return "<w:tr><w:trPr>\(canSplit ? "" : "<w:cantSplit/>")\(height)</w:trPr>"
        + cell(Self.widths[0], number(of: line)) + cell(Self.widths[1], question(of: line))
        + cell(Self.widths[2], answer(to: line, &marks)) + "</w:tr>"
    }
  }

  private func number(of line: BlankForm.Line) -> String {
    let number = line.number.isEmpty ? "" : paragraph("Number", run(line.number))
    if case .given = line.space { return number.isEmpty ? paragraph("Number", "") : number }
    return number + paragraph("Code", run(line.code.visible))
  }

  private func question(of line: BlankForm.Line) -> String {
    let hint = line.hint.isEmpty ? "" : paragraph("Hint", run(line.hint), text: line.hint)
    return paragraph("Question", run(line.label), text: line.label) + hint
      + line.remarks.map { paragraph("Remark", run($0), text: $0) }.joined()
      + line.jumps.map { paragraph("Jump", run($0), text: $0) }.joined()
  }

  // MARK: - Answers

  private func answer(to line: BlankForm.Line, _ marks: inout WordMarks) -> String {
    var paragraphs: [(content: String, text: String)]
    switch line.space {
    case .given(let text): return paragraph("Answer", run(text), text: text)
    case .boxes(let options, _):
      paragraphs = options.map { option in
        let title = "\(line.code.visible) \(option.mark)"
        let tag = line.code.tag(choice: option.mark)
        return (box(title: title, tag: tag, number: marks.next()) + run(" " + option.label), option.label)
      }
    case .text:
      paragraphs = [(field(title: line.code.visible, tag: line.code.tag(), number: marks.next()), "")]
    }
    if paragraphs.isEmpty { paragraphs = [("", "")] }
    let number = marks.next()
    paragraphs[0].content =
      "<w:bookmarkStart w:id=\"\(number)\" w:name=\"\(line.code.bookmark.markup)\"/>" + paragraphs[0].content
    paragraphs[paragraphs.count - 1].content += "<w:bookmarkEnd w:id=\"\(number)\"/>"
    let style = if case .boxes = line.space { "Option" } else { "Answer" }
    return paragraphs.map { paragraph(style, $0.content, text: $0.text) }.joined()
  }

  /// A check box of Word 2010 and later; other programs see its sign.
  private func box(title: String, tag: String, number: Int) -> String {
    let look = "<w:rPr><w:rStyle w:val=\"\(Self.boxStyle)\"/></w:rPr>"
    return """
      <w:sdt><w:sdtPr>\(look)<w:alias w:val="\(title.markup)"/><w:tag w:val="\(tag.markup)"/>\
      <w:id w:val="\(number)"/><w:lock w:val="sdtLocked"/><w14:checkbox><w14:checked w14:val="0"/>\
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>\
      </w14:checkbox></w:sdtPr><w:sdtContent><w:r>\(look)<w:t>\u{2610}</w:t></w:r></w:sdtContent></w:sdt>
      """
  }

  /// A place to write, which holds five en spaces: nothing in a blank form can be taken for an answer.
  ///
  /// It takes formatted text, though none is asked for: of a control for plain text LibreOffice 7.4 makes a field, in
  /// which lines run together and, saved as `.doc` or `.rtf`, words of several scripts stand several times.
  private func field(title: String, tag: String, number: Int) -> String {
    """
    <w:sdt><w:sdtPr><w:alias w:val="\(title.markup)"/><w:tag w:val="\(tag.markup)"/><w:id w:val="\(number)"/>\
    <w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:richText/></w:sdtPr>\
    <w:sdtContent><w:r><w:t xml:space="preserve">\(String(repeating: "\u{2002}", count: 5))</w:t></w:r></w:sdtContent>\
    </w:sdt>
    """
  }

  // MARK: - Elements

  private func cell(_ width: Int, _ content: String, span: Int = 1, fill: String = "") -> String {
    let spans = span == 1 ? "" : "<w:gridSpan w:val=\"\(span)\"/>"
    let shade = fill.isEmpty ? "" : "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(fill)\"/>"
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(spans)\(shade)</w:tcPr>\(content)</w:tc>"
  }

  /// A paragraph, in the direction of its text.
  func paragraph(_ style: String, _ content: String, text: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(text.isReadFromRight ? "<w:bidi/>" : "")</w:pPr>\(content)</w:p>"
  }

  /// A text in the direction of its letters; its line breaks stay.
  func run(_ text: String) -> String {
    let direction = text.isReadFromRight ? "<w:rPr><w:rtl/></w:rPr>" : ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "<w:t xml:space=\"preserve\">\(String($0).markup)</w:t>"
    }
    return "<w:r>\(direction)\(lines.joined(separator: "<w:br/>"))</w:r>"
  }
}
