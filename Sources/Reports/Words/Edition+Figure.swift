internal import Analysis
internal import Messages
internal import Survey

extension Edition {
  /// The title of a figure.
  func title(of figure: Figure) -> String {
    let title = text(figure.title)
    return title.isEmpty ? figure.id.text.onOneLine : title
  }

  /// The questions of a figure with their numbers, and the one that divides it.
  ///
  /// Where each row is a question, the rows say them; where a question gave the figure its title, it is not
  /// said twice, unless for its number.
  func questions(of figure: Figure) -> [String] {
    subjects(of: figure).map { line in
      let label = text(line.subject.label)
      let question = say(
        line.phrase, ["number": line.number, "text": label.isEmpty ? line.subject.name.text : label])
      let asker = line.wave ?? line.subject.form.map { text($0) }
      return asker.map { labelled($0.onOneLine, question) } ?? question
    }
  }

  /// What is said of a question of a figure.
  struct SubjectLine {
    let phrase: Phrase
    let number: String
    let subject: Figure.Subject
    /// The wave that asked it so, where several are compared.
    var wave: String?

    init(_ phrase: Phrase, _ subject: Figure.Subject, wave: String? = nil) {
      self.phrase = phrase
      self.subject = subject
      self.wave = wave
      number = subject.number.isEmpty ? subject.name.text : subject.number.onOneLine
    }
  }

  /// The questions that a figure names below its title, the one that divides it last.
  func subjects(of figure: Figure) -> [SubjectLine] {
    if !figure.waves.isEmpty {
      return figure.waves.flatMap { wave in
        wave.questions.map { SubjectLine(.questionText, $0, wave: wave.name) }
      }
    }
    // Rows that are questions say them; of memberships nobody was asked.
    let asked =
      figure.statistic == .answered || figure.statistic == .memberships ? [] : figure.questions
    let named = asked.filter { $0.label != figure.title || !$0.number.isEmpty }.map {
      (Phrase.questionText, $0)
    }
    let by = [figure.by].compactMap { $0 }.filter { !$0.label.isEmpty || !$0.number.isEmpty }
    return (named + by.map { (.dividedBy, $0) }).map { SubjectLine($0, $1) }
  }

  /// What is counted, over which base, and what that means for the sum: a sentence each.
  func counting(of figure: Figure) -> [String] {
    var sentences: [String] = []
    switch figure.statistic {
    case .count, .countMultiple: break
    case .answered: sentences.append(say(.countsAnswered))
    case .any: sentences.append(say(.countsAny))
    case .coded: sentences.append(say(.countsCoded))
    case .all: sentences.append(say(.countsCommon))
    case .memberships:
      let most = figure.rows.compactMap(\.count).max() ?? 0
      sentences.append(
        say(
          .countsMemberships,
          ["total": say.number(figure.total ?? 0), "n": base(figure.n), "most": say.number(most)]))
      return sentences
    case .distinct:
      if let total = figure.total { sentences.append(say(.countsDistinct, ["total": say.number(total)])) }
    }
    if !figure.waves.isEmpty {
      sentences.append(say(figure.unit == nil ? .countsResponses : .countsUnitsOfWaves))
      sentences.append(say(.baseOfWaves, ["base": name(of: figure.base)]))
    } else {
      let once: Phrase = figure.unit == nil ? .countsResponses : .countsUnits
      sentences.append(say(figure.base == .repeats ? .countsRepeats : once))
    }
    if figure.waves.isEmpty, figure.hasShares || figure.n == 0, let n = figure.n {
      sentences.append(say(.baseIs, ["n": say.number(n), "base": name(of: figure.base)]))
    }
    let hasSeveral = figure.repeats != nil && figure.base != .repeats && figure.statistic == .count
    if hasSeveral || figure.statistic == .countMultiple || figure.statistic == .coded {
      sentences.append(say(.severalPossible, ["whole": say.share(1)]))
    }
    return sentences
  }

  /// The name of a step of the chain of bases.
  func name(of base: Base) -> String {
    switch base {
    case .registered: say(.registered)
    case .distinct: say(.distinct)
    case .asked: say(.asked)
    case .answered: say(.answered)
    case .coded: say(.coded)
    case .repeats: say(.repeatsBase)
    }
  }

  /// How many a base has, or that it is withheld.
  func base(_ n: Int?) -> String { n.map(say.number) ?? say(.suppressed) }

