import Calendar
import Documents
import Mailbox
import Survey
import Testing

@Suite("Answers typed into a mail")
struct MailTests {
  static let cases: [MatchCase] = [
    MatchCase(
      "a tick",
      .mail("[Q04] ( ) yes  Yes\n[Q04] (x) no  No\n[Q04] ( ) in_process  In process, not final yet"),
      ["position": "no"]),
    MatchCase("any tick that is one", .mail("[Q08] [✓] yes ( ) no"), ["position_refine": "yes"]),
    MatchCase(
      "a sign that may be no tick", .mail("[Q08] (?) yes ( ) no"), doubts: ["position_refine notAnAnswer"]),
    MatchCase(
      "two ticks", .mail("[Q08] (x) yes (x) no"), doubts: ["position_refine severalTicked"]),
    MatchCase("a name behind the code", .mail("[Q08] no"), ["position_refine": "no"]),
    MatchCase("a label in French", .mail("[Q08] Oui."), ["position_refine": "yes"]),
    MatchCase("a label in Spanish, without its accent", .mail("[Q08] SI"), ["position_refine": "yes"]),
    MatchCase(
      "a label below the boxes, in the same copy",
      .mail("> [Q08] ( ) yes  Oui\n> [Q08] ( ) no  Non\nNon\n> [END]"), ["position_refine": "no"]),
    MatchCase(
      "a label below the boxes that is also the heading of a column",
      .mail("> [Q08] ( ) yes  Yes\n> [Q08] ( ) no  No\nNo\n> [END]"), ["position_refine": "no"]),
    MatchCase(
      "a label below that says otherwise than the tick",
      .mail("> [Q08] (x) yes  Oui\n> [Q08] ( ) no  Non\nNon\n> [END]"),
      doubts: ["position_refine severalTicked"]),
    MatchCase("yes, but", .mail("[Q08] Yes, but only in part"), doubts: ["position_refine notAnAnswer"]),
    MatchCase("yes?", .mail("[Q08] Yes?"), doubts: ["position_refine notInTheList"]),
    MatchCase("a word of another language", .mail("[Q08] Ja"), doubts: ["position_refine notInTheList"]),
    MatchCase(
      "a comment beside a tick", .mail("[Q08] (x) yes ( ) no\nWe think so.\n[END]"),
      ["position_refine": "yes"],
      unplaced: ["We think so. (position_refine)"]),
    MatchCase("a text on the same line", .mail("[Q20] Training. [/Q20]"), ["capacity": "Training."]),
    MatchCase(
      "a text below, to the letter", .mail("[Q20]\n\n two\n  lines\n\n[/Q20]"), ["capacity": "two\n  lines"]),
    MatchCase(
      "a text behind its closing mark is proposed", .mail("> [Q20]\n> [/Q20]\nTraining.\n> [END]"),
      ["capacity": "Training."], doubts: ["capacity marksDisagree"]),
    MatchCase(
      "a text whose closing mark is gone", .mail("[Q20] Training.\nBest regards\nA. Chair"),
      ["capacity": "Training.\nBest regards\nA. Chair"], doubts: ["capacity marksDisagree"]),
    MatchCase(
      "a text that goes on to the next code", .mail("[Q20] Training.\n[Q21] Funds.\n[/Q21]"),
      ["capacity": "Training.", "assistance": "Funds."]),
    MatchCase(
      "one copy answered, the quoted one not",
      .mail("[Q08] (x) yes ( ) no\n[END]\nOn Friday, A wrote:\n> [Q08] ( ) yes ( ) no\n> [END]"),
      ["position_refine": "yes"]),
    MatchCase(
      "two copies that agree",
      .mail("[Q08] (x) yes ( ) no\n[END]\n> [Q08] (x) yes ( ) no\n> [END]"), ["position_refine": "yes"]),
    MatchCase(
      "two copies that do not",
      .mail("[Q08] (x) yes ( ) no\n[END]\n> [Q08] ( ) yes (x) no\n> [END]"), ["position_refine": "yes"],
      doubts: ["position_refine answeredTwice"]),
    MatchCase(
      "one place with texts at two depths", .mail("> [Q20]\n> Training.\nMore training.\n> [/Q20]"),
      doubts: ["capacity answeredTwice"]),
    MatchCase(
      "a greeting is unplaced, a signature behind the end is not",
      .lines(
        "Dear all,\n[FORM gcm-review-2018]\n[Q08] (x) yes ( ) no\n[END]\nBest regards\n-- \nA. Chair, room 4"),
      ["position_refine": "yes"], unplaced: ["Dear all,"]),
    MatchCase(
      "what names a question behind the end is unplaced",
      .mail("[Q08] (x) yes ( ) no\n[END]\nSorry, question 8 should be no."), ["position_refine": "yes"],
      unplaced: ["Sorry, question 8 should be no."]),
    MatchCase(
      "a date as it is stored", .mail("[Q04] yes\n[Q06a] 2018-07-13 [/Q06a]"),
      ["position": "yes", "position_date": "2018-07-13"]),
    MatchCase(
      "a date with the name of its month",
      .mail("[Q04] Oui\n[Q06a] 1er juillet 2018 [/Q06a]"), ["position": "yes", "position_date": "2018-07-01"]),
    MatchCase(
      "a date in numbers that may be two", .mail("[Q04] yes\n[Q06a] 07/08/2018 [/Q06a]"), ["position": "yes"],
      doubts: ["position_date notAnAnswer"]),
    MatchCase(
      "a date still to come", .mail("[Q04] yes\n[Q06a] 2018-12-24 [/Q06a]"),
      ["position": "yes", "position_date": "2018-12-24"]),
    MatchCase(
      "an answer that another makes needless", .mail("[Q04] no\n[Q05] https://example.org [/Q05]"),
      ["position": "no", "position_link": "https://example.org"]),
    MatchCase(
      "an edited question",
      .mail(
        "8. Will the position NOT be finalized or refined after its adoption in December 2018?\n[Q08] (x) yes ( ) no"
      ),
      ["position_refine": "yes"], doubts: ["position_refine editedQuestion"],
      unplaced: ["8. Will the position NOT be finalized or refined after its adoption in December 2018?"]),
    MatchCase(
      "another version", .lines("[FORM gcm-review-2018]\n[VERSION 2018.0]\n[Q08] (x) yes ( ) no"),
      ["position_refine": "yes"], doubts: ["- otherVersion", "position_refine editedQuestion"]),
    MatchCase(
      "another version, where the question's own wording stands before its mark",
      .lines(
        "[FORM gcm-review-2018]\n[VERSION 2018.0]\n"
          + "8. Will the position be finalized or refined after the adoption of the Global Compact in December "
          + "2018?\n[Q08] (x) yes ( ) no"),
      ["position_refine": "yes"], doubts: ["- otherVersion"]),
    MatchCase(
      "another form", .lines("[FORM webinar]\n[Q08] (x) yes"), doubts: ["- otherForm"],
      unplaced: ["[FORM webinar]", "[Q08] (x) yes"]),
    MatchCase(
      "codes alone prove no form", .lines("[Q20] We ate. [/Q20]\n[Q21] We slept. [/Q21]"),
      ["capacity": "We ate.", "assistance": "We slept."],
      doubts: ["capacity editedQuestion", "assistance editedQuestion"]),
  ]

  @Test("Each case", arguments: cases) func each(_ item: MatchCase) { expect(item) }
}

/// Compares what comes of a document with what is to come of it.
func expect(_ item: MatchCase) {
  let form = Forms.reviewKey.match(item.extract)
  #expect(Dictionary(uniqueKeysWithValues: form.cells.map { ($0.key.description, $0.value) }) == item.answers)
  let doubts = form.doubts.map { "\($0.address?.description ?? "-") \($0.reason)" }
  #expect(doubts == item.doubts)
  let unplaced = form.unplaced.map { $0.text + ($0.beside.map { " (\($0))" } ?? "") }
  #expect(unplaced == item.unplaced)
}
