internal import Expressions
internal import Survey

extension TablePlanner {
  mutating func layWords() {
    for line in lines(.word, .empty) {
      var places = Array(plan.questions.indices)
      if line[.question] != "*" {
        guard let address = address(of: line) else { continue }
        places = places.filter { plan.questions[$0].address == address }
        if !read.contains(address) {
          note(line, .question, "found '\(line[.question])', which no line reads; add one, or take this out")
        }
      }
      guard let meaning = meaning(of: line, at: places) else { continue }
      for place in places {
        if line.layout == .empty {
          if case .state(let state) = meaning { plan.questions[place].empty = state }
          continue
        }
        if let other = plan.questions[place].words.declare(line[.value], as: meaning) {
          note(
            line, .value,
            "found '\(line[.value])', which means \(other.description) already for '\(plan.questions[place].address)'; "
              + "take it out")
        }
      }
    }
  }

  mutating func meaning(of line: TableMap.Line, at places: [Int]) -> ChoiceWords.Meaning? {
    if !line[.choice].isEmpty {
      guard line[.question] != "*", let place = places.first else {
        if line[.question] == "*" {
          note(line, .question, "found '*' with a choice, expected the question that has the choice; name it")
        }
        return nil
      }
      let answered = plan.questions[place]
      return choice(of: line, at: answered.address).map { .choice($0) }
    }
    switch line[.state] {
    case "unknown": return .state(.unknown)
    case "not_applicable": return .state(.notApplicable)
    case "blank": return .state(.blank)
    default:
      note(line, .state, "found '\(line[.state])', expected unknown, not_applicable or blank")
      return nil
    }
  }

  /// Questions of which the map must say something.
  mutating func checkQuestions() {
    let named = Set(map.namedQuestions.map { questionnaire.history.now(Question.Name($0)).text })
    for placed in questionnaire.placed where placed.question.isAsked {
      let name = placed.question.name
      let paper = questionnaire.numbering.label(of: name) ?? ""
      let isRead = plan.questions.contains { $0.address.question == name }
      let isNamed = named.contains(name.text) || (!paper.isEmpty && named.contains(paper))
      if name == register.question {
        if plan.absent.contains(name) {
          note(
            "\(map.path): found '\(name)' as absent, expected its column: nobody knows whose answers the rows are"
          )
        } else if !isNamed {
          note(
            "\(map.path): found no line for '\(name)', expected one: it says whose answers a row holds")
        }
        continue
      }
      if isRead || plan.absent.contains(name) { continue }
      if !isNamed, !isKept, placed.repeats.isEmpty, case .always = placed.question.requirement {
        note(
          "\(map.path): found no line for '\(name)', which the questionnaire requires; add one, with the layout absent if "
            + "the table does not hold it")
      }
      plan.absent.insert(name)
    }
  }
}

extension TableMap.Layout {
  /// Whether it says where a question is answered.
  var isOfQuestion: Bool { [.column, .oneHot, .codes, .labels].contains(self) }
}

extension TableMap.Line {
  /// Whether its column holds the words of a respondent, each of which says that the choice was chosen.
  var isOfAnyText: Bool { layout == .oneHot && self[.isTrue] == "any text" }
}

extension ChoiceWords.Reading {
  /// What a word means, in English.
  var description: String {
    switch self {
    case .meaning(.choice(let name)): "'\(name)'"
    case .meaning(.state(let state)): "that the answer is \(state.word)"
    case .ambiguous(let names): "one of \(names.map { "'\($0)'" }.joined(separator: ", "))"
    case .unknown: "nothing"
    }
  }
}

extension AnswerState {
  fileprivate var word: String {
    switch self {
    case .notApplicable: "not applicable"
    case .unknown: "unknown"
    default: "left blank"
    }
  }
}
