import Expressions
import SampleForms
import Survey
import Testing

@Suite("The model of a questionnaire")
struct ModelTests {
  @Test(
    "A language is read from a heading and written back",
    arguments: [
      ("English (en)", "English", "en"), ("Français (fr)", "Français", "fr"), ("default", "default", ""),
      ("Chinese (simplified) (zh)", "Chinese (simplified)", "zh"), (" English  ( en ) ", "English", "en"),
      ("Odd)", "Odd)", ""),
    ])
  func languages(heading: String, name: String, code: String) {
    let language = Language(heading: heading)
    #expect(language == Language(name: name, code: code))
    #expect(Language(heading: language.heading) == language)
  }

  @Test(
    "A person may ask for a language by code, name or heading",
    arguments: [("fr", true), ("FRENCH", true), ("french (fr)", true), ("f", false), ("", false)])
  func asking(wanted: String, isMeant: Bool) { #expect(Sample.french.answers(to: wanted) == isMeant) }

  @Test("A text that a language lacks is that of the default language, and says so")
  func fallback() {
    let spanish = Language(name: "Spanish", code: "es")
    let text = LocalizedText([Sample.english: "Yes", Sample.french: ""])
    #expect(text.languages == [Sample.english])
    let own = text.text(in: Sample.english, fallback: Sample.french)
    #expect(own.text == "Yes" && !own.isFallback)
    let other = text.text(in: Sample.french, fallback: Sample.english)
    #expect(other.text == "Yes" && other.isFallback && other.language == Sample.english)
    let first = Sample.text("Yes", "Oui").text(in: spanish, fallback: spanish)
    #expect(first.text == "Yes" && first.isFallback && first.language == Sample.english)
    let bare = LocalizedText(unlocalized: "OK").text(in: spanish, fallback: Sample.english)
    #expect(bare.text == "OK" && !bare.isFallback)
    let none = LocalizedText().text(in: spanish, fallback: Sample.english)
    #expect(none.text.isEmpty && !none.isFallback)
  }

  @Test("A list knows the places of its choices; the first of two of one name counts")
  func lists() {
    let list = SampleLists.list("l", [("a", "A", ""), ("b", "B", ""), ("a", "Again", "")])
    #expect(list.place(of: "b") == 1)
    #expect(list["a"]?.label[Sample.english] == "A")
    #expect(list["c"] == nil)
  }

  @Test(
    "Expressions know a list by its name, and a file by its name without the ending",
    arguments: [("yes_no", "yes_no"), ("iscm-register.csv", "iscm-register"), (".csv", ".csv")])
  func instances(name: String, id: String) {
    #expect(ChoiceList(name: ChoiceList.Name(name), choices: []).instanceID == id)
  }

  @Test("Questions and groups know what they stand in")
  func places() {
    let form = Sample.form
    #expect(form.placed("guest_name")?.groups == ["practice", "event", "guest"])
    #expect(form.placed("guest_name")?.repeats == ["event", "guest"])
    #expect(form.groupsAround("guest" as Group.Name) == ["practice", "event"])
    #expect(form.repeatsAround("guest") == ["event"])
    #expect(form.repeatGroups.map(\.name) == ["event", "guest", "region"])
    #expect(form.repeatGroups(directlyIn: nil).map(\.name) == ["event", "region"])
    #expect(form.repeatGroups(directlyIn: "event").map(\.name) == ["guest"])
    #expect(form.columns(of: "event").map(\.name) == ["event_title", "event_public", "event_name"])
    #expect(!form.columns().contains { $0.name == "welcome" })
    #expect(form.language("fr") == Sample.french)
    #expect(form.language("de") == nil)
  }

  @Test("A label of a list is that of the form's default language where an expression asks for it")
  func labelsInExpressions() throws {
    let spanish = Language(name: "Spanish", code: "es")
    let list = ChoiceList(
      name: "l", choices: [Choice(name: "a", label: LocalizedText([Sample.english: "One", spanish: "Uno"]))])
    let form = Questionnaire(
      id: "f", version: "1", title: LocalizedText(), languages: [Sample.english, spanish],
      defaultLanguage: spanish,
      items: [
        Sample.ask("q", .selectOne("l")),
        Sample.ask("c", .calculate, calculation: "instance('l')/root/item[name = 'a']/label"),
      ], lists: [list])
    let session = FormSession(form, id: "uuid:1", startedAt: Moment.start)
    #expect(session.outline.workedOut(Address("c")) == "Uno")
  }
}
