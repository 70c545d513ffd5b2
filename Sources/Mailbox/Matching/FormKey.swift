internal import Calendar
public import Documents
internal import Messages
public import Survey

/// What must be known of a questionnaire to find its answers in documents: its marks, and all texts that we issue.
///
/// Made once, for many documents.
public struct FormKey: Sendable {
  /// The questionnaire.
  public let questionnaire: Questionnaire
  let codes: QuestionCodes
  let hash: DefinitionHash
  let numbering: Numbering
  /// What is issued around the choices: titles, labels, helps, remarks, in every language.
  private(set) var prose = Phrases()
  /// The same with the choices.
  private(set) var everything = Phrases()
  /// Tells our words where only a respondent's belong.
  private(set) var ownWords = OwnWords(Phrases())
  /// Tells our words on a page, where a line holds any part of a text.
  private(set) var pageWords = PageWords(Phrases())
  /// The labels of all questions.
  private(set) var labels = Phrases()
  /// The questions that people are asked.
  private(set) var questions: [Question.Name: QuestionKey] = [:]
  /// Whom a blank form was made for, by its token.
  private(set) var recipients: [String: (question: Question.Name, choice: Choice.Name)] = [:]
  /// The numbers on paper of questions and groups.
  private(set) var numbers: Set<String> = []
  /// The questions outside of repeats by their numbers on paper, in the order of the form.
  private(set) var numbered: [String: [NumberedQuestion]] = [:]
  /// The groups that are no repeats by their numbers on paper; the first, where several have one.
  private(set) var compounds: [String: Group] = [:]
  let months: Months
  /// What cells of documents before held, for whoever reads more of them.
  public let bodies = KnownBodies()
  /// What is known of cells and places for ticks from documents before.
  let cells = Remembered<Block.Body, KnownCell>()
  let issuedCells = Remembered<IssuedCell.Part, IssuedCell>()
  let choiceReadings = Remembered<ChoiceReading.Part, ChoiceReading>()
  let labelsWritten = Remembered<String, Written>()
  let foreignTexts = Remembered<Block.Body, ForeignText>()

