internal import Expressions
internal import Survey

/// When a question is asked, as far as a sentence can say it.
enum AskedWhen: Hashable {
  /// Another question is answered with one of some choices.
  case chosen(Question.Name, [Choice.Name])
  /// Something that only the expression itself says; these questions decide.
  case depends([Question.Name])

  /// Reads `${q} = 'x'` and `selected(${q}, 'x')`, alone or several of one question joined by `or`.
  init(_ relevant: Expression) {
    if let (question, choices) = Self.chosen(relevant.tree) {
      self = .chosen(Question.Name(question), choices.map { Choice.Name($0) })
    } else {
      self = .depends(relevant.references.map { Question.Name($0) })
    }
  }

  private static func chosen(_ syntax: Syntax) -> (String, [String])? {
    switch syntax.kind {
    case .operation(let first, let links) where links.allSatisfy { $0.sign == .or }:
      let parts = ([first] + links.map(\.operand)).map(chosen)
      var all: [String] = []
      for case let (question, choices)? in parts {
        guard question == parts[0]?.0 else { return nil }
        all += choices.filter { !all.contains($0) }
      }
      guard let question = parts[0]?.0, !parts.contains(where: { $0 == nil }) else { return nil }
      return (question, all)
    case .operation(let first, let links) where links.count == 1 && links[0].sign == .equal:
      return pair(first, links[0].operand) ?? pair(links[0].operand, first)
    case .call(let call) where call.name == "selected" && call.arguments.count == 2:
      return pair(call.arguments[0], call.arguments[1])
    default: return nil
    }
  }

  private static func pair(_ question: Syntax, _ choice: Syntax) -> (String, [String])? {
    guard case .path(let path) = question.kind, case .reference(let name) = path.root, path.steps.isEmpty,
      path.predicates.isEmpty, case .text(let text) = choice.kind, !text.isEmpty
    else { return nil }
    return (name, [text])
  }
}

extension Questionnaire {
  /// When a question is asked: its own rule and those of the groups around it.
  func conditions(of placed: Placed) -> [AskedWhen] {
    let rules =
      placed.groups.compactMap { group($0)?.relevant } + [placed.question.relevant].compactMap(\.self)
    return rules.map { AskedWhen($0) }
  }
}
