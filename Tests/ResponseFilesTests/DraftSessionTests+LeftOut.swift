import ResponseFiles
import Survey
import TemporaryFolders
import Testing

extension DraftSessionTests {
  @Test("A journal with an answer that has no place in the form any more stays when its response is stored")
  func leftOut() throws {
    let venue = Address(Question.Name("venue"))
    let older = DraftFolder(
      path: drafts.path, questionnaire: .visits(version: "0", extra: [Question(name: "venue", kind: .text)]))
    for (id, event) in [("b", FormEvent.answer(venue, .text("Rabat"))), ("c", title("one"))] {
      let begun = try older.begin(.visit(Response.ID(id), version: "0"))
      try begun.append(event, at: at(1))
    }
    for id in ["b", "c"] {
      let (journal, _) = try drafts.resume(Response.ID(id))
      try folder.submit(.visit(id), closing: journal, at: at(2))
    }
    #expect(try drafts.list().drafts.isEmpty)
    #expect(text(of: drafts.file(of: "b")) == nil)
    #expect(text(of: drafts.file(of: "b") + ".left-out")?.contains("Rabat") == true)
    #expect(text(of: drafts.file(of: "c") + ".left-out") == nil)
  }
}
