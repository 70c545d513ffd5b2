extension FormProblem {
  /// What is wrong with the sheet `settings`.
  public enum SettingFault: Sendable, Hashable {
    /// `add_none_option`, which adds a rule and no choice.
    case noneOption
    /// A setting that is not done here.
    case ignored
    /// A name of the form's root other than `data`.
    case rootName(String)
    /// More than one row of settings.
    case secondRow
    /// The form has no such language.
    case unknownLanguage(String, nearest: String?)
    /// The name of the form is no XML name.
    case badName(String)
  }
}

extension FormProblem.SettingFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    switch self {
    case .badName: .error
    case .ignored, .noneOption, .rootName, .secondRow, .unknownLanguage: .warning
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .noneOption:
      "a choice 'none' excludes all others of a select_multiple, and no choice is added; add 'none' to each list"
    case .ignored: "this is not done here: responses are stored as they are"
    case .rootName(let name):
      "the root of the form is always 'data' here, not '\(name)'; write ${name} instead of paths from the root"
    case .secondRow: "only the first row of settings is read; delete this one"
    case .unknownLanguage(let found, let nearest):
      "no column has the language '\(found)'" + suggestion(nearest, else: "write it as the columns do")
    case .badName(let name):
      "'\(name)' is no name; begin with a letter or '_', and go on with letters, digits, '_', '-' or '.'"
    }
  }
}
