internal import ResponseFiles
public import XLSForm
public import Survey

/// The HXL tags of columns: what the XLSForm says in columns `hxl`, and what metadata always means.
public struct ColumnTags: Sendable, Hashable {
  private var questions: [Question.Name: String] = [:]
  private var choices: [ChoiceList.Name: [Choice.Name: String]] = [:]

  /// No tags but those of metadata.
  public init() {}

  /// Reads the columns `hxl`, `hxl::…` or `instance::hxl` of the sheets `survey` and `choices`.
  ///
  /// - Parameters:
  ///   - workbook: What the file of the form holds.
  ///   - questionnaire: What it means.
  public init(_ workbook: Workbook, of questionnaire: Questionnaire) {
    if let sheet = workbook["survey"] {
      for (name, tag) in Self.cells(of: sheet).map({ ($0.name, $0.tag) }) {
        // A name that is there twice has its groups before it; its tag then serves both.
        for placed in questionnaire.placed where placed.question.name.ownName == name {
          questions[placed.question.name] = tag
        }
      }
    }
    if let sheet = workbook["choices"] {
      for (list, name, tag) in Self.cells(of: sheet).map({ ($0.list, $0.name, $0.tag) }) {
        choices[ChoiceList.Name(list), default: [:]][Choice.Name(name)] = tag
      }
    }
  }

  private static func cells(of sheet: Workbook.Sheet) -> [(list: String, name: String, tag: String)] {
    let headings = sheet.header.cells.map { $0.lowercased().filter { !$0.isWhitespace } }
    guard
      let tag = headings.firstIndex(where: { $0 == "hxl" || $0.hasPrefix("hxl::") || $0 == "instance::hxl" }),
      let name = headings.firstIndex(where: { $0 == "name" || $0 == "value" })
    else { return [] }
    let list = headings.firstIndex { ["list_name", "listname"].contains($0) }
    return sheet.rows.filter { !$0[tag].isEmpty }.map { row in
      (list.map { row[$0] } ?? "", row[name], row[tag].hasPrefix("#") ? row[tag] : "#" + row[tag])
    }
  }
}

extension ColumnTags {
  /// The tag of a column; empty where it has none, as HXL allows.
  func tag(of column: ExportColumn) -> String {
    switch column.content {
    case .metadata(let metadata, let question):
      let own = question.flatMap { questions[$0.name] }
      return own ?? Self.tag(of: metadata.heading)
    case .question(let question): return questions[question.name] ?? ""
    case .choice(let question, let choice):
      if let list = question.list, let own = choices[list]?[choice] { return own }
      // An attribute is a small letter, then small letters, digits and underscores.
      guard let tag = questions[question.name] else { return "" }
      let safe = choice.text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
      return tag + "+" + (safe.first?.isLetter == true ? "" : "c_") + String(safe)
    }
  }

  private static func tag(of metadata: String) -> String {
    switch metadata {
    case "instance_id", "key": "#meta+id"
    case "parent_key": "#meta+id+parent"
    case "form_id": "#meta+form"
    case "form_version": "#meta+form+version"
    case "source": "#meta+source"
    case "started_at": "#date+started"
    case "submitted_at": "#date+submitted"
    case "submitted_by": "#contact+name"
    case "supersedes": "#meta+id+supersedes"
    default: "#meta+" + metadata
    }
  }
}
