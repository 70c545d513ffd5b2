import Survey
import Testing
import XLSForm

@Suite("The instruments of the project")
struct InstrumentTests {
  static let names = [
    "gcm-regional-review-2020", "gcm-review-2018", "gcm-review-2018-interview", "iscm-highlights-2020",
    "webinar-2020-attendance",
  ]

  static func instrument(_ name: String) throws -> LoadedForm {
    try XLSForm.load(
      path: "\(packageFolder)/Questionnaires/\(name)/questionnaire.csv",
      listFolders: ["\(packageFolder)/Questionnaires/lists"])
  }

  @Test("Each loads without a problem", arguments: names)
  func loads(name: String) throws {
    let form = try Self.instrument(name)
    #expect(form.warnings.map(\.description) == [])
    #expect(form.questionnaire.id.text == name)
  }
}
