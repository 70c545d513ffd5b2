internal import Documents

/// Reads a whole PDF: its words by the line, its fields by qpdf, and what they look like by poppler.
///
/// The values of fields come from the file, what a person sees is drawn from elsewhere in it: where the two disagree,
/// a person decides.
enum PDFDocument {
  static func read(_ bytes: [UInt8], limits: ReadingLimits) -> Extract {
    var list = BlockList(format: .pdf, limits: limits)
    do throws(Stop) {
      let form = try PDFForm(bytes, limits: limits)
      for property in form.properties { list.add(property: property) }
      for finding in form.findings { list.add(finding) }
      guard let pages = PDFPages(bytes) else { throw Stop(.broken, "the pages of the PDF cannot be drawn") }
      if pages.count != form.pageCount, form.pageCount > 0 {
        throw Stop(.broken, "the PDF has \(form.pageCount) pages or \(pages.count), as one reads it")
      }
      for index in 0..<form.pageCount {
        try read(pages.page(index), number: index + 1, form: form, into: &list)
      }
    } catch {
      list.add(error.finding)
    }
    return list.finished()
  }

  /// Puts the words and the fields of a page in the order in which they are read: from top to bottom, from left to right.
  private static func read(
    _ page: PDFPages.Page, number: Int, form: PDFForm, into list: inout BlockList
  ) throws(Stop) {
    var parts = page.words.map { (middle: $0.middle, left: $0.left, part: Part.words($0.text)) }
    for widget in form.widgets where widget.page == number {
      let field = page.fields.first { $0.area.isNear(widget.area) }
      parts.append((widget.area.middle, widget.area.left, .widget(widget, field)))
    }
    if parts.isEmpty {
      list.add(
        Finding(.unread, detail: "page \(number) holds no words and no fields: it is blank or a picture"))
    }
    parts.sort { $0.middle > $1.middle }
    // What stands beside each other is of one line, though it differs a little in height.
    var start = 0
    while start < parts.count {
      let end = parts[start...].firstIndex { parts[start].middle - $0.middle > 6 } ?? parts.count
      for part in parts[start..<end].sorted(by: { $0.left < $1.left }) {
        try list.begin(page: number, keepsEmpty: true)
        switch part.part {
        case .words(let text): list.append(text)
        case .widget(let widget, let field):
          add(widget, field, isDrawnByValue: form.isDrawnByValue, to: &list)
        }
        list.end()
      }
      list.countLine()
      start = end
    }
  }

  private enum Part {
    case words(String)
    case widget(PDFWidget, PDFPages.Field?)
  }

  private static func add(
    _ widget: PDFWidget, _ field: PDFPages.Field?, isDrawnByValue: Bool, to list: inout BlockList
  ) {
    list.withBlock { $0.tags.append(widget.fieldName) }
    guard widget.isVisible else {
      switch widget.value {
      case .text(let words) where !words.isBlank:
        list.add(.unread, beginning: "a hidden field holds words: ", words: words)
      case .box(isTicked: true, _):
        list.add(.unread, beginning: "a hidden box is ticked: ", words: widget.name)
      default: return
      }
      return
    }
    switch widget.value {
    case .box(let isTicked, let isDrawnTicked):
      let disagrees = isTicked != isDrawnTicked || field?.isTicked.map { $0 != isTicked } ?? true
      list.withBlock {
        $0.append(
          .box(Block.Box(kind: .control, isTicked: isTicked, name: widget.name, disagrees: disagrees)))
      }
      if disagrees {
        list.add(
          Finding(
            .appearanceDisagrees, at: list.place,
            detail: "the box \"\(widget.name)\" is \(isTicked ? "ticked" : "empty") and does not look it"))
      }
    case .text(let words):
      list.withBlock { $0.append(.field(name: widget.name, value: words)) }
      let (said, shown) = (letters(words), letters(field?.words ?? ""))
      // A long text is cut off where its field ends: what is drawn is a part of it.
      let agrees = isDrawnByValue || said == shown || !shown.isEmpty && contains(said, shown)
      if !agrees {
        list.add(
          Finding(
            .appearanceDisagrees, at: list.place,
            detail:
              "the field \"\(widget.name)\" holds \"\(words.prefix(80))\" and shows \"\(field?.words.prefix(80) ?? "")\""
          ))
      }
    }
  }

  /// A text without its spaces and line ends, which are laid out anew where it is drawn.
  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.isBlank }
  }

  private static func contains(_ whole: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= whole.count else { return false }
    return whole.prefix(part.count).elementsEqual(part)
  }
}
