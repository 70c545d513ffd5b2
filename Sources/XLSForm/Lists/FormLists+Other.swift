internal import Survey

extension FormLists {
  /// Adds the choice `other` to the lists of questions with `or_other`, as pyxform does.
  ///
  /// - Parameters:
  ///   - outline: The questions.
  ///   - listOf: The list of each select, by its place in the outline.
  ///   - languages: The languages of the form.
  ///   - table: The sheet `survey`.
  ///   - problems: Where texts are reported that stay English.
  mutating func addOther(
    for outline: SurveyOutline, _ listOf: [Int: ChoiceList.Name], _ languages: FormLanguages,
    in table: Table<SurveyColumn>, problems: inout [FormProblem]
  ) {
    for (index, element) in outline.elements.enumerated() {
      guard case .select(let select) = element.content, select.hasOther, !select.isFile,
        let name = listOf[index]
      else { continue }
      if languages.all.count > 1 {
        problems.report(.type(.orOtherTranslated), at: table.place(.type, in: element.row))
      }
      if self[name]?.choices.contains(where: { $0.name == "other" }) == false {
        add(Choice(name: "other", label: LocalizedText(unlocalized: "Other")), to: name)
      }
    }
  }
}
