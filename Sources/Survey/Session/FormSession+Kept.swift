internal import Expressions

extension FormSession {
  /// Keeps what calculations gave that call `once()`: from then on they see it, and give it again.
  ///
  /// As in JavaRosa, where `once()` looks at the value of its question. What is typed is an answer only when it has come
  /// to its end, so nothing is kept of half a word.
  ///
  /// - Returns: What was kept now, by its address.
  mutating func keepValues() -> [Address: Edit.Brought] {
    var kept: [Address: Edit.Brought] = [:]
    if mode == .transcriber { return kept }
    for place in questionnaire.keptCalculations {
      let placed = questionnaire.placed[place]
      for address in outline.addresses(of: placed) where entries[address] == nil {
        guard outline.standing(of: address) == .asked, let answer = outline.worthKeeping(at: address) else {
          continue
        }
        entries[address] = .answered(answer)
        kept[address] = Edit.Brought(before: nil, after: .answered(answer))
        refresh(after: [.entry(address)])
      }
    }
    return kept
  }
}

extension Outline {
  /// What a calculation gave, so that it is the same to other expressions when it is seen again.
  fileprivate func worthKeeping(at address: Address) -> Answer? {
    guard let question = tree.questionnaire.question(address.question), let answer = workedOutAnswer(address)
    else { return nil }
    guard question.kind == .calculate else { return answer }
    return switch tree.value(of: address) {
    case .number(let number): DecimalNumber(number).map { .decimal($0) } ?? answer
    case .dateTime(let moment): ZonedTime(moment.description).map { .dateTime($0) } ?? answer
    case .time(let time): .time(time)
    case .boolean, .text, .nodes: answer
    }
  }
}
