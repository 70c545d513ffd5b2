internal import Documents
internal import Survey

/// Reads a place for ticks.
///
/// An answer is ticked, or it is an option to the letter and nothing else.
struct ChoiceReading {
  private(set) var reading: Reading
  /// What was written beside the answer.
  private(set) var comment = ""

  /// What it follows from, where it is that of one cell.
  struct Part: Rememberable {
    let question: Question.Name
    let cell: Block.Body
    var size: Int { cell.size }
  }

  init(_ content: Content, of key: QuestionKey, in form: FormKey) {
    let found = ChoiceTokens(content, of: key, in: form)
    let tokens = found.tokens.withTypedOver
    let isSeveral = if case .selectMultiple = key.question.kind { true } else { false }
    let evidence = content.evidence.bare
    reading = .blank
    guard tokens.contains(where: { $0 != .lineBreak }) else { return }
    if case .rank = key.question.kind {
      reading = RankReading(tokens, of: key, evidence: evidence).reading
      return
    }
    guard let pairing = BoxPairing.pairing(of: tokens) else {
      reading = .unclear(.notAnAnswer, evidence)
      return
    }
    if pairing.contradicts {
      reading = .unclear(.marksDisagree, evidence)
      return
    }
    let words = tokens.compactMap { token in
      if case .word(let word) = token { return word }
      return token == .mark ? "x" : nil
    }
    let ticked = pairing.ticked.filter(\.value).keys.sorted()
    let alone = Set(pairing.alone)
    let isComplete = key.question.choiceFilter != nil || key.options.stored == Set(pairing.ticked.keys)
    if !ticked.isEmpty, isSeveral, !isComplete {
      // What is gone may have been ticked.
      reading = .unclear(.notAnAnswer, "choices were taken away: \(evidence)")
    } else if !ticked.isEmpty {
      comment = words.joined(separator: " ")
      reading = Self.ticked(ticked, alone: alone, isSeveral: isSeveral, evidence: evidence)
    } else if tokens.contains(.mark) {
      reading = Self.marked(tokens, isSeveral: isSeveral, evidence: evidence)
      if case .unclear(.notAnAnswer, _) = reading {
        reading = Self.marked(found.tokensByRoom, isSeveral: isSeveral, evidence: evidence)
      }
    } else if !words.isEmpty {
      let isNumbers = isSeveral && pairing.ticked.isEmpty && alone.isEmpty
      let numbers = isNumbers ? PlaceNumbers(evidence, in: key.list)?.cell : nil
      reading =
        numbers.map { .value($0) }
        ?? .unclear(alone.isEmpty ? .notInTheList : .notAnAnswer, evidence)
    } else if pairing.ticked.isEmpty {
      reading = Self.typed(pairing.alone, of: key, isSeveral: isSeveral, evidence: evidence)
    } else if !alone.isSubset(of: pairing.ticked.keys) {
      // Whoever typed it left the boxes: where one is gone, its option is what is left of the form.
      reading = .unclear(.notAnAnswer, "a box was taken away: \(evidence)")
    } else if !alone.isEmpty {
      reading = Self.typedBesideBoxes(tokens, alone, isSeveral: isSeveral, evidence: evidence)
    } else if !isComplete {
      reading = .unclear(.notAnAnswer, "choices were taken away, and none is ticked: \(evidence)")
    }
  }

  private static func ticked(
    _ ticked: [String], alone: Set<String>, isSeveral: Bool, evidence: String
  ) -> Reading {
    if !isSeveral, ticked.count > 1 { return .unclear(.severalTicked, evidence) }
    // What is written beside ticks must say the same.
    if !alone.isSubset(of: ticked) { return .unclear(.severalTicked, evidence) }
    return .value(ticked.joined(separator: " "))
  }

  private static func typed(
    _ options: [String], of key: QuestionKey, isSeveral: Bool, evidence: String
  ) -> Reading {
    let distinct = Set(options)
    if key.question.kind == .acknowledge { return .unclear(.notAnAnswer, evidence) }
    if distinct.count > 1, distinct == key.options.stored {
      return isSeveral ? .unclear(.notAnAnswer, "every choice stands there: \(evidence)") : .blank
    }
    if isSeveral { return .value(options.joined(separator: " ")) }
    return distinct.count == 1 ? .value(options[0]) : .unclear(.severalTicked, evidence)
  }

  /// Options without boxes beside those with boxes: they count on lines of their own.
  private static func typedBesideBoxes(
    _ tokens: [ChoiceTokens.Token], _ alone: Set<String>, isSeveral: Bool, evidence: String
  ) -> Reading {
    var typed: Set<String> = []
    for line in tokens.split(separator: .lineBreak) {
      let options = line.compactMap { token in
        if case .option(let stored) = token { return stored }
        return nil
      }
      if options.count == line.count { typed.formUnion(options) }
    }
    guard typed.isSuperset(of: alone) else { return .unclear(.notAnAnswer, evidence) }
    if isSeveral || alone.count == 1 { return .value(alone.sorted().joined(separator: " ")) }
    return .unclear(.severalTicked, evidence)
  }

  /// An x before or behind an option, without any box.
  private static func marked(_ tokens: [ChoiceTokens.Token], isSeveral: Bool, evidence: String) -> Reading {
    let unclear = Reading.unclear(.notAnAnswer, evidence)
    var chosen: [String] = []
    for line in tokens.split(separator: .lineBreak) {
      var options: [(stored: String, isMarkedBefore: Bool, isMarkedBehind: Bool)] = []
      var isOpen = false
      for token in line {
        switch token {
        case .option(let stored):
          options.append((stored, isOpen, false))
          isOpen = false
        case .mark:
          isOpen = true
          if !options.isEmpty { options[options.count - 1].isMarkedBehind = true }
        case .box, .word, .lineBreak, .gap: return unclear
        }
      }
      let isFirst = line.first == .mark
      let isLast = line.last == .mark
      if line.contains(.mark), isFirst == isLast { return unclear }
      chosen += options.filter { isFirst ? $0.isMarkedBefore : $0.isMarkedBehind }.map(\.stored)
    }
    if chosen.isEmpty || Set(chosen).count != chosen.count { return unclear }
    if !isSeveral, chosen.count > 1 { return .unclear(.severalTicked, evidence) }
    return .value(chosen.joined(separator: " "))
  }
}
