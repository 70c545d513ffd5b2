public import Messages
public import Survey

/// The words of a form in the languages of one person: the form's own texts in `language`, the rest in `say`.
public struct FormText: Sendable {
  /// The form.
  public let questionnaire: Questionnaire
  /// The language of the form's own texts.
  public let language: Language
  /// The interface.
  public let say: Interface
  /// How questions are numbered.
  public let numbering: Numbering
  /// The form as it is filled, whose answers stand in its texts; nothing where it is only looked at.
  private var outline: Outline?
  /// The repeats in which its texts are read.
  private var repeats: [Address.Repeat] = []

  /// Creates the words of a form.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - language: One of its languages.
  ///   - say: The interface, in the same language or in another.
  public init(_ questionnaire: Questionnaire, in language: Language, say: Interface) {
    self.questionnaire = questionnaire
    self.language = language
    self.say = say
    self.numbering = questionnaire.numbering
  }
}

extension FormText {
  /// The same words, with the answers of a form that is being filled.
  func reading(_ session: FormSession) -> FormText {
    var text = self
    text.outline = session.outline
    return text
  }

  /// The same words as they are read in a repeat: `${name}` is the answer in that one.
  func read(in repeats: [Address.Repeat]) -> FormText {
    var text = self
    text.repeats = repeats
    return text
  }

  /// A text with its references filled; where there are no answers, each is the number of its question.
  private func filled(_ text: String) -> String {
    if let outline { return outline.filled(text, in: repeats) }
    return text.replacingReferences { "[\(numbering.label(of: Question.Name($0)) ?? $0)]" }
  }

  /// A text of the form; one that is missing in the person's language is marked with the language it is in.
  public func text(_ text: LocalizedText) -> String {
    let found = text.text(in: language, fallback: questionnaire.defaultLanguage)
    guard found.isFallback, !found.text.isEmpty else { return filled(found.text) }
    let code = found.language.code.isEmpty ? found.language.name : found.language.code
    return "\(filled(found.text)) \(say(.otherLanguage, ["language": code]))"
  }

  /// The same without the mark.
  func unmarked(_ text: LocalizedText) -> String {
    filled(text.text(in: language, fallback: questionnaire.defaultLanguage).text)
  }

  /// What something is called and what it is, with the colon of the language between them.
  func labelled(_ name: Phrase, _ value: String) -> String { labelled(say(name), value) }

  /// The comma of the language, with the space behind it.
  var comma: String {
    switch say.language {
    case .chinese: "，"
    case .arabic: "، "
    case .english, .french, .spanish, .russian: ", "
    }
  }

  /// The same of a name that the form gives.
  func labelled(_ name: String, _ value: String) -> String { say(.labelled, ["name": name, "value": value]) }

  /// What people read of a choice; its name where the list gives it no label.
  func label(of choice: Choice) -> String {
    let label = text(choice.label)
    return label.isEmpty ? choice.name.text : label
  }

  /// The question itself; its name where the form gives it no label.
  public func label(of question: Question) -> String {
    let label = text(question.wording.label)
    return label.isEmpty ? question.name.text : label
  }

  /// What a person calls a question: `11`, `25a`, `3 (2)` in the second repeat; its name where it has no number.
  public func reference(to address: Address) -> String {
    reference(to: address, unnumbered: address.question.text)
  }

  /// The same in a sentence: a question without a number is called by its label, in quotation marks.
  func mention(_ address: Address) -> String {
    reference(to: address, unnumbered: "\"\(label(ofQuestionAt: address))\"")
  }

  /// A question in a list: its number and its label.
  func title(of address: Address) -> String {
    let label = label(ofQuestionAt: address)
    let title = reference(to: address, unnumbered: label)
    return numbering.label(of: address.question) == nil ? title : "\(title) \(label)"
  }

  /// The label of the question at an address, as it is read there.
  func label(ofQuestionAt address: Address) -> String {
    guard let question = questionnaire.question(address.question) else { return address.question.text }
    // Lists ask this of every question: a copy of all words is made only where another repeat is meant.
    return repeats == address.repeats ? label(of: question) : read(in: address.repeats).label(of: question)
  }

  private func reference(to address: Address, unnumbered: String) -> String {
    let own = numbering.label(of: address.question) ?? unnumbered
    let repeats = address.repeats.map { String($0.number) }.joined(separator: ", ")
    return repeats.isEmpty ? own : "\(own) (\(repeats))"
  }

