import CSV
import Documents
import Survey
import Testing
import Workers

/// Our own blank form for word processors, filled as a person fills it.
struct FilledWord {
  /// What the person does.
  enum Hand: String, CaseIterable, CustomTestStringConvertible {
    /// Clicks the boxes and types into the controls.
    case controls
    /// Types beside the controls of texts, which stay empty, and an X over a box and its control.
    case beside
    /// Types into controls for plain text, as other makers of forms have them.
    case plainControls
    /// Has a program that makes plain text of the controls: signs are typed over, texts stand alone.
    case plain

    var testDescription: String { rawValue }
  }

  let form: BlankForm
  let cells: [Address: String]
  let hand: Hand

  /// The document.
  func bytes() throws -> [UInt8] {
    var rows = [["docx"]]
    for part in WordForm(form).parts {
      rows.append([
        "part", part.name, part.name == "word/document.xml" ? filled(part.contents) : part.contents,
      ])
    }
    var worker = Worker(try WorkerProgram(beside: "iscm-write"))
    let answer = try worker.answer(to: Self.records(rows))
    guard case .answered(let bytes) = answer else {
      Issue.record("iscm-write: \(answer)")
      return []
    }
    return bytes
  }

  /// Rows as `iscm-write` is given them.
  private static func records(_ rows: [[String]]) throws -> [UInt8] {
    var writer = CSVWriter()
    for row in rows { try writer.append(record: row) }
    return writer.takeBytes()
  }

  private func filled(_ document: String) -> String {
    var texts: [String: String] = [:]
    var ticks: Set<String> = []
    for line in form.lines {
      guard let cell = cells[line.address] else { continue }
      if case .boxes(let options, _) = line.space {
        for option in options where cell.split(separator: " ").contains(where: { $0 == option.name }) {
          ticks.insert(line.code.tag(choice: option.mark))
        }
      } else {
        texts[line.code.tag()] = cell
      }
    }
    let pieces = document.pieces(at: "<w:sdt>")
    return pieces[0]
      + pieces.dropFirst().map { piece in
        let ends = piece.pieces(at: "</w:sdt>")
        let tag = ends[0].between("<w:tag w:val=\"", "\"") ?? ""
        let control =
          ends[0].contains("<w14:checkbox>")
          ? box(ends[0], isTicked: ticks.contains(tag)) : field(ends[0], texts[tag] ?? "")
        return control + ends[1]
      }.joined()
  }

  private func box(_ control: String, isTicked: Bool) -> String {
    let sign = control.between("<w:sdtContent>", "</w:sdtContent>") ?? ""
    switch hand {
    case .controls where isTicked, .plainControls where isTicked:
      return "<w:sdt>"
        + control.replacing("<w14:checked w14:val=\"0\"/>", with: "<w14:checked w14:val=\"1\"/>")
        .replacing("\u{2610}", with: "\u{2612}") + "</w:sdt>"
    case .beside where isTicked: return "<w:r><w:t>X</w:t></w:r>"
    case .plain: return isTicked ? sign.replacing("\u{2610}", with: "\u{2612}") : sign
    case .controls, .beside, .plainControls: return "<w:sdt>\(control)</w:sdt>"
    }
  }

  private func field(_ control: String, _ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "<w:t xml:space=\"preserve\">\(String($0).escaped)</w:t>"
    }
    let run = text.isEmpty ? "" : "<w:r>\(lines.joined(separator: "<w:br/>"))</w:r>"
    switch hand {
    case .controls where !text.isEmpty:
      let content = control.between("<w:sdtContent>", "</w:sdtContent>") ?? ""
      return "<w:sdt>"
        + control.replacing("<w:showingPlcHdr/>", with: "").replacing(content, with: run) + "</w:sdt>"
    case .beside: return "<w:sdt>\(control)</w:sdt>\(run)"
    case .plain: return run
    case .plainControls:
      let content = control.between("<w:sdtContent>", "</w:sdtContent>") ?? ""
      let plain = control.replacing("<w:richText/>", with: "<w:text w:multiLine=\"1\"/>")
      guard !text.isEmpty else { return "<w:sdt>\(plain)</w:sdt>" }
      return "<w:sdt>" + plain.replacing("<w:showingPlcHdr/>", with: "").replacing(content, with: run)
        + "</w:sdt>"
    case .controls: return "<w:sdt>\(control)</w:sdt>"
    }
  }
}

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// What stands between two texts, the first time.
  fileprivate func between(_ start: String, _ end: String) -> String? {
    let pieces = pieces(at: start)
    return pieces.count > 1 ? pieces[1].pieces(at: end).first : nil
  }

  /// The text cut at another, each time.
  fileprivate func pieces(at text: String) -> [String] {
    split(separator: text, omittingEmptySubsequences: false).map(String.init)
  }
}
