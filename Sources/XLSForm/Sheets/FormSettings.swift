internal import Survey

/// The sheet `settings`, and the settings that old forms have among their questions.
struct FormSettings {
  private(set) var title = ""
  private(set) var id = ""
  private(set) var version = ""
  private(set) var defaultLanguage = ""
  /// Where the default language stands.
  private(set) var defaultLanguagePlace: FormProblem.Place
  /// Whether a choice may stand twice in a list.
  private(set) var allowsDuplicates = false
  /// Whether a choice called `none` excludes the other choices of a `select_multiple`.
  private(set) var hasNoneOption = false
  /// Whether several spaces side by side are one on the sheet `survey`.
  private(set) var cleansTexts = true
  /// The name of the root of paths, `/data/…`.
  private(set) var rootName = "data"

  /// Reads the first row of the sheet.
  ///
  /// - Parameters:
  ///   - table: The sheet; nothing where the form has none.
  ///   - file: The form's file, as the caller named it.
  ///   - problems: Where settings that are not supported are reported.
  init(_ table: Table<SettingsColumn>?, file: String, problems: inout [FormProblem]) {
    defaultLanguagePlace = FormProblem.Place(file: file)
    guard let table, let row = table.sheet.rows.first else { return }
    title = table.text(.formTitle, in: row)
    id = table.text(.formID, in: row)
    version = table.text(.version, in: row)
    defaultLanguage = table.text(.defaultLanguage, in: row)
    defaultLanguagePlace = table.place(.defaultLanguage, in: row)
    let name = table.text(.name, in: row)
    if isXMLName(name) {
      rootName = name
      if name != "data" {
        problems.report(.setting(.rootName(name)), at: table.place(.name, in: row))
      }
    } else if !name.isEmpty {
      problems.report(.setting(.badName(name)), at: table.place(.name, in: row))
    }
    allowsDuplicates = yesOrNo(table.text(.allowChoiceDuplicates, in: row)) == true
    hasNoneOption = yesOrNo(table.text(.addNoneOption, in: row)) == true
    cleansTexts = yesOrNo(table.text(.cleanTextValues, in: row)) ?? true
    if hasNoneOption {
      problems.report(.setting(.noneOption), at: table.place(.addNoneOption, in: row))
    }
    if !table.isBlank(.publicKey, in: row) {
      problems.report(.setting(.ignored), at: table.place(.publicKey, in: row))
    }
    if table.sheet.rows.count > 1 {
      problems.report(.setting(.secondRow), at: table.place(of: table.sheet.rows[1]))
    }
  }

  /// Takes over what stands among the questions, which wins.
  mutating func merge(_ settings: [SettingsColumn: String]) {
    if let title = settings[.formTitle] { self.title = title }
    if let id = settings[.formID] { self.id = id }
  }
}