  /// A list of questions, as a person calls them.
  func references(to addresses: some Sequence<Address>) -> String {
    addresses.map(mention).joined(separator: ", ")
  }

  /// The same for names that stand in no repeat.
  func references(toQuestions names: some Sequence<Question.Name>) -> String {
    references(to: names.map { Address($0) })
  }

  /// `Question 11 of 28, part 2.`; empty for a question that has no number.
  func heading(of address: Address) -> String {
    let part = numbering.part(of: address.question).map(String.init) ?? ""
    guard numbering.label(of: address.question) != nil else { return "" }
    return say(
      part.isEmpty ? .questionOfNoPart : .questionOf,
      ["number": reference(to: address), "total": String(numbering.total), "part": part])
  }

  /// An entry as a person reads it: the label of a choice, the numbers of several, any other answer as it is.
  ///
  /// - Parameters:
  ///   - entry: What was entered.
  ///   - choices: The choices that are offered; their places are the numbers.
  /// - Returns: The text, without an end.
  public func text(of entry: Entry, choices: [Choice]) -> String {
    switch entry {
    case .notApplicable: return say(.notApplicable)
    case .unknown: return say(.unknown)
    case .blank: return say(.blank)
    case .answered(.one(let name)):
      return choices.first { $0.name == name }.map(label) ?? name.text
    case .answered(.several(let names)), .answered(.ranked(let names)):
      return names.map { name in
        choices.firstIndex { $0.name == name }.map { String($0 + 1) } ?? name.text
      }.joined(separator: ", ")
    case .answered(let answer): return answer.cell
    }
  }

  /// Why an entry is no answer, in the person's language.
  public func text(of problem: AnswerProblem) -> String {
    switch problem {
    case .notAWholeNumber(let found): say(.notAWholeNumber, ["found": found])
    case .tooLarge(let found): say(.tooLarge, ["found": found])
    case .notANumber(let found): say(.notANumber, ["found": found])
    case .notADate(let found): say(.notADate, ["found": found])
    case .noSuchDay(let found): say(.noSuchDay, ["found": found])
    case .notAMonth(let found): say(.notAMonth, ["found": found])
    case .notAYear(let found): say(.notAYear, ["found": found])
    case .notATime(let found): say(.notATime, ["found": found])
    case .notADateTime(let found): say(.notADateTime, ["found": found])
    case .noSuchChoice(let found, _, _), .choiceNotOffered(let found): say(.notOffered, ["found": found])
    case .rankedTwice(let found): say(.rankedTwice, ["found": found])
    case .notOnScale(let found, let scale):
      say(
        .notOnScale,
        [
          "found": found, "start": scale.start.description, "end": scale.end.description,
          "step": scale.step.description,
        ])
    case .notATick(let found): say(.notATick, ["found": found])
    case .notAsked, .notText: say(.notText)
    }
  }

  /// Why what was typed is no answer; that it was not taken yet, where it could be one.
  private func text(ofUntaken typed: String, for question: Question) -> String {
    do throws(AnswerProblem) {
      _ = try question.answer(from: westernSigns(typed), in: questionnaire.choices(of: question))
      return say(.typedSoFar, ["text": typed])
    } catch {
      return text(of: error)
    }
  }

  /// What should be looked at, in the person's language; the form's own message where it has one.
  public func text(of issue: Review.Issue, at address: Address) -> String {
    guard let question = questionnaire.question(address.question) else { return "" }
    let own: LocalizedText?
    let general: String
    switch issue {
    case .notTaken(let typed): (own, general) = (nil, self.text(ofUntaken: typed, for: question))
    case .missing: (own, general) = (question.requiredMessage, say(.needed))
    case .brokenRule: (own, general) = (question.constraint?.message, say(.brokenRule))
    case .choiceNotOffered(let name):
      let choice = questionnaire.choices(of: question)?[name]
      (own, general) = (nil, say(.lostChoice, ["found": choice.map(label) ?? name.text]))
    case .notRanked(let count): (own, general) = (nil, say(.notRanked, ["count": String(count)]))
    }
    let message = own.map(read(in: address.repeats).text) ?? ""
    return message.isEmpty ? general : message
  }
}
