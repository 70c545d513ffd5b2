import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("How many questions are answered")
struct CountTests {
  @Test("What is asked in each repeat is answered when each repeat has an answer")
  func repeated() throws {
    var form = FormSession([
      Sample.ask("house", .text),
      .group(
        Sample.group(
          "person", Sample.text("Person"), repeated: .free,
          [Sample.ask("name", .text, required: .always), Sample.ask("age", .integer)])),
    ])
    let path = RepeatPath("person", in: [])
    try form.apply(.answer("house", .text("A")))
    try form.apply(.repeats(path, 2))
    try form.apply(.answer("person[1]/name", .text("Ana")))
    try form.apply(.answer("person[2]/name", .text("Ben")))
    try form.apply(.answer("person[1]/age", .integer(3)))
    try form.apply(.notApplicable("person[2]/age"))
    #expect(ScreenScript(form).shows("3 of 3 answered"))
    try form.apply(.repeats(path, 3))
    #expect(ScreenScript(form).shows("1 of 3 answered"))
    try form.apply(.answer("person[3]/name", .text("Cho")))
    #expect(ScreenScript(form).shows("2 of 3 answered"))
    try form.apply(.remove(path, 3))
    #expect(ScreenScript(form).shows("3 of 3 answered"))
  }
}
