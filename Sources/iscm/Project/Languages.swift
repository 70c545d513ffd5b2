internal import ArgumentParser
internal import Messages
internal import Survey

/// In which language to speak: what commands that show a form's texts share.
struct LanguageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The language, such as fr; one of the form's own, or of the interface.", valueName: "code"))
  var lang: String?

  /// The language of the form's texts.
  ///
  /// - Throws: `Failure` where the form does not have the language, and the interface neither.
  func language(of questionnaire: Questionnaire) throws(Failure) -> Language {
    guard let lang else { return questionnaire.defaultLanguage }
    if let language = questionnaire.language(lang) { return language }
    if InterfaceLanguage(tag: lang) != nil { return questionnaire.defaultLanguage }
    let names = questionnaire.languages.map(\.heading).joined(separator: ", ")
    throw Failure(.unusableInput, "--lang: the form has no language '\(lang)'; it has \(names)")
  }

  /// The interface: in the language that was asked for, else in that of the user's locale, else in English.
  var interface: Interface {
    let tags = [lang] + ["LC_ALL", "LC_MESSAGES", "LANG"].map { Present.environment($0) }
    return Interface(tags.compactMap(\.self).compactMap(InterfaceLanguage.init(tag:)).first ?? .english)
  }
}
