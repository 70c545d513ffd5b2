extension FormProblem {
  /// What is wrong with the name of a question or a group.
  public enum NameFault: Sendable, Hashable {
    /// The row has no name.
    case missing(type: String)
    /// No XML name.
    case notXML(String)
    /// Another row of the same group has the name.
    case repeated(String, firstLine: Int)
    /// Another row of the same group has the name in other letters, upper and lower case.
    case similar(String, to: String, line: Int)
    /// Another repeat has the name; a repeat's name must be the only one in the form.
    case repeatedRepeat(String, firstLine: Int)
    /// A name that XLSForm keeps for itself: `meta`, or for a repeat that of the form.
    case reserved(String)
    /// An `audit` with another name.
    case audit(String)
  }
}

extension FormProblem.NameFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    if case .similar = self { return .warning }
    return .error
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .missing(let type): "a row of type '\(type)' needs a name; write one, such as 'position'"
    case .notXML(let name):
      "'\(name)' is no name; begin with a letter or '_', and go on with letters, digits, '_', '-' or '.'"
    case .repeated(let name, let line): "the name '\(name)' is already on line \(line); give this row another"
    case .similar(let name, let other, let line):
      "'\(name)' differs from '\(other)' on line \(line) by upper and lower case alone; give this row another"
    case .repeatedRepeat(let name, let line):
      "the repeat '\(name)' is already on line \(line), and no two may have one name; give this one another"
    case .reserved(let name): "XLSForm keeps the name '\(name)' for itself; choose another"
    case .audit(let name): "an audit is always named 'audit', not '\(name)'; leave the cell empty"
    }
  }
}
