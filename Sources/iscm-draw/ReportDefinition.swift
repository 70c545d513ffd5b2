internal import PageDrawing
internal import Scenes

/// A report on pages, as it was defined.
struct ReportDefinition {
  /// What follows on the pages from above to below.
  enum Block {
    /// The headings of the first level, with their pages.
    case contents
    /// From 1; what follows it up to the first picture, table or list stands on the same page.
    case heading(level: Int, String)
    case text(PageStyle, String)
    case item(level: Int, String)
    case picture(Scene)
    case table(Table)
  }

  /// A table; its head stands again on each page.
  struct Table {
    struct Row {
      let isMuted: Bool
      let cells: [String]
    }

    /// Which columns are numbers, and stand at the side where reading ends.
    var isNumber: [Bool] = []
    var head: [String] = []
    var rows: [Row] = []
  }

  private(set) var language = ""
  private(set) var title = ""
  private(set) var footer = ""
  private(set) var isFromRight = false
  private(set) var blocks: [Block] = []
  private var table: Table?

  /// Reads the records behind `report`.
  ///
  /// - `language,TAG`, `direction,rtl`, `title,TEXT`, and `footer,TEXT`, in which U+0001 stands for the page and
  ///   U+0002 for their number;
  /// - `contents`; `heading,LEVEL,TEXT`; `text,STYLE,TEXT`; `item,LEVEL,TEXT`; the records of a scene;
  /// - `table,KIND…` with `text` or `number` for each column, then `head,CELL…`, `row,plain,CELL…` or
  ///   `row,muted,CELL…`, and `end`.
  ///
  /// - Throws: At the first record that is none.
  init(_ records: ArraySlice<[String]>) throws {
    var records = records
    while let record = records.first {
      if record[0] == "picture", table == nil {
        blocks.append(.picture(try Scene(reading: &records)))
        continue
      }
      records.removeFirst()
      switch (record[0], record.count) {
      case ("language", 2): language = record[1]
      case ("direction", 2): isFromRight = record[1] == "rtl"
      case ("title", 2): title = record[1]
      case ("footer", 2): footer = record[1]
      case ("contents", 1): blocks.append(.contents)
      case ("heading", 3):
        guard let level = Int(record[1]), (1...3).contains(level) else {
          throw WriterError.noDefinition("a heading of level '\(record[1])'")
        }
        blocks.append(.heading(level: level, record[2]))
      case ("text", 3):
        guard let style = PageStyle.ofReport(record[1]) else {
          throw WriterError.noDefinition("no style '\(record[1])'")
        }
        blocks.append(.text(style, record[2]))
      case ("item", 3):
        guard let level = Int(record[1]), (1...3).contains(level) else {
          throw WriterError.noDefinition("an item of level '\(record[1])'")
        }
        blocks.append(.item(level: level, record[2]))
      default: try readTable(record)
      }
    }
    guard table == nil else { throw WriterError.noDefinition("a table without end") }
  }

  private mutating func readTable(_ record: [String]) throws(WriterError) {
    let columns = table?.isNumber.count
    switch record[0] {
    case "table" where columns == nil && record.count > 1:
      table = Table(isNumber: record.dropFirst().map { $0 == "number" })
    case "head" where record.count - 1 == columns: table?.head = Array(record.dropFirst())
    case "row" where record.count - 2 == columns:
      table?.rows.append(Table.Row(isMuted: record[1] == "muted", cells: Array(record.dropFirst(2))))
    case "end" where record.count == 1:
      guard let whole = table else { throw .noDefinition("an end without a table") }
      blocks.append(.table(whole))
      table = nil
    default: throw .noDefinition("'\(record[0])' with \(record.count) cells")
    }
  }

  /// All that is written on the pages.
  var texts: [String] {
    [title, footer.filter { $0 != "\u{1}" && $0 != "\u{2}" }, "0123456789–"]
      + blocks.flatMap { block -> [String] in
        switch block {
        case .contents: []
        case .heading(_, let text), .text(_, let text), .item(_, let text): [text]
        case .picture(let picture): picture.texts
        case .table(let table): table.head + table.rows.flatMap(\.cells)
        }
      }
  }
}
