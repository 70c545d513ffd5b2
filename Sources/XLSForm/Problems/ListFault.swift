public import CSV
public import Tables

extension FormProblem {
  /// What is wrong with a list of choices, on the sheet `choices` or in a file.
  public enum ListFault: Sendable, Hashable {
    /// The form has no such list.
    case unknown(String, nearest: String?)
    /// The sheet `external_choices` has no such list.
    case unknownExternal(String, nearest: String?)
    /// The list file is in none of the folders.
    case missingFile(String, folders: [String])
    /// A list file and a list of the sheet `choices` have one name for `instance()`.
    case sameInstance(String)
    /// Two list files have one name for `instance()`.
    case sameInstanceFiles(String, String)
    /// A list file in XML is no list.
    case notXMLList(ReadBook.Refusal)
    /// A choice without a name.
    case missingName
    /// A choice without a label.
    case missingLabel(String)
    /// A choice without a list.
    case missingListName(String)
    /// Another choice of the list has the name.
    case repeatedName(String, list: String, at: RowNumber)
    /// Another choice of the list has the name, and the settings allow it.
    case allowedDuplicate(String, list: String, at: RowNumber)
    /// The first choice of a list that a question shows has neither a label nor a picture.
    case firstWithoutLabel(String, list: String)
    /// A choice of a `select_multiple` whose name has a space in it.
    case spaceInName(String)
    /// A list without choices.
    case empty(String)
    /// A list file has no such column; `parameter` is what names it.
    case missingColumn(String, parameter: String, nearest: String?, columns: [String])
    /// A heading of a list file that is empty or there twice.
    case badHeading(CSVHeaderProblem)
    /// A row of a list file with more or fewer cells than the header.
    case ragged(CSVRaggedness)
    /// A cell that must not be empty is.
    case emptyCell
  }
}

extension FormProblem.ListFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    switch self {
    case .missingLabel, .missingListName, .allowedDuplicate: .warning
    default: .error
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "there is no list '\(name)'" + suggestion(nearest, else: "add its choices to the sheet 'choices'")
    case .unknownExternal(let name, let nearest):
      "there is no list '\(name)' on the sheet 'external_choices'" + suggestion(nearest, else: "add it there")
    case .missingFile(let name, let folders):
      "there is no file '\(name)' in \(alternatives(folders.map { "'\($0)'" })); put it beside the form"
    case .sameInstance(let name):
      "the file and the list '\(name)' of the sheet 'choices' have one name; rename one of the two"
    case .sameInstanceFiles(let name, let other):
      "'\(name)' and '\(other)' have one name for instance(); rename one of the two"
    case .notXMLList(let refusal):
      "this is no list in XML: \(refusal.detail); write <root>, in it an <item> for each choice, and in that "
        + "elements such as <name> and <label>"
    case .missingName: "a choice needs a name; write what is to be stored, such as 'yes'"
    case .missingLabel(let name): "the choice '\(name)' has no label, so people read its name; write one"
    case .missingListName(let name):
      "the choice '\(name)' belongs to no list and is not read; write the name of its list"
    case .repeatedName(let name, let list, let row):
      "the list '\(list)' has the choice '\(name)' \(row) already; give each choice its own name"
    case .allowedDuplicate(let name, let list, let row):
      "the list '\(list)' has the choice '\(name)' \(row) already: both are counted as one, under the first label; "
        + "give each its own name to tell them apart"
    case .firstWithoutLabel(let name, let list):
      "'\(name)', the first choice of the list '\(list)', has no label, and ODK shows no list that begins so; write one"
    case .spaceInName(let name):
      "'\(name)' has a space, which separates several choices from each other; write '_' instead"
    case .empty(let name): "the list '\(name)' has no choices; add some"
    case .missingColumn(let name, let parameter, let nearest, let columns):
      "there is no column '\(name)' to take the \(parameter) from"
        + suggestion(
          nearest,
          else: "the columns are \(columns.joined(separator: ", ")): name one in the form's parameters, "
            + "'\(parameter)=\(columns.first ?? "")'")
    case .badHeading(let problem): Self.withoutLine(problem.description, problem.position)
    case .ragged(let raggedness): Self.withoutLine(raggedness.description, raggedness.position)
    case .emptyCell: "this cell is empty; write what is to be stored"
    }
  }

  /// A complaint without its line, which stands before it already.
  private static func withoutLine(_ complaint: String, _ position: CSVPosition) -> String {
    String(complaint.dropFirst("line \(position.line), ".count))
  }
}
