public import Messages
public import Survey

/// A blank form to send: what stands in it, whatever the format it is written in.
public struct BlankForm: Sendable {
  /// One row of the form, in the order of the questionnaire.
  public enum Row: Sendable, Hashable {
    /// A part begins.
    case part(String)
    /// Questions that belong together begin: their number, their title, and what is said of them all.
    case group(number: String, title: String, notes: [String])
    /// A text to read.
    case note(String)
    /// A question and the place for its answer.
    case question(Line)
  }

  /// A question.
  public struct Line: Sendable, Hashable {
    /// Which question, in which repeat.
    public let address: Address
    /// Its mark.
    public let code: QuestionCode
    /// Its number on paper; empty where it has none.
    public let number: String
    /// The question itself.
    public let label: String
    /// Its short help; empty where it has none.
    public let hint: String
    /// What kind of answer it takes, and when it is to be answered.
    public let remarks: [String]
    /// Where to go on, by what is answered.
    public let jumps: [String]
    /// The place for the answer.
    public let space: Space
  }

  /// The place for an answer.
  public enum Space: Sendable, Hashable {
    /// Boxes to tick; one alone, or any number.
    case boxes([Option], isSingle: Bool)
    /// Room for a text, a number, a date; several lines where it is long.
    case text(isLong: Bool)
    /// What is given already: the mechanism that the form is for.
    case given(String)
  }

  /// A choice that can be ticked.
  public struct Option: Sendable, Hashable {
    /// Its name, as it is stored: `OK` for a tick alone.
    public let name: String
    /// Its name in tags.
    public let mark: String
    /// What people read.
    public let label: String
  }

  /// The questionnaire's id.
  public let formID: Questionnaire.ID
  /// Its version.
  public let version: String
  /// The sum over its definition.
  public let hash: DefinitionHash
  /// The token of form, version and mechanism.
  public let token: FormToken
  /// The name of the form.
  public let title: String
  /// The mechanism that the form is for, as it is called; nothing where it is for anybody.
  public let mechanism: String?
  /// The mechanism that the form is for, by the question that asks it.
  public let given: (address: Address, name: Choice.Name)?
  /// The rows.
  public let rows: [Row]
  /// The words around the questionnaire's own.
  public let say: Interface
  /// The tag of the language (BCP 47) that the questionnaire's own texts are in, `en`.
  public let language: String

  /// The questions, in their order.
  public var lines: [Line] {
    rows.compactMap { row in
      if case .question(let line) = row { return line }
      return nil
    }
  }

  /// What the form says of itself to programs, by the names of its properties.
  public var properties: [Extract.Property] {
    [
      Extract.Property(name: "iscm-form", value: formID.text),
      Extract.Property(name: "iscm-version", value: version),
      Extract.Property(name: "iscm-hash", value: hash.description),
      Extract.Property(name: "iscm-token", value: token.description),
    ]
  }

  /// Makes the blank form of a questionnaire.
  ///
  /// - Parameters:
  ///   - questionnaire: What is asked.
  ///   - language: One of its languages; a text that is missing in it stands in the default language.
  ///   - say: The words around its own.
  ///   - given: Whom the form is for: the question of the register and its answer. What is asked of others alone is
  ///     left out.
  public init(
    of questionnaire: Questionnaire, in language: Language, say: Interface,
    for given: (address: Address, name: Choice.Name)? = nil
  ) {
    let maker = BlankMaker(questionnaire: questionnaire, language: language, say: say, given: given)
    formID = questionnaire.id
    version = questionnaire.version
    hash = DefinitionHash(of: questionnaire)
    token = FormToken(form: questionnaire.id, version: questionnaire.version, mechanism: given?.name)
    title = maker.text(questionnaire.title)
    mechanism = given.flatMap { given in
      questionnaire.question(given.address.question).flatMap { questionnaire.choices(of: $0)?[given.name] }
        .map(maker.label)
    }
    self.given = given
    rows = maker.rows()
    self.say = say
    self.language = language.code
  }
}
