import Documents
import Mailbox
import Messages
import SampleForms
import Survey
import XLSForm

/// The questionnaires that documents are matched to.
enum Forms {
  /// The survey of 2018, in English, French and Spanish.
  static let review: Questionnaire = {
    do {
      return try XLSForm.load(
        path: "Questionnaires/gcm-review-2018/questionnaire.csv", listFolders: ["Questionnaires/lists"]
      ).questionnaire
    } catch { preconditionFailure("\(error)") }
  }()
  static let reviewKey = FormKey(review)
  static let sampleKey = FormKey(Sample.form)

  /// A blank form in one of the questionnaire's languages.
  static func blank(_ questionnaire: Questionnaire, _ language: Int = 0) -> BlankForm {
    let language = questionnaire.languages[language % questionnaire.languages.count]
    let say = Interface(InterfaceLanguage(tag: language.code) ?? .english)
    return BlankForm(of: questionnaire, in: language, say: say)
  }
}

extension MatchedForm {
  /// The answers as they will be stored.
  var cells: [Address: String] {
    Dictionary(answers.map { ($0.address, $0.cell) }, uniquingKeysWith: { first, _ in first })
  }

  /// The reasons to doubt, in their order.
  var reasons: [Doubt.Reason] { doubts.map(\.reason) }

  /// Whether a person must look at the answer to a question before it is imported.
  func doubts(_ address: Address) -> Bool { doubts.contains { $0.address == nil || $0.address == address } }
}
