/// A workbook that was read: the texts of its cells, sheet by sheet, or why there are none.
public struct ReadBook: Sendable, Hashable {
  /// Why a file could not be read as a workbook.
  public enum Refusal: Sendable, Hashable {
    /// It opens with a password only.
    case encrypted
    /// The format of Excel before 2007, `.xls`.
    case oldFormat
    /// It has macros.
    case macros
    /// A spreadsheet of OpenDocument, `.ods`.
    case openDocument
    /// Something else; `detail` says what, as far as it is known.
    case noWorkbook(detail: String)
    /// A workbook that is not whole.
    case broken(detail: String)
    /// More than anybody writes into a workbook: what unpacks without end, or is nested without end.
    case tooMuch(detail: String)

    /// What is known of it beside its kind; empty where that says all.
    public var detail: String {
      switch self {
      case .encrypted, .oldFormat, .macros, .openDocument: ""
      case .noWorkbook(let detail), .broken(let detail), .tooMuch(let detail): detail
      }
    }
  }

  /// The sheets in their order, hidden ones among them.
  public var sheets: [ReadSheet]
  /// Why there are none.
  public var refusal: Refusal?

  /// Creates a workbook.
  ///
  /// - Parameters:
  ///   - sheets: The sheets in their order.
  ///   - refusal: Why there are none.
  public init(sheets: [ReadSheet] = [], refusal: Refusal? = nil) {
    self.sheets = sheets
    self.refusal = refusal
  }
}

/// A sheet of a workbook that was read.
public struct ReadSheet: Sendable, Hashable {
  /// A row in which something stands.
  public struct Row: Sendable, Hashable {
    /// The number that the workbook gives it, from 1.
    public var number: Int
    /// The texts of its cells from the first column on; empty where nothing stands.
    public var cells: [String]

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - number: The number that the workbook gives it, from 1.
    ///   - cells: The texts of its cells from the first column on.
    public init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }
  }

  /// A cell whose text may not be what somebody sees who opens the workbook.
  public struct Doubt: Sendable, Hashable {
    /// What is doubtful.
    public enum Kind: String, Sendable, Hashable {
      /// A date or a time, which the workbook keeps as a number.
      case date
      /// A formula whose result the workbook does not hold.
      case notCalculated
      /// A formula whose result is an error, such as `#N/A`.
      case error
    }

    /// What is doubtful.
    public var kind: Kind
    /// The row, from 1.
    public var row: Int
    /// The column, from 1.
    public var column: Int

    /// Creates a doubt.
    ///
    /// - Parameters:
    ///   - kind: What is doubtful.
    ///   - row: The row, from 1.
    ///   - column: The column, from 1.
    public init(_ kind: Kind, row: Int, column: Int) {
      self.kind = kind
      self.row = row
      self.column = column
    }
  }

  /// Its name.
  public var name: String
  /// The rows in which something stands, in their order.
  public var rows: [Row]
  /// How many of its cells are formulas, whose results stand in `rows`.
  public var formulaCount = 0
  /// The cells that somebody should look at.
  public var doubts: [Doubt] = []

  /// Creates a sheet.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - rows: The rows in which something stands.
  public init(name: String, rows: [Row] = []) {
    self.name = name
    self.rows = rows
  }
}
