import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Repeats, notes and other answers on the full screen")
struct RepeatScreenTests {
  @Test("A group that is given freely asks how often; each of its repeats is told by its number")
  func free() {
    var script = ScreenScript(FormSession([.group(Self.region)]))
    #expect(script.shows("Region: how many? A whole number, 0 for none."))
    script.press("two<Enter>")
    #expect(script.shows("Not taken: \"two\" is no whole number. Expected: digits alone, such as 12."))
    #expect(script.screen.typed == "two")
    script.press("<Backspace><Backspace><Backspace>2<Enter>")
    #expect(script.screen.place == .question("region[1]/region_name"))
    #expect(script.shows("Region: 1 of 2."))
    script.press("Andes<Enter>5<Enter>")
    #expect(script.screen.place == .question("region[2]/region_name"))
    #expect(script.shows("Region: 2 of 2."))
    script.press("<F4><F4>")
    #expect(script.screen.place == .question("region[1]/region_name"))
    script.press("<F4>")
    #expect(script.screen.place == .repeats(RepeatPath("region")))
    #expect(script.shows("Taken back: question \"Region\"."))
    #expect(script.screen.session.repeatCounts == [:])
    script.press("<Shift-F4><Shift-F4><Shift-F4>")
    #expect(script.screen.session.entries["region[1]/region_states"] == .answered(.integer(5)))
    script.go(to: "region[1]/region_name")
    script.press("<Shift-Tab>")
    #expect(script.screen.typed == "2")
    script.press("<Backspace>10001<Tab>")
    #expect(script.screen.place == .repeats(RepeatPath("region")))
    script.press("<F8>")
    #expect(script.screen.session.repeatCounts[RepeatPath("region")] == 0)
    script.press("<Tab>")
    #expect(script.screen.place == nil)
  }

  static let region = Sample.group(
    "region", Sample.text("Region"), repeated: .free,
    [
      Sample.ask("region_name", .text, Sample.text("Name of the region"), no: "1"),
      Sample.ask("region_states", .integer, Sample.text("How many States?"), no: "2"),
    ])

  @Test("A group that is counted by an answer has as many repeats as that says, one within the other too")
  func counted() throws {
    var session = FormSession(Sample.form)
    try session.apply(.answer("iscm", .one("puebla")))
    var script = ScreenScript(session)
    script.go(to: "event_count")
    script.press("2<Enter>Launch<Enter>1")
    #expect(script.shows("Event: 1 of 2."))
    script.press("<Enter>2<Enter>")
    #expect(script.screen.place == .question("event[1]/guest[1]/guest_name"))
    #expect(script.shows("Event: 1 of 2. Guest: 1 of 2."))
    #expect(script.shows("22 (1, 1). Name of the guest"))
    script.press("Ana<Enter>Ben<Enter>")
    #expect(script.screen.place == .question("event[2]/event_title"))
    script.go(to: "event_count")
    script.press("<Backspace>1<Tab><Tab><Tab><Tab><Tab><Tab>")
    #expect(script.screen.place == .repeats(RepeatPath("region")))
    #expect(script.screen.session.entries["event[1]/guest[2]/guest_name"]?.answer?.cell == "Ben")
  }

  @Test("A note is read with the question behind it, and by itself where there is none")
  func notes() {
    var script = ScreenScript(
      FormSession([
        Sample.ask("welcome", .note, Sample.text("Please read this.")),
        Sample.ask("name", .text, Sample.text("Name?"), no: "1"),
        Sample.ask("thanks", .note, Sample.text(String(repeating: "Thank you very much. ", count: 100))),
      ]))
    #expect(script.shows("Please read this. 1. Name?"))
    script.press("<Tab>")
    #expect(script.screen.place == .question("thanks"))
    #expect(script.shows("more below"))
    script.press("<PgDn><PgDn><PgDn><Down>")
    #expect(script.shows("more above") && !script.shows("more below"))
    script.press("<Home>x<Space><F7><F8>")
    #expect(script.shows("more below") && script.screen.session.entries.isEmpty)
    script.press("<Enter>")
    #expect(script.screen.place == nil)
  }

  @Test("What is asked of another choice stands on its page as soon as that is chosen")
  func other() {
    var script = ScreenScript(FormSession(Sample.form))
    #expect(!script.shows("1a"))
    script.press("other<F8>4")
    #expect(script.shows("> (*) 4 Another mechanism"))
    #expect(script.shows("> 1 What is the name of your mechanism? Another mechanism"))
    #expect(script.shows("1a Name of your mechanism, if it is (empty) not listed"))
    script.press("<Enter>Our Process<Enter>")
    #expect(script.screen.session.entries["iscm_other"] == .answered(.text("Our Process")))
    #expect(script.screen.place == .question("chair_country"))
    script.go(to: "iscm")
    script.press("1")
    #expect(script.shows("Set aside: 1a. Kept, not sent."))
    #expect(!script.shows("if it is not listed"))
  }
}
