import Documents
import Mailbox
import Survey
import Testing

@Suite("Answers in tables")
struct TableTests {
  static let refine =
    "Will the position be finalized or refined after the adoption of the Global Compact in December 2018?"
  static let frenchRefine =
    "La position sera-t-elle finalisée ou affinée après l'adoption du Pacte mondial en décembre 2018 ?"
  static let themes = "Which themes of the Global Compact do the position or recommendations address?"
  static let capacity: String =
    Forms.review.question("capacity")?.wording.label[Forms.review.languages[0]] ?? ""

  static let cases: [MatchCase] = [
    MatchCase("the original form, a box", .table(["8.|\(refine)|☒ Yes ☐ No"]), ["position_refine": "yes"]),
    MatchCase(
      "the number with a letter before it", .table(["Q8|\(refine)|☐ Yes ☒ No"]), ["position_refine": "no"]),
    MatchCase("number and question in one cell", .table(["8. \(refine)|Yes"]), ["position_refine": "yes"]),
    MatchCase("in French", .table(["8|\(frenchRefine)|OUI"]), ["position_refine": "yes"]),
    MatchCase("boxes behind the options", .table(["8|\(refine)|Yes ☐ No ☒"]), ["position_refine": "no"]),
    MatchCase("all options and no mark is blank", .table(["8|\(refine)|Yes No"])),
    MatchCase("an x before an option", .table(["8|\(refine)|X Yes No"]), ["position_refine": "yes"]),
    MatchCase("an x behind the last option", .table(["8|\(refine)|Yes No x"]), ["position_refine": "no"]),
    MatchCase(
      "an x between two options", .table(["8|\(refine)|Yes X No"]), doubts: ["position_refine notAnAnswer"]),
    MatchCase(
      "an x between two options, close to the first", .table(["8|\(refine)|Yes X   No"]),
      ["position_refine": "yes"]),
    MatchCase(
      "an x between two options, close to the second", .table(["8|\(refine)|Yes\tX No"]),
      ["position_refine": "no"]),
    MatchCase(
      "an x between two options, close to none", .table(["8|\(refine)|Yes   X   No"]),
      doubts: ["position_refine notAnAnswer"]),
    MatchCase(
      "an x close to each of two options", .table(["8|\(refine)|Yes X   No X"]),
      doubts: ["position_refine severalTicked"]),
    MatchCase(
      "room within an option", .table(["4|\(label("position"))|Yes   In  process,   not final yet X"]),
      ["position": "in_process"]),
    MatchCase("an x on a line of its own", .table(["8|\(refine)|Yes X\nNo"]), ["position_refine": "yes"]),
    MatchCase("two ticks", .table(["8|\(refine)|☒ Yes ☒ No"]), doubts: ["position_refine severalTicked"]),
    MatchCase(
      "one option taken away, none ticked", .table(["8|\(refine)|☐ Yes"]),
      doubts: ["position_refine notAnAnswer"]),
    MatchCase(
      "one option taken away, the other ticked", .table(["8|\(refine)|☒ Yes"]), ["position_refine": "yes"]),
    MatchCase("an option below the boxes", .table(["8|\(refine)|☐ Yes ☐ No\nNo"]), ["position_refine": "no"]),
    MatchCase(
      "a box taken away, none ticked", .table(["8|\(refine)|☐ Yes\nNo"]),
      doubts: ["position_refine notAnAnswer"]),
    MatchCase(
      "a box taken away among many, none ticked",
      .table(["4|\(label("position"))|Yes", "10|\(label("principles"))|☐ Human rights\nNational sovereignty"]
      ),
      ["position": "yes"], doubts: ["principles notAnAnswer"]),
    MatchCase(
      "a typing error in the question",
      .table(["8|\(refine.replacingFirst("finalized", "finalised"))|☒ Yes ☐ No"]),
      ["position_refine": "yes"]),
    MatchCase(
      "an edited question",
      .table(["8|Will the position not be refined before the adoption in December 2018?|☒ Yes ☐ No"]),
      ["position_refine": "yes"], doubts: ["position_refine editedQuestion"]),
    MatchCase(
      "the number alone", .table(["8|What is your favourite colour of all?|☒ Yes ☐ No"]),
      ["position_refine": "yes"],
      doubts: ["position_refine numberAlone"]),
    MatchCase(
      "rows out of order", .table(["20|\(capacity)|Training.", "8|\(refine)|Yes"]),
      ["position_refine": "yes", "capacity": "Training."],
      doubts: ["capacity editedQuestion", "position_refine editedQuestion"]),
    MatchCase(
      "numbers and ranges", .table(["4|\(label("position"))|Yes", "9|\(themes)|1, 3-4; 6"]),
      ["position": "yes", "themes": "theme_1 theme_3 theme_4 theme_6"]),
    MatchCase(
      "a number that the list does not have", .table(["4|\(label("position"))|Yes", "9|\(themes)|1, 7"]),
      ["position": "yes"], doubts: ["themes notInTheList"]),
    MatchCase(
      "all of them", .table(["4|\(label("position"))|Yes", "9|\(themes)|all"]), ["position": "yes"],
      doubts: ["themes notInTheList"]),
    MatchCase(
      "numbers with a point between them", .table(["4|\(label("position"))|Yes", "9|\(themes)|1.3"]),
      ["position": "yes"], doubts: ["themes notInTheList"]),
    MatchCase(
      "exact labels",
      .table(["4|\(label("position"))|Yes", "10|\(label("principles"))|Human rights; National sovereignty"]),
      ["position": "yes", "principles": "principle_3 principle_6"]),
    MatchCase(
      "parts in one cell",
      .table(["2|Chair of the ISCM|Which country holds the Chair? Kenya\nName of the current Chair: A. B."]),
      ["chair_country": "Kenya", "chair_name": "A. B."]),
    MatchCase(
      "parts in one cell, in French",
      .table(["2|Présidence de l'ISCM|Quel pays assure la présidence ?: Kenya"]), ["chair_country": "Kenya"]),
    MatchCase(
      "parts that nobody can tell apart", .table(["2|Chair of the ISCM|Kenya, A. B."]),
      doubts: ["chair_country notAnAnswer"], unplaced: ["Kenya, A. B."]),
    MatchCase(
      "parts in rows of their own",
      .table(["3|Secretariat of the ISCM|", "a|Name of the Head of the Secretariat|A. B."]),
      ["secretariat_name": "A. B."]),
    MatchCase(
      "a marked row", .table(["8\n[Q08]|\(refine)|☒ Yes ☐ No"], marked: true), ["position_refine": "yes"]),
    MatchCase(
      "a marked row with another question",
      .table(["8\n[Q08]|\(label("position"))|☒ Yes ☐ No"], marked: true),
      ["position_refine": "yes"], doubts: ["position_refine editedQuestion"]),
    MatchCase(
      "a marked row with a remark beside the question",
      .table(["8\n[Q08]|\(refine) We disagree.|☒ Yes ☐ No"], marked: true), ["position_refine": "yes"],
      doubts: ["position_refine editedQuestion"], unplaced: ["We disagree. (position_refine)"]),
    MatchCase(
      "a fourth column", .table(["8\n[Q08]|\(refine)|☒ Yes ☐ No|No, see below"], marked: true),
      doubts: ["position_refine notAnAnswer", "position_refine editedQuestion"],
      unplaced: ["☒ Yes ☐ No (position_refine)"]),
    MatchCase(
      "a question that has no number on paper",
      .table(["8|\(refine)|Yes", "|\(label("submitted_by"))|A. B."]),
      ["position_refine": "yes", "submitted_by": "A. B."]),
    MatchCase(
      "a question without a number, in a row of two cells",
      .table(["8|\(refine)|Yes", "\(label("submitted_by"))|A. B."]),
      ["position_refine": "yes", "submitted_by": "A. B."]),
    MatchCase(
      "a question without a number proves nothing alone",
      .table(["|\(label("submitted_by"))|A. B."]), unplaced: ["Who submits these answers?", "A. B."]),
    MatchCase(
      "a foreign table", .table(["Name|Age", "A|8", "B|20"]), unplaced: ["Name", "Age", "A", "8", "B", "20"]),
  ]

