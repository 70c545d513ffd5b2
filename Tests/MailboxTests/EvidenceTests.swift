import Calendar
import Documents
import Mailbox
import Messages
import SampleForms
import Survey
import Testing

@Suite("What a document says of itself, and what readers found in it")
struct EvidenceTests {
  static let position = Place(line: 83, table: 1, row: 9, column: 3)

  static let refined: Rendered = {
    Rendered(
      form: Forms.blank(Forms.review),
      cells: ["position_refine": "yes", "submitted_by": "A", "iscm": "prague"])
  }()

  /// The table, and the place of the answer to question 8 in it.
  func table(_ finding: Finding.Kind, beside: Bool = false) throws -> MatchedForm {
    var extract = Self.refined.table([.bookmarks, .codes])
    let index = try #require(extract.blocks.firstIndex { $0.bookmarks == ["q08"] })
    extract.findings = [
      Finding(finding, at: extract.blocks[beside ? index - 1 : index].place, detail: "found")
    ]
    return Forms.reviewKey.match(extract)
  }

  @Test("A tracked change is a doubt where an answer stands, and nowhere else")
  func trackedChange() throws {
    let inside = try table(.trackedChange)
    #expect(inside.cells["position_refine"] == "yes")
    #expect(inside.doubts.map(\.reason) == [.trackedChange])
    #expect(inside.doubts.first?.address == "position_refine")
    #expect(try table(.trackedChange, beside: true).doubts == [])
  }

  @Test(
    "Every other finding is a doubt wherever it stands",
    arguments: Finding.Kind.allCases.filter { $0 != .trackedChange })
  func findings(kind: Finding.Kind) throws {
    #expect(try table(kind, beside: true).doubts.map(\.reason.rawValue) == [kind.rawValue])
  }

  @Test("A box whose sign says otherwise is a doubt")
  func boxDisagrees() throws {
    var extract = Self.refined.table([.tags, .bookmarks, .codes])
    let index = try #require(extract.blocks.firstIndex { $0.bookmarks == ["q08"] })
    extract.blocks[index].items = extract.blocks[index].items.map { item in
      guard case .box(let box) = item else { return item }
      return .box(.init(kind: box.kind, isTicked: box.isTicked, name: box.name, disagrees: true))
    }
    let form = Forms.reviewKey.match(extract)
    #expect(form.doubts.map(\.reason) == [.boxDisagrees])
  }

  @Test("Tags of other choices than the words beside them are a doubt")
  func tagsSwapped() throws {
    var extract = Self.refined.table([.tags, .bookmarks, .codes])
    let index = try #require(extract.blocks.firstIndex { $0.bookmarks == ["q08"] })
    let items = extract.blocks[index].items
    extract.blocks[index].items = [items[2], items[1], items[0], items[3]]
    let form = Forms.reviewKey.match(extract)
    #expect(form.cells["position_refine"] == nil)
    #expect(form.doubts.map(\.reason) == [.marksDisagree])
  }

  @Test("Whom a form was made for is no answer, and an answer must not say otherwise")
  func given() {
    let form = BlankForm(
      of: Forms.review, in: Forms.review.languages[0], say: Interface(.english),
      for: (address: "iscm", name: "almaty"))
    for rendered in [
      Rendered(form: form, cells: [:]).table([.bookmarks, .codes]), Rendered(form: form, cells: [:]).lines(),
    ] {
      let blank = Forms.reviewKey.match(rendered)
      #expect(blank.given == MatchedForm.Given(address: "iscm", choice: "almaty"))
      #expect(blank.answers == [])
      #expect(blank.doubts == [])
      #expect(blank.unplaced == [])
    }
    let filled = Rendered(form: form, cells: ["submitted_by": "A"]).lines()
    #expect(Forms.reviewKey.match(filled).doubts == [])
    #expect(Forms.reviewKey.match(filled).token == form.token.description)
    var other = Self.refined.lines()
    other.properties = [.init(name: "iscm-token", value: form.token.description)]
    #expect(Forms.reviewKey.match(other).reasons.contains(.marksDisagree))
  }

  @Test("A CSV is read by its columns")
  func sheet() {
    var extract = Extract.table([
      "name|number|question|choices|value|state", "iscm-form||||gcm-review-2018|",
      "position|4|||yes|", "themes|9|||theme_1 theme_3|", "capacity|20|||two words|",
      "position_refine|8||||unknown",
    ])
    extract.format = .csv
    let form = Forms.reviewKey.match(extract)
    #expect(form.cells == ["position": "yes", "themes": "theme_1 theme_3", "capacity": "two words"])
    #expect(
      form.doubts.map { "\($0.address?.description ?? "") \($0.detail)" } == [
        "position_refine state: unknown"
      ])
    #expect(form.unplaced == [])
  }

  @Test("Repeats have their numbers in their marks")
  func repeats() {
    let extract = Extract.lines(
      "[FORM sample]\n[Q23_1] North [/Q23_1]\n[Q24_1] 3 [/Q24_1]\n[Q23_2] South [/Q23_2]")
    let form = Forms.sampleKey.match(extract)
    #expect(
      form.cells == [
        "region[1]/region_name": "North", "region[1]/region_states": "3", "region[2]/region_name": "South",
      ])
    #expect(form.doubts == [])
  }

  @Test("A foreign document is no form, and all of it is unplaced")
  func foreign() {
    let form = Forms.reviewKey.match(.lines("Dear all,\n\nYes, we agree.\nNo."))
    #expect(!form.isForm)
    #expect(form.answers == [])
    #expect(form.doubts == [])
    #expect(form.unplaced.map(\.text) == ["Dear all,", "Yes, we agree.", "No."])
  }

  @Test("Lines of any size are matched in a time that grows with them")
  func large() {
    let text = String(repeating: "> [Q08] ( ) yes\nA line of somebody's words, and another.\n", count: 400)
    let form = Forms.reviewKey.match(.lines(text))
    #expect(form.answers == [])
    #expect(form.doubts.isEmpty == false)
  }
}
