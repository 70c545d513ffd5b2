import CSV
import Survey
import Testing
import XLSForm

@Suite("The languages of the review of 2018")
struct TranslationTests {
  private static let english = Language(heading: "English (en)")
  private static let spanish = Language(heading: "Spanish (es)")

  private static func review() throws -> Questionnaire {
    try InstrumentTests.instrument("gcm-review-2018").questionnaire
  }

  @Test("The form and the register say everything in English, French and Spanish")
  func form() throws {
    let review = try Self.review()
    #expect(review.languages.map(\.heading) == ["English (en)", "French (fr)", "Spanish (es)"])
    #expect(review.untranslated == [])
  }

  @Test("A text that lacks a language is found, in the form and in its list files")
  func found() throws {
    let lists = try TemporaryFolder(["l.csv": "name,label,label_fr\nx,X,Ix\ny,Y,\n"])
    let form = try load(
      """
      | survey |
      | | type | name | label::English (en) | label::French (fr) | hint::English (en) | required |
      | | begin_group | g | G | | | |
      | | select_one_from_file l.csv | a | A | Ah | Think | |
      | | select_one s | b | B | Bé | | |
      | | end_group | | | | | |
      | choices |
      | | list_name | name | label::English (en) | label::French (fr) |
      | | s | z | Z | |
      """, listFolders: [lists.path])
    #expect(
      form.questionnaire.untranslated == [
        "g label: French (fr)", "a hint: French (fr)", "l.csv y: French (fr)", "s z: French (fr)",
      ])
  }

  @Test("What Spanish has of the English words is what both languages share")
  func translated() throws {
    let review = try Self.review()
    let same = review.texts.filter { $0.text[Self.spanish] == $0.text[Self.english] ?? $0.text[.unnamed] }
    #expect(Set(same.compactMap { $0.text[Self.spanish] }) == ["COMMIT", "No"])
  }

  @Test("Spanish questions open with their mark, and quotations stand in « »")
  func typography() throws {
    for (place, text) in try Self.review().texts {
      let wording = try #require(text[Self.spanish])
      #expect(
        wording.count(where: { $0 == "¿" }) == wording.count(where: { $0 == "?" }), "\(place): \(wording)")
      #expect(!wording.contains(/«\s|\s»|["“”'’\u{A0}]|\s\s|\s$/), "\(place): \(wording)")
    }
  }

  /// A file beside the form, and its columns that say the same in English, French and Spanish.
  struct File: CustomTestStringConvertible {
    let path: String
    let columns: [[String]]
    var testDescription: String { path }

    static let all = [
      File(
        path: "lists/glossary.csv",
        columns: [["term", "term_fr", "term_es"], ["meaning", "meaning_fr", "meaning_es"]]),
      File(path: "lists/iscm-register.csv", columns: [["name", "name_fr", "name_es"]]),
      File(
        path: "gcm-review-2018/figures.csv",
        columns: [["title", "title::French (fr)", "title::Spanish (es)"]]),
      File(
        path: "gcm-review-2018/codebook.csv",
        columns: [["label", "label::French (fr)", "label::Spanish (es)"]]),
    ]
  }

  @Test("The glossary, the register, the plan and the codebook have all three languages", arguments: File.all)
  func files(_ file: File) throws {
    let table = try CSVTable(CSVReader(path: "\(packageFolder)/Questionnaires/\(file.path)"))
    #expect(table.ragged == [])
    #expect(!table.rows.isEmpty)
    let columns = file.columns.joined()
    let missing = table.rows.flatMap { row in
      columns.filter { table[row, $0].isEmpty }.map { "line \(row.line): \($0)" }
    }
    #expect(missing == [])
  }
}

extension Questionnaire {
  /// All that people read, and where it stands.
  ///
  /// The title is not among it: XLSForm has it in one language only.
  fileprivate var texts: [(place: String, text: LocalizedText)] {
    let groups = groups.flatMap { $0.wording.texts(of: $0.name.text) }
    let questions = placed.map(\.question).flatMap { question in
      question.wording.texts(of: question.name.text)
        + [
          ("\(question.name) required_message", question.requiredMessage),
          ("\(question.name) constraint_message", question.constraint?.message ?? LocalizedText()),
        ].filter { !$0.1.isEmpty }
    }
    let choices = lists.values.sorted { $0.name < $1.name }.flatMap { list in
      list.choices.map { ("\(list.name) \($0.name)", $0.label) }
    }
    return groups + questions + choices
  }

  /// The texts that lack a language of the form.
  fileprivate var untranslated: [String] {
    texts.flatMap { place, text in
      languages.filter { language in
        // The column of a list file that bears no language has the default one.
        text[language] == nil && !(language == defaultLanguage && text[.unnamed] != nil)
      }.map { "\(place): \($0.heading)" }
    }
  }
}

extension Wording {
  /// The label, which every question has, and the other texts that there are.
  fileprivate func texts(of name: String) -> [(place: String, text: LocalizedText)] {
    [("\(name) label", label)]
      + [("\(name) hint", hint), ("\(name) guidance_hint", guidance)].filter { !$0.1.isEmpty }
  }
}
