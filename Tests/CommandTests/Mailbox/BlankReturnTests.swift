import Foundation
import Testing

@Suite("Blank forms that come back")
struct BlankReturnTests {
  static let forms = ["gcm-review-2018", "gcm-regional-review-2020", "iscm-highlights-2020"]

  @Test("Through the real readers a blank answers nothing, in each format and language", arguments: forms)
  func blank(form: String) throws {
    let scratch = try Scratch(responses: false)
    let write = try Run(
      """
      mkdir forms
      for lang in en fr es ar; do
        for format in docx pdf text csv; do
          ending=$format; [ $format = text ] && ending=txt
          iscm blank \(form) --format $format --lang $lang --output forms/$lang.$ending
        done
      done
      # The letters of an Arabic page come in the order in which they are drawn: such a PDF waits.
      rm forms/ar.pdf
      for format in docx pdf; do
        iscm blank gcm-review-2018 --format $format --for rabat --lang fr --output forms/rabat.$format
      done
      [ \(form) = gcm-review-2018 ] || rm forms/rabat.*
      """, in: scratch)
    #expect(write.code == 0, "\(write.errorText)")
    let run = try Run("iscm import \(form) forms --dry-run", in: scratch)
    let count = try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/forms").count
    #expect(count >= 15)
    #expect(
      run.outputText.hasSuffix("\nmails and forms: \(count)\nno_response: \(count)\nNothing was written.\n"),
      "\(run.outputText)")
    #expect(
      run.outputText.split(separator: "\n").count { $0.contains("blank_form: ") } == count,
      "\(run.outputText)")
    #expect(run.code == 0)
  }
}
