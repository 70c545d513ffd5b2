internal import Survey

/// What a file of an XLSForm holds, before anybody asks what it means: sheets of rows of cells.
///
/// All readers give the same, and all writers write the same. Sheets and columns that XLSForm does not know are kept.
public struct Workbook: Sendable, Hashable {
  /// A row of a sheet.
  public struct Row: Sendable, Hashable {
    /// The line of the file on which the row starts, or the number of the row in a sheet of its own, counted from 1.
    public let line: Int
    /// Whether the row is counted in its sheet, as a workbook does, not in the file.
    public let isOfSheet: Bool
    /// The cells, without white space at their ends and without empty cells at the end of the row; lines in them end
    /// with a line feed.
    public let cells: [String]

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - line: The line of the file, or the number of the row in its sheet, counted from 1.
    ///   - isOfSheet: Whether it is the latter.
    ///   - cells: The cells as the file has them, padded or ragged.
    public init(line: Int, isOfSheet: Bool = false, cells: some Sequence<String>) {
      self.init(line: line, isOfSheet: isOfSheet, trimmed: cells.map(Self.cleaned)[...])
    }

    init(line: Int, isOfSheet: Bool = false, trimmed cells: ArraySlice<String>) {
      self.line = line
      self.isOfSheet = isOfSheet
      let end = cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? cells.startIndex
      self.cells = Array(cells[..<end])
    }

    /// What programs put at the ends of cells and lines is no part of a text.
    private static func cleaned(_ cell: String) -> String {
      let text = cell.trimmed
      guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
      // Sign by sign: a return before the two of a line end would join them to one character that is neither.
      var lines = String.UnicodeScalarView()
      var isBehindReturn = false
      for scalar in text.unicodeScalars {
        if isBehindReturn, scalar == "\n" {
          isBehindReturn = false
          continue
        }
        isBehindReturn = scalar == "\r"
        lines.append(isBehindReturn ? "\n" : scalar)
      }
      return String(lines)
    }

    /// Where the row stands, in words.
    var number: FormProblem.RowNumber { FormProblem.RowNumber(line, isOfSheet: isOfSheet) }

    /// The text of a cell; empty where the row is not so long.
    ///
    /// - Parameter column: The column, counted from 0.
    public subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }
  }

  /// A sheet: a header and what stands below it.
  public struct Sheet: Sendable, Hashable {
    /// The name as it is written.
    public let name: String
    /// The line of the file on which the name stands, counted from 1; 1 in a workbook.
    public let line: Int
    /// The headings; without cells where nothing stands below the name.
    public let header: Row
    /// The rows below the header; blank ones are left out.
    public let rows: [Row]

    /// Creates a sheet.
    ///
    /// - Parameters:
    ///   - name: The name as it is written.
    ///   - line: The line of the file on which the name stands, counted from 1.
    ///   - header: The headings.
    ///   - rows: The rows below the header.
    public init(name: String, line: Int, header: Row, rows: [Row]) {
      self.name = name
      self.line = line
      self.header = header
      self.rows = rows
    }
  }

  /// The sheets in the order of the file.
  public let sheets: [Sheet]
  /// How many cells of the file are formulas, whose results stand here.
  public let formulaCount: Int
  /// Whether a sheet that is the only one is the survey, whatever it is called: in all formats but CSV, as pyxform has it.
  let takesOnlySheet: Bool

  /// Creates a workbook.
  ///
  /// - Parameter sheets: The sheets in their order.
  public init(sheets: [Sheet]) { self.init(sheets: sheets, takesOnlySheet: false) }

  init(sheets: [Sheet], takesOnlySheet: Bool, formulaCount: Int = 0) {
    self.sheets = sheets
    self.formulaCount = formulaCount
    self.takesOnlySheet = takesOnlySheet
  }

  /// The sheet of a name, in upper or lower case; the first of several.
  ///
  /// - Parameter name: The name in lower case.
  public subscript(name: String) -> Sheet? {
    if let sheet = sheets.first(where: { $0.name.lowercased() == name }) { return sheet }
    guard name == "survey", takesOnlySheet, sheets.count == 1, !sheets[0].isOfForms else { return nil }
    return sheets[0]
  }
}

extension Workbook.Sheet {
  /// The names of the sheets that XLSForm knows.
  static let namesOfForms = ["survey", "choices", "settings", "external_choices", "entities", "osm"]

  /// Whether XLSForm knows a sheet of this name.
  public var isOfForms: Bool { Self.namesOfForms.contains(name.lowercased()) }
}
