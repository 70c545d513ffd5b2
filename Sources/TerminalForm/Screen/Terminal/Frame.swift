/// One picture of the screen: rows of text, and where the cursor stands.
///
/// Pure: what a form shows is a function of its state and the size, and is tested without a terminal.
public struct Frame: Sendable, Equatable {
  /// The rows from the top, as many as the terminal has at the most; what a row leaves free is blank.
  public var rows: [Row]
  /// Where the hardware cursor stands: on what has the focus, for screen readers and braille.
  public var cursor: Position

  /// Creates a picture.
  public init(rows: [Row] = [], cursor: Position = Position(row: 0, column: 0)) {
    self.rows = rows
    self.cursor = cursor
  }

  /// A place, counted from 0 in rows and columns of the terminal.
  public struct Position: Sendable, Hashable {
    /// The row, from the top.
    public var row: Int
    /// The column, from the left.
    public var column: Int

    /// Creates a place.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The size of a terminal.
  public struct Size: Sendable, Hashable {
    /// How many rows it has.
    public var rows: Int
    /// How many columns it has.
    public var columns: Int

    /// Creates a size.
    public init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// What a text is, so that a terminal may set it off; never the only sign of anything.
  public enum Style: Sendable, Hashable {
    case plain
    /// A heading, or a question.
    case title
    /// What has the focus.
    case focus
    /// Keys, counts and other things beside.
    case aside
    /// Done: an answer is kept.
    case good
    /// Something to look at.
    case warning
  }

  /// A piece of a row.
  public struct Span: Sendable, Hashable {
    /// The text; without control characters.
    public var text: String
    /// What it is.
    public var style: Style

    /// Creates a piece.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// One row: pieces from the left, one behind the other.
  public struct Row: Sendable, Hashable {
    /// The pieces.
    public var spans: [Span]

    /// Creates a row.
    public init(_ spans: [Span] = []) { self.spans = spans }

    /// Creates a row of one piece.
    public init(_ text: String, _ style: Style = .plain) { spans = text.isEmpty ? [] : [Span(text, style)] }

    /// The text of all pieces.
    public var text: String { spans.map(\.text).joined() }
  }
}
