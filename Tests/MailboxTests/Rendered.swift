import Documents
import Messages
import Survey

/// A filled form as readers would hand it over, in each kind of document.
struct Rendered {
  let form: BlankForm
  let cells: [Address: String]

  /// How a table was saved: what is left of the marks.
  struct Marks: OptionSet {
    let rawValue: Int
    static let tags = Marks(rawValue: 1)
    static let bookmarks = Marks(rawValue: 2)
    static let codes = Marks(rawValue: 4)
  }

  // MARK: - Tables

  /// Our table: number and code, question, answer.
  func table(_ marks: Marks) -> Extract {
    var extract = Extract(format: .docx, properties: marks.contains(.bookmarks) ? form.properties : [])
    extract.blocks.append(Block(place: Place(line: 1), items: [.text(form.title)]))
    for (column, heading) in [Phrase.blankNumber, .blankAsked, .choice].enumerated() {
      extract.blocks.append(
        Block(place: Place(line: 2, table: 1, row: 0, column: column + 1), items: [.text(form.say(heading))]))
    }
    for (index, row) in form.rows.enumerated() {
      func block(_ column: Int, _ items: [Block.Item]) -> Block {
        Block(place: Place(line: 10 * index + column, table: 1, row: index + 1, column: column), items: items)
      }
      switch row {
      case .part(let text), .note(let text): extract.blocks.append(block(1, [.text(text)]))
      case .group(let number, let title, let notes):
        extract.blocks += [
          block(1, [.text(number)]), block(2, [.text(([title] + notes).joined(separator: "\n"))]),
        ]
      case .question(let line):
        let code = marks.contains(.codes) ? line.code.visible : ""
        var answer = block(3, items(of: line, marks))
        if marks.contains(.bookmarks) { answer.bookmarks = [line.code.bookmark] }
        let question = ([line.label, line.hint] + line.remarks + line.jumps).filter { !$0.isEmpty }
        extract.blocks += [
          block(1, [.text(line.number + "\n" + code)]), block(2, [.text(question.joined(separator: "\n"))]),
          answer,
        ]
      }
    }
    extract.blocks.append(
      Block(
        place: Place(line: 9999), items: [.text(form.say(.blankToken, ["token": form.token.description]))]))
    return extract
  }

  private func items(of line: BlankForm.Line, _ marks: Marks) -> [Block.Item] {
    let cell = cells[line.address] ?? ""
    guard case .boxes(let options, _) = line.space else {
      return marks.contains(.tags) ? [.field(name: line.code.tag(), value: cell)] : [.text(cell)]
    }
    let ticked = cell.split(separator: " ")
    return options.enumerated().flatMap { index, option -> [Block.Item] in
      let box = Block.Box(
        kind: marks.contains(.tags) ? .control : .glyph, isTicked: ticked.contains { $0 == option.name },
        name: marks.contains(.tags) ? line.code.tag(choice: option.mark) : "")
      return [.box(box), .text(" " + option.label + (index + 1 < options.count ? "\n" : ""))]
    }
  }

  /// The fields of a PDF.
  func fields() -> Extract {
    var extract = Extract(format: .pdf, properties: form.properties)
    for (index, line) in form.lines.enumerated() {
      let cell = cells[line.address] ?? ""
      let place = Place(line: index + 1, page: index / 10 + 1)
      if case .boxes(let options, _) = line.space {
        let ticked = cell.split(separator: " ")
        for option in options {
          let box = Block.Box(
            kind: .control, isTicked: ticked.contains { $0 == option.name },
            name: line.code.tag(choice: option.mark))
          extract.blocks.append(Block(place: place, items: [.box(box)]))
        }
      } else {
        extract.blocks.append(Block(place: place, items: [.field(name: line.code.tag(), value: cell)]))
      }
    }
    return extract
  }

  // MARK: - Lines

  /// How a mail treats lines.
  struct Mail {
    /// How deep the form is quoted.
    var depth = 0
    /// How deep the texts are that were typed; as deep as the form where nothing is said.
    var typedDepth: Int?
    /// The width at which lines are broken anew; as they are where it is 0.
    var width = 0
  }

