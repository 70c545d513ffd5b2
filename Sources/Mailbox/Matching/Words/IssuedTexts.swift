internal import Documents
internal import Messages
internal import Survey

/// All texts that stand on the forms of a questionnaire, in every language.
struct IssuedTexts {
  /// What is issued around the choices: titles, labels, helps, remarks.
  private(set) var prose = Phrases()
  /// What stands behind the boxes of single ticks, by question.
  private(set) var ticks: [Question.Name: [BlankForm.Option]] = [:]
  private let questionnaire: Questionnaire
  private let recipients: [String: Recipient]

  /// Collects the texts.
  ///
  /// - Parameters:
  ///   - questionnaire: What the forms ask.
  ///   - recipients: Whom they may be made for.
  ///   - spoken: The interface in the languages of the questionnaire.
  init(of questionnaire: Questionnaire, for recipients: [String: Recipient], _ spoken: [Interface]) {
    self.questionnaire = questionnaire
    self.recipients = recipients
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
    for group in questionnaire.groups { learn(group.wording) }
    for placed in questionnaire.placed { learn(placed.question.wording) }
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
        learnTick(line)
        learnGiven(line, say)
      }
    }
  }

  /// Takes what stands behind the box of a tick: the questionnaire has no words for it.
  private mutating func learnTick(_ line: BlankForm.Line) {
    let name = line.address.question
    guard questionnaire.question(name)?.kind == .acknowledge, case .boxes(let options, _) = line.space else {
      return
    }
    ticks[name, default: []] += options
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
}

extension BlankText {
  /// The paragraphs that stand before what the form says of itself to programs.
  fileprivate var introduction: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { !$0.hasPrefix("[FORM") }
    return head.split(whereSeparator: \.isEmpty).map { $0.joined(separator: " ") }
  }
}
