import Documents
import Mailbox
import Survey
import Testing

/// A document that was made by hand, and what is to come of it.
struct MatchCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let extract: Extract
  var answers: [String: String] = [:]
  var doubts: [String] = []
  var unplaced: [String] = []

  init(
    _ name: String, _ extract: Extract, _ answers: [String: String] = [:], doubts: [String] = [],
    unplaced: [String] = []
  ) {
    testDescription = name
    self.extract = extract
    self.answers = answers
    self.doubts = doubts
    self.unplaced = unplaced
  }
}

extension Extract {
  /// The body of a mail; `> ` quotes.
  static func mail(_ text: String) -> Extract {
    let head = "[FORM gcm-review-2018]\n[VERSION 2018.1]\n"
    return lines(head + text)
  }

  /// A text; `> ` quotes.
  static func lines(_ text: String) -> Extract {
    var extract = Extract(format: .text)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var line = line
      var depth = 0
      while line.hasPrefix(">") {
        line = line.dropFirst(line.hasPrefix("> ") ? 2 : 1)
        depth += 1
      }
      extract.blocks.append(
        Block(place: Place(line: index + 1, quoteDepth: depth), items: [.text(String(line))]))
    }
    return extract
  }

  /// A table: cells with `|` between them; ☐ and ☒ are boxes of old forms.
  static func table(_ rows: [String], marked: Bool = false) -> Extract {
    var extract = Extract(format: .docx)
    if marked { extract.properties = [.init(name: "iscm-form", value: "gcm-review-2018")] }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
        var items: [Block.Item] = []
        var text = ""
        for sign in cell {
          if sign == "☐" || sign == "☒" {
            items += text.isEmpty ? [] : [.text(text)]
            items.append(.box(.init(kind: .legacy, isTicked: sign == "☒")))
            text = ""
          } else {
            text.append(sign)
          }
        }
        if !text.isEmpty { items.append(.text(text)) }
        extract.blocks.append(
          Block(
            place: Place(line: row * 10 + column, table: 1, row: row + 1, column: column + 1), items: items))
      }
    }
    return extract
  }
}
