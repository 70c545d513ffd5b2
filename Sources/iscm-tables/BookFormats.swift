internal import CXlsxWriter
internal import Tables

/// The looks of cells in one workbook, each made once.
struct BookFormats {
  /// What a look depends on.
  private struct Key: Hashable {
    let style: SheetCell.Style
    let numbers: String
    let isLink: Bool
    let isNumber: Bool
    let isRightToLeft: Bool
  }

  /// As the format has it (ECMA-376, `readingOrder`).
  private static let rightToLeft: UInt8 = 2
  private static let grey: lxw_color_t = 0x595959
  private static let blue: lxw_color_t = 0x0B4F8A
  private static let shade: lxw_color_t = 0xE8EEF4

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  /// The look of a cell; nothing where it needs none.
  mutating func format(of cell: SheetCell, isRightToLeft: Bool) -> UnsafeMutablePointer<lxw_format>? {
    var isLink = false
    if case .link = cell.value { isLink = true }
    var isNumber = cell.style == .numberHead
    if case .number = cell.value { isNumber = true }
    let key = Key(
      style: cell.style, numbers: Self.numbers(of: cell), isLink: isLink, isNumber: isNumber,
      isRightToLeft: isRightToLeft)
    if let format = made[key] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    made[key] = format
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if !key.numbers.isEmpty { format_set_num_format(format, key.numbers) }
    set(cell.style, on: format)
    if key.isNumber {
      alignRight(format)
    } else if isRightToLeft {
      // Else a text in Latin letters would run out of the sheet, whose first column is the rightmost.
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      format_set_reading_order(format, Self.rightToLeft)
    }
    if isLink {
      format_set_font_color(format, Self.blue)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    return format
  }

  private func set(_ style: SheetCell.Style, on format: UnsafeMutablePointer<lxw_format>) {
    switch style {
    case .plain, .percent: break
    case .wrapped, .entry: format_set_text_wrap(format)
    case .head, .numberHead:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, Self.shade)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .strong: format_set_bold(format)
    case .note: format_set_font_color(format, Self.grey)
    }
  }

  /// At the right, but not against a text in the next column.
  private func alignRight(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    format_set_indent(format, 1)
  }

  /// How numbers are shown; a text that looks like a formula stays a text also when somebody edits its cell.
  private static func numbers(of cell: SheetCell) -> String {
    switch cell.value {
    case .empty, .link: ""
    case .number: cell.style == .percent ? "0.0%" : ""
    case .date: "yyyy-mm-dd"
    case .time: "hh:mm:ss"
    case .moment: "yyyy-mm-dd hh:mm:ss"
    case .text where cell.style == .entry: "@"
    case .text(let text): text.first.map { "=+-@".contains($0) } == true ? "@" : ""
    }
  }
}
