internal import Documents
internal import Survey

/// What must be known of a question to read its answer.
struct QuestionKey: Sendable {
  let question: Question
  let list: ChoiceList?
  /// Its own texts, in every language: its label, which proves that a place is its own.
  private(set) var labels = Phrases()
  /// Its label in every language, as its wording is compared; with its short help, as forms may print them.
  private(set) var wordings: [String] = []
  /// By which words its choices are known.
  private(set) var options = OptionWords()
  /// The texts of its choices, as they are issued.
  private(set) var issuedOptions = Phrases()
  private let codes: QuestionCodes

  init(_ question: Question, in questionnaire: Questionnaire, codes: QuestionCodes) {
    self.question = question
    self.codes = codes
    list = questionnaire.choices(of: question)
    for language in question.wording.label.languages {
      guard let label = question.wording.label[language] else { continue }
      labels.insert(label)
      wordings.append(Self.comparable(label))
      if let hint = question.wording.hint[language] { wordings.append(Self.comparable("\(label) \(hint)")) }
    }
    for choice in list?.choices ?? [] {
      insert(choice.name.text, for: choice.name.text)
      insert(codes.mark(of: choice.name, in: list), for: choice.name.text)
      for language in choice.label.languages {
        insert(choice.label[language] ?? "", for: choice.name.text)
      }
    }
    if question.kind == .acknowledge { insert("OK", for: "OK") }
  }

  /// Takes the label of a tick from a blank form: the questionnaire has none for it.
  mutating func learn(_ line: BlankForm.Line) {
    guard question.kind == .acknowledge, case .boxes(let options, _) = line.space else { return }
    for option in options { insert(option.label, for: option.name) }
  }

  private mutating func insert(_ text: String, for stored: String) {
    options.insert(text, for: stored)
    issuedOptions.insert(text)
  }

  /// Whether it is answered by ticking.
  var isChosen: Bool { list != nil || question.kind == .acknowledge }

  /// What the mark of a choice in a tag stands for.
  func stored(byMark mark: String) -> String? {
    if question.kind == .acknowledge { return mark == "OK" ? mark : nil }
    return list.flatMap { codes.choice(of: mark, in: $0)?.text }
  }

  /// Whether a text is, or nearly is, the question in one language.
  func likeness(of text: String, atLeast least: Double) -> Double {
    let text = Self.comparable(text)
    if wordings.contains(text) { return 1 }
    return wordings.map { similarity(text, $0, atLeast: least) }.max() ?? 0
  }

  /// A text as wordings are compared: its words alone.
  static func comparable(_ text: String) -> String { text.letterWords.joined(separator: " ") }
}
