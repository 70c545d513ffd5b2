extension FormProblem {
  /// What is wrong with the name of a question or a group.
  public enum NameFault: Sendable, Hashable {
    /// The row has no name.
    case missing(type: String)
    /// No XML name.
    case notXML(String)
    /// A name that can be used here, and that ODK's programs cannot read.
    case unreadByODK(String, letter: Character)
    /// Another row of the same group has the name.
    case repeated(String, at: RowNumber)
    /// Another row of the same group has the name in other letters, upper and lower case.
    case similar(String, to: String, at: RowNumber)
    /// Another repeat has the name; a repeat's name must be the only one in the form.
    case repeatedRepeat(String, at: RowNumber)
    /// A name that XLSForm keeps for itself: `meta`, or for a repeat that of the form.
    case reserved(String)
    /// A name that the count of a repeat has.
    case ofCount(String, repeat: String)
    /// An `audit` with another name.
    case audit(String)
  }
}

extension FormProblem.NameFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    switch self {
    case .similar, .unreadByODK: .warning
    default: .error
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .missing(let type): "a row of type '\(type)' needs a name; write one, such as 'position'"
    case .notXML(let name):
      "'\(name)' is no name; begin with a letter or '_', and go on with letters, digits, '_', '-' or '.'"
    case .unreadByODK(let name, let letter):
      "the name '\(name)' will do here, but ODK's programs cannot read '\(letter)' in it; use Latin letters to use the "
        + "form there"
    case .repeated(let name, let row): "the name '\(name)' is already \(row); give this row another"
    case .similar(let name, let other, let row):
      "'\(name)' differs from '\(other)' \(row) by upper and lower case alone; give this row another"
    case .repeatedRepeat(let name, let row):
      "the repeat '\(name)' is already \(row), and no two may have one name; give this one another"
    case .reserved(let name): "XLSForm keeps the name '\(name)' for itself; choose another"
    case .ofCount(let name, let group):
      "the repeat '\(group)' keeps its count under the name '\(name)'; give this row another"
    case .audit(let name): "an audit is always named 'audit', not '\(name)'; leave the cell empty"
    }
  }
}
