import SampleForms
import Survey
import Testing

@Suite("Undo and redo")
struct UndoTests {
  @Test("Each answer is taken back and made again; a new one ends what could be made again")
  func steps() throws {
    var session = FormSession.sample()
    try session.enter("yes", at: "position")
    try session.enter("no", at: "position")
    #expect(try session.apply(.undo) == .entry("position"))
    #expect(session.cell("position") == "yes")
    #expect(try session.apply(.undo) == .entry("position"))
    #expect(session.cell("position") == nil)
    #expect(try session.apply(.undo) == nil)
    #expect(try session.apply(.redo) == .entry("position"))
    #expect(session.cell("position") == "yes")
    try session.enter("in_process", at: "position")
    #expect(try session.apply(.redo) == nil)
    #expect(session.cell("position") == "in_process")
  }

  @Test("What is typed at one go, up to the answer it becomes, is one step")
  func typing() throws {
    var session = FormSession.sample()
    try session.enter("Kenya", at: "chair_country")
    for text in ["U", "Ug", "Uganda"] { try session.apply(.typing("chair_country", text)) }
    #expect(session.cell("chair_country") == "Uganda")
    try session.apply(.answer("chair_country", .text("Uganda")))
    try session.apply(.undo)
    #expect(session.cell("chair_country") == "Kenya")
    try session.apply(.redo)
    #expect(session.cell("chair_country") == "Uganda")
  }

  @Test("Typing that comes to nothing leaves nothing to take back")
  func typedAway() throws {
    var session = FormSession.sample()
    try session.apply(.typing("chair_country", "U"))
    try session.apply(.typing("chair_country", ""))
    #expect(try session.apply(.undo) == nil)
    try session.enter("Kenya", at: "chair_country")
    try session.apply(.answer("chair_country", .text("Kenya")))
    try session.apply(.undo)
    #expect(session.cell("chair_country") == nil)
  }

  @Test("Clearing what was typed is a step of its own: undo gives the text back", arguments: [true, false])
  func cleared(byClearing: Bool) throws {
    var session = FormSession.sample()
    try session.apply(.typing("chair_country", "Uganda"))
    try session.apply(byClearing ? .clear("chair_country") : .notApplicable("chair_country"))
    try session.apply(.undo)
    #expect(session.cell("chair_country") == "Uganda")
  }

  @Test("Going elsewhere, an undo and a redo end what is typed at one go")
  func sealed() throws {
    var session = FormSession.sample()
    try session.apply(.typing("chair_country", "Uganda"))
    try session.apply(.stand("chair_name"))
    try session.apply(.stand("chair_country"))
    try session.apply(.typing("chair_country", "Kenya"))
    try session.apply(.undo)
    #expect(session.cell("chair_country") == "Uganda")
    try session.apply(.undo)
    try session.apply(.redo)
    try session.apply(.typing("chair_country", "Chad"))
    try session.apply(.undo)
    #expect(session.cell("chair_country") == "Uganda")
  }

  @Test("Undo does not move the person, and works after going on")
  func navigation() throws {
    var session = FormSession.sample()
    try session.apply(.stand("position"))
    try session.enter("yes", at: "position")
    try session.apply(.stand("position_link"))
    try session.apply(.undo)
    #expect(session.position == "position_link")
    #expect(!session.outline.isAsked("position_link"))
  }

  @Test("Numbers of repeats are taken back too")
  func repeats() throws {
    var session = FormSession.sample()
    try session.apply(.repeats(RepeatPath("region"), 2))
    try session.enter("Andes", at: "region[2]/region_name")
    try session.apply(.repeats(RepeatPath("region"), 1))
    #expect(session.review.setAside.map(\.address.description) == ["region[2]/region_name"])
    #expect(session.review.setAside.first?.because == [])
    #expect(try session.apply(.undo) == .repeats(RepeatPath("region")))
    #expect(session.cell("region[2]/region_name") == "Andes")
    #expect(session.outline.isAsked("region[2]/region_name"))
  }
}
