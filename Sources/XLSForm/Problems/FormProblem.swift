/// Something that is wrong with the definition of a form: where, what, and what to do.
///
/// Written as `questionnaire.csv:14 survey.type: 'select_on position' is no question type; did you mean
/// 'select_one position'?`, and for a workbook as `questionnaire.xlsx:survey!A12 type: …`. Every kind is described where it is declared.
public struct FormProblem: Sendable, Hashable {
  /// Where a problem is.
  public struct Place: Sendable, Hashable {
    /// The file, as the caller named it, or a list file as it was found.
    public let file: String
    /// The line on which the row starts, or in a workbook the number of the row in its sheet, counted from 1; nothing
    /// for the file or the sheet as a whole.
    public let line: Int?
    /// The sheet as it is written; nothing for a list file.
    public let sheet: String?
    /// The heading of the column as it is written; nothing for the row as a whole.
    public let column: String?
    /// Whether the file is a workbook, whose sheets count their own rows.
    public let isInWorkbook: Bool
    /// The column of a workbook as it counts them: `A`, `AB`; nothing for the row as a whole.
    public let letters: String?

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - file: The file, as the caller named it.
    ///   - line: The line on which the row starts, counted from 1.
    ///   - sheet: The sheet.
    ///   - column: The heading of the column.
    ///   - isInWorkbook: Whether the file is a workbook.
    ///   - letters: The column of a workbook as it counts them.
    public init(
      file: String, line: Int? = nil, sheet: String? = nil, column: String? = nil, isInWorkbook: Bool = false,
      letters: String? = nil
    ) {
      self.file = file
      self.line = line
      self.sheet = sheet
      self.column = column
      self.isInWorkbook = isInWorkbook
      self.letters = letters
    }

    func at(line: Int?) -> Place { Place(file: file, line: line, sheet: sheet, column: column) }
  }

  /// Whether a form can be used in spite of it.
  public enum Severity: Sendable, Hashable {
    /// The form cannot be used.
    case error
    /// The form can be used; somebody should look.
    case warning
  }

  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The file as a file.
    case file(FileFault)
    /// A sheet, its headings, or a row that is not read.
    case sheet(SheetFault)
    /// A type, its parameters, or a column that says more about it.
    case type(TypeFault)
    /// Groups, and the form as a whole.
    case structure(StructureFault)
    /// A block of KoboToolbox's form builder.
    case kobo(KoboFault)
    /// The name of a question or a group.
    case name(NameFault)
    /// A list of choices.
    case list(ListFault)
    /// A list of places.
    case places(PlacesFault)
    /// What people read.
    case text(TextFault)
    /// An expression, or a reference in a text.
    case expression(ExpressionFault)
    /// The sheet `settings`.
    case setting(SettingFault)
    /// What the form says of its earlier versions.
    case history(HistoryFault)
  }

  /// Where it is.
  public let place: Place
  /// What is wrong.
  public let kind: Kind

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - place: Where it is.
  ///   - kind: What is wrong.
  public init(place: Place, kind: Kind) {
    self.place = place
    self.kind = kind
  }

  /// Whether the form can be used in spite of it.
  public var severity: Severity {
    switch kind {
    case .file: .error
    case .sheet(let fault): fault.severity
    case .type(let fault): fault.severity
    case .structure: .error
    case .kobo(let fault): fault.severity
    case .name(let fault): fault.severity
    case .list(let fault): fault.severity
    case .places(let fault): fault.severity
    case .text(let fault): fault.severity
    case .expression(let fault): fault.severity
    case .setting(let fault): fault.severity
    case .history: .error
    }
  }
}

extension FormProblem: CustomStringConvertible {
  /// The problem in one line; what stands in its middle is left out where it is long.
  public var description: String { line(marking: "") }

  /// The same for people who read errors and warnings in one list: a warning says that it is one, behind its place.
  public var marked: String { line(marking: severity == .warning ? "warning: " : "") }

  private func line(marking mark: String) -> String {
    let text = "\(place): \(mark)\(kind)"
    let isShort = text.utf8.count <= Self.longest
    if isShort, !text.utf8.contains(UInt8(ascii: "\n")) { return text }
    let line = String(text.map { $0.isNewline ? " " : $0 })
    // What to do stands at the end.
    return isShort ? line : "\(line.prefix(Self.longest / 2)) … \(line.suffix(Self.longest / 4))"
  }

  /// How many bytes a problem may have to be shown as a whole: a cell can have millions.
  private static let longest = 1600
}

extension FormProblem.Place: CustomStringConvertible {
  /// `questionnaire.csv:14 survey.type`; in a workbook, `questionnaire.xlsx:survey!A12 type`.
  public var description: String {
    if isInWorkbook, let sheet {
      let cell = line.map { "!\(letters ?? "")\($0)" } ?? ""
      return "\(file):\(sheet)\(cell)" + (column.map { " \($0)" } ?? "")
    }
    let row = line.map { "\(file):\($0)" } ?? file
    let cell = [sheet, column].compactMap(\.self).joined(separator: ".")
    return cell.isEmpty ? row : "\(row) \(cell)"
  }
}

extension FormProblem.Kind: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .file(let fault): fault.description
    case .sheet(let fault): fault.description
    case .type(let fault): fault.description
    case .structure(let fault): fault.description
    case .kobo(let fault): fault.description
    case .name(let fault): fault.description
    case .list(let fault): fault.description
    case .places(let fault): fault.description
    case .text(let fault): fault.description
    case .expression(let fault): fault.description
    case .setting(let fault): fault.description
    case .history(let fault): fault.description
    }
  }
}

extension [FormProblem] {
  mutating func report(_ kind: FormProblem.Kind, at place: FormProblem.Place) {
    append(FormProblem(place: place, kind: kind))
  }
}

/// `; did you mean 'text'?`, or what to do where nothing is near.
func suggestion(_ nearest: String?, else remedy: String) -> String {
  nearest.map { "; did you mean '\($0)'?" } ?? "; \(remedy)"
}

/// `a, b or c`.
func alternatives(_ names: [String], _ joint: String = "or") -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(joint) \(last)"
}
