extension Response {
  /// The same response as a correction of another that somebody wrote without seeing it.
  ///
  /// What nobody knew of that, and the correction does not name, is still unknown: it was not left empty.
  ///
  /// - Parameters:
  ///   - earlier: The answers that are corrected.
  ///   - isNamed: Whether the correction says anything of a place: of a question, or of how many repeats of a group there are
  ///     (by the name of the group).
  /// - Returns: The response.
  public func keepingUnknown(of earlier: Answers, _ isNamed: (Address) -> Bool) -> Response {
    Response(
      id: id, formID: formID, formVersion: formVersion, source: source, startedAt: startedAt,
      submittedAt: submittedAt, submittedBy: submittedBy, supersedes: supersedes,
      answers: answers.keepingUnknown(of: earlier, in: [], isNamed))
  }
}

extension Response.Answers {
  fileprivate func keepingUnknown(
    of earlier: Self, in around: [Address.Repeat], _ isNamed: (Address) -> Bool
  ) -> Self {
    var kept = self
    for (name, state) in earlier.states where state == .unknown && states[name] == .blank {
      if !isNamed(Address(name, in: around)) { kept.states[name] = .unknown }
    }
    for group in earlier.unknownRepeats where repeats[group] == nil && !unaskedRepeats.contains(group) {
      if !isNamed(Address(Question.Name(group.text), in: around)) { kept.unknownRepeats.insert(group) }
    }
    for (group, own) in repeats {
      for (index, (own, earlier)) in zip(own, earlier.repeats[group] ?? []).enumerated() {
        let inner = around + [Address.Repeat(group: group, number: index + 1)]
        kept.repeats[group]?[index] = own.keepingUnknown(of: earlier, in: inner, isNamed)
      }
    }
    return kept
  }
}
