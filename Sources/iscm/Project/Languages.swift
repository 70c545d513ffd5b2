internal import ArgumentParser
internal import Glibc
internal import Messages
internal import Reports
internal import Survey
internal import TerminalForm

/// In which language to speak: what commands that show a form's texts share.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language, such as fr; one of the form's own, or of the interface.", valueName: "code"))
  var lang: String?

  /// The language of the form's texts.
  ///
  /// - Throws: `Failure` where the form does not have the language, and the interface neither.
  func language(of questionnaire: Questionnaire) throws(Failure) -> Language {
    guard let lang else { return questionnaire.defaultLanguage }
    if let language = questionnaire.language(lang) { return language }
    if InterfaceLanguage(tag: lang) != nil { return questionnaire.defaultLanguage }
    let names = questionnaire.languages.map(\.heading).joined(separator: ", ")
    let spoken = InterfaceLanguage.allCases.map { "\($0.rawValue) (\($0.ownName))" }.joined(separator: ", ")
    throw Failure(
      .unusableInput,
      "--lang: neither the form nor the interface has the language '\(lang)'; the form has \(names), "
        + "the interface \(spoken); write the code of one")
  }

  /// The interface: in the language that was asked for, else in that of the user's locale, else in English.
  var interface: Interface {
    let tags = [lang] + ["LC_ALL", "LC_MESSAGES", "LANG"].map { Present.environment($0) }
    return Interface(tags.compactMap(\.self).compactMap(InterfaceLanguage.init(tag:)).first ?? .english)
  }
}

extension LanguageOptions {
  /// The words of a form for somebody who chose a language of the interface: the form's own texts in it too, where
  /// the form has it.
  func words(of questionnaire: Questionnaire, in chosen: InterfaceLanguage) -> FormText {
    let language = questionnaire.language(of: chosen) ?? questionnaire.defaultLanguage
    return FormText(questionnaire, in: language, say: Interface(chosen))
  }

  /// The words of a report on a questionnaire.
  func edition(of questionnaire: Questionnaire) throws(Failure) -> Edition {
    Edition(interface, language: try language(of: questionnaire), fallback: questionnaire.defaultLanguage)
  }
}

/// The width of the terminal that standard output is; 80 where it is none.
var terminalColumns: Int { columns(ofTerminal: STDOUT_FILENO) }

/// The width of the terminal behind a descriptor; 80 where it is none.
func columns(ofTerminal descriptor: Int32) -> Int {
  var size = winsize()
  return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
}
