import SampleForms
import Survey
import Testing

@Suite("Numbers of questions")
struct NumberingTests {
  let numbering = Sample.form.numbering

  @Test(
    "A question is called by its number on paper, or by that of the nearest group that has one",
    arguments: [
      ("iscm", "1"), ("iscm_other", "1a"), ("chair_country", "2a"), ("secretariat_name", "3"),
      ("position_date", "6a"), ("event_title", "20"), ("submitted_by", nil),
    ] as [(Question.Name, String?)])
  func labels(name: Question.Name, label: String?) { #expect(numbering.label(of: name) == label) }

  @Test("The parts of a compound question are counted once, and what has no number is not counted")
  func counting() {
    #expect(numbering.number(of: "chair_country") == "2")
    #expect(numbering.count(["chair_country", "chair_name", "iscm", "iscm_other", "submitted_by"]) == 2)
    #expect(numbering.total == 24)
  }

  @Test("Parts are the outermost groups that hold numbered questions")
  func parts() {
    #expect(
      numbering.partTitles.map { $0[Sample.english] } == [
        "I. General information", "II. Positions", "III. Practice",
      ])
    #expect(numbering.part(of: "chair_name") == 1)
    #expect(numbering.part(of: "event_title") == 3)
    #expect(numbering.part(of: "submitted_by") == nil)
  }

  @Test("Without any number on paper, the questions that are asked are numbered as they come")
  func plain() {
    let form = Sample.questionnaire([
      Sample.ask("note", .note), Sample.ask("a", .text), Sample.ask("sum", .calculate, calculation: "1"),
      .group(Sample.group("g", Sample.text(""), [Sample.ask("b", .text)])),
    ])
    #expect(form.numbering.label(of: "a") == "1")
    #expect(form.numbering.label(of: "b") == "2")
    #expect(form.numbering.label(of: "sum") == nil)
    #expect(form.numbering.total == 2)
  }

  @Test(
    "A person who types a number, a part of it or a name means a question",
    arguments: [
      ("4", ["position"]), (" 2A ", ["chair_country"]), ("2", ["chair_country", "chair_name"]),
      ("1", ["iscm"]), ("Position_Link", ["position_link"]), ("submitted_by", ["submitted_by"]), ("99", []),
      ("", []), ("twice", []),
    ] as [(String, [Question.Name])])
  func calling(typed: String, names: [Question.Name]) {
    #expect(numbering.questions(called: typed, in: Sample.form) == names)
  }

  @Test("A compound question or a repeat that stands alone is no part")
  func compoundsAreNoParts() {
    let form = Sample.questionnaire([
      .group(Sample.group("chair", Sample.text("Chair"), no: "1", [Sample.ask("a", .text, no: "1a")])),
      .group(Sample.group("event", Sample.text("Event"), repeated: .free, [Sample.ask("b", .text, no: "2")])),
    ])
    #expect(form.numbering.partTitles.isEmpty)
    #expect(form.numbering.part(of: "a") == nil)
    #expect(form.numbering.part(of: "b") == nil)
  }
}
