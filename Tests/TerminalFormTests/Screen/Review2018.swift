import CSV
import Messages
import Survey
import TerminalForm
import XLSForm

/// The review survey of 2018, as the project has it, for what must hold on a real form.
enum Review2018 {
  private static let folder =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Questionnaires"

  static let form: Questionnaire = {
    do {
      return try XLSForm.load(
        path: "\(folder)/gcm-review-2018/questionnaire.csv", listFolders: ["\(folder)/lists"]
      ).questionnaire
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static let glossary: Glossary = {
    guard let table = try? CSVTable(CSVReader(path: "\(folder)/lists/glossary.csv")) else {
      preconditionFailure("no glossary")
    }
    return Glossary(
      table.rows.map { row in
        func cell(_ heading: String) -> String {
          table.header.names.firstIndex(of: heading).map { row[$0] } ?? ""
        }
        func text(_ heading: String) -> LocalizedText {
          var texts: [Language: String] = [.unnamed: cell(heading)]
          for language in form.languages { texts[language] = cell("\(heading)_\(language.code)") }
          return LocalizedText(texts)
        }
        return Glossary.Term(
          term: text("term"), abbreviation: cell("abbreviation"), meaning: text("meaning"))
      })
  }()

  /// The form in a language of the interface, or in its own default where it does not have that.
  static func language(_ interface: InterfaceLanguage) -> Language {
    form.language(interface.rawValue) ?? form.defaultLanguage
  }

  static func words(_ interface: InterfaceLanguage) -> FormText {
    FormText(form, in: language(interface), say: Interface(interface))
  }

  /// The form, opened on a full screen.
  static func script(
    _ session: FormSession = FormSession(form), rows: Int = 24, columns: Int = 80,
    interface: InterfaceLanguage = .english, desk: TestDesk = TestDesk()
  ) -> ScreenScript {
    ScreenScript(
      session, rows: rows, columns: columns, in: language(interface), interface: interface, desk: desk,
      glossary: glossary)
  }
}
