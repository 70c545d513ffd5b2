internal import ResponseFiles
internal import Survey

extension ProjectSurvey {
  /// What is to be said of some forms, where responses that nothing reads seem to be theirs.
  ///
  /// - Parameter forms: Forms of the project, this one perhaps among them.
  /// - Returns: A line for each folder. Of a form that has responses nothing is said, unless those of others stand in a
  ///   folder that is called like its own: what an earlier form has left may be meant to lie there.
  func strayResponses(of forms: [Questionnaire]) -> [String] {
    let suspects = forms.filter { form in
      let isOwn = form.id == questionnaire.id
      return !(isOwn && isOwnFileNamed)
        && (isOwn && hasNamesake || folder(of: form).rows(upTo: 1).count == 0)
    }
    if suspects.isEmpty { return [] }
    return project.strayResponses(including: self).filter { stray in
      suspects.contains { $0.id == stray.form?.survey.questionnaire.id }
    }.map(\.description)
  }

  /// Whether a folder of `Responses` is called like the folder of the form, and not like the form itself.
  private var hasNamesake: Bool {
    guard let name = folder.split(separator: "/").last.map(String.init), name != questionnaire.id.text else {
      return false
    }
    return !names(in: project.path("Responses", name)).isEmpty
  }

  /// Tells who stores responses of others that nothing reads.
  func tellOfStrayResponses() {
    for line in strayResponses(of: [questionnaire]) { complain(line) }
  }
}
