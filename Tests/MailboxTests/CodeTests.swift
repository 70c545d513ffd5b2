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
    let marks = QuestionCodes(of: form)
    let codes = ["iscm", "iscm_other", "position", "position_date", "data_exchange", "submitted_by"].map {
      marks.code(of: Address(Question.Name($0)))?.text
    }
    #expect(codes == ["01", "01a", "04", "06a", "19i", "submitted_by"])
    for question in form.placed.map(\.question) where question.isAsked {
      let address = Address(question.name)
      let code = try #require(marks.code(of: address))
      #expect(marks.address(of: code.text) == address)
    }
  }
}
