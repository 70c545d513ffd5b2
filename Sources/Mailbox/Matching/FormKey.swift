public import Documents
internal import Messages
public import Survey

/// What must be known of a questionnaire to find its answers in documents: its marks, and all texts that we issue.
///
/// Made once, for many documents. A class, because it is large and whoever looks for answers holds it.
public final class FormKey: Sendable {
  /// The questionnaire.
  public let questionnaire: Questionnaire
  let codes: QuestionCodes
  let hash: DefinitionHash
  let numbering: Numbering
  /// What is issued around the choices: titles, labels, helps, remarks, in every language.
  let prose: Phrases
  /// The same with the choices.
  let everything: Phrases
  /// Tells our words where only a respondent's belong.
  let ownWords: OwnWords
  /// Tells our words on a page, where a line holds any part of a text.
  let pageWords: PageWords
  /// The labels of all questions.
  let labels: Phrases
  /// The questions that people are asked.
  let questions: [Question.Name: QuestionKey]
  /// Whom a blank form was made for, by its token.
  let recipients: [String: Recipient]
  /// The numbers on paper of questions and groups.
  let numbers: Set<String>
  /// The questions outside of repeats by their numbers on paper, in the order of the form.
  let numbered: [String: [NumberedQuestion]]
  /// Those that have no number.
  let unnumbered: [NumberedQuestion]
  /// The groups that are no repeats by their numbers on paper; the first, where several have one.
  let compounds: [String: Group]
  let months: Months
  /// What cells of documents before held, for whoever reads more of them.
  public let bodies = KnownBodies()
  /// What is known of cells and places for ticks from documents before.
  let cells = Remembered<Block.Body, KnownCell>()
  let issuedCells = Remembered<IssuedCell.Part, IssuedCell>()
  let choiceReadings = Remembered<ChoiceReading.Part, ChoiceReading>()
  let labelsWritten = Remembered<ExactText, Written>()
  let foreignCells = Remembered<Block.Body, ForeignText>()
  let foreignLines = Remembered<ExactText, ForeignText>()
  let bookmarked = Remembered<ExactText, Address?>()
  let targets = Remembered<ExactText, MarkTarget?>()

  /// Makes the key of a questionnaire.
  public init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    codes = QuestionCodes(of: questionnaire)
    hash = DefinitionHash(of: questionnaire)
    numbering = questionnaire.numbering
    recipients = Recipient.all(in: questionnaire)
    let spoken = questionnaire.languages.compactMap { InterfaceLanguage(tag: $0.code) }.map { Interface($0) }
    months = Months(spoken)
    let issued = IssuedTexts(of: questionnaire, for: recipients, spoken)

    let asked = questionnaire.placed.filter(\.question.isAsked)
    var questions: [Question.Name: QuestionKey] = [:]
    var (numbers, numbered, unnumbered) = (
      Set<String>(), [String: [NumberedQuestion]](), [NumberedQuestion]()
    )
    for placed in asked {
      let name = placed.question.name
      questions[name] = QuestionKey(
        placed.question, in: questionnaire, codes: codes, ticks: issued.ticks[name] ?? [])
      let number = numbering.label(of: name)?.lowercased()
      if let number { numbers.insert(number) }
      guard placed.repeats.isEmpty else { continue }
      let found = NumberedQuestion(placed, in: questionnaire)
      if let number { numbered[number, default: []].append(found) } else { unnumbered.append(found) }
    }
    var compounds: [String: Group] = [:]
    for group in questionnaire.groups {
      let number = group.wording.paperNumber.lowercased()
      numbers.insert(number)
      if !group.isRepeat, compounds[number] == nil { compounds[number] = group }
    }
    (self.questions, self.numbers, self.numbered) = (questions, numbers, numbered)
    (self.unnumbered, self.compounds) = (unnumbered, compounds)

    var (prose, everything, labels) = (issued.prose, issued.prose, Phrases())
    for key in questions.values {
      // What is a choice is an answer where somebody types it: the heading "No." is the choice "No" to the letter.
      prose.subtract(key.issuedOptions)
      everything.formUnion(key.issuedOptions)
      labels.formUnion(key.labels)
    }
    (self.prose, self.everything, self.labels) = (prose, everything, labels)
    ownWords = OwnWords(everything)
    pageWords = PageWords(everything)
  }
}
