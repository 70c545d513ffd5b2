internal import Documents
internal import Survey

/// What must be known of a question to read its answer.
///
/// A class, because it is large and looked up for each place of each form.
final class QuestionKey: Sendable {
  let question: Question
  let list: ChoiceList?
  /// Its own texts, in every language: its label, which proves that a place is its own.
  let labels: Phrases
  /// Its label in every language, as its wording is compared; with its short help, as forms may print them.
  let wordings: [String]
  /// By which words its choices are known.
  let options: OptionWords
  /// The texts of its choices, as they are issued.
  let issuedOptions: Phrases
  private let codes: QuestionCodes

  /// Collects what is known of a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - questionnaire: What it is of.
  ///   - codes: The marks of the questionnaire.
  ///   - ticks: What stands behind its box on forms, where it is a single tick.
  init(
    _ question: Question, in questionnaire: Questionnaire, codes: QuestionCodes, ticks: [BlankForm.Option]
  ) {
    self.question = question
    self.codes = codes
    list = questionnaire.choices(of: question)
    var (labels, wordings) = (Phrases(), [String]())
    for language in question.wording.label.languages {
      guard let label = question.wording.label[language] else { continue }
      labels.insert(label)
      wordings.append(Self.comparable(label))
      if let hint = question.wording.hint[language] { wordings.append(Self.comparable("\(label) \(hint)")) }
    }
    (self.labels, self.wordings) = (labels, wordings)
    var texts: [(text: String, stored: String)] = []
    for choice in list?.choices ?? [] {
      let stored = choice.name.text
      texts += [(stored, stored), (codes.mark(of: choice.name, in: list), stored)]
      texts += choice.label.languages.map { (choice.label[$0] ?? "", stored) }
    }
    // Forms of before a choice was renamed print what it was called then; a name is never used again.
    let known = Set(texts.map(\.text))
    let renamed = list.flatMap { questionnaire.history.choices[$0.name] } ?? [:]
    for (earlier, now) in renamed.sorted(by: { $0.key < $1.key }) where !known.contains(earlier.text) {
      if list?[now] != nil { texts.append((earlier.text, now.text)) }
    }
    if question.kind == .acknowledge { texts += [("OK", "OK")] + ticks.map { ($0.label, $0.name) } }
    var (options, issuedOptions) = (OptionWords(), Phrases())
    for (text, stored) in texts {
      options.insert(text, for: stored)
      issuedOptions.insert(text)
    }
    (self.options, self.issuedOptions) = (options, issuedOptions)
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
