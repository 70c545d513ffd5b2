internal import Messages
internal import Reports
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// A response as a person reads it: every question with its answer or its state, and where that came from.
struct ResponseSheet {
  private let response: Response
  private let survey: ProjectSurvey
  private let words: FormText
  private let edition: Edition
  private let history: [StoredResponse]
  private let origins: [Address: Provenance]
  /// The answers in repeat groups that the form has given up, in the order of the response.
  private let givenUp: [(address: Address, cell: String)]

  /// Gathers what is known of a response.
  ///
  /// - Throws: `Failure` where its history or its provenance cannot be read.
  init(
    _ response: Response, of survey: ProjectSurvey, words: FormText, edition: Edition
  ) throws(Failure) {
    self.response = response
    self.survey = survey
    self.words = words
    self.edition = edition
    do {
      history = try survey.answers.history(of: response.id)
      let rows = try survey.answers.provenance().rows[response.id] ?? []
      origins = Dictionary(rows.map { ($0.question, $0) }, uniquingKeysWith: { _, later in later })
      givenUp = try survey.answers.givenUpRepeats(of: response.id)
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  /// The sheet.
  ///
  /// - Parameter columns: How wide a line may be.
  /// - Returns: Lines, each with its line feed.
  func text(columns: Int) -> String {
    var lines = head.flatMap { wrap($0, columns, indent: 0) } + [""]
    lines += answers(response.answers, of: nil, in: [], columns)
    for (heading, cell) in (stored?.otherCells ?? [:]).sorted(by: { $0.key < $1.key }) {
      lines += wrap("\(heading) (\(words.say(.noLongerAsked)))", columns, indent: 0)
      lines += wrap(cell.text, columns, indent: 4)
    }
    for (address, cell) in givenUp {
      lines += wrap("\(address) (\(words.say(.noLongerAsked)))", columns, indent: 0)
      lines += wrap(cell, columns, indent: 4) + origin(of: address, columns)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The response with what its file has beside it.
  private var stored: StoredResponse? { history.first { $0.response.id == response.id } }

  /// Which response it is.
  var head: [String] {
    let unknown = words.say(.unknown)
    var lines = [
      words.text(survey.questionnaire.title),
      "\(words.say(.receipt)): \(Receipt(for: response.id))  \(response.id)",
    ]
    if let who = survey.respondent(of: response, words: words) {
      lines.append("\(words.say(.respondent)): \(who)")
    }
    lines += [
      "\(words.say(.door)): \(edition.name(of: response.source))",
      "\(words.say(.submittedTime)): \(response.submittedAt.map { words.say.moment($0) } ?? unknown)",
    ]
    for other in history where other.response.id != response.id {
      let receipt = Receipt(for: other.response.id)
      let time = other.response.submittedAt.map { words.say.moment($0) } ?? unknown
      let phrase: Phrase = other.response.id == response.supersedes ? .supersedes : .otherVersion
      lines.append("\(words.say(phrase)): \(receipt), \(time)")
    }
    return lines
  }

  private func answers(
    _ answers: Response.Answers, of group: Group.Name?, in repeats: [Address.Repeat], _ columns: Int
  ) -> [String] {
    var lines: [String] = []
    for question in survey.questionnaire.columns(of: group) {
      let address = Address(question.name, in: repeats)
      let number = words.numbering.label(of: question.name).map { "\($0) " } ?? ""
      lines += wrap(number + words.label(of: question), columns, indent: 0)
      lines += wrap(text(of: answers[question.name], to: question), columns, indent: 4)
      lines += self.origin(of: address, columns)
    }
    for inner in survey.questionnaire.repeatGroups(directlyIn: group) {
      let path = RepeatPath(inner.name, in: repeats)
      let origin = origin(of: Address(Question.Name(inner.name.text), in: repeats), columns)
      if answers.repeats[inner.name] == nil, answers.unknownRepeats.contains(inner.name) || !origin.isEmpty {
        let isUnknown = answers.unknownRepeats.contains(inner.name)
        lines += wrap(words.text(inner.wording.label), columns, indent: 0)
        lines += wrap(isUnknown ? "(\(words.say(.unknown)))" : "0", columns, indent: 4) + origin
      }
      for (index, each) in (answers.repeats[inner.name] ?? []).enumerated() {
        lines.append("")
        lines += wrap("\(words.text(inner.wording.label)) \(index + 1)", columns, indent: 0)
        lines += self.answers(each, of: inner.name, in: path.step(index + 1), columns)
      }
    }
    return lines
  }

  /// Where an answer came from; nothing where that is not kept.
  private func origin(of address: Address, _ columns: Int) -> [String] {
    guard let origin = origins[address] else { return [] }
    let parts = [origin.evidence.text, origin.source, origin.part, origin.place, origin.grade]
      .filter { !$0.isEmpty }
    return wrap("[\(parts.joined(separator: ": "))]", columns, indent: 4)
  }

  private func text(of state: AnswerState, to question: Question) -> String {
    switch state {
    case .notAsked where stored?.questionsAddedSince.contains(question.name) == true:
      return "(\(words.say(.notAskedByVersion)))"
    case .notAsked: return "(\(words.say(.notAsked)))"
    case .blank: return "(\(words.say(.blank)))"
    case .notApplicable: return "(\(words.say(.notApplicable)))"
    case .unknown: return "(\(words.say(.unknown)))"
    case .answered(let answer):
      guard let list = survey.questionnaire.choices(of: question), !answer.choices.isEmpty else {
        return answer.cell
      }
      return answer.choices.map { name in
        let label = list[name].map { words.text($0.label) } ?? ""
        return label.isEmpty ? name.text : label
      }.joined(separator: "\n")
    }
  }

  private func wrap(_ text: String, _ columns: Int, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return text.wrapped(toColumns: max(20, columns - indent)).map { margin + $0 }
  }
}
