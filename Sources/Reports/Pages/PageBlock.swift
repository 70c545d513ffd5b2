internal import Scenes

/// A part of a report on pages: what stands there, not how large or where.
enum PageBlock {
  /// How a paragraph looks.
  enum Style: String {
    case title, subtitle, warning, question, counting, body, note
  }

  /// The headings of the first level, with their pages.
  case contents
  /// From 1 to 3; what follows it up to the first picture, table or list stands on the same page.
  case heading(level: Int, String)
  case paragraph(Style, String)
  /// A point of a list; of level 2 below the last one of level 1.
  case item(level: Int, String)
  case picture(Scene)
  case table(PageTable)
}

/// A table on pages.
struct PageTable {
  struct Row {
    let cells: [String]
    /// Whether it is no answer, and is to look so.
    var isMuted = false
  }

  /// What stands above the columns, and which of them are numbers.
  let columns: [(head: String, isNumber: Bool)]
  let rows: [Row]
}

extension PageBlock {
  /// The block for the worker `iscm-draw`, whose `ReportDefinition` says what each record means.
  var records: [[String]] {
    switch self {
    case .contents: [["contents"]]
    case .heading(let level, let text): [["heading", "\(level)", text]]
    case .paragraph(let style, let text): [["text", style.rawValue, text]]
    case .item(let level, let text): [["item", "\(level)", text]]
    case .picture(let scene): scene.records
    case .table(let table): table.records
    }
  }
}

extension PageTable {
  fileprivate var records: [[String]] {
    [["table"] + columns.map { $0.isNumber ? "number" : "text" }, ["head"] + columns.map(\.head)]
      + rows.map { ["row", $0.isMuted ? "muted" : "plain"] + $0.cells } + [["end"]]
  }
}
