import Documents
import Foundation
import Messages
import SampleForms
import Survey
import Testing
import XLSForm

/// The questionnaires of the project, as blank forms.
enum BlankForms {
  static let names = [
    "gcm-regional-review-2020", "gcm-review-2018", "gcm-review-2018-interview", "iscm-highlights-2020",
    "webinar-2020-attendance",
  ]

  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path()

  static func questionnaire(_ name: String) throws -> Questionnaire {
    try XLSForm.load(
      path: "\(project)Questionnaires/\(name)/questionnaire.csv",
      listFolders: ["\(project)Questionnaires/lists"]
    ).questionnaire
  }

  static func form(
    _ name: String = "gcm-review-2018", _ language: InterfaceLanguage = .english, for mechanism: String? = nil
  ) throws -> BlankForm {
    let questionnaire = try questionnaire(name)
    return BlankForm(
      of: questionnaire, in: questionnaire.language(language.rawValue) ?? questionnaire.defaultLanguage,
      say: Interface(language), for: mechanism.map { ("iscm", Choice.Name($0)) })
  }
}

extension BlankForm {
  func line(_ name: String) throws -> Line {
    try #require(lines.first { $0.address.description == name }, "\(name)")
  }
}
