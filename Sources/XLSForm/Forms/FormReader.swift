internal import Expressions
internal import Survey

/// From the sheets of a workbook to a questionnaire, collecting all problems on the way.
struct FormReader {
  private let workbook: Workbook
  private let file: String
  private let listFolders: [String]

  init(_ workbook: Workbook, file: String, listFolders: [String]) {
    self.workbook = workbook
    self.file = file
    self.listFolders = listFolders
  }

  /// Reads the form.
  ///
  /// - Returns: The questionnaire with its warnings.
  /// - Throws: All problems at once, at least one of them an error.
  func form() throws(FormProblems) -> LoadedForm {
    var problems: [FormProblem] = []
    let questionnaire = questionnaire(problems: &problems)
    guard let questionnaire, !problems.contains(where: { $0.severity == .error }) else {
      throw FormProblems(problems)
    }
    return LoadedForm(
      questionnaire: questionnaire, warnings: FormProblems.inOrder(problems), workbook: workbook)
  }

  private func questionnaire(problems: inout [FormProblem]) -> Questionnaire? {
    checkSheets(problems: &problems)
    guard let survey = table(SurveyColumn.self, "survey", required: [.type, .name], problems: &problems)
    else {
      return nil
    }
    let choices = table(
      ChoicesColumn.self, "choices", required: [.listName, .name, .label], problems: &problems)
    let settingsTable = table(SettingsColumn.self, "settings", required: [], problems: &problems)
    var settings = FormSettings(settingsTable, file: file, problems: &problems)
    let languages = FormLanguages(
      headings: survey.headingLanguages + (choices?.headingLanguages ?? []),
      default: settings.defaultLanguage,
      at: settings.defaultLanguagePlace, problems: &problems)
    var lists = FormLists()
    if let choices { lists = FormLists(choices, languages, problems: &problems) }
    guard survey.has(.type), survey.has(.name) else { return nil }

    var outline = OutlineReader.outline(of: survey, problems: &problems)
    settings.merge(outline.settings)
    outline.settleNames(in: survey, formName: settings.rootName, problems: &problems)
    let listOf = lists.settle(
      for: outline, in: survey, folders: [folder] + listFolders, languages, problems: &problems)
    lists.addOther(for: outline, listOf, languages, in: survey, problems: &problems)
    let expressions = ExpressionReader.expressions(of: survey, outline, lists, listOf, problems: &problems)
    outline.reportCircles(expressions, in: survey, problems: &problems)
    survey.reportMissingTranslations(languages, problems: &problems)
    choices?.reportMissingTranslations(languages, problems: &problems)
    let texts = TextReferences(outline: outline)
    texts.check(survey, problems: &problems)
    if let choices { texts.check(choices, problems: &problems) }
    texts.checkOthers(survey, problems: &problems)
    if let settingsTable { texts.check(settingsTable, problems: &problems) }
    let choiceLists = lists.all.map { ChoiceList(name: $0.name, choices: $0.choices) }
    let assembly = Assembly(
      table: survey, outline: outline, expressions: expressions, lists: choiceLists, listOf: listOf,
      languages: languages)
    let items = assembly.items(problems: &problems)
    let isAsking = outline.elements.contains { !$0.isGroup }
    if !isAsking, !problems.contains(where: { $0.severity == .error }) {
      problems.report(.structure(.noQuestions), at: survey.place(of: survey.sheet.header))
    }
    return Questionnaire(
      id: Questionnaire.ID(settings.id.isEmpty ? fallbackID : settings.id), version: settings.version,
      title: LocalizedText(unlocalized: settings.title), languages: languages.all,
      defaultLanguage: languages.standard, items: items,
      lists: choiceLists)
  }

  private func table<Column>(
    _: Column.Type, _ name: String, required: [Column], problems: inout [FormProblem]
  ) -> Table<Column>? {
    guard let sheet = workbook[name] else { return nil }
    let isEmpty = sheet.header.cells.isEmpty && name != "survey"
    return isEmpty ? nil : Table(sheet, file: file, required: required, problems: &problems)
  }

  private func checkSheets(problems: inout [FormProblem]) {
    let known = ["survey", "choices", "settings", "entities", "external_choices", "osm"]
    let others = workbook.sheets.map(\.name).filter { !known.contains($0.lowercased()) && !$0.hasPrefix("_") }
    if workbook["survey"] == nil {
      let near = nearest(to: "survey", among: others)
      problems.report(
        .file(.noSurvey(sheets: workbook.sheets.map(\.name), nearest: near)),
        at: FormProblem.Place(file: file))
    }
    let listNames = Set(workbook["choices"]?.rows.map { $0[0] } ?? [])
    for sheet in workbook.sheets {
      let place = FormProblem.Place(file: file, line: sheet.line, sheet: sheet.name)
      let name = sheet.name.lowercased()
      if ["entities", "external_choices"].contains(name), !sheet.rows.isEmpty {
        problems.report(.sheet(.unsupportedSheet(sheet.name)), at: place)
      }
      // `text,name,Label` in place of `,text,name,Label`.
      let isRow = sheet.header.line == sheet.line && !sheet.header.cells.isEmpty
      if isRow, RowType(sheet.name) != nil || listNames.contains(sheet.name) {
        problems.report(.sheet(.rowInFirstColumn(sheet.name)), at: place)
        continue
      }
      let missing = ["choices", "settings"].filter { workbook[$0] == nil }
      if others.contains(sheet.name), let near = nearest(to: sheet.name, among: missing) {
        problems.report(.sheet(.nearSheet(sheet.name, nearest: near)), at: place)
      }
    }
  }

  /// The folder of the form's file.
  private var folder: String {
    guard let slash = file.lastIndex(of: "/") else { return "" }
    return String(file[...slash])
  }

  /// Without a `form_id`: the file's name, or the folder's where the file is called `questionnaire`.
  private var fallbackID: String {
    let steps = file.split(separator: "/").map(String.init)
    let name = steps.last.map { String($0[..<($0.lastIndex(of: ".") ?? $0.endIndex)]) } ?? ""
    guard name == "questionnaire", let folder = steps.dropLast().last, folder != ".", folder != ".." else {
      return name
    }
    return folder
  }
}
