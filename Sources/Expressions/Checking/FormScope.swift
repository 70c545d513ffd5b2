/// What an expression may name: the questions, groups and repeats of a form with their choices, and its lists.
public struct FormScope: Sendable {
  /// A question, a group or a repeat.
  public struct Entry: Sendable, Hashable {
    /// What `${…}` names.
    public let name: String
    /// What it holds.
    public let kind: Kind
    /// The names of the repeats around it, the outermost first.
    public let repeats: [String]

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - name: What `${…}` names.
    ///   - kind: What it holds.
    ///   - repeats: The names of the repeats around it, the outermost first.
    public init(_ name: String, _ kind: Kind, repeats: [String] = []) {
      self.name = name
      self.kind = kind
      self.repeats = repeats
    }
  }

  /// What a name of the form holds.
  public enum Kind: Sendable, Hashable {
    /// One of the choices; nothing where they are not known.
    case selectOne([String]?)
    /// Some of the choices; nothing where they are not known. Ranks are among these.
    case selectMultiple([String]?)
    /// Free text.
    case text
    /// A whole or decimal number.
    case number
    /// A day.
    case date
    /// A day with a time.
    case dateTime
    /// A time of a day.
    case time
    /// A group, which holds no value.
    case group
    /// A repeat, which holds no value.
    case repeatGroup
    /// Anything else: a calculation, a note, metadata.
    case other
  }

  let entries: [String: Entry]
  /// In the order of the form, for suggestions.
  let names: [String]
  let lists: [String: [String]]
  private(set) var current: Entry?
  private(set) var columns: [String]?
  private(set) var values: [String: [String]] = [:]

  /// Creates the scope of a form.
  ///
  /// - Parameters:
  ///   - entries: Everything that `${…}` may name, in the order of the form.
  ///   - lists: The lists that `instance()` may name, with their columns; none where they are not known.
  public init(_ entries: [Entry], lists: [String: [String]] = [:]) {
    self.entries = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.names = entries.map(\.name)
    self.lists = lists
  }

  /// Whether `${…}` may have this in it: a name of the form, or `last-saved#` and one.
  func knows(_ reference: String) -> Bool {
    let mark = "last-saved#"
    return entries[reference.hasPrefix(mark) ? String(reference.dropFirst(mark.count)) : reference] != nil
  }

  /// The scope of one cell.
  ///
  /// - Parameters:
  ///   - name: The question or group in whose row the expression stands: what `.` means.
  ///   - columns: The columns of the list that a `choice_filter` filters; nothing for any other expression.
  ///   - values: What may stand in columns of that list; a column without any may have every value.
  /// - Returns: The same form, seen from there.
  public func at(
    _ name: String?, filtering columns: [String]? = nil, values: [String: [String]] = [:]
  ) -> FormScope {
    var scope = self
    scope.current = name.flatMap { entries[$0] }
    scope.columns = columns
    scope.values = values
    return scope
  }
}
