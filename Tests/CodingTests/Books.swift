import CSV
import Coding
import Expressions
import Survey

// Small forms, codebooks and rows, written where they are needed.

let english = Language(name: "English", code: "en")
let french = Language(name: "French", code: "fr")

/// A form with two open questions, a choice, and an open question in a repeat group.
func garden(_ id: String = "garden") -> Questionnaire {
  func question(_ name: String, _ kind: Question.Kind) -> Question {
    Question(name: Question.Name(name), kind: kind, wording: Wording(label: LocalizedText(unlocalized: name)))
  }
  return Questionnaire(
    id: Questionnaire.ID(id), version: "1", title: LocalizedText(unlocalized: id),
    languages: [english, french],
    defaultLanguage: english,
    items: [
      .question(question("why", .text)), .question(question("how", .text)),
      .question(question("size", .selectOne("sizes"))),
    ],
    lists: [
      ChoiceList(name: "sizes", choices: [Choice(name: "small", label: LocalizedText(unlocalized: "Small"))])
    ])
}

let why = Codebook.Place(form: "garden", question: "why")

/// Reads a codebook of the garden.
func reading(_ text: String) -> (codebook: Codebook, problems: [String]) {
  let (codebook, problems) = Codebook.reading(CSVReader(text), file: "codebook.csv", language: english) {
    id in
    id == "garden" ? garden() : nil
  }
  return (codebook, problems.map(\.description))
}

/// A row of codings in few words: `r1 why +sun ana`, `-sun` to withdraw, `0` for none of the codes, `-0` to take that
/// back.
func row(_ text: String, version: Int = 1) -> Coding {
  let words = text.split(separator: " ").map(String.init)
  let act: Coding.Act = words[2] == "0" ? .none : words[2].hasPrefix("+") ? .code : .withdraw
  let code = words[2].contains("0") ? nil : Codebook.Code.Name(String(words[2].dropFirst()))
  return Coding(
    response: Response.ID(words[0]), question: Question.Name(words[1]), code: code,
    coder: Coding.Coder(words[3]), act: act,
    evidence: words.count > 4 ? .init(words[4]) : .coded, version: version, time: nil)
}
