import Chance
import XLSForm

extension Workbook {
  /// Makes sheets with cells that formats stumble over.
  static func random(using random: inout SeededRandom) -> Workbook {
    func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func cell() -> String {
      if count(0...3) == 0 { return "" }
      return (0...count(0...4)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    func row(_ line: Int, _ width: Int) -> Row? {
      let row = Row(line: line, cells: (0..<count(1...width)).map { _ in cell() })
      return row.cells.isEmpty ? nil : row
    }
    let names = [
      "survey", "choices", "settings", "notes", "Q & A", "---", "été", "a|b", "=1", "5", "my 'own' list",
    ]
    var sheets: [Sheet] = []
    for name in names.shuffled(using: &random).prefix(count(2...5)) {
      let width = count(1...8)
      let header = row(1, width) ?? Row(line: 1, cells: [name])
      let rows = (2..<2 + count(0...6)).compactMap { row($0, width + 1) }
      sheets.append(Sheet(name: name, line: 1, header: header, rows: rows))
    }
    return Workbook(sheets: sheets)
  }

  private static let pieces = [
    "a", "Bc", "text", "select_one yn", "${a} = 'x'", " ", "  ", "\t", "\n", "\n\n", "\"", "\"\"", "'", ",",
    ";", "|",
    "\\", "\\|", "\\\\", "&", "&#10;", "&#38;#10;", "&amp;", "<br>", "<b>", "#", "# no remark", "-", "---",
    ":--", "=",
    "=1+1", "+1", "@", "1", "1.0", "007", "1e5", "TRUE", "2018-11-09", "10%", "é", "\u{A0}", "\u{200B}",
    "\u{2028}",
    "مرحبا", "移民", "👩‍👧", "e\u{301}", "_x000D_", "_x0041_", "_x005F_", "]]>", "{", "}", "survey", "\u{FEFF}",
    "\u{1}", "\u{1F}",
  ]
}
