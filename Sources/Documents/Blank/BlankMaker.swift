internal import Calendar
internal import Messages
internal import Survey

/// Makes the rows of a blank form.
struct BlankMaker {
  let questionnaire: Questionnaire
  let language: Language
  let say: Interface
  let given: (address: Address, name: Choice.Name)?
  let numbering: Numbering
  let codes: QuestionCodes
  /// The form as it is opened: what its filters offer before anything is answered.
  private let session: FormSession

  /// How often a repeat group stands on a form.
  static let roomForRepeats = 3

  init(
    questionnaire: Questionnaire, language: Language, say: Interface,
    given: (address: Address, name: Choice.Name)?
  ) {
    self.questionnaire = questionnaire
    self.language = language
    self.say = say
    self.given = given
    numbering = questionnaire.numbering
    codes = QuestionCodes(of: questionnaire)
    session = FormSession(questionnaire, id: "", startedAt: Instant(secondsSinceEpoch: 0))
  }

  func rows() -> [BlankForm.Row] { rows(of: questionnaire.items, in: []) }

  private func rows(of items: [Item], in repeats: [Address.Repeat]) -> [BlankForm.Row] {
    items.flatMap { item in
      switch item {
      case .question(let question): row(of: question, in: repeats).map { [$0] } ?? []
      case .group(let group): rows(of: group, in: repeats)
      }
    }
  }

  private func rows(of group: Group, in repeats: [Address.Repeat]) -> [BlankForm.Row] {
    let title = text(group.wording.label)
    if group.isRepeat {
      let room = say(.blankRoom, ["count": say.number(Self.roomForRepeats)])
      return (1...Self.roomForRepeats).flatMap { number in
        let inner = rows(
          of: group.items, in: repeats + [Address.Repeat(group: group.name, number: number)])
        let heading = BlankForm.Row.group(
          number: group.wording.paperNumber, title: "\(title) (\(say.number(number)))",
          notes: number == 1 ? notes(of: group) + [room] : [])
        return inner.isEmpty ? [] : [heading] + inner
      }
    }
    let inner = rows(of: group.items, in: repeats)
    if inner.isEmpty || title.isEmpty { return inner }
    if questionnaire.groupsAround(group.name).isEmpty, group.wording.paperNumber.isEmpty {
      let notes = notes(of: group)
      return [.part(title)] + (notes.isEmpty ? [] : [.note(notes.joined(separator: " "))]) + inner
    }
    return [.group(number: group.wording.paperNumber, title: title, notes: notes(of: group))] + inner
  }

  private func notes(of group: Group) -> [String] {
    [text(group.wording.hint)].filter { !$0.isEmpty }
      + (group.relevant.map { remark(AskedWhen($0)) }.flatMap(\.self).map { [$0] } ?? [])
  }

  private func row(of question: Question, in repeats: [Address.Repeat]) -> BlankForm.Row? {
    let address = Address(question.name, in: repeats)
    if question.kind == .note {
      let label = text(question.wording.label)
      return label.isEmpty ? nil : .note(label)
    }
    guard let code = codes.code(of: address), let placed = questionnaire.placed(question.name),
      isAskedOfMechanism(placed)
    else { return nil }
    let label = text(question.wording.label)
    let number = numbering.label(of: question.name) ?? ""
    let (space, kind) = space(of: question, at: address)
    // What holds for a whole group is said at its head.
    let when = question.relevant.flatMap { remark(AskedWhen($0)) }
    let needed: String? = if case .always = question.requirement { say(.blankNeeded) } else { nil }
    return .question(
      BlankForm.Line(
        address: address, code: code, number: number, label: label.isEmpty ? question.name.text : label,
        hint: text(question.wording.hint),
        remarks: address == given?.address ? [] : [when, needed, kind].compactMap(\.self),
        jumps: repeats.isEmpty && address != given?.address ? jumps(from: placed) : [], space: space))
  }

  // MARK: - Places for answers

  private func space(of question: Question, at address: Address) -> (BlankForm.Space, String?) {
    if let given, given.address == address {
      let choice = questionnaire.choices(of: question)?[given.name]
      return (.given(choice.map(label) ?? given.name.text), nil)
    }
    switch question.kind {
    case .selectOne: return (.boxes(options(of: question), isSingle: true), say(.chooseOne))
    case .selectMultiple:
      // Most forms say so in the hint, in their own words.
      return (
        .boxes(options(of: question), isSingle: false),
        question.wording.hint.isEmpty ? say(.chooseAny) : nil
      )
    case .acknowledge:
      let tick = BlankForm.Option(name: "OK", mark: "OK", label: say(.confirm))
      return (.boxes([tick], isSingle: false), nil)
    case .rank:
      // Nothing on paper can be put in order but by writing.
      let options = choices(of: question).enumerated().map { "\(say.number($0 + 1)) \(label(of: $1))" }
      return (.text(isLong: false), "\(say(.rankAll)) \(options.joined(separator: "; "))")
    case .integer, .decimal: return (.text(isLong: false), numbers(of: question))
    case .date: return (.text(isLong: false), say(days(of: question)))
    case .time: return (.text(isLong: false), say(.time))
    case .dateTime: return (.text(isLong: false), say(.dateTime))
    default: return (.text(isLong: question.isLong), nil)
    }
  }

  /// What days a question takes.
  private func days(of question: Question) -> Phrase {
    switch question.dateDetail {
    case .day: .date
    case .month: .month
    case .year: .year
    }
  }

  /// What numbers a question takes.
  private func numbers(of question: Question) -> String {
    guard let scale = question.scale else {
      return say(question.kind == .integer ? .wholeNumber : .decimalNumber)
    }
    return say(
      .onScale,
      [
        "start": scale.start.description, "end": scale.end.description, "step": scale.step.description,
      ])
  }

  private func options(of question: Question) -> [BlankForm.Option] {
    choices(of: question).map { choice in
      BlankForm.Option(
        name: choice.name.text, mark: codes.mark(of: choice.name, in: questionnaire.choices(of: question)),
        label: label(of: choice))
    }
  }

  /// What a form on paper offers: all that its filter offers whatever else is answered.
  func choices(of question: Question) -> [Choice] {
    let all = questionnaire.choices(of: question)?.choices ?? []
    let isFixed = question.filterRule.map { $0.references.isEmpty } ?? false
    let isOnce = questionnaire.placed(question.name)?.repeats.isEmpty ?? false
    return isFixed && isOnce ? session.choices(at: Address(question.name)) : all
  }

  // MARK: - Texts

  /// A text of the questionnaire in the form's language, else in its default language.
  func text(_ text: LocalizedText) -> String {
    text.text(in: language, fallback: questionnaire.defaultLanguage).text
  }

  /// What people read of a choice.
  func label(of choice: Choice) -> String {
    let label = text(choice.label)
    return label.isEmpty ? choice.name.text : label
  }
}