  /// The steps of the chain of bases with their numbers, from the register down.
  func steps(of bases: Bases) -> [String] {
    let gap = say.language == .chinese ? "" : " "
    return namedSteps(of: bases).map { say($0) + gap + $1 }
  }

  /// The steps of the chain of bases, each with its number in words.
  func namedSteps(of bases: Bases) -> [(name: Phrase, number: String)] {
    var steps: [(Phrase, Int?)] = [
      (.returned, bases.returned), (.distinct, bases.distinct), (.asked, bases.asked),
      (.answered, bases.answered),
    ]
    if !bases.isOfAnswers { steps.removeLast(2) }
    if let coded = bases.coded { steps.append((.coded, coded)) }
    if let registered = bases.registered { steps.insert((.registered, registered), at: 0) }
    return steps.map { ($0, base($1)) }
  }

  /// The chain of bases: `registered 30 → returned 11 → …; unknown 0`.
  ///
  /// - Parameters:
  ///   - bases: The numbers.
  ///   - arrow: What stands between the steps; the language's own arrow where nothing is said.
  ///   - isGlued: Whether each step is `glued`, for a text that is going to be wrapped.
  /// - Returns: One line.
  func chain(of bases: Bases, arrow: String? = nil, isGlued: Bool = false) -> String {
    let steps = steps(of: bases).map { isGlued ? $0.glued : $0 }
    let chain = steps.joined(separator: " \(arrow ?? self.arrow) ")
    if !bases.isOfAnswers { return chain }
    return say(.chainUnknown, ["chain": chain, "unknown": base(bases.unknown)])
  }

  /// The chain of bases of a figure; of one that compares waves, a line for each of them.
  ///
  /// - Parameters:
  ///   - figure: What was counted.
  ///   - arrow: What stands between the steps; the language's own arrow where nothing is said.
  ///   - isGlued: Whether each step is `glued`, for a text that is going to be wrapped.
  /// - Returns: Lines.
  func chains(of figure: Figure, arrow: String? = nil, isGlued: Bool = false) -> [String] {
    figure.chains.map { wave, bases in
      let chain = chain(of: bases, arrow: arrow, isGlued: isGlued)
      return wave.map { labelled($0.onOneLine, chain) } ?? chain
    }
  }

  /// The filter and the sources of a figure, a line each.
  func origin(of figure: Figure) -> [String] {
    let filter = figure.filter.isEmpty ? [] : [labelled(say(.filter), leftToRight(figure.filter.onOneLine))]
    let sources =
      figure.waves.isEmpty
      ? [say.list(figure.sources.map(\.text))]
      : figure.waves.map { labelled($0.name.onOneLine, say.list($0.sources.map(\.text))) }
    let codebook = figure.codebook.map {
      labelled(
        say(.codebook), say(.codebookVersion, ["name": $0.name.onOneLine, "version": say.number($0.version)]))
    }
    return filter + sources.map { labelled(say(.sources), $0) }
      + [codebook].compactMap(\.self)
  }

  /// A formula as it was written, also among words that are read from right to left: left-to-right marks keep
  /// the order of its signs.
  private func leftToRight(_ formula: String) -> String {
    isRightToLeft ? "\u{200E}\(formula)\u{200E}" : formula
  }

  /// What a row or a column that is no choice is called; nothing for a choice.
  func name(of state: RowState) -> String {
    switch state {
    case .notApplicable: say(.notApplicable)
    case .blank: say(.blank)
    case .unknown: say(.unknown)
    case .notAsked: say(.notAsked)
    case .unlisted: say(.unlisted)
    case .noCode: say(.noCode)
    case .disputed: say(.disputed)
    case .uncoded: say(.uncoded)
    case .noRepeats: say(.noRepeats)
    }
  }

  /// The name by which a unit is listed: the short one, else its code, or its label where lists say that; the receipt
  /// of a response that is a unit by itself.
  func name(of participant: Participant) -> String {
    if participant.isListedByLabel { return text(participant.label) }
    if !participant.shortName.isEmpty { return participant.shortName.onOneLine }
    if participant.isResponse { return Receipt(for: Response.ID(participant.code)).description }
    return participant.code.onOneLine
  }

  /// The same behind a count of repeats, with their numbers: `ARCP (1, 3)`.
  func nameWithRepeats(of participant: Participant) -> String {
    let name = name(of: participant)
    return participant.repeats.isEmpty ? name : "\(name) (\(say.list(participant.repeats)))"
  }
}

extension Participant {
  /// Whether it is a response that counts by itself.
  var isResponse: Bool { responses.first.map { $0.response.text == code } ?? false }
}
