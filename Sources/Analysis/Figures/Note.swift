public import Survey

/// Something that a reader must know to read a figure right.
public indirect enum Note: Sendable, Hashable {
  /// Nobody who was asked answered, so that nothing can be said of all.
  case nobodyAnswered(asked: Int, unknown: Int)
  /// What all have in common is said of those that answered only.
  case someUnknown(unknown: Int, asked: Int)
  /// Of some units it cannot be told whether they belong in: what the filter asks is unknown of them.
  ///
  /// They are not counted. `who` is empty where they may not be named.
  case filterUnknown(count: Int, who: [String])
  /// Units counted that are not on the register, where the register is the base.
  case outsideRegister(count: Int)
  /// What the form's list does not have stands among the answers.
  case unlisted(question: Question.Name, codes: [String])
  /// Units counted that answered a version of the form which did not ask the question; they are among those not
  /// asked.
  case notAskedByVersion(question: Question.Name, count: Int, versions: [String])
  /// Units that were asked by a version of the form in which they could not make these choices.
  case choicesAddedSince(question: Question.Name, choices: [String], count: Int, versions: [String])
  /// Counts below the threshold are withheld, and others by which they could be worked out.
  case suppressed(threshold: Int)
  /// All numbers are withheld, the base with them: so few are in it or left out that it would give them away.
  case baseSuppressed(threshold: Int)
  /// The register cannot be told: which choices are offered depends on answers.
  case registerDepends(on: [String])
  /// The expression of the filter could not be worked out for some units, which are not counted.
  case filterFailed(count: Int, reason: String)
  /// Countries that are counted, though they are no Member States of the United Nations.
  case countedBesideMemberStates([MembershipList.Country])
  /// Observers and partners, which are not counted as members.
  case othersThanMembers(count: Int)
  /// Units whose members nobody has listed.
  case noMemberList(who: [String])
  /// Answers of units that are counted by other answers of theirs, and that are not coded themselves.
  case uncodedAnswers(count: Int)
  /// Answers whose coders do not agree: codes that no more than half of them gave are not counted.
  case codersDisagree(answers: Int, codes: [String])
  /// Codes that others stand for now, as `old → new`, counted as those.
  case codesReplaced([String])
  /// Codes that the codebook does not have, or has given up: they have rows of their own.
  case codesNotInUse([String])
  /// How many repeats of a group there are, and of how many units.
  case repeats(RepeatBases)
  /// What must be known of one wave.
  case ofWave(String, Note)
  /// Choices of a wave that are counted under the name that all waves share, as `own → shared`.
  case choicesRenamed([String])
  /// The waves did not ask the same units.
  case askedDifferently
}

extension Note: CustomStringConvertible {
  /// The note in English, as a sentence without its full stop.
  public var description: String {
    switch self {
    case .nobodyAnswered(let asked, let unknown):
      "nobody answered: of \(asked) asked, \(unknown) unknown; what all have in common is unknown"
    case .someUnknown(let unknown, let asked):
      "common to all that answered; of \(asked) asked, \(unknown) unknown"
    case .filterUnknown(let count, let who):
      "\(count) not counted, because what the filter asks is unknown of them" + Self.listed(who)
    case .outsideRegister(let count): "\(count) counted that are not on the register"
    case .unlisted(let question, let codes):
      "'\(question)' has answers that its list does not have: \(codes.joined(separator: ", "))"
    case .notAskedByVersion(let question, let count, let versions):
      "\(count) answered a version that did not ask '\(question)': \(versions.joined(separator: ", "))"
    case .choicesAddedSince(let question, let choices, let count, let versions):
      "\(count) were asked '\(question)' in a version (\(versions.joined(separator: ", "))) without the choices "
        + choices.joined(separator: ", ")
    case .suppressed(let threshold):
      "answers of 1 to \(threshold - 1) are withheld, and others by which they could be worked out; states are no "
        + "answers and are shown"
    case .baseSuppressed(let threshold):
      "all numbers are withheld: 1 to \(threshold - 1) were asked or answered, or were left out by the filter, and any "
        + "number would give them away"
    case .registerDepends(let names):
      "the register is not counted: which choices it offers depends on \(names.joined(separator: ", "))"
    case .filterFailed(let count, let reason): "\(count) not counted, because the filter failed: \(reason)"
    case .countedBesideMemberStates(let countries):
      "counted beside Member States of the United Nations: \(countries.map(\.code).joined(separator: ", "))"
    case .othersThanMembers(let count): "\(count) memberships of observers and partners are not counted"
    case .noMemberList(let who): "nobody has listed the members of \(who.joined(separator: ", "))"
    case .uncodedAnswers(let count):
      "\(count) more answers of mechanisms that are counted are not coded yet"
    case .codersDisagree(let answers, let codes):
      "\(answers) answers on which coders disagree; codes that no more than half of their coders gave are not "
        + "counted: \(codes.joined(separator: ", "))"
    case .codesReplaced(let codes):
      "counted as the codes that stand for them now: \(codes.joined(separator: ", "))"
    case .codesNotInUse(let codes):
      "codes that the codebook does not have or has given up: \(codes.joined(separator: ", "))"
    case .repeats(let bases):
      "\(bases.repeats) repeats of '\(bases.group)'; \(bases.without) of \(bases.units) units that were asked have "
        + "none; of the repeats \(bases.asked) asked, \(bases.answered) answered, \(bases.unknown) unknown"
    case .ofWave(let wave, let note): "\(wave): \(note)"
    case .choicesRenamed(let choices): "counted as what all waves call it: \(choices.joined(separator: ", "))"
    case .askedDifferently:
      "the waves did not ask the same units; who was not asked has a row of its own"
    }
  }

  private static func listed(_ who: [String]) -> String {
    who.isEmpty ? "" : ": " + who.joined(separator: ", ")
  }
}
