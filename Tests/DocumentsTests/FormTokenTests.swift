import Chance
import Documents
import SampleForms
import Survey
import Testing

@Suite("The token of a form")
struct FormTokenTests {
  static let token = FormToken(form: "gcm-review-2018", version: "2018.1", mechanism: "rabat")

  @Test("It is the same every time, and read however it is typed")
  func typed() {
    #expect(Self.token.description == "8WZG-VRMJ")
    #expect(FormToken("8wzg vrmj") == Self.token)
    let withZero = (0..<400).lazy.map { FormToken(form: "f", version: "\($0)", mechanism: nil) }
      .first { $0.description.contains("0") && $0.description.contains("1") }
    let typed = withZero?.description.map { $0 == "0" ? "O" : $0 == "1" ? "l" : String($0) }.joined()
    #expect(typed.flatMap { FormToken($0) } == withZero)
  }

  @Test("One wrong sign, two swapped ones, one too few or too many are no token")
  func errors() {
    let signs = Array(Self.token.description.filter { $0 != "-" })
    for place in signs.indices {
      for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != signs[place] {
        var wrong = signs
        wrong[place] = other
        #expect(FormToken(String(wrong)) == nil, "\(String(wrong))")
      }
      for second in signs.indices where signs[second] != signs[place] {
        var swapped = signs
        swapped.swapAt(place, second)
        #expect(FormToken(String(swapped)) == nil, "\(String(swapped))")
      }
    }
    #expect(FormToken(String(signs.dropLast())) == nil)
    #expect(FormToken(String(signs + ["0"])) == nil)
    #expect(FormToken("") == nil)
  }

  @Test("It leads to the mechanism of this form and version, and to nobody else")
  func mechanism() throws {
    let questionnaire = try BlankForms.questionnaire("gcm-review-2018")
    let list = try #require(questionnaire.question("iscm").flatMap(questionnaire.choices))
    for choice in list.choices {
      let token = FormToken(form: "gcm-review-2018", version: "2018.1", mechanism: choice.name)
      let found = token.mechanism(among: list.choices, form: "gcm-review-2018", version: "2018.1")
      #expect(found == choice.name)
    }
    #expect(Self.token.mechanism(among: list.choices, form: "gcm-review-2018", version: "2018.2") == nil)
    let ofNobody = FormToken(form: "gcm-review-2018", version: "2018.1", mechanism: nil)
    #expect(ofNobody.mechanism(among: list.choices, form: "gcm-review-2018", version: "2018.1") == nil)
  }
}

@Suite("The sum over a definition")
struct DefinitionHashTests {
  static func hash(
    _ item: Item = Sample.ask("a", .selectOne("l"), Sample.text("A"), no: "1"), label: String = "Yes",
    more: [Item] = []
  ) -> String {
    let list = SampleLists.list("l", [("yes", label, "Oui"), ("no", "No", "Non")])
    return DefinitionHash(of: Sample.questionnaire([item] + more, lists: [list])).description
  }

  @Test("Whatever changes what is asked changes the sum; a hint does not")
  func changes() {
    let group = { (name: String, rule: String?) in
      Item.group(Sample.group(name, relevant: rule, [Sample.ask("a", .selectOne("l"), Sample.text("A"))]))
    }
    let all = [
      Self.hash(), Self.hash(label: "Yes!"), Self.hash(more: [Sample.ask("b", .text)]),
      Self.hash(Sample.ask("b", .selectOne("l"), Sample.text("A"), no: "1")),
      Self.hash(Sample.ask("a", .selectMultiple("l"), Sample.text("A"), no: "1")),
      Self.hash(Sample.ask("a", .selectOne("l"), Sample.text("A", "Un"), no: "1")),
      Self.hash(Sample.ask("a", .selectOne("l"), Sample.text("A"), no: "2")),
      Self.hash(Sample.ask("a", .selectOne("l"), Sample.text("A"), no: "1", relevant: "true()")),
      Self.hash(group("g", nil)), Self.hash(group("h", nil)), Self.hash(group("g", "true()")),
    ]
    #expect(Set(all).count == all.count)
    let hinted = Sample.ask("a", .selectOne("l"), Sample.text("A"), no: "1", hint: Sample.text("Look."))
    #expect(Self.hash(hinted) == Self.hash())
    #expect(Self.hash().utf8.count == 16)
  }
}
