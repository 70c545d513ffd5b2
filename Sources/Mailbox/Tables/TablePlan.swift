internal import Survey

/// A map laid over a table: where in each row the answers stand, and what its words mean.
struct TablePlan: Sendable {
  /// How one question is answered in the table.
  struct Answered: Sendable {
    /// Where it stands.
    enum Place: Sendable {
      /// In one column.
      case column(Int)
      /// In a column for each choice; without one, the column of a question to be ticked.
      case boxes([Box])
      /// In one column, several choices with a text between them.
      case several(Int, separator: String)
    }

    /// A column that says whether a choice was chosen.
    struct Box: Sendable {
      let column: Int
      let choice: Choice.Name?
      /// What it holds where the choice was chosen; nothing where any text says so.
      let yes: String?
      /// What it holds where it was not.
      let no: String
    }

    let address: Address
    let question: Question
    let list: ChoiceList?
    let place: Place
    var words: ChoiceWords
    let times: TimeFormat
    /// Whether a comma stands before decimals.
    let hasDecimalComma: Bool
    /// What an empty cell says.
    var empty: AnswerState = .blank

    /// The columns that it is read from.
    var columns: [Int] {
      switch place {
      case .column(let column), .several(let column, _): [column]
      case .boxes(let boxes): boxes.map(\.column)
      }
    }
  }

  /// The rows with answers, those in which every cell is empty among them.
  var rows: [ForeignTable.Row] = []
  /// The headings by column.
  var headings: [Int: String] = [:]
  var identifier = 0
  var submitted: (column: Int, format: TimeFormat)?
  var submitter: Int?
  var language: Int?
  /// What the words of the language's column mean, beside the languages' own names.
  var languageWords: [String: Language] = [:]
  /// The questions that the table holds, in the order of the form.
  var questions: [Answered] = []
  /// The questions that it does not hold.
  var absent: Set<Question.Name> = []

  /// The column as people find it: `column D 'Themes'`.
  func name(of column: Int) -> String { Self.name(of: column, headings[column]) }

  static func name(of column: Int, _ heading: String?) -> String {
    let letters = ForeignTable.letters(of: column)
    return heading.map { "column \(letters) '\($0.asHeading.clippedToHeading)'" } ?? "column \(letters)"
  }
}

extension ForeignTable {
  /// What spreadsheets call a column: `A`, `AB`.
  static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// The column that letters in brackets name: `[AB]`; nothing where they name none.
  static func column(called text: String) -> Int? {
    guard text.hasPrefix("["), text.hasSuffix("]"), (3...5).contains(text.utf8.count) else { return nil }
    var column = 0
    for byte in text.utf8.dropFirst().dropLast() {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column
  }
}

extension String {
  /// The beginning of a heading; whole questions stand there in many tools' tables.
  fileprivate var clippedToHeading: String { count <= 40 ? self : prefix(39) + "…" }
}
