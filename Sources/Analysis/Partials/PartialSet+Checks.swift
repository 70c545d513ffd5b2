internal import Calendar

extension PartialSet {
  /// What `now()` and `today()` meant in the filters; nothing where they do not ask.
  var now: Instant? {
    words(of: parts[0], ["now"]).first?.first.flatMap { Int($0) }.map { Instant(secondsSinceEpoch: $0) }
  }

  /// Finds out whether all parts are of one whole.
  ///
  /// - Parameter expected: What the program that adds them up counts.
  /// - Throws: Everything that differs.
  func check(_ expected: PartialFacts) throws(PartialError) {
    var problems: [PartialProblem] = []
    for part in parts {
      for (name, value) in expected.facts {
        if let problem = differs(part, name, value) {
          problems.append(problem)
          break
        }
      }
    }
    // Between parts of other programs or figures, what follows says nothing.
    if problems.isEmpty {
      for name in ["columns", "asked", "total", "now"] {
        let first = fact(parts[0], name)
        problems += parts.compactMap { differs($0, name, first) }
      }
    }
    if problems.isEmpty { problems = numberProblems }
    if !problems.isEmpty { throw .problems(problems) }
  }

  /// Finds out whether all parts say of themselves what is expected.
  ///
  /// - Parameters:
  ///   - name: What they say it of.
  ///   - expected: What is expected.
  /// - Throws: Every part that says otherwise.
  func check(_ name: String, is expected: String) throws(PartialError) {
    let problems = parts.compactMap { differs($0, name, expected) }
    if !problems.isEmpty { throw .problems(problems) }
  }

  private func fact(_ part: PartName, _ name: String) -> String {
    words(of: part, [name]).first?.joined(separator: " ") ?? "none"
  }

  private func differs(_ part: PartName, _ name: String, _ expected: String) -> PartialProblem? {
    let found = fact(part, name)
    return found == expected
      ? nil : .differs(part: part.text, what: name, found: found, expected: expected)
  }

  /// Numbers that are missing, or do not go with names.
  private var numberProblems: [PartialProblem] {
    let numbers = parts.compactMap { Int($0.text) }
    if let name = parts.first(where: { Int($0.text) == nil }), let number = numbers.first {
      return [.mixedNames(String(number), name.text)]
    }
    guard let total = Int(fact(parts[0], "total")) else { return [] }
    let beyond = numbers.filter { $0 > total || $0 < 1 }
    if let part = beyond.first { return [.beyond(part: String(part), total: total)] }
    let there = Set(numbers)
    let missing = (1...max(1, total)).lazy.filter { !there.contains($0) }.prefix(Findings.limit + 1)
    return missing.isEmpty ? [] : [.missing(Array(missing), total: total)]
  }

  /// The responses that rows of other parts supersede.
  var superseded: SupersededResponses {
    var all = SupersededResponses()
    for part in parts {
      for words in words(of: part, ["revision"]) where !words.isEmpty { all.add(words[0], of: part) }
    }
    return all
  }

  /// Finds out whether all parts were counted without what other parts supersede.
  ///
  /// - Throws: That they were not.
  func checkRevisions() throws(PartialError) {
    let superseded = superseded
    let found = parts.map { fact($0, "superseded") }
    if found.allSatisfy({ $0 == superseded.digest }) { return }
    if found.allSatisfy({ $0 == SupersededResponses().digest }) {
      let revisers = parts.filter { !words(of: $0, ["revision"]).isEmpty }
      throw .openRevisions(parts: revisers, count: superseded.parts.count)
    }
    throw .problems(
      parts.compactMap { part in
        differs(part, "superseded", superseded.digest)
      })
  }
}
