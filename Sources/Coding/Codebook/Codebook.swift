public import Survey

/// A codebook, `codebook.csv`: the codes that open answers are sorted under, question by question.
///
/// It knows the cells that it was read from, so that whatever else stands in the file survives a change.
public struct Codebook: Sendable, Hashable {
  /// A question of a form, whose answers have codes of their own.
  public struct Place: Sendable, Hashable {
    /// The form.
    public let form: Questionnaire.ID
    /// The question.
    public let question: Question.Name

    /// Creates a place.
    public init(form: Questionnaire.ID, question: Question.Name) {
      self.form = form
      self.question = question
    }
  }

  /// A code.
  public struct Code: Sendable, Hashable {
    /// The name of a code as files have it, without a space.
    public typealias Name = Identifier<Code>

    /// The question whose answers it sorts.
    public let place: Place
    /// Its name; the same name at several questions means the same.
    public let name: Name
    /// What people read.
    public let label: LocalizedText
    /// Words that make it likely, by the language that they are in.
    public let keywords: [Language: [String]]
    /// The version of the codebook in which it came or was changed last.
    public let version: Int
    /// The version in which it was given up; nothing while it is in use.
    public let retired: Int?
    /// The code that stands for it since; nothing where none does.
    public let replacedBy: Name?

    /// Creates a code.
    public init(
      place: Place, name: Name, label: LocalizedText, keywords: [Language: [String]] = [:], version: Int = 1,
      retired: Int? = nil, replacedBy: Name? = nil
    ) {
      self.place = place
      self.name = name
      self.label = label
      self.keywords = keywords
      self.version = version
      self.retired = retired
      self.replacedBy = replacedBy
    }
  }

  /// The codes in the order of the file, those that were given up too.
  public let codes: [Code]
  /// The columns of the file.
  let headings: [String]
  /// The cells of the file, a row for each code.
  let rows: [[String]]

  init(codes: [Code], headings: [String], rows: [[String]]) {
    self.codes = codes
    self.headings = headings
    self.rows = rows
  }

  /// A codebook without a code.
  public init() { self.init(codes: [], headings: Self.usualColumns, rows: []) }

  static let usualColumns = ["form", "question", "code", "label", "keywords", "version"]

  /// The version of the codebook: the highest that any of its codes names; 1 where none does.
  public var version: Int { codes.flatMap { [$0.version, $0.retired ?? 1] }.max() ?? 1 }

  /// The codes of a question, those that were given up too.
  public func codes(at place: Place) -> [Code] { codes.filter { $0.place == place } }

  /// The codes of a question that are in use.
  public func codesInUse(at place: Place) -> [Code] {
    codes.filter { $0.place == place && $0.retired == nil }
  }

  /// The code of a name at a question.
  public func code(_ name: Code.Name, at place: Place) -> Code? {
    codes.first { $0.name == name && $0.place == place }
  }

  /// What a code counts as now.
  public enum Standing: Sendable, Hashable {
    /// It is in use.
    case inUse
    /// Another stands for it, which is in use.
    case replaced(by: Code.Name)
    /// It was given up, and no other stands for it.
    case retired
    /// The codebook does not have it.
    case missing
  }

  /// What a code counts as now: itself, the one that came after it, or neither.
  public func standing(of name: Code.Name, at place: Place) -> Standing {
    guard var code = code(name, at: place) else { return .missing }
    // As many steps as there are codes: a circle ends nowhere.
    for _ in codes {
      if code.retired == nil { return code.name == name ? .inUse : .replaced(by: code.name) }
      guard let next = code.replacedBy.flatMap({ self.code($0, at: place) }) else { break }
      code = next
    }
    return .retired
  }
}