  /// Makes the key of a questionnaire.
  public init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    codes = QuestionCodes(of: questionnaire)
    hash = DefinitionHash(of: questionnaire)
    numbering = questionnaire.numbering
    let spoken = questionnaire.languages.compactMap { InterfaceLanguage(tag: $0.code) }.map { Interface($0) }
    months = Months(spoken)
    for placed in questionnaire.placed where placed.question.isAsked {
      questions[placed.question.name] = QuestionKey(placed.question, in: questionnaire, codes: codes)
      if let number = numbering.label(of: placed.question.name)?.lowercased() {
        numbers.insert(number)
        if placed.repeats.isEmpty {
          numbered[number, default: []].append(NumberedQuestion(placed, in: questionnaire))
        }
      }
    }
    learnRecipients()
    for language in questionnaire.languages.isEmpty ? [.unnamed] : questionnaire.languages {
      let own = InterfaceLanguage(tag: language.code)
      for say in Set([own, .english].compactMap(\.self)).map({ Interface($0) }) {
        learn(BlankForm(of: questionnaire, in: language, say: say))
      }
    }
    // A form may be sent with our own words in a language that its questions do not have.
    let known = Set(spoken.map(\.language) + [.english])
    for language in InterfaceLanguage.allCases where !known.contains(language) {
      learn(BlankForm(of: questionnaire, in: questionnaire.defaultLanguage, say: Interface(language)))
    }
    for group in questionnaire.groups {
      learn(group.wording)
      let number = group.wording.paperNumber.lowercased()
      numbers.insert(number)
      if !group.isRepeat, compounds[number] == nil { compounds[number] = group }
    }
    for placed in questionnaire.placed { learn(placed.question.wording) }
    everything.formUnion(prose)
    for key in questions.values {
      // What is a choice is an answer where somebody types it: the heading "No." is the choice "No" to the letter.
      prose.subtract(key.issuedOptions)
      everything.formUnion(key.issuedOptions)
      labels.formUnion(key.labels)
    }
    ownWords = OwnWords(everything)
    pageWords = PageWords(everything)
  }

  /// Takes what stands on a blank form in one language.
  private mutating func learn(_ form: BlankForm) {
    let say = form.say
    for text in BlankText(form).introduction { prose.insert(text) }
    for phrase in [Phrase.blankNumber, .blankAsked, .choice, .blankHowTicks, .respondent] {
      prose.insert(say(phrase))
    }
    for text in [
      say(.blankHow, ["mark": "0"]), say(.blankHowText, ["tick": "x", "first": "0", "last": "0"]),
      say(.blankPage, ["page": "0", "pages": "0"]),
    ] {
      prose.insert(words: text.letterWords.map { $0 == "0" ? Phrases.anyNumber : $0 })
    }
    prose.insert(say(.blankToken, ["token": ""]))
    for row in form.rows {
      switch row {
      case .part(let title): prose.insert(title)
      case .group(let number, let title, let notes): learn(number, title, notes)
      case .note(let text): prose.insert(text)
      case .question(let line):
        learn(line.number, line.label, [line.hint] + line.remarks + line.jumps)
        questions[line.address.question]?.learn(line)
        learnGiven(line, say)
      }
    }
  }

  /// Takes what stands on the forms that are made for one choice of a question, in place of its boxes.
  private mutating func learnGiven(_ line: BlankForm.Line, _ say: Interface) {
    guard case .boxes(let options, isSingle: true) = line.space else { return }
    let given = Set(recipients.values.filter { $0.question == line.address.question }.map(\.choice.text))
    for option in options where given.contains(option.name) {
      prose.insert("\(line.number). \(line.label) \(line.hint) \(option.label)")
      prose.insert(say(.labelled, ["name": say(.respondent), "value": option.label]))
    }
  }

  private mutating func learn(_ number: String, _ label: String, _ texts: [String]) {
    prose.insert(label)
    prose.insert("\(number). \(label)")
    for text in texts { prose.insert(text) }
  }

  private mutating func learn(_ wording: Wording) {
    for text in [wording.label, wording.hint, wording.guidance] {
      for language in text.languages {
        guard let text = text[language] else { continue }
        prose.insert(text)
        if !wording.paperNumber.isEmpty { prose.insert("\(wording.paperNumber). \(text)") }
      }
    }
  }

  /// A blank form may be made for a choice that only one question has.
  private mutating func learnRecipients() {
    var shared: Set<String> = []
    for placed in questionnaire.placed where placed.question.isAsked && placed.repeats.isEmpty {
      guard case .selectOne = placed.question.kind else { continue }
      for choice in questionnaire.choices(of: placed.question)?.choices ?? [] {
        let token = FormToken(
          form: questionnaire.id, version: questionnaire.version, mechanism: choice.name
        ).description
        if recipients[token] != nil { shared.insert(token) }
        recipients[token] = (placed.question.name, choice.name)
      }
    }
    for token in shared { recipients[token] = nil }
  }
}

/// A question as it is found by its number on paper.
struct NumberedQuestion {
  let question: Question.Name
  let groups: [Group.Name]
  /// Its place in the form.
  let ordinal: Int

  fileprivate init(_ placed: Questionnaire.Placed, in questionnaire: Questionnaire) {
    question = placed.question.name
    groups = placed.groups
    ordinal = questionnaire.ordinal(of: placed.question.name) ?? 0
  }
}

extension BlankText {
  /// The paragraphs that stand before what the form says of itself to programs.
  fileprivate var introduction: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { !$0.hasPrefix("[FORM") }
    return head.split(whereSeparator: \.isEmpty).map { $0.joined(separator: " ") }
  }
}