  func lines(_ mail: Mail = Mail()) -> Extract {
    var extract = Extract(format: .text)
    var number = 0
    func add(_ line: String, depth: Int) {
      for part in mail.width == 0 ? [line] : Self.broken(line, at: mail.width) {
        number += 1
        extract.blocks.append(Block(place: Place(line: number, quoteDepth: depth), items: [.text(part)]))
      }
    }
    let byCode = Dictionary(form.lines.map { ($0.code.visible, $0) }, uniquingKeysWith: { first, _ in first })
    for line in BlankText(form).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    {
      let code = line.hasPrefix("[Q") ? String(line.prefix { $0 != "]" }) + "]" : ""
      guard let question = byCode[code] else {
        add(line, depth: mail.depth)
        continue
      }
      let cell = cells[question.address] ?? ""
      if case .boxes(let options, _) = question.space {
        add(Self.ticked(line, options, cell), depth: mail.depth)
      } else {
        add(line, depth: mail.depth)
        for part in cell.split(separator: "\n", omittingEmptySubsequences: false) where !cell.isEmpty {
          add(String(part), depth: mail.typedDepth ?? mail.depth)
        }
      }
    }
    return extract
  }

  private static func ticked(_ line: String, _ options: [BlankForm.Option], _ cell: String) -> String {
    var line = line
    let chosen = cell.split(separator: " ")
    for option in options where chosen.contains(where: { $0 == option.name }) {
      for box in ["( )", "[ ]"] {
        for end in [" ", ""] where end == " " || line.hasSuffix("\(box) \(option.mark)") {
          guard let found = line.range(of: "\(box) \(option.mark)\(end)") else { continue }
          line.replaceSubrange(found, with: "\(box.first ?? "(")x\(box.last ?? ")") \(option.mark)\(end)")
        }
      }
    }
    return line
  }

  private static func broken(_ line: String, at width: Int) -> [String] {
    var lines = [""]
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if lines[lines.count - 1].count + word.count >= width, !lines[lines.count - 1].isEmpty {
        lines.append("")
      }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }

  // MARK: - The original form

  /// A table without marks: number, question, answer; boxes of old forms, or the label of the choice typed.
  func original(typed: Bool) -> Extract {
    var extract = Extract(format: .docx)
    for (index, line) in form.lines.enumerated() {
      func block(_ column: Int, _ items: [Block.Item]) -> Block {
        Block(place: Place(line: 10 * index + column, table: 1, row: index + 1, column: column), items: items)
      }
      let number = line.number.isEmpty ? "" : "\(line.number)."
      extract.blocks += [
        block(1, [.text(number)]), block(2, [.text(line.label)]),
        block(3, typed ? typedItems(of: line) : oldItems(of: line)),
      ]
    }
    return extract
  }

  private func oldItems(of line: BlankForm.Line) -> [Block.Item] {
    let cell = cells[line.address] ?? ""
    guard case .boxes(let options, _) = line.space else { return [.text(cell)] }
    let ticked = cell.split(separator: " ")
    return options.flatMap { option -> [Block.Item] in
      [
        .box(.init(kind: .legacy, isTicked: ticked.contains { $0 == option.name })),
        .text(" \(option.label)\n"),
      ]
    }
  }

  private func typedItems(of line: BlankForm.Line) -> [Block.Item] {
    let cell = cells[line.address] ?? ""
    guard case .boxes(let options, let isSingle) = line.space else { return [.text(cell)] }
    let chosen = cell.split(separator: " ")
    let places = options.indices.filter { index in chosen.contains { $0 == options[index].name } }
    if isSingle { return [.text(places.map { options[$0].label }.joined())] }
    return [.text(places.map { String($0 + 1) }.joined(separator: ", "))]
  }
}

extension String {
  /// The first place of a text in the string.
  func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  /// The text with its white space folded.
  var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