  static func label(_ name: String) -> String {
    Forms.review.question(Question.Name(name))?.wording.label[Forms.review.languages[0]] ?? ""
  }

  @Test(
    "Above the tables of a form without marks stands its heading; below them, and in our own forms, anybody may write",
    arguments: [(false, 0, true), (false, 99, false), (true, 0, false)])
  func heading(isMarked: Bool, line: Int, isHeading: Bool) {
    var extract = Extract.table(["8\(isMarked ? " [Q08]" : "")|\(Self.refine)|Yes"], marked: isMarked)
    for index in extract.blocks.indices { extract.blocks[index].place.line += 10 }
    let text = Block(place: Place(line: line), items: [.text("Return it by Friday.")])
    extract.blocks.insert(text, at: line == 0 ? 0 : extract.blocks.count)
    let form = Forms.reviewKey.match(extract)
    #expect(form.answers.map(\.cell) == ["yes"])
    #expect(form.unplaced.map(\.text) == ["Return it by Friday."])
    #expect(form.unplaced.map(\.isHeading) == [isHeading])
  }

  @Test("Each case", arguments: cases) func each(_ item: MatchCase) { expect(item) }
}

extension String {
  func replacingFirst(_ old: String, _ new: String) -> String {
    guard let found = range(of: old) else { return self }
    return replacingCharacters(in: found, by: new)
  }

  private func replacingCharacters(in range: Range<String.Index>, by new: String) -> String {
    String(self[..<range.lowerBound]) + new + self[range.upperBound...]
  }
}
