import SampleForms
import Survey
import Testing

@Suite("Answers in texts")
struct TextTests {
  @Test("A reference in a text is the answer as it is stored; nothing where there is none")
  func answers() throws {
    var session = FormSession([
      Sample.ask("name", .text), Sample.ask("n", .decimal), Sample.ask("ok", .selectOne("yes_no")),
      Sample.ask("double", .calculate, calculation: "${n} * 2"),
      Sample.ask("hidden", .text, relevant: "${ok} = 'yes'"),
    ])
    let text = "${name}, ${ n } ($${double}) ${ok}${hidden}${none} ${"
    #expect(session.outline.filled(text, in: []) == ",  ($)  ${")
    try session.fill(["name": "Ana ${n}", "n": "2.50", "ok": "no", "hidden": "x"])
    #expect(session.outline.filled(text, in: []) == "Ana ${n}, 2.5 ($5) no ${")
  }

  @Test("In a repeat a reference is the answer of the same repeat; from outside, of an only one")
  func repeats() throws {
    var session = FormSession.sample()
    try session.enter("1", at: "event_count")
    try session.enter("Launch", at: "event[1]/event_title")
    #expect(session.outline.filled("<${event_title}>", in: []) == "<Launch>")
    try session.enter("2", at: "event_count")
    try session.enter("Close", at: "event[2]/event_title")
    #expect(session.outline.filled("<${event_title}>", in: []) == "<>")
    let second = RepeatPath("event").step(2)
    #expect(session.outline.filled("<${event_title} of ${event_count}>", in: second) == "<Close of 2>")
  }
}
