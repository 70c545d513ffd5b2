extension FormProblem {
  /// What is wrong with what people read.
  public enum TextFault: Sendable, Hashable {
    /// A question that people see has neither label nor hint.
    case missingLabel(name: String)
    /// A repeat without a label.
    case repeatWithoutLabel(name: String)
    /// A column has no translation; `heading` is the one to add.
    case missingColumn(heading: String, language: String)
    /// A cell is empty whose neighbour in another language is not.
    case missingTranslation(language: String, other: String)
  }
}

extension FormProblem.TextFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    if case .missingLabel = self { return .error }
    return .warning
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .missingLabel(let name): "'\(name)' has no label or hint; write what people are to read"
    case .repeatWithoutLabel(let name): "the repeat '\(name)' has no label; write what people are to read"
    case .missingColumn(let heading, let language):
      "'\(heading)' is missing: people who read \(language) will not find this text in it; add the column"
    case .missingTranslation(let language, let other):
      "this has no text in \(language), but in '\(other)'; translate it"
    }
  }
}
