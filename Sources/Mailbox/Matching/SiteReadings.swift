internal import Documents
internal import Survey

/// Reads every place, and puts together what several places say of one question.
struct SiteReadings {
  private let key: FormKey
  private(set) var answers: [MatchedForm.Answer] = []
  private(set) var doubts: [MatchedForm.Doubt] = []
  private(set) var unplaced: [MatchedForm.Unplaced] = []
  private var found: [Address: [MatchedForm.Answer]] = [:]
  /// The questions in the order in which answers to them were found: mostly that of the form.
  private var order: [Address] = []

  init(_ key: FormKey) { self.key = key }

  /// Takes a place.
  mutating func take(_ site: Site) {
    guard let question = key.questions[site.address.question] else { return }
    if site.content.hasBox(\.disagrees) {
      doubt(
        .boxDisagrees, at: site,
        "the sign of a box says otherwise than the box: \(site.content.evidence.bare)")
    }
    let (reading, comment) =
      site.stored.map { (.value($0), "") }
      ?? read(site.content, of: question, grade: site.grade, cell: site.cell)
    let isAnswered = reading != .blank
    switch reading {
    case .blank: break
    case .unclear(let reason, let detail): doubt(reason, at: site, detail)
    case .value(let cell):
      let own = question.question.kind == .text ? key.ownWords.found(in: cell) : nil
      answer(cell, at: site, grade: own == nil ? site.grade : .proposed)
      if let own { doubt(.marksDisagree, at: site, own) }
    }
    if !comment.isEmpty { leave(comment, at: site.content.places.first ?? site.place, beside: site.address) }
    takeBehind(site, of: question, isAnswered: isAnswered)
    // A doubt about a place matters where something stands in it.
    if isAnswered || !site.behind.isBlank || site.speaksThoughBlank {
      for (reason, detail) in site.doubts { doubt(reason, at: site, detail) }
    }
  }

  /// What stands behind a text's closing mark was most likely meant for it, if nothing stands before the mark.
  private mutating func takeBehind(_ site: Site, of question: QuestionKey, isAnswered: Bool) {
    if site.behind.isBlank { return }
    let place = site.behind.places.first ?? site.place
    if !isAnswered, case .value(let cell) = read(site.behind, of: question, grade: .proposed).0 {
      answer(cell, at: site, grade: .proposed, evidence: site.behind.evidence.bare)
      doubt(.marksDisagree, at: site, "it stands behind the mark that closes its place, \(place)")
    } else {
      leave(site.behind.evidence.bare, at: place, beside: site.address)
    }
  }

  private func read(
    _ content: Content, of question: QuestionKey, grade: MatchedForm.Grade, cell: Block.Body? = nil
  ) -> (Reading, comment: String) {
    guard question.isChosen else {
      return (TypedReading(content, of: question, months: key.months, grade: grade).reading, "")
    }
    let reading =
      if let cell {
        key.choiceReadings.value(of: ChoiceReading.Part(question: question.question.name, cell: cell)) {
          ChoiceReading(content, of: question, in: key)
        }
      } else {
        ChoiceReading(content, of: question, in: key)
      }
    return (reading.reading, reading.comment)
  }

  private mutating func answer(
    _ cell: String, at site: Site, grade: MatchedForm.Grade, evidence: String? = nil
  ) {
    guard let question = key.questions[site.address.question] else { return }
    // The one way in that all doors share has the last word, and the order of the choices.
    do throws(AnswerProblem) {
      guard let answer = try question.question.answer(from: cell, in: question.list) else { return }
      if found[site.address] == nil { order.append(site.address) }
      found[site.address, default: []].append(
        MatchedForm.Answer(
          address: site.address, cell: answer.cell, evidence: evidence ?? site.content.evidence.bare,
          place: site.content.places.first ?? site.place, grade: grade))
    } catch {
      doubt(.notAnAnswer, at: site, error.description)
    }
  }

  private mutating func doubt(_ reason: MatchedForm.Doubt.Reason, at site: Site, _ detail: String) {
    let doubt = MatchedForm.Doubt(reason, at: site.address, place: site.place, detail: detail)
    if !doubts.contains(doubt) { doubts.append(doubt) }
  }

  private mutating func leave(_ text: String, at place: Place, beside address: Address) {
    unplaced.append(MatchedForm.Unplaced(text: text, place: place, beside: address))
  }

  /// Settles what several places say of one question: an answer that stands twice is one, two answers are none.
  mutating func finish() {
    for address in key.questionnaire.inFormOrder(order) {
      let all = found[address] ?? []
      guard let first = all.first else { continue }
      if let other = all.first(where: { $0.cell != first.cell }) {
        doubts.append(
          MatchedForm.Doubt(
            .answeredTwice, at: address, place: other.place,
            detail: "\(first.evidence) (\(first.place)); \(other.evidence) (\(other.place))"))
      }
      // The better proof counts; whoever decides sees the first of two answers.
      answers.append(all.first { $0.cell == first.cell && $0.grade == .exact } ?? first)
    }
  }
}
