internal import Expressions

/// The sheets of a form with their headings understood.
struct FormSheets {
  let survey: Table<SurveyColumn>?
  /// Nothing where the form has no sheet `choices`, or nothing stands in it.
  let choices: Table<ChoicesColumn>?
  /// The lists of questions of the old type `select_one_external`; nothing where the form has none.
  let externalChoices: Table<ChoicesColumn>?
  /// Nothing where the form has no sheet `settings`, or nothing stands in it.
  let settings: Table<SettingsColumn>?

  /// Finds the sheets of a workbook.
  ///
  /// - Parameters:
  ///   - workbook: The file.
  ///   - file: What problems call it.
  ///   - problems: Where missing, misspelt and unsupported sheets and columns are reported.
  init(_ workbook: Workbook, file: String, problems: inout [FormProblem]) {
    Self.check(workbook, file: file, problems: &problems)
    survey = workbook["survey"].map {
      Table($0, file: file, required: [.type, .name], problems: &problems)
    }
    let offers = survey.map(Self.offersChoices) ?? false
    choices = Self.filled(workbook["choices"]).map {
      Table($0, file: file, required: [.listName, .name] + (offers ? [.label] : []), problems: &problems)
    }
    externalChoices = Self.filled(workbook["external_choices"]).map {
      Table($0, file: file, required: [.listName, .name], problems: &problems)
    }
    settings = Self.filled(workbook["settings"]).map {
      Table($0, file: file, required: [], problems: &problems)
    }
  }

  /// Whether a question offers choices: where none does, nobody reads their labels.
  private static func offersChoices(_ survey: Table<SurveyColumn>) -> Bool {
    survey.sheet.rows.contains { row in
      switch RowType(survey.text(.type, in: row)) {
      case .select, .beginLoop, .beginKobo: true
      default: false
      }
    }
  }

  private static func filled(_ sheet: Workbook.Sheet?) -> Workbook.Sheet? {
    sheet?.header.cells.isEmpty == true ? nil : sheet
  }

  private static func check(_ workbook: Workbook, file: String, problems: inout [FormProblem]) {
    let others = workbook.sheets.filter { !$0.isOfForms && !$0.name.hasPrefix("_") }.map(\.name)
    if workbook["survey"] == nil {
      let near = nearest(to: "survey", among: others)
      problems.report(
        .file(.noSurvey(sheets: workbook.sheets.map(\.name), nearest: near)),
        at: FormProblem.Place(file: file))
    }
    let missing = ["choices", "settings"].filter { workbook[$0] == nil }
    let listNames = Set(workbook["choices"]?.rows.map { $0[0] } ?? [])
    for sheet in workbook.sheets {
      let place = sheet.place(in: file)
      // `text,name,Label` in place of `,text,name,Label`.
      let isRow = !sheet.countsItsRows && sheet.header.line == sheet.line && !sheet.header.cells.isEmpty
      if sheet.name.lowercased() == "entities", !sheet.rows.isEmpty {
        problems.report(.sheet(.noEntities), at: place)
      } else if isRow, RowType(sheet.name) != nil || listNames.contains(sheet.name) {
        problems.report(.sheet(.rowInFirstColumn(sheet.name)), at: place)
      } else if others.contains(sheet.name), let near = nearest(to: sheet.name, among: missing) {
        problems.report(.sheet(.nearSheet(sheet.name, nearest: near)), at: place)
      } else if !sheet.isOfForms, !workbook.takesOnlySheet, workbook["survey"] != nil {
        problems.report(.sheet(.foreignSheet(sheet.name)), at: place)
      }
    }
  }
}
