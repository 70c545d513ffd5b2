internal import Expressions

extension FormSession {
  /// Sets the answers that a change of another answer sets off, and those that follow from these.
  ///
  /// As JavaRosa has it (`xforms-value-changed`): each is worked out once, in the repeats of the answer that was
  /// changed, and takes the place of what is there; without a calculation it is taken away. An answer that is set
  /// to what it was sets nothing off. What cannot be evaluated leaves what is there (`notSet`).
  ///
  /// - Parameter address: The answer that a person changed; the form is worked out anew already.
  /// - Returns: What was set, before and after.
  mutating func setOff(by address: Address) -> [Address: Edit.Brought] {
    guard !questionnaire.triggered.isEmpty else { return [:] }
    var brought: [Address: Edit.Brought] = [:]
    var changed = [address]
    while let source = changed.popLast() {
      for placed in questionnaire.triggered[source.question] ?? [] {
        for target in outline.addresses(of: placed, lookedAtFrom: source.repeats)
        where target != address && brought[target] == nil {
          let before = entries[target]
          var after: Entry?
          if let calculation = placed.question.trigger?.calculation {
            guard let value = value(of: calculation, setting: target, from: .trigger) else { continue }
            after = placed.question.answer(from: value, in: questionnaire.choices(of: placed.question))
              .map { .answered($0) }
          }
          guard before != after else { continue }
          entries[target] = after
          unfinished[target] = nil
          refresh(after: [.entry(target)])
          brought[target] = Edit.Brought(before: before, after: after)
          changed.append(target)
        }
      }
    }
    return brought
  }

  /// Whether the form keeps a person from changing an answer as things stand.
  public func isReadOnly(_ address: Address) -> Bool {
    guard let condition = questionnaire.question(address.question)?.readOnlyWhen else { return false }
    return outline.tree.isTrue(condition, at: .question(address), failing: false)
  }
}
