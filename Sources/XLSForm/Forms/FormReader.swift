internal import Survey

/// From the sheets of a workbook to a questionnaire, collecting all problems on the way.
struct FormReader {
  private let workbook: Workbook
  private let file: String
  private let listFolders: [String]
  private let xmlLists: XLSForm.WorkbookReader?
  /// What was said already of the file as a file: warnings.
  private let warnings: [FormProblem]

  init(
    _ workbook: Workbook, file: String, listFolders: [String], xmlLists: XLSForm.WorkbookReader? = nil,
    warnings: [FormProblem] = []
  ) {
    self.workbook = workbook
    self.file = file
    self.listFolders = listFolders
    self.xmlLists = xmlLists
    self.warnings = warnings
  }

  /// Reads the form.
  ///
  /// - Returns: The questionnaire with its warnings.
  /// - Throws: All problems at once, at least one of them an error.
  func form() throws(FormProblems) -> LoadedForm {
    var problems = warnings
    let questionnaire = questionnaire(problems: &problems)
    let all = FormProblems(problems, of: file, sheets: workbook.sheets.map(\.name))
    guard let questionnaire, !problems.contains(where: { $0.severity == .error }) else { throw all }
    return LoadedForm(questionnaire: questionnaire, warnings: all.problems, workbook: workbook)
  }

  private func questionnaire(problems: inout [FormProblem]) -> Questionnaire? {
    let sheets = FormSheets(workbook, file: file, problems: &problems)
    guard let written = sheets.survey else { return nil }
    var settings = FormSettings(sheets.settings, file: file, problems: &problems)
    let looped = LoopExpander.expanded(
      settings.cleansTexts ? written.withSingleSpaces() : written, over: sheets.choices, problems: &problems)
    let survey = KoboExpander.expanded(looped, over: sheets.choices, problems: &problems)
    let languages = FormLanguages(
      headings: survey.headingLanguages + (sheets.choices?.headingLanguages ?? []),
      default: settings.defaultLanguage, at: settings.defaultLanguagePlace, problems: &problems)
    var lists = FormLists(
      sheets.choices, languages, allowsDuplicates: settings.allowsDuplicates, problems: &problems)
    sheets.choices?.reportBadHeadings(problems: &problems)
    lists.add(
      external: FormLists(
        sheets.externalChoices, languages, allowsDuplicates: true, problems: &problems))
    guard survey.has(.type), survey.has(.name) else { return nil }

    var outline = OutlineReader.outline(of: survey, problems: &problems)
    settings.merge(outline.settings)
    outline.settleNames(in: survey, formName: settings.rootName, problems: &problems)
    let files = ListFiles(folders: [folder] + listFolders, xml: xmlLists)
    let listOf = lists.settle(for: outline, in: survey, files, languages, problems: &problems)
    lists.addExternalFiles(of: outline, in: survey, files, problems: &problems)
    lists.addOther(for: outline, listOf, languages, in: survey, problems: &problems)
    let expressions = ExpressionReader.expressions(
      of: survey, outline, lists, listOf, hasNoneOption: settings.hasNoneOption, problems: &problems)
    outline.reportCircles(expressions, in: survey, problems: &problems)
    checkTexts(of: sheets, outline, languages, problems: &problems)

    let choiceLists = lists.all.map { ChoiceList(name: $0.name, choices: $0.choices) }
    let assembly = Assembly(
      table: survey, outline: outline, expressions: expressions, lists: choiceLists, listOf: listOf,
      languages: languages)
    // Without an id the file's name stands in, and without a title the id: as pyxform has it.
    let id = settings.id.isEmpty ? fallbackID : settings.id
    let questionnaire = Questionnaire(
      id: Questionnaire.ID(id), version: settings.version,
      title: LocalizedText(unlocalized: settings.title.isEmpty ? id : settings.title),
      languages: languages.all,
      defaultLanguage: languages.standard, items: assembly.items(problems: &problems), lists: choiceLists)
    if questionnaire.placed.isEmpty, !problems.contains(where: { $0.severity == .error }) {
      problems.report(.structure(.noQuestions), at: survey.place(of: survey.sheet.header))
    }
    let history = HistoryReader(of: questionnaire, file: HistoryReader.file(beside: file))
    return questionnaire.with(history.history(problems: &problems))
  }

  private func checkTexts(
    of sheets: FormSheets, _ outline: SurveyOutline, _ languages: FormLanguages, problems: inout [FormProblem]
  ) {
    let texts = TextReferences(outline: outline)
    if let survey = sheets.survey {
      survey.reportMissingTranslations(languages, problems: &problems)
      texts.check(survey, problems: &problems)
      texts.checkOthers(survey, problems: &problems)
    }
    if let choices = sheets.choices {
      choices.reportMissingTranslations(languages, problems: &problems)
      texts.check(choices, problems: &problems)
    }
    if let settings = sheets.settings { texts.check(settings, problems: &problems) }
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
