import Documents
import Survey
import Testing
import XLSForm

@Suite("Codes of questions")
struct CodeTests {
  @Test("A question is marked by its number on paper, in two digits, or by its name")
  func codes() throws {
    let form = try XLSForm.load(
      path: "Questionnaires/gcm-review-2018/questionnaire.csv", listFolders: ["Questionnaires/lists"]
    ).questionnaire
    let codes = ["iscm", "iscm_other", "position", "position_date", "data_exchange", "submitted_by"].map {
      form.numbering.code(of: Question.Name($0)).text
    }
    #expect(codes == ["01", "01a", "04", "06a", "19i", "submitted_by"])
    let all = form.placed.filter(\.question.isAsked).map { form.numbering.code(of: $0.question.name) }
    #expect(Set(all).count == all.count, "no two questions have one code")
  }
}
