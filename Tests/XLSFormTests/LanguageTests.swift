import Survey
import Testing
import XLSForm

@Suite("Languages of a form")
struct LanguageTests {
  static let english = Language(name: "English", code: "en")
  static let french = Language(name: "French", code: "fr")
  static let spanish = Language(name: "Spanish", code: "es")

  private func form(_ columns: String, _ cells: String, default language: String = "") throws -> LoadedForm {
    try load(
      """
      | survey |
      | | type | name | \(columns) |
      | | text | a | \(cells) |
      | settings |
      | | form_id | default_language |
      | | f | \(language) |
      """)
  }

  @Test("Columns with a language make the languages, in their order")
  func named() throws {
    let form = try form("label::French (fr) | label::English (en)", "Un | One")
    #expect(form.questionnaire.languages == [Self.french, Self.english])
    #expect(form.questionnaire.defaultLanguage == Self.french)
    let label = try #require(form.questionnaire.question("a")).wording.label
    #expect(label[Self.english] == "One")
    #expect(label[Self.french] == "Un")
  }

  @Test(
    "The default language is found by its heading, its name or its code",
    arguments: [
      "English (en)", "English", "en",
    ])
  func standard(wanted: String) throws {
    let form = try form("label::French (fr) | label::English (en)", "Un | One", default: wanted)
    #expect(form.questionnaire.defaultLanguage == Self.english)
    #expect(form.warnings == [])
  }

  @Test("A column without a language has the default one")
  func bare() throws {
    let form = try form("label | label::French (fr)", "One | Un", default: "English (en)")
    #expect(form.questionnaire.languages == [Self.english, Self.french])
    #expect(form.questionnaire.question("a")?.wording.label[Self.english] == "One")
  }

  @Test("A form without languages has the unnamed one")
  func unnamed() throws {
    let form = try form("label", "One")
    #expect(form.questionnaire.languages == [.unnamed])
    #expect(form.questionnaire.defaultLanguage == .unnamed)
    #expect(form.questionnaire.question("a")?.wording.label == LocalizedText(unlocalized: "One"))
  }

  @Test("Single colons separate where no heading has two")
  func singleColons() throws {
    let form = try form("label:English | bind:jr:constraintMsg", "One | No")
    #expect(form.questionnaire.languages.map(\.heading) == ["default", "English"])
  }

  @Test("The review of 2018 is there in English, French and Spanish")
  func review() throws {
    let questionnaire = try InstrumentTests.instrument("gcm-review-2018").questionnaire
    #expect(questionnaire.languages == [Self.english, Self.french, Self.spanish])
    #expect(questionnaire.defaultLanguage == Self.english)
    let position = try #require(questionnaire.question("position"))
    #expect(position.wording.label[Self.french]?.hasPrefix("Votre ISCM a-t-il formulé") == true)
    #expect(position.wording.label[Self.spanish]?.hasPrefix("¿Ha formulado su ISCM") == true)
    #expect(questionnaire.choices(of: position)?["yes"]?.label[Self.french] == "Oui")
    #expect(questionnaire.choices(of: position)?["yes"]?.label[Self.spanish] == "Sí")
    let iscm = try #require(questionnaire.question("iscm"))
    let register = try #require(questionnaire.choices(of: iscm))
    let almaty = try #require(register["almaty"])
    #expect(almaty.label[Self.french]?.hasPrefix("Processus d'Almaty") == true)
    #expect(almaty.label[Self.spanish]?.hasPrefix("Proceso de Almaty") == true)
    #expect(
      almaty.label.shown(in: Self.english, fallback: Self.english)
        == "Almaty Process on Refugee Protection and International Migration")
    #expect(almaty.attributes["frame_2018"] == "yes")
    for placed in questionnaire.placed where placed.question.isAsked {
      #expect(
        placed.question.wording.label.languages == [Self.english, Self.french, Self.spanish],
        "\(placed.question.name)")
    }
  }
}
