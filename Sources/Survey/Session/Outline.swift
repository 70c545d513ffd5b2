internal import Calendar
internal import Expressions

/// What follows from the entries of a form: which questions are asked, and in which order.
public struct Outline: Sendable {
  /// Whether a question is asked.
  public enum Standing: Sendable, Hashable {
    case asked
    /// Another answer makes it needless.
    case notAsked
    /// It hangs on an answer that nobody knows any more, so nobody knows whether it was asked.
    case undetermined
  }

  /// The questions that are asked, in the order of the form; no notes.
  public let asked: [Address]
  /// What a person walks through: the questions that are asked, and the notes between them.
  public let walk: [Address]
  private let askedSet: Set<Address>
  private let tree: FormTree
  private let mode: FormSession.Mode

  init(
    of questionnaire: Questionnaire, tables: [String: ItemTable], entries: [Address: Entry],
    repeatCounts: [RepeatPath: Int], startedAt: Instant, mode: FormSession.Mode
  ) {
    let tree = FormTree(
      questionnaire: questionnaire, tables: tables, entries: entries, repeatCounts: repeatCounts,
      startedAt: startedAt)
    var walk: [Address] = []
    Self.walk(questionnaire.items, in: [], tree, into: &walk)
    self.walk = walk
    self.asked = walk.filter { questionnaire.question($0.question)?.isAsked == true }
    self.askedSet = Set(asked)
    self.tree = tree
    self.mode = mode
  }

  private static func walk(
    _ items: [Item], in repeats: [Address.Repeat], _ tree: FormTree, into walk: inout [Address]
  ) {
    for item in items {
      switch item {
      case .question(let question):
        let address = Address(question.name, in: repeats)
        if question.isAsked || question.kind == .note, tree.isRelevant(address) { walk.append(address) }
      case .group(let group):
        let path = RepeatPath(group.name, in: repeats)
        if !tree.isRelevant(path) { continue }
        if !group.isRepeat {
          Self.walk(group.items, in: repeats, tree, into: &walk)
        } else {
          for number in 0..<tree.count(of: path) {
            Self.walk(group.items, in: path.step(number + 1), tree, into: &walk)
          }
        }
      }
    }
  }
}

extension Outline {
  /// Whether a question is asked of people as things stand.
  public func isAsked(_ address: Address) -> Bool { askedSet.contains(address) }

  /// Whether a question (or a value that the form works out) has its place in the response.
  public func standing(of address: Address) -> Standing {
    guard let hiding = tree.firstFalse(before: address) else { return .asked }
    return mode == .transcriber && hangsOnUnknown(hiding, at: address, depth: 0) ? .undetermined : .notAsked
  }

  /// The questions whose answers hide a question, as the form names them.
  public func reasons(for address: Address) -> [Question.Name] {
    guard let hiding = tree.firstFalse(before: address) else { return [] }
    return hiding.references.map { Question.Name($0) }.filter { tree.questionnaire.question($0) != nil }
  }

  /// How often a repeat group is repeated.
  public func count(of path: RepeatPath) -> Int { tree.isRelevant(path) ? tree.count(of: path) : 0 }

  /// The value that the form works out for a question; nothing for one that people answer.
  public func workedOut(_ address: Address) -> String? { tree.workedOut(address) }

  func isTrue(_ expression: Expression, at address: Address) -> Bool {
    tree.isTrue(expression, at: .question(address))
  }

  func value(of expression: Expression, at address: Address) -> String {
    tree.text(of: expression, at: .question(address))
  }

  /// The places of the choices that a filter lets through.
  func offered(_ filter: Expression, from list: ChoiceList, at address: Address) -> [Int] {
    let items = tree.items(of: list)
    return items.indices.filter { index in
      let context = tree.context(at: .question(address), item: items[index])
      return (try? filter.isTrue(in: context)) ?? true
    }
  }

  /// Whether an expression is false only for lack of an answer that was not published, or is not legible.
  private func hangsOnUnknown(_ expression: Expression, at address: Address, depth: Int) -> Bool {
    // The check of a form refuses circles; the bound keeps a form that was not checked from running away.
    if depth > 64 { return false }
    return expression.references.contains { name in
      guard let placed = tree.questionnaire.placed(Question.Name(name)) else { return false }
      let other = Address(placed.question.name, in: Array(address.repeats.prefix(placed.repeats.count)))
      if let hiding = tree.firstFalse(before: other) {
        return hangsOnUnknown(hiding, at: other, depth: depth + 1)
      }
      if let calculation = placed.question.calculation {
        return hangsOnUnknown(calculation, at: other, depth: depth + 1)
      }
      return placed.question.isAsked && (tree.entries[other] ?? .unknown) == .unknown
    }
  }
}
