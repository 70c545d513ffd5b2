import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("A whole form, as a person sees it")
struct TranscriptTests {
  /// One of everything: refusals, the menu, a skip, repeats, the review, a submission that is refused first.
  static let whole: [ScriptedTerminal.Act] = [
    // 1 to 3, with a way back, an undo and what does not apply.
    "mechanism", "puebla", "Mexico", "..", "1", "Canada", "..", "8", "Mexico", "..", "10", "",
    // 4 to 12.
    "perhaps", "1", "https://example.org/position", "2019-01-01", "Regional meeting", "2", "1",
    "1 3-2", "1, 3", "2", "1 3 9-10", "..", "1", "-3 23", "A working group was set up.", "", "..", "4",
    "It meets twice a year.", ".",
    // Back to 4: what hung on it is set aside.
    "..", "2", "4", "3", "..", "2", "5", "", "", "", "", "", ".",
    // 13 to 24, with repeats that are counted and repeats that are given.
    "201", "", "2,5", "2.5", "25:00", "16:30", "2018-11-08T10:00:00Z", "1", "2", "Launch", "1", "1", "Ana",
    "", "..",
    "9", "Close", "2", "two", "2", "Andes", "7", "..", "8", "5", "", "", "", "",
    // The review: refused at first.
    "", "", "9", "1", "So that all are there.", "A. Chair", "1",
  ]

  @Test("In English") func english() {
    let filled = FormSession(Sample.form).filled(by: Self.whole)
    #expect(filled.outcome == .submitted)
    expectGolden(filled.transcript, "whole-english")
  }

  @Test("In French") func french() {
    let filled = FormSession(Sample.form).filled(by: Self.whole, in: Sample.french, interface: .french)
    expectGolden(filled.transcript, "whole-french")
  }
}
