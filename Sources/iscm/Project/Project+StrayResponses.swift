internal import ResponseFiles
internal import Survey

extension Project {
  /// The responses of the project that nothing reads, because no form has their `form_id`.
  ///
  /// A form that cannot be used has the responses of the folder that is called like its own: which other ones it has
  /// nobody can tell.
  ///
  /// - Parameter own: A form that may stand elsewhere than in `Questionnaires`.
  /// - Returns: The folders, in alphabetical order; none where no form can be read.
  func strayResponses(including own: ProjectSurvey? = nil) -> [StrayResponses] {
    let folders = names(in: path("Responses")).filter { holdsAnswers(path("Responses", $0)) }
    if folders.isEmpty { return [] }
    var forms: [StrayResponses.Form] = []
    var known: Set<String> = []
    for name in questionnaireNames {
      if let survey = try? survey(name), let file = try? questionnaireFile(name) {
        forms.append(StrayResponses.Form(survey: survey, file: file))
      } else {
        known.insert(name)
      }
    }
    if let own, let file = try? questionnaireFile(own.name), !forms.contains(where: { $0.file == file }) {
      forms.append(StrayResponses.Form(survey: own, file: file))
    }
    known.formUnion(forms.map(\.survey.questionnaire.id.text))
    guard let any = forms.first?.survey.questionnaire else { return [] }
    return folders.filter { !known.contains($0) }.compactMap { name in
      let folder = ResponseFolder(path: path("Responses", name), questionnaire: any)
      let rows = folder.rows()
      let id = rows.formID.flatMap { $0.isEmpty ? nil : $0 } ?? name
      let drafts = self.drafts(in: folder.path).count
      // A copy of a folder that is read has another name, and its rows are of a form that is there.
      if known.contains(id) || rows.count + drafts == 0 { return nil }
      return StrayResponses(
        path: folder.path, formID: id, responses: rows.count, drafts: drafts,
        form: form(asking: rows.headings, called: name, of: forms))
    }
  }

  private func holdsAnswers(_ folder: String) -> Bool {
    !drafts(in: folder).isEmpty
      || names(in: folder).contains { $0.hasPrefix("responses.") && $0.hasSuffix(".csv") }
  }

  private func drafts(in folder: String) -> [String] {
    names(in: "\(folder)/drafts").filter { $0.hasSuffix(".csv") }
  }

  /// The form that asks most of what some columns answer, if that is half of them; where no answer is there yet, the
  /// form whose folder is called alike.
  private func form(
    asking headings: [String], called name: String, of forms: [StrayResponses.Form]
  ) -> StrayResponses.Form? {
    let metadata = Set(ResponseMetadata.allCases.map(\.heading))
    let columns = headings.filter { !metadata.contains($0) }
    let asked = forms.map { form in columns.count { form.survey.questionnaire.hasAsked(heading: $0) } }
    guard let most = asked.max(), 2 * most >= columns.count else { return nil }
    let nearest = zip(forms, asked).filter { $0.1 == most }.map(\.0)
    let namesake = nearest.first { $0.survey.folder.hasSuffix("/\(name)") }
    if most == 0 { return namesake }
    return namesake ?? nearest.first { $0.survey.answers.rows(upTo: 1).count == 0 } ?? nearest.first
  }
}

extension Questionnaire {
  /// Whether a column may be of a question that the form asks, or has given up.
  fileprivate func hasAsked(heading: String) -> Bool {
    let name = Question.Name(heading.hasPrefix("question/") ? String(heading.dropFirst(9)) : heading)
    return placed(history.now(name)) != nil || history.isRetired(name)
  }
}
