internal import Expressions

/// The answers of one unit as a filter looks at them: a form with its questions, and nothing between.
struct AnswersNode: Node {
  enum Place: Sendable {
    case root
    case form
    case question(String)
  }

  /// The answers by the names of their questions; what is not answered is not here.
  let values: [String: Value]
  let place: Place

  var name: String {
    switch place {
    case .root: ""
    case .form: "data"
    case .question(let name): name
    }
  }

  var value: Value {
    guard case .question(let name) = place else { return .empty }
    return values[name] ?? .empty
  }

  var parent: (any Node)? {
    switch place {
    case .root: nil
    case .form: at(.root)
    case .question: at(.form)
    }
  }

  var position: Int { 1 }

  func children(named name: String?) -> [any Node] {
    switch place {
    case .root: name == nil || name == "data" ? [at(.form)] : []
    case .form: name.map { [at(.question($0))] } ?? values.keys.sorted().map { at(.question($0)) }
    case .question: []
    }
  }

  func nodes(referredToAs name: String) -> [any Node] { [at(.question(name))] }

  private func at(_ place: Place) -> AnswersNode { AnswersNode(values: values, place: place) }
}
